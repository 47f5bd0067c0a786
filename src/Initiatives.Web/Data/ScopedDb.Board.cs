using Initiatives.Domain.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Boards of closed scoring: what the actor sees decides which of the kept ones is his.</summary>
public sealed partial class ScopedDb
{
    /// <summary>What <paramref name="make"/> computes through these doors, kept for whoever sees the same dossiers of the cycle.</summary>
    public async Task<T> KeptAsync<T>(KeptBoards boards, Cycle cycle, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        var visible = await CouncilInitiatives.Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).Select(item => item.Id).ToArrayAsync(cancellationToken);
        return await boards.OfAsync(db, cycle.Id, visible, make, cancellationToken);
    }
}
