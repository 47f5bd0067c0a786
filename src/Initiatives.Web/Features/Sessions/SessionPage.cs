using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One session: attendance, agenda, what is concluded and what is left.</summary>
public static class SessionPage
{
    public sealed record Query(int Year, int Number) : IRequest<View>;

    /// <param name="Tie">What a ballot has to decide there; null: nothing, or it is not for him to know.</param>
    /// <param name="HasBallots">Something was counted on paper, and announced.</param>
    /// <param name="Facts">Of a dossier: how it was voted on here and what was recorded besides.</param>
    public sealed record View(SessionRoom Room, CutTie? Tie, bool HasBallots, ILookup<int, string> Facts)
    {
        /// <summary>The council has dossiers left, or the reader's stand-in has, and no session to take them up in.</summary>
        public bool MayPlanNext { get; init; }

        public int Left => Room.Items.Count(item => item is { IsConcluded: false, IsPostponed: false });
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var record = await SessionRecord.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
            var (room, doors) = (record.Room, db.For(actor.Value));
            var board = room.Items.All(item => item.IsConcluded) ? await doors.TieBoardAsync(request.Year, request.Number, cancellationToken) : null;
            var hasBallots = record.TieBallots.Count > 0 || room.Items.Any(item => item.Vote is { Method: VoteMethod.Paper } vote && vote.SessionId == room.Session.Id);
            var mayPlan = room is { IsSecretary: true, Session.Status: SessionStatus.Ended, Cycle.Phase: CyclePhase.Deliberating }
                && !await doors.Sessions.AnyAsync(item => item.CycleId == room.Cycle.Id && (item.Status == SessionStatus.Planned || item.Status == SessionStatus.Open), cancellationToken);
            return new View(room, board?.Tie, hasBallots, Facts(record).ToLookup(fact => fact.InitiativeId, fact => fact.Text)) { MayPlanNext = mayPlan };
        }

        private static IEnumerable<(int InitiativeId, string Text)> Facts(SessionRecord record)
        {
            foreach (var votes in record.Votes.GroupBy(vote => vote.InitiativeId))
            {
                if (votes.Last().Method == VoteMethod.Paper) yield return (votes.Key, "bỏ phiếu kín");
                if (votes.Count() > 1) yield return (votes.Key, votes.Last().IsAfter(record.Room.Session) ? "đính chính sau phiên" : "đã đính chính");
            }

            foreach (var resolution in record.Resolutions) yield return (resolution.InitiativeId, $"nghị quyết {resolution.Approving}/{resolution.VoteBase} đồng ý");
            foreach (var dissents in record.Dissents.GroupBy(dissent => dissent.InitiativeId)) yield return (dissents.Key, $"{dissents.Count()} ý kiến bảo lưu");
        }
    }
}
