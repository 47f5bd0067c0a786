using Initiatives.Domain.People;

namespace Initiatives.Domain.Councils;

/// <summary>A person to be named to the secretariat.</summary>
public sealed record ClerkNomination(Person Person, string UnitName);

/// <summary>Somebody of the secretariat as named in the establishing decision: name, title and unit are those of that day.</summary>
public sealed class CouncilClerk
{
    private CouncilClerk()
    {
    }

    internal CouncilClerk(ClerkNomination nomination, int order)
    {
        PersonId = nomination.Person.Id;
        UnitId = nomination.Person.UnitId;
        Name = nomination.Person.Name;
        Title = nomination.Person.Post;
        UnitName = nomination.UnitName;
        Order = order;
    }

    public int Id { get; private set; }
    public int CouncilId { get; private set; }
    public int PersonId { get; private set; }
    public int UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string UnitName { get; private set; } = "";
    public int Order { get; private set; }
}
