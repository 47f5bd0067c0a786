using Initiatives.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

public static class VoteQueries
{
    /// <summary>Names of those who entered votes that the reader sees; a stand-in need not be of the council.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> EnterersAsync(this AppDb db, IEnumerable<Vote> votes, CancellationToken cancellationToken)
    {
        var ids = votes.Select(vote => vote.EnteredById).Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<int, string>() : await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }
}
