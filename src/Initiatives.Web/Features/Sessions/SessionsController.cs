using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The sessions of a cycle and what is done in one as a whole.</summary>
public sealed partial class SessionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/phien-hop/{year:int}"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> SessionList(int year) => View(await Ask(new SessionList.Query(year)));

    [HttpGet("/phien-hop/{year:int}/lap"), Needs(Permission.RunSession)]
    public async Task<IActionResult> PlanSession(int year) => View(await Ask(new SessionList.Query(year)));

    [HttpPost("/phien-hop/{year:int}/lap"), Needs(Permission.RunSession)]
    public async Task<IActionResult> PlanSession(int year, PlanSession.Command command)
    {
        var list = await Ask(new SessionList.Query(year));
        return await Do(command with { CycleId = list.Cycle.Id }, number => To(year, number, "Đã lập phiên họp."), () => Task.FromResult<IActionResult>(View(list)));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> SessionPage(int year, int number) => View(await Ask(new SessionPage.Query(year, number)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/diem-danh"), Needs(Permission.RunSession)]
    public async Task<IActionResult> RecordSession(int year, int number) => View(await Ask(new SessionPage.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/diem-danh"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordSession(int year, int number, RecordSession.Command command) =>
        InRoom(year, number, room => Do(command with { CycleId = room.Cycle.Id, Number = number }, _ => To(year, number, "Đã ghi điểm danh."), Again("RecordSession", room)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"), Needs(Permission.RunSession)]
    public async Task<IActionResult> NameBoard(int year, int number) => View(await Ask(new SessionPage.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"), Needs(Permission.RunSession)]
    public Task<IActionResult> NameBoard(int year, int number, NameBoard.Command command) =>
        InRoom(year, number, room => Do(command with { CycleId = room.Cycle.Id, Number = number }, () => To(year, number, "Đã ghi ban kiểm phiếu."), Again("NameBoard", room)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/ket-thuc"), Needs(Permission.RunSession)]
    public Task<IActionResult> EndSession(int year, int number) =>
        InRoom(year, number, room => Do(new EndSession.Command { CycleId = room.Cycle.Id, Number = number }, () => To(year, number, "Phiên họp đã kết thúc."), Again("SessionPage", room)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/huy"), Needs(Permission.RunSession)]
    public Task<IActionResult> CancelSession(int year, int number) =>
        InRoom(year, number, room => Do(new CancelSession.Command { CycleId = room.Cycle.Id, Number = number }, () => To(year, null, $"Đã hủy phiên {number}."), Again("SessionPage", room)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/trinh-chieu"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> Projector(int year, int number) => View(await Ask(new Projector.Query(year, number)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> TieVote(int year, int number) => View(await Ask(new TieVote.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.RunSession)]
    public async Task<IActionResult> CountTieBallot(int year, int number, CountTieBallot.Command command)
    {
        var page = await Ask(new TieVote.Query(year, number));
        return await Do(command with { CycleId = page.Room.Cycle.Id, Number = number }, () => To(year, number, "Đã ghi kết quả bỏ phiếu kín.", "/bo-phieu-kin"), async () => View("TieVote", await Ask(new TieVote.Query(year, number))));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban.pdf"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> SessionMinutes(int year, int number)
    {
        var answer = await Ask(new SessionMinutes.Query(year, number));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban-kiem-phieu.pdf"), Needs(Permission.ReadRanking)]
    public async Task<IActionResult> VoteCountRecord(int year, int number)
    {
        var answer = await Ask(new VoteCountRecord.Query(year, number));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    private async Task<IActionResult> InRoom(int year, int number, Func<SessionRoom, Task<IActionResult>> act) => await act(await Ask(new SessionPage.Query(year, number)));

    private Func<Task<IActionResult>> Again(string view, SessionRoom room) => () => Task.FromResult<IActionResult>(View(view, room));

    private RedirectResult To(int year, int? number, string sentence, string rest = "")
    {
        Say(sentence);
        return Redirect(number is { } session ? $"/phien-hop/{year}/{session}{rest}" : $"/phien-hop/{year}");
    }
}
