using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One dossier before the council: who is outside, the course of the discussion, the vote and what follows from it.</summary>
public static class DossierVote
{
    public sealed record Query(int Year, int Number, int InitiativeId) : IRequest<View>;

    public sealed record Review(string Name, ReviewContent Content);

    /// <param name="Votes">All announced votes, the first one first: the last one holds, the others were corrected.</param>
    /// <param name="Draft">The reader's own count that is not announced yet.</param>
    /// <param name="Reviews">What reviewers have handed in.</param>
    /// <param name="IsActing">The reader writes for the council on this dossier.</param>
    /// <param name="Entitled">Members entitled to vote on it, present or not.</param>
    /// <param name="Needed">Least number of approving votes; null where the vote does not decide.</param>
    /// <param name="Reason">What stands in the minutes, or a sentence from the rules to begin with.</param>
    /// <param name="IsPutUp">The council's result is posted or put up for decision.</param>
    /// <param name="Enterers">Names of those who entered votes.</param>
    /// <param name="Sheets">Submitted and assigned, while it is being scored.</param>
    public sealed record View(
        SessionRoom Room, SessionRoom.Item Item, IReadOnlyList<Vote> Votes, Vote? Draft, IReadOnlyList<CouncilResolution> Resolutions, IReadOnlyList<DissentingOpinion> Dissents,
        IReadOnlyList<string> Counters, IReadOnlyList<DossierVote.Review> Reviews, bool IsActing, int Voters, int Entitled, int? Needed, string Reason, (int Submitted, int Assigned) Sheets, bool IsPutUp, IReadOnlyDictionary<int, string> Enterers)
    {
        public Vote? Vote => Votes.LastOrDefault();
        public int Members => Room.Members.Count;
        public int Base => Room.Cycle.Settings.VoteBase == VoteBase.AllMembers ? Members : Entitled;
        public VoteMethod Method => (Draft ?? Vote)?.Method ?? Room.Cycle.Settings.BallotByDefault;

        /// <summary>The announced vote may be corrected after the session: the council's result is not put up yet.</summary>
        public bool CanCorrectAfter => IsActing && !IsPutUp && Vote is not null && Room.Session.Status == SessionStatus.Ended && Item.Conclusion?.SessionId == Room.Session.Id;

        /// <summary>Those present at the vote are others by the attendance as it is now: the vote has to be corrected before the session ends.</summary>
        public bool IsStale => CanRecord && Draft is null && Vote is { } vote && vote.SessionId == Room.Session.Id && SessionEnd.IsStale(Room.Session, vote);

        /// <summary>Something may be recorded on this dossier here.</summary>
        public bool CanRecord => IsActing && Room.IsOpen && (Item.Conclusion is null || Item.Conclusion.SessionId == Room.Session.Id);

        /// <summary>The page holds the form of a vote; what is noted besides goes with it.</summary>
        public bool HasVoteForm => (CanRecord || CanCorrectAfter) && Item.Place is not null;
        public bool IsScoring => Item.Status == InitiativeStatus.Judging;
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var room = await SessionRoom.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
            var item = room.Items.SingleOrDefault(each => each.InitiativeId == request.InitiativeId) ?? throw new RowNotFoundException(nameof(AgendaItem));
            var doors = db.For(actor.Value);
            var votes = await doors.Votes.AsNoTracking().Where(vote => vote.InitiativeId == item.InitiativeId).OrderBy(vote => vote.Id).ToListAsync(cancellationToken);
            var resolutions = await doors.Resolutions.AsNoTracking().Where(each => each.InitiativeId == item.InitiativeId).OrderBy(each => each.Id).ToListAsync(cancellationToken);
            var dissents = await doors.Dissents.AsNoTracking().Where(each => each.InitiativeId == item.InitiativeId).OrderBy(each => each.Id).ToListAsync(cancellationToken);
            var written = await doors.CouncilReviews.AsNoTracking().Where(each => each.InitiativeId == item.InitiativeId).OrderBy(each => each.Id).ToListAsync(cancellationToken);
            var reviews = written.ConvertAll(each => new Review(room.Members.FirstOrDefault(member => member.PersonId == each.PersonId)?.Name ?? "", each.Content));
            var draft = votes.LastOrDefault(vote => vote.AnnouncedAt is null && vote.SessionId == room.Session.Id);
            var conflicted = item.Conflicts.Select(each => each.PersonId).ToHashSet();
            var entitled = room.Members.Count - conflicted.Count;
            var voteBase = room.Cycle.Settings.VoteBase == VoteBase.AllMembers ? room.Members.Count : entitled;
            var initiative = await doors.CouncilInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleAsync(each => each.Id == item.InitiativeId, cancellationToken);
            var sheets = await doors.Progress.Where(sheet => sheet.InitiativeId == item.InitiativeId).Select(sheet => sheet.Status).ToListAsync(cancellationToken);
            return new View(room, item, [.. votes.Where(vote => vote.AnnouncedAt is not null)], draft, resolutions, dissents,
                [.. room.Session.Counters(conflicted).Select(each => each.Name)], reviews, await doors.ActsAsSecretaryAsync(initiative, cancellationToken), room.Present - item.Recused.Count, entitled, room.Cycle.Settings.PassVoteShare?.LeastOf(voteBase),
                draft?.Reason ?? item.Conclusion?.Reason ?? (item.Place is { } place ? Conclusion.SuggestReason(place) : ""), (sheets.Count(status => status == SheetStatus.Submitted), sheets.Count),
                room.Session.Status == SessionStatus.Ended && await doors.IsPutUpAsync(room.Cycle.Id, cancellationToken), await db.EnterersAsync(votes, cancellationToken));
        }
    }
}
