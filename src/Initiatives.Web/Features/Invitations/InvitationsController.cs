using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Invitations;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InvitationsController(IMediator mediator, IConfiguration configuration) : FeatureController(mediator)
{
    private const string Accounts = "/quan-tri/tai-khoan";

    /// <summary>The answer to the form itself is the page to print: the codes on it exist nowhere else.</summary>
    [HttpPost("/quan-tri/tai-khoan/phieu"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> PrintSlips(IssueLinks.Command command) => Do(command with { ByMail = false },
        issued => View(new SlipSheet(issued, configuration.SiteAddress() ?? $"{Request.Scheme}://{Request.Host}")),
        Refused);

    [HttpPost("/quan-tri/tai-khoan/thu-moi"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> IssueLinks(IssueLinks.Command command) => Do(command with { ByMail = true },
        issued => Told($"Đang gửi {issued.Count} thư có liên kết đặt mật khẩu.{(issued.Closed > 0 ? $" {issued.Closed} tài khoản đang đóng được bỏ qua." : "")}"),
        Refused);

    [HttpPost("/quan-tri/tai-khoan/thu-hoi"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> RevokeLinks(RevokeLinks.Command command) => Do(command,
        count => Told($"Đã thu hồi {count} liên kết: mở ra không đặt được mật khẩu nữa."),
        Refused);

    /// <summary>For whoever types from a slip: the code alone.</summary>
    [HttpGet("/tai-khoan/nhan"), AllowAnonymous]
    public IActionResult TypeCode(string? ma) => Typed(ma, LinkPurpose.Invitation);

    [HttpGet("/tai-khoan/dat-lai"), AllowAnonymous]
    public IActionResult TypeResetCode(string? ma) => Typed(ma, LinkPurpose.Reset);

    [HttpGet("/tai-khoan/nhan/{token}"), AllowAnonymous]
    public Task<IActionResult> AcceptLink(string token) => Held(token, LinkPurpose.Invitation);

    [HttpPost("/tai-khoan/nhan/{token}"), AllowAnonymous]
    public Task<IActionResult> AcceptLink(string token, AcceptLink.Command command) => Choose(command with { Token = token, Purpose = LinkPurpose.Invitation });

    [HttpGet("/tai-khoan/dat-lai/{token}"), AllowAnonymous]
    public Task<IActionResult> ResetLink(string token) => Held(token, LinkPurpose.Reset);

    [HttpPost("/tai-khoan/dat-lai/{token}"), AllowAnonymous]
    public Task<IActionResult> ResetLink(string token, AcceptLink.Command command) => Choose(command with { Token = token, Purpose = LinkPurpose.Reset });

    [HttpGet("/quen-mat-khau"), AllowAnonymous]
    public async Task<IActionResult> AskReset(bool xong) => View(await Ask(new AskReset.Query()) with { IsAsked = xong });

    [HttpPost("/quen-mat-khau"), AllowAnonymous]
    public Task<IActionResult> AskReset(AskReset.Command command) => Do(command with { Place = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "" },
        () => Redirect("/quen-mat-khau?xong=true"),
        async () => View(await Ask(new AskReset.Query()) with { Email = command.Email }));

    private IActionResult Typed(string? code, LinkPurpose purpose)
    {
        if (code is null) return View(nameof(TypeCode), LinkTokens.PathOf(purpose));
        var letters = LinkToken.Read(code);
        return Redirect($"{LinkTokens.PathOf(purpose)}/{(letters.Length > 0 ? LinkToken.Show(letters) : "sai-ma")}");
    }

    private Task<IActionResult> Choose(AcceptLink.Command command) => Do(command,
        () => Redirect("/viec"),
        () => Held(command.Token, command.Purpose));

    /// <summary>A link that lives shows its form, refused or not; a dead one is gone, an unknown one was never there.</summary>
    private async Task<IActionResult> Held(string token, LinkPurpose purpose)
    {
        var view = await Ask(new AcceptLink.Query(token, purpose));
        if (view.State is not LinkState.Live) Response.StatusCode = view.State is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return View(nameof(AcceptLink), view);
    }

    private Task<IActionResult> Refused()
    {
        SayRefusal();
        return Task.FromResult<IActionResult>(Redirect(Accounts));
    }

    private RedirectResult Told(string sentence)
    {
        Say(sentence);
        return Redirect(Accounts);
    }
}

/// <summary>Slips and the address that stands on them.</summary>
public sealed record SlipSheet(IssueLinks.Issued Issued, string Site);
