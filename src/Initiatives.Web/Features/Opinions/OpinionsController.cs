using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Opinions;

public sealed class OpinionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/tham-dinh/{id:int}/hoi-y-kien"), Needs(Permission.AppraiseInitiative)]
    public async Task<IActionResult> OpinionForm(int id) => View(nameof(OpinionForm), await Ask(new OpinionForm.Query(id)));

    [HttpPost("/tham-dinh/{id:int}/hoi-y-kien"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> AskOpinion(int id, AskOpinion.Command command) =>
        Do(command with { Id = id }, () => Told($"/tham-dinh/{id}", "Đã gửi câu hỏi. Đơn vị được hỏi nhận thư và thấy việc ở trang của mình."), () => OpinionForm(id));

    [HttpGet("/y-kien/{id:int}/thu-hoi"), Needs(Permission.AppraiseInitiative)]
    public async Task<IActionResult> WithdrawOpinion(int id) => View(nameof(WithdrawOpinion), await Ask(new WithdrawOpinion.Query(id)));

    [HttpPost("/y-kien/{id:int}/thu-hoi"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> WithdrawOpinion(int id, WithdrawOpinion.Command command) =>
        Do(command with { Id = id }, dossier => Told($"/tham-dinh/{dossier}", "Đã thu hồi yêu cầu ý kiến."), () => WithdrawOpinion(id));

    [HttpGet("/y-kien"), Needs(Permission.AnswerOpinion)]
    public async Task<IActionResult> OpinionList() => View(await Ask(new OpinionList.Query()));

    [HttpGet("/y-kien/{id:int}"), Needs(Permission.AnswerOpinion)]
    public async Task<IActionResult> OpinionPage(int id) => View(nameof(OpinionPage), await Ask(new OpinionPage.Query(id)));

    [HttpPost("/y-kien/{id:int}"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.AnswerOpinion)]
    public Task<IActionResult> AnswerOpinion(int id, string? answer, IFormFile? tep) =>
        Do(new AnswerOpinion.Command { Id = id, Answer = answer ?? "", Tep = UploadedFile.Of(tep) }, () => Told($"/y-kien/{id}", "Đã gửi ý kiến tới Sở KH&CN."), () => OpinionPage(id));

    [HttpGet("/y-kien/{id:int}/van-ban"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> OpinionPaper(int id) => Send(await Ask(new OpinionPaper.Query(id)));

    [HttpGet("/y-kien/{id:int}/tep/{fileId:int}"), Needs(Permission.AnswerOpinion)]
    public async Task<IActionResult> SharedFile(int id, int fileId) => Send(await Ask(new SharedFile.Query(id, fileId)));

    private FileStreamResult Send(OpinionDownload file) => File(file.Content, file.ContentType, file.FileName);

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
