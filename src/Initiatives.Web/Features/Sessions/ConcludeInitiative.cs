using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>
/// Enters the count of a vote on one dossier and, once it is confirmed, announces it: then the rules of the cycle draw the
/// conclusion. What is announced is corrected by another vote with a reason, also after the session while the council's
/// result is not put up; where that leaves a tie across the last place of merit, the council meets once more.
/// </summary>
public static class ConcludeInitiative
{
    public sealed record Command : NotedCommand
    {
        /// <summary>Version of the conclusion that is being corrected; null when the sender does not know it.</summary>
        public int? Version { get; init; }

        public VoteMethod? Method { get; init; }

        /// <summary>"luu" keeps the count to its enterer; everything else announces it.</summary>
        [StringLength(10)]
        public string Op { get; init; } = "";

        public int? Approving { get; init; }
        public int? Against { get; init; }
        public int? Abstaining { get; init; }
        public int? Issued { get; init; }
        public int? Returned { get; init; }
        public int? Valid { get; init; }
        public int? Invalid { get; init; }

        [StringLength(1000, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
        public string Reason { get; init; } = "";

        [StringLength(500, ErrorMessage = "Lý do đính chính dài tối đa 500 ký tự.")]
        public string CorrectionReason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var doors = db.For(actor.Value);
            var place = await PlaceOf(desk, cancellationToken);
            if (place is null) return Result.Fail("", "Hồ sơ chưa chốt điểm.");
            var conclusion = await doors.Conclusions.SingleOrDefaultAsync(item => item.InitiativeId == desk.Initiative.Id, cancellationToken);
            if (conclusion is not null && conclusion.SessionId != desk.Session.Id) return Result.Fail("", "Hồ sơ đã có kết luận ở phiên họp trước.");
            if (request.Version is { } version && version != (conclusion?.Version ?? 0)) return Result.Fail(nameof(request.Version), "Kết luận vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");

            var isAfter = desk.Session.Status == SessionStatus.Ended && conclusion is not null;
            var open = desk.Session.MustBeOpen();
            if (!open.Ok && !isAfter) return open;
            var now = clock.GetUtcNow().UtcDateTime;
            var votes = await doors.Votes.Where(item => item.InitiativeId == desk.Initiative.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            var announced = votes.LastOrDefault(item => item.AnnouncedAt is not null);
            var vote = votes.LastOrDefault(item => item.AnnouncedAt is null && item.EnteredById == actor.Value.PersonId && item.SessionId == desk.Session.Id);
            if (vote is null) db.Add(vote = Vote.On(desk.Session, desk.Initiative.Id));
            var count = new VoteCount(request.Method ?? desk.Cycle.Settings.BallotByDefault, request.Approving, request.Against, request.Abstaining, request.Issued, request.Returned, request.Valid, request.Invalid);
            var entered = isAfter
                ? vote.Correct(desk.Session, announced!, await doors.IsPutUpAsync(desk.Cycle.Id, cancellationToken), count, request.Reason, request.CorrectionReason, actor.Value, now)
                : vote.Enter(desk.Session, desk.Council, desk.Cycle.Settings, desk.Conflicted, count, request.Reason, announced, request.CorrectionReason, actor.Value, now);
            if (!entered.Ok) return entered;
            var noted = isAfter ? Result.Success : Note(desk, request, now);
            if (!noted.Ok) return noted;
            desk.Item.Touch();
            db.Guard(desk.Session);
            if (isAfter) db.Guard(desk.Cycle);   // the result may be going up, or the council's work ending on what stood before
            if (request.Op == "luu" && !isAfter)
            {
                db.Record(actor.Value, JournalActions.VoteEntered, desk.Initiative);
                await db.SaveChangesAsync(cancellationToken);
                return Result.Success;
            }

            var concluded = isAfter ? Result.Success : vote.Announce(now);
            if (conclusion is null) db.Add(conclusion = Conclusion.For(desk.Session, desk.Initiative));
            var resolution = await doors.Resolutions.Where(item => item.InitiativeId == desk.Initiative.Id).OrderBy(item => item.Id).LastOrDefaultAsync(cancellationToken);
            if (concluded.Ok) concluded = conclusion.Record(desk.Initiative, desk.Session, desk.Cycle.Settings, place, vote, resolution, now);
            if (!concluded.Ok) return concluded;
            if (desk.Cycle.Phase == CyclePhase.Deciding && !await doors.PlaceConclusionsAsync(desk.Cycle, await RubricOf(desk, cancellationToken), cancellationToken)) concluded = desk.Cycle.Reconvene();
            if (!concluded.Ok) return concluded;
            await DiscardOthersAsync(doors, desk, vote, cancellationToken);
            if (announced is not null) db.Record(actor.Value, JournalActions.VoteCorrected, desk.Initiative, $"{(isAfter ? "Sau phiên: " : "")}{vote.CorrectionReason}");
            db.Record(actor.Value, JournalActions.Concluded, desk.Initiative, Say(conclusion));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>What a former stand-in counted and never announced does not outlive the announcement: taken up again it would be older than the vote that it corrects.</summary>
        private async Task DiscardOthersAsync(ScopedDb doors, ItemDesk desk, Vote vote, CancellationToken cancellationToken)
        {
            var others = await doors.VotesToDiscard.Where(item => item.InitiativeId == desk.Initiative.Id && item.Id != vote.Id).ToListAsync(cancellationToken);
            if (others.Count == 0) return;
            db.RemoveRange(others);
            db.Record(actor.Value, JournalActions.VoteDiscarded, desk.Initiative, $"Phiên {desk.Session.Number}");
        }

        /// <summary>The course of the discussion that was typed and not kept yet goes with the vote, instead of being lost with it.</summary>
        private Result Note(ItemDesk desk, Command request, DateTime now)
        {
            if (request.NotesVersion is not { } version || desk.Item.Written() == request.Notes.Normalized()) return Result.Success;
            var noted = desk.Item.Note(desk.Session, request.Notes, version, now);
            if (noted.Ok) db.Record(actor.Value, JournalActions.ItemNoted, desk.Initiative, $"Phiên {desk.Session.Number}");
            return noted;
        }

        private async Task<RankedPlace?> PlaceOf(ItemDesk desk, CancellationToken cancellationToken) =>
            (await db.For(actor.Value).RankAsync(desk.Cycle, await RubricOf(desk, cancellationToken), cancellationToken)).SingleOrDefault(item => item.InitiativeId == desk.Initiative.Id);

        private async Task<RubricContent> RubricOf(ItemDesk desk, CancellationToken cancellationToken) => (await db.Rubrics.SingleAsync(item => item.Id == desk.Cycle.RubricId, cancellationToken)).Content;

        private static string Say(Conclusion conclusion)
        {
            var share = VietnameseNumber.Percent(conclusion.VoteBase == 0 ? 0 : (decimal)conclusion.Approving / conclusion.VoteBase);
            return $"{(conclusion.IsRecommended ? "Đề nghị công nhận" : "Không đề nghị công nhận")}: {conclusion.Approving}/{conclusion.VoteBase} đồng ý = {share}";
        }
    }
}
