using Initiatives.Domain.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>The one place that says who of a council is in conflict with which dossier.</summary>
public static class RecusalQueries
{
    /// <summary>Members in conflict by dossier, of the dossiers that the actor reads for the council.</summary>
    public static async Task<ILookup<int, int>> ConflictedAsync(this ScopedDb doors, Council council, CancellationToken cancellationToken)
    {
        var judges = (await doors.Assignments.Where(item => item.CycleId == council.CycleId)
            .Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync(cancellationToken)).ToLookup(item => item.InitiativeId, item => item.PersonId);
        var dossiers = await doors.CouncilInitiatives.Where(item => item.CycleId == council.CycleId).Select(item => item.Id).ToListAsync(cancellationToken);
        return dossiers.SelectMany(id => council.Members.Select(member => member.PersonId).Except(judges[id]).Select(person => (Id: id, Person: person)))
            .ToLookup(pair => pair.Id, pair => pair.Person);
    }
}
