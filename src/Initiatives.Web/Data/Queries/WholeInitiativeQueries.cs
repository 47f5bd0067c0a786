using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>
/// Reads one dossier with all its lines: one question through the door, then its lines by its key, compiled, instead of the
/// door's question once more for each kind of line.
/// </summary>
internal static class WholeInitiativeQueries
{
    private static readonly Func<AppDb, int, IAsyncEnumerable<Authorship>> Authors = EF.CompileAsyncQuery((AppDb db, int id) => db.Set<Authorship>().Where(item => item.InitiativeId == id));
    private static readonly Func<AppDb, int, IAsyncEnumerable<Participant>> Participants = EF.CompileAsyncQuery((AppDb db, int id) => db.Set<Participant>().Where(item => item.InitiativeId == id));
    private static readonly Func<AppDb, int, IAsyncEnumerable<Effect>> Effects = EF.CompileAsyncQuery((AppDb db, int id) => db.Set<Effect>().Where(item => item.InitiativeId == id));

    /// <summary>The one dossier among <paramref name="rows"/>, which come through a door; tracked, null: none.</summary>
    internal static async Task<Initiative?> WholeAsync(this AppDb db, IQueryable<Initiative> rows, CancellationToken cancellationToken)
    {
        if (await rows.IgnoreAutoIncludes().SingleOrDefaultAsync(cancellationToken) is not { } initiative) return null;
        await Authors(db, initiative.Id).LoadAsync(cancellationToken);
        await Participants(db, initiative.Id).LoadAsync(cancellationToken);
        await Effects(db, initiative.Id).LoadAsync(cancellationToken);
        return initiative;
    }

    /// <summary>The same, or 404.</summary>
    internal static async Task<Initiative> WholeOrNotFound(this AppDb db, IQueryable<Initiative> rows, CancellationToken cancellationToken) =>
        await db.WholeAsync(rows, cancellationToken) ?? throw new RowNotFoundException(nameof(Initiative));
}
