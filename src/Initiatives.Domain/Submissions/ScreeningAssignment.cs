using Initiatives.Domain.People;

namespace Initiatives.Domain.Submissions;

/// <summary>Who appraises a dossier. It says whose work it is and takes nothing from the other appraisers.</summary>
public sealed class ScreeningAssignment
{
    private ScreeningAssignment()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }
    public int AppraiserId { get; private set; }
    public string AppraiserName { get; private set; } = "";
    public int AssignedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AssignedAt { get; private set; }
    public int Version { get; private set; }

    public static Result<ScreeningAssignment> Give(Initiative initiative, Actor appraiser, Actor actor, DateTime now)
    {
        var assignment = new ScreeningAssignment { InitiativeId = initiative.Id, CycleId = initiative.CycleId ?? 0 };
        var given = assignment.GiveTo(initiative, appraiser, actor, now);
        return given.Ok ? assignment : Result.Fail(given.Problems);
    }

    /// <summary>Gives it to somebody else, until the lead has approved.</summary>
    public Result GiveTo(Initiative initiative, Actor appraiser, Actor actor, DateTime now)
    {
        if (!InitiativeStatuses.IsBeingScreened(initiative.Status)) return Result.Fail("", "Hồ sơ đã có kết quả hoặc đã rút, không giao nữa.");
        if (Conflict(initiative, appraiser) is { Length: > 0 } conflict) return Result.Fail("", conflict);
        (AppraiserId, AppraiserName, AssignedById, AssignedAt) = (appraiser.PersonId, appraiser.Name, actor.PersonId, now);
        Version++;
        return Result.Success;
    }

    /// <summary>Why a dossier must not be given to somebody; empty when it may: never to an author, never to its own unit.</summary>
    public static string Conflict(Initiative initiative, Actor appraiser) =>
        !appraiser.Is(Role.Appraiser) ? $"{appraiser.Name} không phải người thẩm định."
        : initiative.IsWrittenBy(appraiser) ? $"{appraiser.Name} là tác giả của hồ sơ này."
        : initiative.UnitId == appraiser.UnitId ? $"{appraiser.Name} cùng đơn vị với hồ sơ này."
        : "";
}

/// <summary>
/// Shares dossiers out evenly: in their order, each to the one who has got fewest in this round, then to the one who holds
/// fewest, then to the lower number. Time n × m; the same input gives the same answer.
/// </summary>
public static class AppraiserSpread
{
    /// <param name="appraisers">Who is chosen, and how many open dossiers each holds.</param>
    /// <returns>For each dossier its appraiser; null where all of them are in conflict.</returns>
    public static IReadOnlyList<(Initiative Initiative, Actor? Appraiser)> Plan(IEnumerable<Initiative> initiatives, IReadOnlyList<(Actor Appraiser, int Holds)> appraisers)
    {
        var given = appraisers.ToDictionary(item => item.Appraiser.PersonId, _ => 0);
        var plan = new List<(Initiative, Actor?)>();
        foreach (var initiative in initiatives)
        {
            var next = appraisers
                .Where(item => ScreeningAssignment.Conflict(initiative, item.Appraiser).Length == 0)
                .OrderBy(item => given[item.Appraiser.PersonId]).ThenBy(item => item.Holds + given[item.Appraiser.PersonId]).ThenBy(item => item.Appraiser.PersonId)
                .Select(item => item.Appraiser).FirstOrDefault();
            if (next is not null) given[next.PersonId]++;
            plan.Add((initiative, next));
        }

        return plan;
    }
}
