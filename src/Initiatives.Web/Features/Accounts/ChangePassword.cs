using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Somebody changes his own password: every other session of his ends, links to choose one die.</summary>
public static class ChangePassword
{
    public sealed record Command : IRequest<Result>
    {
        [Required(ErrorMessage = "Nhập mật khẩu đang dùng."), StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
        public string Current { get; init; } = "";

        [Required(ErrorMessage = "Nhập mật khẩu mới."), StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
        public string Password { get; init; } = "";

        [StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự."), Compare(nameof(Password), ErrorMessage = "Hai lần gõ không giống nhau. Gõ lại mật khẩu mới.")]
        public string Again { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, SignInManager<Account> signIn, Attempts attempts, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var account = await db.Users.SingleAsync(item => item.PersonId == who.PersonId, cancellationToken);
            var person = await db.People.SingleAsync(item => item.Id == who.PersonId, cancellationToken);
            var key = $"doi-mat-khau:{who.PersonId}";
            if (!attempts.Allow(key, SecuritySetup.WrongPasswords, TimeSpan.FromMinutes(SecuritySetup.RestMinutes))) return Result.Fail(nameof(request.Current), $"Nhập sai nhiều lần, chờ {SecuritySetup.RestMinutes} phút rồi thử lại.");
            if (!await signIn.UserManager.CheckPasswordAsync(account, request.Current)) return Result.Fail(nameof(request.Current), "Mật khẩu đang dùng không đúng.");
            attempts.Forgive(key);
            if (request.Password == request.Current) return Result.Fail(nameof(request.Password), "Mật khẩu mới phải khác mật khẩu đang dùng.");
            if (PasswordRules.Refusal(request.Password, person.Name, account.Email ?? "") is { } refusal) return Result.Fail(nameof(request.Password), refusal);
            account.ChoosePassword(signIn.UserManager.PasswordHasher.HashPassword(account, request.Password));
            foreach (var link in await db.For(who).AccountLinks.Where(link => link.PersonId == who.PersonId && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken)) link.Revoke(now);
            db.Record(who, JournalActions.PasswordChanged, person);
            await db.SaveChangesAsync(cancellationToken);
            await signIn.SignInAsync(account, isPersistent: false);
            return Result.Success;
        }
    }
}
