using Initiatives.Domain.Access;
using Initiatives.Domain.People;
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
        Do(command with { Place = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "" }, () => LocalRedirect(Local(command.Tiep)), async () => View(await Page(command)));

    [HttpPost("/dang-nhap/thu"), AllowAnonymous]
    public async Task<IActionResult> TryDemo(string? email, string? tiep)
    {
        if (!environment.IsDevelopment() || email is null || await signIn.UserManager.FindByEmailAsync(email) is not { } account || !(await Page(new())).Demo.Any(card => card.Email == email)) return NotFound();
        await signIn.SignInAsync(account, isPersistent: false);
        return LocalRedirect(Local(tiep));
    }

    [HttpPost("/dang-xuat"), Needs(Permission.SignedIn)]
    public new Task<IActionResult> SignOut() => Do(new SignOut.Command(), () => LocalRedirect("/"), () => Task.FromResult<IActionResult>(LocalRedirect("/")));

    [HttpGet("/quan-tri/tai-khoan"), Needs(Permission.ManageAccounts)]
    public async Task<IActionResult> AccountList(AccountList.Query query) => View(await Accounts(query));

    [HttpPost("/quan-tri/tai-khoan"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> CreateAccount(CreateAccount.Command command, Role[] roles) => Do(command with { Roles = roles },
        _ => Made(command.Email),
        async () => View(nameof(AccountList), await Accounts(new AccountList.Query())));

    [HttpPost("/quan-tri/tai-khoan/dong"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> CloseAccounts(CloseAccounts.Command command) => Do(command,
        count => Told($"Đã đóng {count} tài khoản: phiên đăng nhập dừng ngay, liên kết đã cấp không dùng được nữa."),
        Refused);

    [HttpPost("/quan-tri/tai-khoan/mo"), Needs(Permission.ManageAccounts)]
    public Task<IActionResult> ReopenAccounts(ReopenAccounts.Command command) => Do(command,
        count => Told($"Đã mở lại {count} tài khoản."),
        Refused);

    [HttpGet("/tai-khoan/mat-khau"), Needs(Permission.SignedIn)]
    public IActionResult ChangePassword() => View();

    [HttpPost("/tai-khoan/mat-khau"), Needs(Permission.SignedIn)]
    public Task<IActionResult> ChangePassword(ChangePassword.Command command) => Do(command,
        () => Told("Đã đổi mật khẩu. Các phiên đăng nhập khác đã dừng.", "/viec"),
        () => Task.FromResult<IActionResult>(View()));

    private async Task<AccountList.Screen> Accounts(AccountList.Query query) => new(await Ask(query), await Ask(new UnitChoices.Query()));

    private RedirectResult Made(string email)
    {
        Say($"Đã tạo tài khoản {email}.");
        return Redirect($"/quan-tri/tai-khoan?q={Uri.EscapeDataString(email)}");
    }

    private RedirectResult Told(string sentence, string path = "/quan-tri/tai-khoan")
    {
        Say(sentence);
        return Redirect(path);
    }

    private Task<IActionResult> Refused()
    {
        SayRefusal();
        return Task.FromResult<IActionResult>(Redirect("/quan-tri/tai-khoan"));
    }

    private async Task<SignIn.View> Page(SignIn.Command command) => new(command, await Ask(new OfferedAccounts.Query()));

    private string Local(string? path) => LocalOr(path, "/viec");
}
