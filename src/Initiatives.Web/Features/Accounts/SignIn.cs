using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

public static class SignIn
{
    public sealed record Command : IRequest<Result>
    {
        [Required(ErrorMessage = "Nhập thư điện tử."), StringLength(200, ErrorMessage = "Thư điện tử dài tối đa 200 ký tự.")]
        public string Email { get; init; } = "";

        [Required(ErrorMessage = "Nhập mật khẩu."), StringLength(200, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
        public string Password { get; init; } = "";

        /// <summary>Local address to go on to.</summary>
        [StringLength(2000)]
        public string? Tiep { get; init; }
    }

    private static readonly string Refusal = "Thư điện tử hoặc mật khẩu không đúng. " +
        $"Nhập sai {SecuritySetup.WrongPasswords} lần liền thì phải chờ {SecuritySetup.LockoutMinutes} phút mới đăng nhập được; quên mật khẩu thì bấm “Quên mật khẩu”.";

    /// <summary>The page: the form, and in Development the demo accounts.</summary>
    public sealed record View(Command Form, IReadOnlyList<DemoCard> Demo);

    /// <summary>A demo account as a button.</summary>
    public sealed record DemoCard(string Label, string Name, string UnitName, string Email);

    public sealed class Handler(SignInManager<Account> signIn, AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var users = signIn.UserManager;
            var account = await users.FindByEmailAsync(request.Email.Trim());
            var result = account is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(account, request.Password, isPersistent: false, lockoutOnFailure: true);
            // Neither the words nor the time taken tell an unknown address, a resting account and a wrong password apart.
            if (account is null || result.IsLockedOut) users.PasswordHasher.HashPassword(account ?? new Account(), request.Password);
            if (!result.Succeeded) return Result.Fail(nameof(request.Password), Refusal);
            var person = await db.People.SingleAsync(item => item.Id == account!.PersonId, cancellationToken);
            account!.LastSignInAt = clock.GetUtcNow().UtcDateTime;
            db.Record(person.AsActor(), JournalActions.SignedIn, person);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
