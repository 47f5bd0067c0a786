using Initiatives.Domain.Councils;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>What is needed to name those who score a dossier anew.</summary>
internal sealed record RescoringFacts(Council Council, DossierFacts Dossier, IReadOnlyList<DossierFacts> All, IReadOnlySet<int> Scored, int NextRound)
{
    public IReadOnlyList<Rescorer> Members => Rescoring.Among(Council, Dossier, All, Scored);

    /// <summary>Null: the dossier's cycle has no council.</summary>
    public static async Task<RescoringFacts?> OfAsync(AppDb db, ScopedDb doors, int cycleId, int initiativeId, CancellationToken cancellationToken)
    {
        if (await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycleId, cancellationToken) is not { } council) return null;
        var appraisers = await doors.ConflictAppraisals(cycleId).ToDictionaryAsync(item => item.InitiativeId, item => item.AppraiserId, cancellationToken);
        var rows = await doors.ConflictDossiers(cycleId).AsNoTracking().OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id)
            .Select(item => new { item.Id, item.UnitId, Authors = item.Authors.Select(author => new PersonFacts(author.PersonId, author.Name)).ToList() }).ToListAsync(cancellationToken);
        var all = rows.ConvertAll(row => new DossierFacts(row.Id, row.UnitId, row.Authors, appraisers.TryGetValue(row.Id, out var id) ? id : null));
        if (all.Find(item => item.InitiativeId == initiativeId) is not { } dossier) return null;
        var first = await doors.Assignments.Where(item => item.InitiativeId == initiativeId).Select(item => item.PersonId).ToListAsync(cancellationToken);
        var later = await doors.RescoringAssignments.Where(item => item.InitiativeId == initiativeId).Select(item => new { item.PersonId, item.Round }).ToListAsync(cancellationToken);
        return new RescoringFacts(council, dossier, all, first.Concat(later.Select(item => item.PersonId)).ToHashSet(), 1 + later.Select(item => item.Round).DefaultIfEmpty(1).Max());
    }
}
