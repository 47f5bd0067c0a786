using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>The roles that somebody is addressed by.</summary>
public static class ShownRoles
{
    /// <summary>Who stands in for a council's secretary, or once did, works with that role, but is not called the secretary.</summary>
    public static async Task<Role> ShownRolesAsync(this AppDb db, Actor who, CancellationToken cancellationToken)
    {
        var others = who.Roles & ~Role.CouncilSecretary;
        if (others == who.Roles || others == 0) return who.Roles;
        return await db.Councils.AnyAsync(CouncilAccess.Kept(who), cancellationToken) ? who.Roles : others;
    }
}
