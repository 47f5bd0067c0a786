using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's totals beside those of all others for the same dossiers, once scoring is closed.</summary>
internal static class SheetComparison
{
    /// <summary>Null while scoring is open, and where there is too little to compare.</summary>
    internal static async Task<JudgeComparison?> ComparisonAsync(this AppDb db, Actor actor, Cycle cycle, CancellationToken cancellationToken)
    {
        if (cycle.ScoringClosedAt is null) return null;
        var doors = db.For(actor);
        var assigned = doors.AssignedInitiatives;
        var mine = await doors.OwnSheets
            .Where(sheet => sheet.CycleId == cycle.Id && sheet.SubmittedAt != null && sheet.Status == SheetStatus.Locked && assigned.Any(initiative => initiative.Id == sheet.InitiativeId))
            .Select(sheet => sheet.Total).ToListAsync(cancellationToken);
        var others = await doors.PoolTotals(cycle.Id).ToListAsync(cancellationToken);
        return JudgeComparison.Of(mine, [.. others.Select(item => (item.PersonId, item.Total))]);
    }
}
