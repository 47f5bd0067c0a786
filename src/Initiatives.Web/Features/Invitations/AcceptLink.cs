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

namespace Initiatives.Web.Features.Invitations;

/// <summary>Who holds a link chooses the password, and is signed in. It is used up by that, and every other link of his too.</summary>
public static class AcceptLink
{
    public sealed record Query(string Token, LinkPurpose Purpose) : IRequest<View>;

    public sealed record Command : IRequest<Result>
    {
        [StringLength(100, ErrorMessage = "Mã dài tối đa 100 ký tự.")]
        public string Token { get; init; } = "";

        public LinkPurpose Purpose { get; init; }

        [Required(ErrorMessage = "Nhập mật khẩu mới."), StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
        public string Password { get; init; } = "";

        [StringLength(PasswordRules.Longest, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự."), Compare(nameof(Password), ErrorMessage = "Hai lần gõ không giống nhau. Gõ lại mật khẩu mới.")]
        public string Again { get; init; } = "";
    }

    /// <param name="State">Null: there is no such link, or it is of another kind. Nothing but the holder's own is told.</param>
    /// <param name="At">When it was used, taken back or ended; while it lives, until when.</param>
    public sealed record View(LinkState? State, LinkPurpose Purpose, string Name, string Email, DateTime At, string Token);

    /// <summary>The link behind a token and all others of its holder; nothing when it is of another kind.</summary>
    private static async Task<(AccountLink? Link, IReadOnlyList<AccountLink> All)> FindAsync(AppDb db, string token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (LinkToken.Read(token) is not { Length: > 0 } letters) return (null, []);
        var digest = LinkTokens.DigestOf(letters);
        var all = await db.For(Actor.Public).LinksBehind(digest).ToListAsync(cancellationToken);
        return (all.Find(link => link.TokenDigest == digest && link.Purpose == purpose), all);
    }

    public sealed class Page(AppDb db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (link, _) = await FindAsync(db, request.Token, request.Purpose, cancellationToken);
            if (link is null) return new View(null, request.Purpose, "", "", default, "");
            var account = await db.Users.AsNoTracking().SingleAsync(item => item.PersonId == link.PersonId, cancellationToken);
            var state = account.IsClosed ? LinkState.Revoked : link.StateAt(clock.GetUtcNow().UtcDateTime);
            if (state != LinkState.Live) return new View(state, request.Purpose, "", "", link.UsedAt ?? link.RevokedAt ?? link.ExpiresAt, "");
            var name = await db.People.Where(person => person.Id == link.PersonId).Select(person => person.Name).SingleAsync(cancellationToken);
            return new View(state, request.Purpose, name, account.Email ?? "", link.ExpiresAt, LinkToken.Show(LinkToken.Read(request.Token)));
        }
    }

    public sealed class Handler(AppDb db, SignInManager<Account> signIn, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (link, all) = await FindAsync(db, request.Token, request.Purpose, cancellationToken);
            if (link is null) return Result.Fail("", "Liên kết này không còn dùng được.");
            var account = await db.Users.SingleAsync(item => item.PersonId == link.PersonId, cancellationToken);
            var person = await db.People.SingleAsync(item => item.Id == link.PersonId, cancellationToken);
            if (account.IsClosed || link.StateAt(now) != LinkState.Live) return Result.Fail("", "Liên kết này không còn dùng được.");
            if (PasswordRules.Refusal(request.Password, person.Name, account.Email ?? "") is { } refusal) return Result.Fail(nameof(request.Password), refusal);
            var used = link.Use(now);
            if (!used.Ok) return used;
            foreach (var other in all.Where(other => other.Id != link.Id)) other.Revoke(now);
            account.ChoosePassword(signIn.UserManager.PasswordHasher.HashPassword(account, request.Password));
            account.LastSignInAt = now;
            db.Record(person.AsActor(), JournalActions.PasswordChosen, person, $"Qua {LinkWords.Name(link.Purpose)}");
            db.Record(person.AsActor(), JournalActions.SignedIn, person);
            await db.SaveChangesAsync(cancellationToken);
            await signIn.SignInAsync(account, isPersistent: false);
            return Result.Success;
        }
    }
}
