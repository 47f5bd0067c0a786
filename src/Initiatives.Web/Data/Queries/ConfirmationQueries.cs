using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Where the authors of a dossier stand, for every page and act that asks.</summary>
public static class ConfirmationQueries
{
    /// <summary>The states of <paramref name="authors"/>: those of the dossier, or as they are being typed.</summary>
    public static async Task<IReadOnlyList<AuthorState>> AuthorStatesAsync(this ScopedDb scope, Initiative initiative, IReadOnlyList<AuthorContent> authors, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await scope.AuthorConfirmations.AsNoTracking().Where(item => item.InitiativeId == initiative.Id).ToListAsync(cancellationToken);
        return AuthorStates.Of(authors, rows, await scope.ScannedAtAsync(initiative, cancellationToken), now);
    }

    /// <summary>When a paper signed by all authors was added, if it was after the last change of their lines.</summary>
    public static async Task<DateTime?> ScannedAtAsync(this ScopedDb scope, Initiative initiative, CancellationToken cancellationToken) =>
        await scope.OwnAttachments
            .Where(file => file.InitiativeId == initiative.Id && file.Kind == AttachmentKind.SignedConfirmation && file.AddedAt >= initiative.AuthorsChangedAt)
            .MaxAsync(file => (DateTime?)file.AddedAt, cancellationToken);

    /// <summary>Whether the cycle that takes dossiers now wants every author's confirmation; between cycles the last launched one says it.</summary>
    public static async Task<bool> AuthorsConfirmAsync(this AppDb db, DateTime now, CancellationToken cancellationToken)
    {
        var launched = await db.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.ClosesAt).ToListAsync(cancellationToken);
        return ((launched.Find(cycle => cycle.PhaseAt(now) == CyclePhase.Open) ?? launched.FirstOrDefault())?.Settings ?? new CycleSettings()).AuthorsConfirm;
    }
}
