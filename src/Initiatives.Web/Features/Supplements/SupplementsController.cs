using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Supplements;

public sealed class SupplementsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/tham-dinh/{id:int}/yeu-cau-bo-sung"), Needs(Permission.AppraiseInitiative)]
    public async Task<IActionResult> SupplementForm(int id) => View(nameof(SupplementForm), await Ask(new SupplementForm.Query(id)));

    [HttpPost("/tham-dinh/{id:int}/yeu-cau-bo-sung"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> RequestSupplement(int id, RequestSupplement.Command command) =>
        Do(command with { Id = id }, () => Told($"/tham-dinh/{id}", "Đã gửi yêu cầu bổ sung. Đơn vị nhận thư và thấy việc ở trang của mình."), () => SupplementForm(id));

    [HttpGet("/tham-dinh/{id:int}/bo-sung"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> SupplementReview(int id, int? lan) => View(nameof(SupplementReview), await Ask(new SupplementReview.Query(id, lan)));

    [HttpPost("/tham-dinh/{id:int}/bo-sung"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> DecideSupplement(int id, DecideSupplement.Command command) =>
        Do(command with { Id = id }, done => Told(done.IsClosed ? $"/tham-dinh/{id}" : $"/tham-dinh/{id}/bo-sung", Decided(done)), () => SupplementReview(id, null));

    [HttpPost("/tham-dinh/{id:int}/bo-sung/gia-han"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> ExtendSupplement(int id, ExtendSupplement.Command command) =>
        Do(command with { Id = id }, () => Told($"/tham-dinh/{id}/bo-sung", "Đã gia hạn. Đơn vị trả lời tiếp được."), () => SupplementReview(id, null));

    [HttpPost("/tham-dinh/{id:int}/bo-sung/khong-cho"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> GoOnWithoutSupplement(int id, GoOnWithoutSupplement.Command command) =>
        Do(command with { Id = id }, () => Told($"/tham-dinh/{id}", "Thẩm định tiếp với hồ sơ đã có."), () => SupplementReview(id, null));

    [HttpGet("/sang-kien/{id:int}/bo-sung"), Needs(Permission.ReadOwnInitiatives)]
    public async Task<IActionResult> SupplementPage(int id, int? lan) => View(nameof(SupplementPage), await Ask(new SupplementPage.Query(id, lan)));

    /// <summary>A script saves while somebody types and reads the answer as JSON; the button comes back to the item.</summary>
    [HttpPost("/sang-kien/{id:int}/bo-sung/{itemId:int}"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SaveSupplementAnswer(int id, int itemId, SaveSupplementAnswer.Command command) =>
        Do(command with { Id = id, ItemId = itemId }, saved => WantsJson ? Json(saved) : Told($"/sang-kien/{id}/bo-sung#muc-{itemId}", "Đã lưu, chưa gửi."), () => Again(id, itemId));

    [HttpPost("/sang-kien/{id:int}/bo-sung/{itemId:int}/tep"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> AttachSupplementFile(int id, int itemId, IFormFile? tep) =>
        Do(new AttachSupplementFile.Command { Id = id, ItemId = itemId, Tep = UploadedFile.Of(tep) }, () => Told($"/sang-kien/{id}/bo-sung#muc-{itemId}", "Đã thêm tệp, chưa gửi."), () => Again(id, itemId));

    [HttpPost("/sang-kien/{id:int}/bo-sung/tep/{fileId:int}/bo"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> RemoveSupplementFile(int id, int fileId) =>
        Do(new RemoveSupplementFile.Command(id, fileId), () => Told($"/sang-kien/{id}/bo-sung", "Đã bỏ tệp."), () => SupplementPage(id, null));

    [HttpPost("/sang-kien/{id:int}/bo-sung/gui"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SendSupplement(int id) =>
        Do(new SendSupplement.Command { Id = id }, () => Told($"/sang-kien/{id}/bo-sung", "Đã gửi bổ sung. Sở KH&CN xem từng mục rồi thẩm định tiếp."), () => SupplementPage(id, null));

    [HttpGet("/bo-sung/tep/{fileId:int}"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> DownloadSupplementFile(int fileId)
    {
        var file = await Ask(new DownloadSupplementFile.Query(fileId));
        return File(file.Content, file.ContentType, file.FileName);
    }

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private Task<IActionResult> Again(int id, int itemId)
    {
        ViewBag.ItemId = itemId;   // what was typed belongs to this item's form
        return SupplementPage(id, null);
    }

    private static string Decided(DecideSupplement.Done done) =>
        done.AskedAgain > 0 ? $"Đã chấp nhận {done.Accepted} mục, hỏi lại {done.AskedAgain} mục." : done.IsClosed ? "Mọi mục bổ sung đã được chấp nhận. Thẩm định tiếp từ chỗ đang dở." : $"Đã chấp nhận {done.Accepted} mục.";

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
