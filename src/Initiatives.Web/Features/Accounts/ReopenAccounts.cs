using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Opens closed accounts again, with the password and the roles they had.</summary>
public static class ReopenAccounts
{
    public sealed record Command : IRequest<Result<int>>
    {
        public List<int> Ids { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var people = await db.People.Where(person => request.Ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
            var accounts = (await db.Users.Where(account => request.Ids.Contains(account.PersonId)).ToListAsync(cancellationToken)).FindAll(account => account.IsClosed);
            if (accounts.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một tài khoản đang đóng.");
            foreach (var account in accounts)
            {
                account.Reopen();
                db.Record(actor.Value, JournalActions.AccountReopened, people[account.PersonId], account.Email ?? "");
            }

            await db.SaveChangesAsync(cancellationToken);
            return accounts.Count;
        }
    }
}
