using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Notices;

public sealed class NoticesController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/thong-bao"), Needs(Permission.IssueNotice)]
    public async Task<IActionResult> NoticeList(int? ky) => View(nameof(NoticeList), await Ask(new NoticeList.Query(ky)));

    [HttpPost("/thong-bao"), Needs(Permission.IssueNotice)]
    public Task<IActionResult> IssueNotices(IssueNotices.Command command) =>
        Do(command, count => Issued(count, command.Year), () => NoticeList(command.Year));

    [HttpGet("/thong-bao/{id:int}.pdf"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> NoticePdf(int id) => Send(await Ask(new NoticePdf.Query(id)));

    [HttpGet("/sang-kien/{id:int}/thong-bao.pdf"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> InitiativeNotice(int id) => Send(await Ask(new NoticePdf.Query(0, id)));

    [HttpGet("/thong-bao/du-thao/{id:int}.pdf"), Needs(Permission.IssueNotice)]
    public async Task<IActionResult> NoticeDraftPdf(int id) => Send(await Ask(new NoticeDraftPdf.Query(id)));

    private FileStreamResult Send(NoticeFile file) => File(file.Content, "application/pdf", file.FileName);

    private RedirectResult Issued(int count, int year)
    {
        Say(count == 1 ? "Đã ra thông báo. Đơn vị tải được ngay và nhận thư." : $"Đã ra {count} thông báo. Các đơn vị tải được ngay và nhận thư.");
        return Redirect($"/thong-bao?ky={year}");
    }
}
