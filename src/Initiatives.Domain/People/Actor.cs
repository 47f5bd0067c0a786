namespace Initiatives.Domain.People;

/// <summary>Who is acting: the signed-in person as the rules see him, or <see cref="Public"/>.</summary>
/// <param name="PersonId">0 for the public.</param>
/// <param name="Name">Full name as it stands in the journal.</param>
/// <param name="UnitId">The unit the person works for; 0 for the public.</param>
/// <param name="Roles">All roles the person holds.</param>
/// <param name="Capacity">How a unit's head or the city's leader signs; meaningless without one of these roles.</param>
/// <param name="Post">Official post (chức vụ), printed beside a signature.</param>
public sealed record Actor(int PersonId, string Name, int UnitId, Role Roles, SigningCapacity Capacity, string Post)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static Actor Public { get; } = new(0, "Khách", 0, Role.None, SigningCapacity.Head, "");

    /// <summary>The system itself: jobs and first-run seeding.</summary>
    public static Actor System { get; } = new(0, "Hệ thống", 0, Role.None, SigningCapacity.Head, "");

    public Identity Identity => new(PersonId, Name, UnitId);

    public bool IsSignedIn => PersonId != 0;

    /// <summary>True when the actor holds at least one of <paramref name="anyOf"/>.</summary>
    public bool Is(Role anyOf) => (Roles & anyOf) != 0;
}
