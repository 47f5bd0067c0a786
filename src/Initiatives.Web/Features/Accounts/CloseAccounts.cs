using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Shuts accounts of people who have left: their sessions end at once, the links they hold open nothing. What they did stays.</summary>
public static class CloseAccounts
{
    public sealed record Command : IRequest<Result<int>>
    {
        public List<int> Ids { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            if (request.Ids.Contains(who.PersonId)) return Result.Fail(nameof(request.Ids), "Bạn không đóng được tài khoản của chính mình. Nhờ quản trị khác.");
            var people = await db.People.Where(person => request.Ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
            var accounts = (await db.Users.Where(account => request.Ids.Contains(account.PersonId)).ToListAsync(cancellationToken)).FindAll(account => !account.IsClosed);
            if (accounts.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một tài khoản đang mở.");
            var links = await db.For(who).AccountLinks.Where(link => request.Ids.Contains(link.PersonId) && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken);
            foreach (var link in links) link.Revoke(now);
            foreach (var account in accounts)
            {
                account.Close();
                db.Record(who, JournalActions.AccountClosed, people[account.PersonId], account.Email ?? "");
            }

            await db.SaveChangesAsync(cancellationToken);
            return accounts.Count;
        }
    }
}
