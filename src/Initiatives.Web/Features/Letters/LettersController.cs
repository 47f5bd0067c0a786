using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Letters;

public sealed class LettersController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/to-trinh"), Needs(Permission.ReadLetters)]
    public async Task<IActionResult> LetterList(int trang) => View(nameof(LetterList), await Ask(new LetterList.Query { Trang = trang }));

    [HttpPost("/to-trinh"), Needs(Permission.PrepareLetter)]
    public Task<IActionResult> PrepareLetter(PrepareLetter.Command command) =>
        Do(command, id => Told($"/to-trinh/{id}", "Đã lập tờ trình. Tải về, trình ký, rồi tải bản đã ký lên trang này."), () => LetterList(1));

    [HttpGet("/to-trinh/{id:int}"), Needs(Permission.ReadLetters)]
    public Task<IActionResult> LetterPage(int id) => Page(id);

    [HttpGet("/to-trinh/{id:int}/to-trinh.pdf"), Needs(Permission.ReadLetters)]
    public Task<IActionResult> LetterPdf(int id) => Paper(new LetterFile.Query { Id = id });

    [HttpGet("/to-trinh/{id:int}/to-trinh.docx"), Needs(Permission.ReadLetters)]
    public Task<IActionResult> LetterWord(int id) => Paper(new LetterFile.Query { Id = id, IsWord = true });

    [HttpGet("/to-trinh/{id:int}/ban-ky"), Needs(Permission.ReadLetters)]
    public async Task<IActionResult> SignedScan(int id)
    {
        var file = await Ask(new SignedScan.Query { Id = id });
        return File(file.Content, file.ContentType, file.FileName);
    }

    [HttpPost("/to-trinh/{id:int}/gui"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.PrepareLetter)]
    public Task<IActionResult> SendLetter(int id, SendLetter.Command command, IFormFile? tep) => Do(
        command with { Id = id, Scan = UploadedFile.Of(tep) },
        count => Told($"/to-trinh/{id}", $"Đã gửi {count} hồ sơ tới Sở KH&CN theo tờ trình, mỗi hồ sơ một số tiếp nhận."),
        () => SendAgain(id, tep));

    [HttpPost("/to-trinh/{id:int}/huy"), Needs(Permission.PrepareLetter)]
    public Task<IActionResult> CancelLetter(int id) =>
        Do(new CancelLetter.Command { Id = id }, () => Told("/to-trinh", "Đã hủy tờ trình. Hồ sơ còn chờ thủ trưởng lập được tờ trình khác."), () => Page(id));

    private Task<IActionResult> SendAgain(int id, IFormFile? tep)
    {
        AskForFileAgain("Tep", tep?.FileName);
        return Page(id);
    }

    private async Task<IActionResult> Page(int id) => View("LetterPage", await Ask(new LetterPage.Query { Id = id }));

    private async Task<IActionResult> Paper(LetterFile.Query query)
    {
        var file = await Ask(query);
        return File(file.Content, file.ContentType, file.FileName);
    }

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
