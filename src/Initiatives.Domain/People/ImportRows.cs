namespace Initiatives.Domain.People;

/// <summary>A row of the sheet of people, as typed.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
public sealed record PersonRow(int Number, string Name, string Email, string Unit, string Post, string Roles);

/// <summary>A row of the sheet of units, as typed.</summary>
public sealed record UnitRow(int Number, string Code, string Name, string ShortName, string Type);

/// <summary>A unit that is there.</summary>
public sealed record KnownUnit(string Code, string Name, string ShortName, string Type);

/// <summary>A person with an account that is there.</summary>
public sealed record KnownPerson(int Id, string Name, string Email, string UnitCode, string Post, Role Roles, SigningCapacity Capacity, bool IsClosed);

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    New = 0,
    Changed = 1,
    Unchanged = 2,
    Refused = 3,

    /// <summary>An example row of the template, left in the file.</summary>
    Example = 4,
}

/// <summary>A cell that changes: what stood there.</summary>
public sealed record CellChange(string Column, string Was);

/// <summary>What a row of people would do. Refused rows tell each cell's reason (<see cref="Problem.Field"/> is the column).</summary>
public sealed record PlannedPerson(
    int Number, RowFate Fate, int PersonId, string Name, string Email, string UnitCode, string UnitName, string Post, Role Roles, SigningCapacity Capacity,
    IReadOnlyList<Problem> Problems, IReadOnlyList<CellChange> Changes, string Note);

/// <summary>What a row of units would do.</summary>
public sealed record PlannedUnit(
    int Number, RowFate Fate, string Code, string Name, string ShortName, string Type, IReadOnlyList<Problem> Problems, IReadOnlyList<CellChange> Changes);

/// <summary>What a whole file would do. Applying it does exactly this: the refused rows do nothing.</summary>
public sealed record ImportPlan(IReadOnlyList<PlannedUnit> Units, IReadOnlyList<PlannedPerson> People)
{
    public int Count(RowFate fate) => Units.Count(unit => unit.Fate == fate) + People.Count(person => person.Fate == fate);

    /// <summary>Plans units first: people may work in a unit that the same file brings.</summary>
    public static ImportPlan Of(IReadOnlyList<UnitRow> units, IReadOnlyList<PersonRow> people, IReadOnlyList<KnownUnit> knownUnits, IReadOnlyList<KnownPerson> knownPeople)
    {
        var planned = UnitImport.Plan(units, knownUnits);
        var brought = planned.Where(unit => unit.Fate is RowFate.New or RowFate.Changed).ToDictionary(unit => unit.Code, unit => new KnownUnit(unit.Code, unit.Name, unit.ShortName, unit.Type), StringComparer.OrdinalIgnoreCase);
        return new ImportPlan(planned, PeopleImport.Plan(people, knownPeople, [.. knownUnits.Where(unit => !brought.ContainsKey(unit.Code)), .. brought.Values]));
    }

    /// <summary>Rows that would write something.</summary>
    public int Writes => Count(RowFate.New) + Count(RowFate.Changed);
}
