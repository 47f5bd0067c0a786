using Initiatives.Domain.People;

namespace Initiatives.Domain.Councils;

/// <summary>Somebody whom the establishing decision names: name, title and unit are those of that day.</summary>
public abstract class Appointee
{
    private protected Appointee()
    {
    }

    private protected Appointee(Person person, string unitName, int order) =>
        (PersonId, UnitId, Name, Title, UnitName, Order) = (person.Id, person.UnitId, person.Name, person.Post, unitName, order);

    public int Id { get; private set; }
    public int CouncilId { get; private set; }
    public int PersonId { get; private set; }
    public int UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string UnitName { get; private set; } = "";
    public int Order { get; private set; }
}
