using Initiatives.Domain.People;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Makes accounts, one at a time or a whole list.</summary>
public static class AccountQueries
{
    /// <summary>The actor, and who of some may be he under another account (<see cref="Identity.MayBeOne"/>).</summary>
    public static async Task<IReadOnlyCollection<int>> SelvesAsync(this AppDb db, Actor actor, IReadOnlyCollection<int> some, CancellationToken cancellationToken)
    {
        var rows = await (from person in db.People
                          join account in db.Users on person.Id equals account.PersonId
                          where person.Id == actor.PersonId || some.Contains(person.Id)
                          select new { person.Id, person.Name, person.UnitId, Email = account.Email ?? "" })
            .Select(row => new { Who = new Identity(row.Id, row.Name, row.UnitId), row.Email }).ToListAsync(cancellationToken);
        var own = rows.FindAll(row => row.Who.PersonId == actor.PersonId);
        return [actor.PersonId, .. rows.Where(row => row.Who.PersonId != actor.PersonId && own.Exists(self => Identity.MayBeOne(self.Who, self.Email, row.Who, row.Email))).Select(row => row.Who.PersonId!.Value)];
    }

    /// <summary>Adds a new person and his account to the next save: both or none. No password: he chooses one by an invitation.</summary>
    public static Account AddAccount(this AppDb db, Person person, string email)
    {
        var account = new Account
        {
            UserName = email,
            Email = email,
            NormalizedUserName = email.ToUpperInvariant(),
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Add(person);
        db.Add(account);
        var key = db.Entry(account).Property(item => item.PersonId);
        (key.CurrentValue, key.IsTemporary) = (db.Entry(person).Property(item => item.Id).CurrentValue, true);
        return account;
    }
}
