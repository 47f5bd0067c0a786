using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One dossier in a session: its page and what the secretary does on it.</summary>
public sealed partial class SessionsController
{
    private const string Dossier = "/phien-hop/{year:int}/{number:int}/{initiativeId:int}";

    [HttpGet(Dossier), Needs(Permission.ReadRanking)]
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

    private Task<IActionResult> Act(int year, int number, int initiativeId, IRequest<Result> command, string sentence, string place = "") => Do(command, () =>
    {
        Say(sentence);
        return Redirect($"/phien-hop/{year}/{number}/{initiativeId}{place}");
    }, async () => View("DossierVote", await Ask(new DossierVote.Query(year, number, initiativeId))));
}
