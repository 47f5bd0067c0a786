using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Who may sign for a unit.</summary>
public static class HeadQueries
{
    /// <summary>Head and deputies of a unit whose account is open, the head first.</summary>
    public static async Task<IReadOnlyList<Person>> HeadsAsync(this AppDb db, int unitId, CancellationToken cancellationToken)
    {
        var heads = await (from person in db.People
                           join account in db.Users on person.Id equals account.PersonId
                           where person.UnitId == unitId && (person.Roles & Role.UnitHead) != 0
                           orderby person.Capacity, person.SortKey, person.Id
                           select new { person, account }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. heads.Where(head => !head.account.IsClosed).Select(head => head.person)];
    }
}
