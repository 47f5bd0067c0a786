using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Decisions;

public sealed class DecisionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/quyet-dinh"), Needs(Permission.ReadDecisions)]
    public async Task<IActionResult> DecisionList() => View(await Ask(new DecisionList.Query()));

    [HttpPost("/quyet-dinh/soan-cong-nhan"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> DraftRecognition(DraftRecognition.Command command) => Do(command, id => Redirect($"/quyet-dinh/{id}"), List);

    [HttpPost("/quyet-dinh/soan-bang-khen"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> DraftMerit(DraftMerit.Command command) => Do(command, id => Redirect($"/quyet-dinh/{id}"), List);

    [HttpPost("/quyet-dinh/soan-bo-sung"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> DraftSupplement(DraftSupplement.Command command) => Do(command, id => Redirect($"/quyet-dinh/{id}"), List);

    [HttpGet("/quyet-dinh/{id:int}"), Needs(Permission.ReadDecisions)]
    public async Task<IActionResult> DecisionPage(int id) => View(await Ask(new DecisionPage.Query(id)));

    [HttpPost("/quyet-dinh/{id:int}/the-thuc"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> FillDecision(int id, FillDecision.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã lưu dự thảo."), () => Page(id));

    [HttpGet("/quyet-dinh/{id:int}/chon"), Needs(Permission.DraftDecision)]
    public async Task<IActionResult> ChooseMerit(int id) => View(await Ask(new MeritChoice.Query(id)));

    [HttpPost("/quyet-dinh/{id:int}/chon"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> ChooseMerit(int id, ChooseMerit.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã ghi danh sách đề xuất tặng Bằng khen."), () => ChooseMerit(id));

    [HttpPost("/quyet-dinh/{id:int}/y-kien"), Needs(Permission.GiveMeritOpinion)]
    public Task<IActionResult> RecordOpinion(int id, RecordOpinion.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã ghi ý kiến của Sở Nội vụ."), () => Page(id));

    [HttpPost("/quyet-dinh/{id:int}/trinh-ky"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> FreezeDecision(int id, FreezeDecision.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã trình ký. Bản PDF đã được giữ cố định."), () => Page(id));

    [HttpPost("/quyet-dinh/{id:int}/lay-lai"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> ReopenDecision(int id, ReopenDecision.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã lấy lại dự thảo để sửa."), () => Page(id));

    [HttpPost("/quyet-dinh/{id:int}/ky"), Needs(Permission.SignDecision)]
    public Task<IActionResult> SignDecision(int id, SignDecision.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã ký. Sở KH&CN sẽ công bố quyết định."), () => Page(id));

    [HttpPost("/quyet-dinh/{id:int}/cong-bo"), Needs(Permission.DraftDecision)]
    public Task<IActionResult> PublishDecision(int id, PublishDecision.Command command) =>
        Do(command with { Id = id }, () => Back(id, "Đã công bố. Tác giả và đơn vị thấy kết quả ngay bây giờ."), () => Page(id));

    [HttpGet("/quyet-dinh/{id:int}/van-ban.pdf"), Needs(Permission.ReadDecisions)]
    public async Task<IActionResult> DecisionPdf(int id)
    {
        var pdf = await Ask(new DecisionPdf.Query(id));
        return pdf.Ok ? File(pdf.Value, "application/pdf") : Problem(pdf.Problems[0].Message, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> List() => View("DecisionList", await Ask(new DecisionList.Query()));

    private async Task<IActionResult> Page(int id) => View("DecisionPage", await Ask(new DecisionPage.Query(id)));

    private RedirectResult Back(int id, string sentence)
    {
        Say(sentence);
        return Redirect($"/quyet-dinh/{id}");
    }
}
