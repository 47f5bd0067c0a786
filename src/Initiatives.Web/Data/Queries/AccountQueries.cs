using Initiatives.Domain.People;
using Initiatives.Web.Data.Rows;

namespace Initiatives.Web.Data.Queries;

/// <summary>Makes accounts, one at a time or a whole list.</summary>
public static class AccountQueries
{
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
