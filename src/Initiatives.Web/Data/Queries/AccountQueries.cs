using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Makes accounts, one at a time or a whole list.</summary>
public static class AccountQueries
{
    /// <summary>
    /// Who of some is the actor under another account, or looks so: a namesake in his unit too. Of two acts that need two
    /// people not both are his; that a true namesake is passed over costs no more than a third one.
    /// </summary>
    public static async Task<IReadOnlySet<int>> SelvesAsync(this AppDb db, Actor actor, IReadOnlyCollection<int> some, CancellationToken cancellationToken)
    {
        var rows = await (from person in db.People
                          join account in db.Users on person.Id equals account.PersonId
                          where person.Id == actor.PersonId || some.Contains(person.Id)
                          select new { person.Id, person.Name, person.UnitId, Email = account.Email ?? "" }).ToListAsync(cancellationToken);
        var own = rows.FindAll(row => row.Id == actor.PersonId);
        return rows.Where(row => own.Exists(self => (self.UnitId == row.UnitId && VietnameseName.AreSame(self.Name, row.Name)) || Identity.AreAccountsOfOne(self.Name, self.Email, row.Name, row.Email)))
            .Select(row => row.Id).ToHashSet();
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
