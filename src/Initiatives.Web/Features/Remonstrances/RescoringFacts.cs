using Initiatives.Domain.Councils;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>What is needed to name those who score a dossier anew.</summary>
internal sealed record RescoringFacts(Council Council, IReadOnlyDictionary<int, ConflictKind> Conflicts, IReadOnlySet<int> Scored, IReadOnlySet<int> Informed, int NextRound)
{
    public IReadOnlyList<Rescorer> Members => Rescoring.Among(Council, Conflicts, Scored, Informed);

    /// <summary>Null: the dossier's cycle has no council.</summary>
    public static async Task<RescoringFacts?> OfAsync(AppDb db, ScopedDb doors, int cycleId, int initiativeId, CancellationToken cancellationToken)
    {
        if (await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycleId, cancellationToken) is not { } council) return null;
        var conflicts = (await doors.RecusalsAsync(cycleId, cancellationToken))[initiativeId];
        // A judge who was taken off for a conflict keeps his sheet: he was given it before too. Whoever was away and never wrote on his has given no opinion.
        var closed = doors.ClosedSheets.Where(sheet => sheet.InitiativeId == initiativeId);
        var blank = closed.Where(sheet => sheet.SavedAt == null && sheet.SubmittedAt == null).Select(sheet => sheet.PersonId);
        var first = await doors.Assignments.Where(item => item.InitiativeId == initiativeId).Select(item => item.PersonId)
            .Union(closed.Select(sheet => sheet.PersonId)).Where(person => !blank.Contains(person)).ToListAsync(cancellationToken);
        var later = await doors.RescoringAssignments.Where(item => item.InitiativeId == initiativeId).Select(item => new { item.PersonId, item.Round }).ToListAsync(cancellationToken);
        return new RescoringFacts(council, conflicts.ToDictionary(item => item.PersonId, item => item.Kind),
            first.Concat(later.Select(item => item.PersonId)).ToHashSet(), await doors.InformedAsync(initiativeId, cancellationToken), 1 + later.Select(item => item.Round).DefaultIfEmpty(1).Max());
    }
}
