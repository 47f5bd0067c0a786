using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Who signs for the Department.</summary>
public static class SignerQueries
{
    /// <summary>The Department's lead, as its papers name him: the actor himself where he leads it. Offered in forms, where another may be written.</summary>
    public static async Task<(string Name, SigningCapacity Capacity)> DepartmentSignerAsync(this AppDb db, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Has(Permission.ApproveEligibility)) return (actor.Name, actor.Capacity);
        var lead = await db.People.AsNoTracking().Where(person => (person.Roles & Role.DepartmentLead) != 0).OrderBy(person => person.Id).FirstOrDefaultAsync(cancellationToken);
        return (lead?.Name ?? "", lead?.Capacity ?? SigningCapacity.Head);
    }
}
