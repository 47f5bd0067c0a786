using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>Reads the published result of one dossier; its page and its letter say the same.</summary>
internal static class ResultReading
{
    public sealed record Found(Initiative Initiative, Cycle Cycle, InitiativeResult Result);

    /// <param name="reached">A door to dossiers whose outcome is published.</param>
    public static async Task<Found> ResultAsync(this AppDb db, ScopedDb doors, IQueryable<Initiative> reached, int id, CancellationToken cancellationToken)
    {
        var initiative = await reached.AsNoTracking().SingleOrNotFound(item => item.Id == id, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var conclusion = await doors.ResultConclusions.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == id, cancellationToken);
        var place = await doors.ResultAsync(cycle, rubric, reached, id, cancellationToken) ?? throw new RowNotFoundException(nameof(InitiativeResult));
        var comments = cycle.Settings.CommentsToAuthors
            ? await doors.ResultSheets.Where(sheet => sheet.InitiativeId == id && doors.ResultAssignments.Any(given => given.InitiativeId == id && given.PersonId == sheet.PersonId))
                .SelectMany(sheet => sheet.Criteria).Select(score => new { score.Code, score.Comment }).ToListAsync(cancellationToken)
            : [];
        return new Found(initiative, cycle, InitiativeResult.Of(place, rubric, cycle.Settings, conclusion, comments.Select(item => (item.Code, item.Comment))));
    }
}
