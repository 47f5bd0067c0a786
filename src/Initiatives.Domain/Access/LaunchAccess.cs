using System.Linq.Expressions;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>Who may see how units took the launch of a cycle.</summary>
public static class LaunchAccess
{
    /// <summary>Those who chase units all of them, a unit's officer and head their own.</summary>
    public static Expression<Func<Acknowledgement, bool>> Acknowledgements(Actor actor)
    {
        var (chases, own, unit) = (actor.Has(Permission.ChaseUnits), actor.Has(Permission.AcknowledgeLaunch), actor.UnitId);
        return item => chases || (own && item.UnitId == unit);
    }

    /// <summary>Those who send them.</summary>
    public static Expression<Func<ChaseLetter, bool>> Letters(Actor actor)
    {
        var chases = actor.Has(Permission.ChaseUnits);
        return letter => chases;
    }
}
