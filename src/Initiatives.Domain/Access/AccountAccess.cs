using System.Linq.Expressions;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>Which links to choose a password a person may see.</summary>
public static class AccountAccess
{
    /// <summary>The administrator all, everybody his own. None of them tells a token.</summary>
    public static Expression<Func<AccountLink, bool>> Links(Actor actor)
    {
        var (person, manages) = (actor.PersonId, actor.Has(Permission.ManageAccounts));
        return link => manages || link.PersonId == person;
    }
}
