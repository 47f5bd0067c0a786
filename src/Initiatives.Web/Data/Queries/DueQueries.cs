using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>What somebody has to do by an hour.</summary>
public enum DueKind
{
    /// <summary>A draft to finish and put before the head.</summary>
    Draft,

    /// <summary>A dossier to endorse, as the unit's head.</summary>
    Endorsement,

    /// <summary>A request of the Department to answer.</summary>
    Supplement,

    /// <summary>A question of the Department to another unit.</summary>
    Opinion,
}

/// <param name="Id">Of the dossier; of an opinion the request.</param>
/// <param name="DueAt">UTC, exclusive.</param>
public sealed record DueItem(DueKind Kind, int Id, string Title, DateTime DueAt);

/// <summary>
/// The one answer to what a person owes by when, read through his own doors: nobody is reminded of what he may not see, and
/// whoever owes nothing gets an empty list.
/// </summary>
public static class DueQueries
{
    /// <summary>What is still in time, the nearest first.</summary>
    public static async Task<IReadOnlyList<DueItem>> DueAsync(this AppDb db, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var items = new List<DueItem>();
        var statuses = new List<InitiativeStatus>();
        if (actor.Has(Permission.WriteInitiative)) statuses.Add(InitiativeStatus.Draft);
        if (actor.Has(Permission.EndorseInitiative)) statuses.Add(InitiativeStatus.AwaitingEndorsement);
        if (statuses.Count > 0) items.AddRange(await UnsentAsync(db, doors, actor, statuses, now, cancellationToken));
        if (actor.Has(Permission.WriteInitiative))
        {
            items.AddRange(await (from request in doors.OwnSupplements
                                  join initiative in doors.OwnInitiatives on request.InitiativeId equals initiative.Id
                                  where request.Status == SupplementStatus.Open && request.DueAt > now
                                  select new DueItem(DueKind.Supplement, initiative.Id, initiative.Title, request.DueAt)).ToListAsync(cancellationToken));
        }

        items.AddRange(await (from request in doors.AskedOpinions
                              join initiative in doors.ConsultedInitiatives on request.InitiativeId equals initiative.Id
                              where request.Status == OpinionStatus.Open && request.DueAt > now
                              select new DueItem(DueKind.Opinion, request.Id, initiative.Title, request.DueAt)).ToListAsync(cancellationToken));
        return [.. items.OrderBy(item => item.DueAt).ThenBy(item => item.Kind).ThenBy(item => item.Id)];
    }

    /// <summary>Drafts and dossiers before the head, while their unit may send: nothing is due in a cycle that takes nothing.</summary>
    private static async Task<IEnumerable<DueItem>> UnsentAsync(AppDb db, ScopedDb doors, Actor actor, List<InitiativeStatus> statuses, DateTime now, CancellationToken cancellationToken)
    {
        var unsent = await doors.OwnInitiatives.Where(item => statuses.Contains(item.Status))
            .Select(item => new { item.Id, item.Title, item.Status, item.UnitId }).ToListAsync(cancellationToken);
        var due = new List<DueItem>();
        foreach (var unit in unsent.Where(item => item.Status == InitiativeStatus.Draft || item.UnitId == actor.UnitId).GroupBy(item => item.UnitId))
        {
            if ((await db.WindowsAsync(actor, unit.Key, cancellationToken)).At(now) is not { } window || !window.Accepts(now)) continue;
            due.AddRange(unit.Select(item => new DueItem(item.Status == InitiativeStatus.Draft ? DueKind.Draft : DueKind.Endorsement, item.Id, item.Title, window.ClosesAt)));
        }

        return due;
    }
}
