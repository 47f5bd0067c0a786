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
    public async Task<IActionResult> RecordSession(int year, int number) => View(await Room(year, number));

    [HttpPost("/phien-hop/{year:int}/{number:int}/diem-danh"), Needs(Permission.RunSession)]
    public async Task<IActionResult> RecordSession(int year, int number, RecordSession.Command command)
    {
        var room = await Room(year, number);
        return await Do(command with { CycleId = room.Cycle.Id, Number = number }, _ => To(year, number, "Đã ghi điểm danh."), () => Task.FromResult<IActionResult>(View(room)));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"), Needs(Permission.RunSession), ReadsScores]
    public async Task<IActionResult> NameBoard(int year, int number) => View(await Room(year, number));

    [HttpPost("/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"), Needs(Permission.RunSession)]
    public async Task<IActionResult> NameBoard(int year, int number, NameBoard.Command command)
    {
        var room = await Room(year, number);
        return await Do(command with { CycleId = room.Cycle.Id, Number = number }, () => To(year, number, "Đã ghi ban kiểm phiếu."), () => Task.FromResult<IActionResult>(View(room)));
    }

    [HttpPost("/phien-hop/{year:int}/{number:int}/ket-thuc"), Needs(Permission.RunSession)]
    public async Task<IActionResult> EndSession(int year, int number, EndSession.Command command)
    {
        var page = await Ask(new SessionPage.Query(year, number));
        return await Do(command with { CycleId = page.Room.Cycle.Id, Number = number }, () => To(year, number, "Phiên họp đã kết thúc."), () => Task.FromResult<IActionResult>(View("SessionPage", page)));
    }

    [HttpPost("/phien-hop/{year:int}/{number:int}/huy"), Needs(Permission.RunSession)]
    public async Task<IActionResult> CancelSession(int year, int number)
    {
        var page = await Ask(new SessionPage.Query(year, number));
        return await Do(new CancelSession.Command { CycleId = page.Room.Cycle.Id, Number = number }, () => To(year, null, $"Đã hủy phiên {number}."), () => Task.FromResult<IActionResult>(View("SessionPage", page)));
    }

    [HttpGet("/phien-hop/{year:int}/{number:int}/trinh-chieu"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> Projector(int year, int number) => View(await Room(year, number));

    [HttpGet("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.HoldTieBallot), ReadsScores]
    public async Task<IActionResult> TieVote(int year, int number) => View(await Ask(new TieVote.Query(year, number)));

    [HttpPost("/phien-hop/{year:int}/{number:int}/bo-phieu-kin"), Needs(Permission.HoldTieBallot)]
    public Task<IActionResult> CountTieBallot(int year, int number, CountTieBallot.Command command) =>
        Do(command with { Year = year, Number = number }, () => To(year, number, "Đã ghi kết quả bỏ phiếu kín.", "/bo-phieu-kin"), async () => View("TieVote", await Ask(new TieVote.Query(year, number))));

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban.pdf"), Needs(Permission.ReadRanking), ReadsScores]
    public Task<IActionResult> SessionMinutes(int year, int number) => Pdf(new SessionMinutes.Query(year, number));

    [HttpGet("/phien-hop/{year:int}/{number:int}/bien-ban-kiem-phieu.pdf"), Needs(Permission.ReadRanking), ReadsScores]
    public Task<IActionResult> VoteCountRecord(int year, int number) => Pdf(new VoteCountRecord.Query(year, number));

    [HttpGet(Dossier), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> DossierVote(int year, int number, int initiativeId) => View(await Ask(new DossierVote.Query(year, number, initiativeId)));

    [HttpPost(Dossier + "/xet"), Needs(Permission.RunSession)]
    public Task<IActionResult> TakeUpItem(int year, int number, int initiativeId) => Act(year, number, initiativeId, new TakeUpItem.Command(), "Đang xét hồ sơ này.");

    [HttpPost(Dossier + "/dien-bien"), Needs(Permission.RunSession)]
    public Task<IActionResult> NoteItem(int year, int number, int initiativeId, NoteItem.Command command) => Act(year, number, initiativeId, command, "Đã ghi diễn biến.", "#bieu-quyet");

    [HttpPost(Dossier + "/hoan"), Needs(Permission.RunSession)]
    public Task<IActionResult> PostponeItem(int year, int number, int initiativeId, PostponeItem.Command command) => Act(year, number, initiativeId, command, "Đã hoãn hồ sơ sang phiên sau.");

    [HttpPost(Dossier + "/chot-diem"), Needs(Permission.RunSession)]
    public Task<IActionResult> CloseDossierScoring(int year, int number, int initiativeId, CloseDossierScoring.Command command) => Act(year, number, initiativeId, command, "Đã chốt điểm hồ sơ này.");

    [HttpPost(Dossier + "/bieu-quyet"), Needs(Permission.RunSession)]
    public Task<IActionResult> ConcludeInitiative(int year, int number, int initiativeId, ConcludeInitiative.Command command) =>
        Act(year, number, initiativeId, command, command.Op == "luu" ? "Đã ghi số phiếu; chỉ bạn thấy cho đến khi công bố." : "Đã công bố kết quả và ghi kết luận.", command.Op == "luu" ? "#bieu-quyet" : "#ket-luan");

    [HttpPost(Dossier + "/bo-so-phieu"), Needs(Permission.RunSession)]
    public Task<IActionResult> DiscardVote(int year, int number, int initiativeId) => Act(year, number, initiativeId, new DiscardVote.Command(), "Đã bỏ số phiếu chưa công bố.", "#bieu-quyet");

    [HttpPost(Dossier + "/nghi-quyet"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordResolution(int year, int number, int initiativeId, RecordResolution.Command command) => Act(year, number, initiativeId, command, "Đã ghi nghị quyết của Hội đồng.", "#ket-luan");

    [HttpPost(Dossier + "/bao-luu"), Needs(Permission.RunSession)]
    public Task<IActionResult> RecordDissent(int year, int number, int initiativeId, RecordDissent.Command command) => Act(year, number, initiativeId, command, "Đã ghi ý kiến bảo lưu.", "#bao-luu");

    [HttpPost(Dossier + "/thu-tu"), Needs(Permission.RunSession)]
    public async Task<IActionResult> MoveItem(int year, int number, int initiativeId, MoveItem.Command command)
    {
        var page = await Ask(new SessionPage.Query(year, number));
        return await Do(command with { InitiativeId = initiativeId, Number = number }, () => Redirect($"/phien-hop/{year}/{number}#hs-{initiativeId}"), () => Task.FromResult<IActionResult>(View("SessionPage", page)));
    }

    private Task<SessionRoom> Room(int year, int number) => Ask(new Projector.Query(year, number));

    private async Task<IActionResult> Pdf(IRequest<SessionMinutes.Answer> query)
    {
        var answer = await Ask(query);
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    private RedirectResult To(int year, int? number, string sentence, string rest = "")
    {
        Say(sentence);
        return Redirect(number is { } session ? $"/phien-hop/{year}/{session}{rest}" : $"/phien-hop/{year}");
    }

    private Task<IActionResult> Act(int year, int number, int initiativeId, ItemCommand command, string sentence, string place = "") => Do(command with { InitiativeId = initiativeId, Number = number },
        () => To(year, number, sentence, $"/{initiativeId}{place}"),
        async () => View("DossierVote", await Ask(new DossierVote.Query(year, number, initiativeId))));
}
