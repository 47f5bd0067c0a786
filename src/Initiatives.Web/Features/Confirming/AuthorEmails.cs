using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>How an author can be asked.</summary>
/// <param name="Email">Where a link can be mailed: his account's address, and what his line says only where it names no account; empty: nowhere.</param>
/// <param name="HasAccount">He has an account that is open, so that nobody needs to answer for him.</param>
internal sealed record AuthorContact(string Email, bool HasAccount);

internal static class AuthorEmails
{
    public static async Task<Func<AuthorContent, AuthorContact>> AuthorContactsAsync(this AppDb db, IReadOnlyList<AuthorContent> authors, CancellationToken cancellationToken)
    {
        var people = authors.Select(author => author.PersonId).OfType<int>().ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => people.Contains(account.PersonId)).ToListAsync(cancellationToken);
        return author => author.PersonId is { } id
            ? new AuthorContact(accounts.Find(account => account.PersonId == id)?.Email ?? "", accounts.Exists(account => account.PersonId == id && !account.IsClosed))
            : new AuthorContact(author.Email, false);
    }
}
