using Initiatives.Domain.Access;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Accounts;

public sealed class AccountsController(IMediator mediator, SignInManager<Account> signIn, IWebHostEnvironment environment) : FeatureController(mediator)
{
    [HttpGet("/dang-nhap"), AllowAnonymous]
    public async Task<IActionResult> SignIn(string? tiep) => View(await Page(new SignIn.Command { Tiep = tiep }));

    [HttpPost("/dang-nhap"), AllowAnonymous]
    public Task<IActionResult> SignIn(SignIn.Command command) =>
        Do(command, () => LocalRedirect(Local(command.Tiep)), async () => View(await Page(command)));

    [HttpPost("/dang-nhap/thu"), AllowAnonymous]
    public async Task<IActionResult> TryDemo(string email, string? tiep)
    {
        if (!environment.IsDevelopment() || await signIn.UserManager.FindByEmailAsync(email) is not { } account || !(await Page(new())).Demo.Any(card => card.Email == email)) return NotFound();
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Local(tiep));
    }

    [HttpPost("/dang-xuat"), Needs(Permission.SignedIn)]
    public new async Task<IActionResult> SignOut()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }

    private async Task<SignIn.View> Page(SignIn.Command command) => new(command, await Ask(new OfferedAccounts.Query()));

    private string Local(string? path) => Url.IsLocalUrl(path) ? path! : "/viec";
}
