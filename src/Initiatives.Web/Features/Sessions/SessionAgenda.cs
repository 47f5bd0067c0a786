using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Puts dossiers on the agenda of a new session.</summary>
internal static class SessionAgenda
{
    /// <summary>
    /// Those chosen of the dossiers without a conclusion, so that members in conflict leave and come back least often. What the secretary must not see cannot be chosen by him: it goes
    /// on every agenda until his stand-in has had it concluded.
    /// </summary>
    /// <param name="chosen">Null: all.</param>
    public static async Task FillAsync(AppDb db, Actor actor, Council council, CouncilSession session, IReadOnlyCollection<int>? chosen, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var open = await doors.UnconcludedIdsAsync(council.CycleId, cancellationToken);
        var seen = await doors.CouncilInitiatives.Where(item => item.CycleId == council.CycleId).Select(item => item.Id).ToListAsync(cancellationToken);
        var members = council.Members.Select(member => member.PersonId).ToHashSet();
        var leaving = await doors.AgendaConflictsAsync(council.CycleId, cancellationToken);
        var order = AgendaOrder.Propose([.. open.Where(id => chosen is null || chosen.Contains(id) || !seen.Contains(id)).Select(id => new AgendaRecusal(id, [.. leaving[id].Where(members.Contains)]))]);
        foreach (var (id, index) in order.InitiativeIds.Select((id, index) => (id, index))) db.AddUnder(session, AgendaItem.Put(session, id, index + 1), nameof(AgendaItem.SessionId));
    }
}
