using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

internal static class AuthorEmails
{
    /// <summary>Where an author's link can be mailed: what his line says, else his account's address; empty: nowhere.</summary>
    public static async Task<Func<AuthorContent, string>> AuthorEmailsAsync(this AppDb db, IReadOnlyList<AuthorContent> authors, CancellationToken cancellationToken)
    {
        var people = authors.Select(author => author.PersonId).OfType<int>().ToList();
        var accounts = await db.Users.Where(account => people.Contains(account.PersonId)).Select(account => new { account.PersonId, account.Email }).ToListAsync(cancellationToken);
        return author => author.Email.Length > 0 ? author.Email : accounts.Find(account => account.PersonId == author.PersonId)?.Email ?? "";
    }
}
