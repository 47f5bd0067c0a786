using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>How an author can be asked.</summary>
/// <param name="Email">Where a link can be mailed: his account's address, and what his line says only where it names no account; empty: nowhere.</param>
/// <param name="SignsIn">He has an account that is open and reaches the dossier, so that nobody needs to answer for him.</param>
internal sealed record AuthorContact(string Email, bool SignsIn);

internal static class AuthorEmails
{
    public static async Task<Func<AuthorContent, AuthorContact>> AuthorContactsAsync(this AppDb db, IReadOnlyList<AuthorContent> authors, int unitId, CancellationToken cancellationToken)
    {
        var people = authors.Select(author => author.PersonId).OfType<int>().ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => people.Contains(account.PersonId)).ToListAsync(cancellationToken);
        // A head who is author, but neither holds that role nor is his unit's officer, does not reach a draft: he is asked by a link.
        var inside = await db.People.AsNoTracking().Where(person => people.Contains(person.Id) && ((person.Roles & Role.Author) != 0 || ((person.Roles & Role.UnitOfficer) != 0 && person.UnitId == unitId)))
            .Select(person => person.Id).ToListAsync(cancellationToken);
        return author => author.PersonId is { } id
            ? new AuthorContact(accounts.Find(account => account.PersonId == id)?.Email ?? "", inside.Contains(id) && accounts.Exists(account => account.PersonId == id && !account.IsClosed))
            : new AuthorContact(author.Email, false);
    }
}
