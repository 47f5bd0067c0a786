using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>A request that somebody outside the Department has not answered yet.</summary>
/// <param name="Key">Names the request: "bo-sung-7", "y-kien-3".</param>
/// <param name="Title">Of the dossier.</param>
/// <param name="DueAt">UTC, exclusive.</param>
/// <param name="Path">Where it is answered.</param>
/// <param name="Who">Those who can answer.</param>
public sealed record RequestDeadline(string Key, int InitiativeId, string Title, DateTime DueAt, string Path, IReadOnlyList<Recipient> Who);

/// <summary>What is asked of units and has a day: for reminders and the like, past the doors, so for the system alone.</summary>
public static class RequestDeadlines
{
    /// <summary>Open requests for a supplement that are due after <paramref name="now"/>, the nearest first.</summary>
    public static async Task<IReadOnlyList<RequestDeadline>> SupplementDeadlinesAsync(this AppDb db, DateTime now, CancellationToken cancellationToken)
    {
        var open = await (from request in db.SupplementRequests.AsNoTracking().IgnoreAutoIncludes()
                          join initiative in db.Initiatives.AsNoTracking() on request.InitiativeId equals initiative.Id
                          where request.Status == SupplementStatus.Open && request.DueAt > now
                          orderby request.DueAt, request.Id
                          select new { request.Id, request.DueAt, initiative }).ToListAsync(cancellationToken);
        var deadlines = new List<RequestDeadline>();
        foreach (var item in open)
            deadlines.Add(new($"bo-sung-{item.Id}", item.initiative.Id, item.initiative.Title, item.DueAt, $"/sang-kien/{item.initiative.Id}/bo-sung", await db.WritersAsync(item.initiative, cancellationToken)));
        return deadlines;
    }

    /// <summary>Open questions to another department that are due after <paramref name="now"/>, the nearest first.</summary>
    public static async Task<IReadOnlyList<RequestDeadline>> OpinionDeadlinesAsync(this AppDb db, DateTime now, CancellationToken cancellationToken)
    {
        var open = await (from request in db.OpinionRequests.AsNoTracking()
                          join initiative in db.Initiatives.AsNoTracking() on request.InitiativeId equals initiative.Id
                          where request.Status == OpinionStatus.Open && request.DueAt > now && initiative.Status != InitiativeStatus.Withdrawn
                          orderby request.DueAt, request.Id
                          select new { request.Id, request.UnitId, request.DueAt, request.InitiativeId, initiative.Title }).ToListAsync(cancellationToken);
        var deadlines = new List<RequestDeadline>();
        foreach (var item in open)
            deadlines.Add(new($"y-kien-{item.Id}", item.InitiativeId, item.Title, item.DueAt, $"/y-kien/{item.Id}", await db.RecipientsAsync(item.UnitId, Role.UnitOfficer | Role.UnitHead, cancellationToken)));
        return deadlines;
    }
}
