using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Everything that was recorded in one session and is announced: what its documents are drafted from.</summary>
/// <param name="Enterers">Names of those who entered the votes.</param>
/// <param name="Reopened">Sheets of the cycle that were reopened.</param>
/// <param name="Votes">Announced votes of the session, corrected ones too, in the order of their announcement.</param>
internal sealed record SessionRecord(SessionRoom Room, IReadOnlyList<Vote> Votes, IReadOnlyList<CouncilResolution> Resolutions, IReadOnlyList<DissentingOpinion> Dissents, IReadOnlyList<TieBallot> TieBallots, IReadOnlyList<SessionRecord.Reopening> Reopened, IReadOnlyDictionary<int, string> Enterers)
{
    /// <summary>A sheet that the secretary let be changed after scoring was closed.</summary>
    public sealed record Reopening(int InitiativeId, int PersonId, DateTime At, string Reason);

    public static async Task<SessionRecord> LoadAsync(AppDb db, Actor actor, int year, int number, CancellationToken cancellationToken)
    {
        var room = await SessionRoom.LoadAsync(db, actor, year, number, cancellationToken);
        var (doors, session) = (db.For(actor), room.Session.Id);
        var votes = await doors.Votes.AsNoTracking().Where(item => item.SessionId == session && item.AnnouncedAt != null).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        return new SessionRecord(room, votes,
            await doors.Resolutions.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.Dissents.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.TieBallots.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.ClosedSheets.Where(item => item.CycleId == room.Cycle.Id && item.ReopenedAt != null).OrderBy(item => item.ReopenedAt)
                .Select(item => new Reopening(item.InitiativeId, item.PersonId, item.ReopenedAt!.Value, item.ReopenReason)).ToListAsync(cancellationToken),
            await db.EnterersAsync(votes, cancellationToken));
    }
}
