using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Everything that was recorded in one session and is announced: what its documents are drafted from.</summary>
/// <param name="Votes">Announced votes of the session, corrected ones too, in the order of their announcement.</param>
internal sealed record SessionRecord(SessionRoom Room, IReadOnlyList<Vote> Votes, IReadOnlyList<CouncilResolution> Resolutions, IReadOnlyList<DissentingOpinion> Dissents, IReadOnlyList<TieBallot> TieBallots)
{
    public static async Task<SessionRecord> LoadAsync(AppDb db, Actor actor, int year, int number, CancellationToken cancellationToken)
    {
        var room = await SessionRoom.LoadAsync(db, actor, year, number, cancellationToken);
        var (doors, session) = (db.For(actor), room.Session.Id);
        return new SessionRecord(room,
            await doors.Votes.AsNoTracking().Where(item => item.SessionId == session && item.AnnouncedAt != null).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.Resolutions.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.Dissents.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            await doors.TieBallots.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Id).ToListAsync(cancellationToken));
    }
}
