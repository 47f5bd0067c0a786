using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The sessions of a cycle and what is done in one, as a whole and dossier by dossier.</summary>
public sealed class SessionsController(IMediator mediator) : FeatureController(mediator)
{
    private const string Dossier = "/phien-hop/{year:int}/{number:int}/{initiativeId:int}";

    [HttpGet("/phien-hop/{year:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> SessionList(int year) => View(await Ask(new SessionList.Query(year)));

    [HttpGet("/phien-hop/{year:int}/lap"), Needs(Permission.RunSession), ReadsScores]
    public async Task<IActionResult> PlanSession(int year) => View(await Ask(new SessionList.Query(year)));

    [HttpPost("/phien-hop/{year:int}/lap"), Needs(Permission.RunSession)]
    public async Task<IActionResult> PlanSession(int year, PlanSession.Command command)
    {
        var list = await Ask(new SessionList.Query(year));
        return await Do(command with { CycleId = list.Cycle.Id }, number => To(year, number, "Đã lập phiên họp."), () => Task.FromResult<IActionResult>(View(list)));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> SessionPage(int year, int number) => View(await Ask(new SessionPage.Query(year, number)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/diem-danh"), Needs(Permission.RunSession), ReadsScores]
    public async Task<IActionResult> RecordSession(int year, int number) => View(await Ask(new SessionPage.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/diem-danh"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordSession(int year, int number, RecordSession.Command command) =>
        InRoom(year, number, room => Do(command with { CycleId = room.Cycle.Id, Number = number }, _ => To(year, number, "Đã ghi điểm danh."), Again("RecordSession", room)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"), Needs(Permission.RunSession), ReadsScores]
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

    [HttpGet("/phien-hop/{year:int}/{number:int}/trinh-chieu"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> Projector(int year, int number) => View(await Ask(new Projector.Query(year, number)));

    [HttpGet("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> TieVote(int year, int number) => View(await Ask(new TieVote.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.RunSession)]
    public async Task<IActionResult> CountTieBallot(int year, int number, CountTieBallot.Command command)
    {
        var page = await Ask(new TieVote.Query(year, number));
        return await Do(command with { CycleId = page.Room.Cycle.Id, Number = number }, () => To(year, number, "Đã ghi kết quả bỏ phiếu kín.", "/bo-phieu-kin"), async () => View("TieVote", await Ask(new TieVote.Query(year, number))));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban.pdf"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> SessionMinutes(int year, int number)
    {
        var answer = await Ask(new SessionMinutes.Query(year, number));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban-kiem-phieu.pdf"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> VoteCountRecord(int year, int number)
    {
        var answer = await Ask(new VoteCountRecord.Query(year, number));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet(Dossier), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> DossierVote(int year, int number, int initiativeId) => View(await Ask(new DossierVote.Query(year, number, initiativeId)));

    [HttpPost(Dossier + "/xet"), Needs(Permission.RunSession)]
    public Task<IActionResult> TakeUpItem(int year, int number, int initiativeId) =>
        Act(year, number, initiativeId, new TakeUpItem.Command { InitiativeId = initiativeId, Number = number }, "Đang xét hồ sơ này.");

    [HttpPost(Dossier + "/dien-bien"), Needs(Permission.RunSession)]
    public Task<IActionResult> NoteItem(int year, int number, int initiativeId, NoteItem.Command command) =>
        Act(year, number, initiativeId, command with { InitiativeId = initiativeId, Number = number }, "Đã ghi diễn biến.", "#bieu-quyet");

    [HttpPost(Dossier + "/hoan"), Needs(Permission.RunSession)]
    public Task<IActionResult> PostponeItem(int year, int number, int initiativeId, PostponeItem.Command command) =>
        Act(year, number, initiativeId, command with { InitiativeId = initiativeId, Number = number }, "Đã hoãn hồ sơ sang phiên sau.");

    [HttpPost(Dossier + "/chot-diem"), Needs(Permission.RunSession)]
    public Task<IActionResult> CloseDossierScoring(int year, int number, int initiativeId) =>
        Act(year, number, initiativeId, new CloseDossierScoring.Command { InitiativeId = initiativeId, Number = number }, "Đã chốt điểm hồ sơ này.");

    [HttpPost(Dossier + "/bieu-quyet"), Needs(Permission.RunSession)]
    public Task<IActionResult> ConcludeInitiative(int year, int number, int initiativeId, ConcludeInitiative.Command command) =>
        Act(year, number, initiativeId, command with { InitiativeId = initiativeId, Number = number }, command.Op == "luu" ? "Đã ghi số phiếu; chỉ bạn thấy cho đến khi công bố." : "Đã công bố kết quả và ghi kết luận.", "#ket-luan");

    [HttpPost(Dossier + "/nghi-quyet"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordResolution(int year, int number, int initiativeId, RecordResolution.Command command) =>
        Act(year, number, initiativeId, command with { InitiativeId = initiativeId, Number = number }, "Đã ghi nghị quyết của Hội đồng.", "#ket-luan");

    [HttpPost(Dossier + "/bao-luu"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordDissent(int year, int number, int initiativeId, RecordDissent.Command command) =>
        Act(year, number, initiativeId, command with { InitiativeId = initiativeId, Number = number }, "Đã ghi ý kiến bảo lưu.", "#bao-luu");

    [HttpPost(Dossier + "/thu-tu"), Needs(Permission.RunSession)]
    public async Task<IActionResult> MoveItem(int year, int number, int initiativeId, MoveItem.Command command)
    {
        var room = await Ask(new SessionPage.Query(year, number));
        return await Do(command with { InitiativeId = initiativeId, Number = number }, () => Redirect($"/phien-hop/{year}/{number}#hs-{initiativeId}"), () => Task.FromResult<IActionResult>(View("SessionPage", room)));
    }

    private async Task<IActionResult> InRoom(int year, int number, Func<SessionRoom, Task<IActionResult>> act) => await act(await Ask(new SessionPage.Query(year, number)));

    private Func<Task<IActionResult>> Again(string view, SessionRoom room) => () => Task.FromResult<IActionResult>(View(view, room));

    private RedirectResult To(int year, int? number, string sentence, string rest = "")
    {
        Say(sentence);
        return Redirect(number is { } session ? $"/phien-hop/{year}/{session}{rest}" : $"/phien-hop/{year}");
    }

    private Task<IActionResult> Act(int year, int number, int initiativeId, IRequest<Result> command, string sentence, string place = "") => Do(command, () =>
    {
        Say(sentence);
        return Redirect($"/phien-hop/{year}/{number}/{initiativeId}{place}");
    }, async () => View("DossierVote", await Ask(new DossierVote.Query(year, number, initiativeId))));
}
