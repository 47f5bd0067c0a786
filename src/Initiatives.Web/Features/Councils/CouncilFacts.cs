using Initiatives.Domain.Councils;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>What the conflict rules need, read from the rows of one cycle.</summary>
internal static class CouncilFacts
{
    /// <summary>Every dossier that was sent to the cycle, also withdrawn and ineligible ones: who wrote together with whom.</summary>
    public static async Task<IReadOnlyList<DossierFacts>> DossiersAsync(ScopedDb doors, int cycleId, CancellationToken cancellationToken)
    {
        var appraisers = await doors.Appraisals.Where(item => item.CycleId == cycleId)
            .ToDictionaryAsync(item => item.InitiativeId, item => item.AppraiserId, cancellationToken);
        var rows = await doors.ReceivedInitiatives.AsNoTracking()
            .Where(initiative => initiative.CycleId == cycleId)
            .OrderBy(initiative => initiative.RegisterNumber)
            .Select(initiative => new { initiative.Id, initiative.UnitId, Authors = initiative.Authors.Select(author => new PersonFacts(author.PersonId, author.Name)).ToList() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DossierFacts(row.Id, row.UnitId, row.Authors, appraisers.TryGetValue(row.Id, out var id) ? id : null))];
    }

    public static JudgeFacts Judge(CouncilMember member) => new(member.PersonId, member.UnitId, member.Name);
}
