using System.Linq.Expressions;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>Which cycles a person may open.</summary>
public static class CycleAccess
{
    /// <summary>Launched cycles are everybody's; one that is being prepared is seen only by those who prepare it.</summary>
    public static Expression<Func<Cycle, bool>> Visible(Actor actor)
    {
        var manages = actor.Has(Permission.ManageCycle);
        return cycle => manages || cycle.LaunchedAt != null;
    }

    /// <summary>An extension with who asked and why: only those who grant them.</summary>
    public static Expression<Func<Extension, bool>> ExtensionsWhole(Actor actor)
    {
        var manages = actor.Has(Permission.ManageCycle);
        return extension => manages;
    }

    /// <summary>That there is an extension, for whom, until when and by which document: whoever works in a unit; the public only what holds for all.</summary>
    public static Expression<Func<Extension, bool>> ExtensionsTold(Actor actor)
    {
        var signedIn = actor.IsSignedIn;
        return extension => signedIn || extension.UnitId == null;
    }
}
