using Initiatives.Domain.People;

namespace Initiatives.Domain.Councils;

/// <summary>A person to be named to the secretariat.</summary>
public sealed record ClerkNomination(Person Person, string UnitName);

/// <summary>Somebody of the secretariat.</summary>
public sealed class CouncilClerk : Appointee
{
    private CouncilClerk()
    {
    }

    internal CouncilClerk(ClerkNomination nomination, int order)
        : base(nomination.Person, nomination.UnitName, order)
    {
    }
}
