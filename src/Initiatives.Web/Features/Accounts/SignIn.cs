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

        /// <summary>Where the request comes from; set by the server.</summary>
        [StringLength(100)]
        public string Place { get; init; } = "";
    }

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(SecuritySetup.RestMinutes);

    private static readonly string Refusal = "Thư điện tử hoặc mật khẩu không đúng. " +
        $"Nhập sai {SecuritySetup.WrongPasswords} lần liền thì phải chờ {SecuritySetup.RestMinutes} phút mới đăng nhập được từ mạng đang dùng, cả mạng nhập sai {SecuritySetup.WrongFromPlace} lần cũng vậy; quên mật khẩu thì bấm “Quên mật khẩu”.";

    /// <summary>The page: the form, and in Development the demo accounts.</summary>
    public sealed record View(Command Form, IReadOnlyList<DemoCard> Demo);

    /// <summary>A demo account as a button.</summary>
    public sealed record DemoCard(string Label, string Name, string UnitName, string Email);

    public sealed class Handler(SignInManager<Account> signIn, AppDb db, Attempts attempts, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (users, email) = (signIn.UserManager, request.Email.Trim());
            var (place, both) = ($"dang-nhap:noi:{request.Place}", $"dang-nhap:{users.NormalizeEmail(email)}:{request.Place}");
            var account = await users.FindByEmailAsync(email);
            // Counted before the password is looked at, so that guesses made all at once are counted too.
            var mayTry = !attempts.IsSpent(place, SecuritySetup.WrongFromPlace, Rest) && attempts.Allow(both, SecuritySetup.WrongPasswords, Rest);
            var result = account is null || !mayTry ? SignInResult.Failed : await signIn.PasswordSignInAsync(account, request.Password, isPersistent: false, lockoutOnFailure: false);
            // Neither the words nor the time taken tell an unknown address, a resting or closed account and a wrong password apart.
            if (!mayTry || account?.PasswordHash is null || result.IsLockedOut) users.PasswordHasher.HashPassword(account ?? new Account(), request.Password);
            if (!result.Succeeded)
            {
                if (mayTry) attempts.Allow(place, SecuritySetup.WrongFromPlace, Rest);
                return Result.Fail(nameof(request.Password), Refusal);
            }

            attempts.Forgive(both);
            var person = await db.People.SingleAsync(item => item.Id == account!.PersonId, cancellationToken);
            account!.LastSignInAt = clock.GetUtcNow().UtcDateTime;
            db.Record(person.AsActor(), JournalActions.SignedIn, person);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
