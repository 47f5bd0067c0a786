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
/// conclusion. What is announced is corrected by another vote with a reason.
/// </summary>
public static class ConcludeInitiative
{
    public sealed record Command : ItemCommand, IRequest<Result>
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
            var open = desk.Session.MustBeOpen();
            if (!open.Ok) return open;
            var doors = db.For(actor.Value);
            var place = await PlaceOf(desk, cancellationToken);
            if (place is null) return Result.Fail("", "Hồ sơ chưa chốt điểm.");
            var conclusion = await doors.Conclusions.SingleOrDefaultAsync(item => item.InitiativeId == desk.Initiative.Id, cancellationToken);
            if (conclusion is not null && conclusion.SessionId != desk.Session.Id) return Result.Fail("", "Hồ sơ đã có kết luận ở phiên họp trước.");
            if (request.Version is { } version && version != (conclusion?.Version ?? 0)) return Result.Fail(nameof(request.Version), "Kết luận vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");

            var now = clock.GetUtcNow().UtcDateTime;
            var votes = await doors.Votes.Where(item => item.InitiativeId == desk.Initiative.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            var announced = votes.LastOrDefault(item => item.AnnouncedAt is not null);
            var vote = votes.LastOrDefault(item => item.AnnouncedAt is null && item.EnteredById == actor.Value.PersonId && item.SessionId == desk.Session.Id);
            if (vote is null) db.Add(vote = Vote.On(desk.Session, desk.Initiative.Id));
            var count = new VoteCount(request.Method ?? desk.Cycle.Settings.BallotByDefault, request.Approving, request.Against, request.Abstaining, request.Issued, request.Returned, request.Valid, request.Invalid);
            var entered = vote.Enter(desk.Session, desk.Council, desk.Cycle.Settings, desk.Conflicted, count, request.Reason, announced, request.CorrectionReason, actor.Value, now);
            if (!entered.Ok) return entered;
            db.Guard(desk.Session);
            if (request.Op == "luu")
            {
                db.Record(actor.Value, JournalActions.VoteEntered, desk.Initiative);
                await db.SaveChangesAsync(cancellationToken);
                return Result.Success;
            }

            var concluded = vote.Announce(now);
            if (conclusion is null) db.Add(conclusion = Conclusion.For(desk.Session, desk.Initiative));
            var resolution = await doors.Resolutions.Where(item => item.InitiativeId == desk.Initiative.Id).OrderBy(item => item.Id).LastOrDefaultAsync(cancellationToken);
            if (concluded.Ok) concluded = conclusion.Record(desk.Initiative, desk.Session, desk.Cycle.Settings, place, vote, resolution, now);
            if (!concluded.Ok) return concluded;
            if (announced is not null) db.Record(actor.Value, JournalActions.VoteCorrected, desk.Initiative, vote.CorrectionReason);
            db.Record(actor.Value, JournalActions.Concluded, desk.Initiative, Say(conclusion));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private async Task<RankedPlace?> PlaceOf(ItemDesk desk, CancellationToken cancellationToken)
        {
            var rubric = (await db.Rubrics.SingleAsync(item => item.Id == desk.Cycle.RubricId, cancellationToken)).Content;
            return (await db.For(actor.Value).RankAsync(desk.Cycle, rubric, cancellationToken)).SingleOrDefault(item => item.InitiativeId == desk.Initiative.Id);
        }

        private static string Say(Conclusion conclusion)
        {
            var share = VietnameseNumber.Percent(conclusion.VoteBase == 0 ? 0 : (decimal)conclusion.Approving / conclusion.VoteBase);
            return $"{(conclusion.IsRecommended ? "Đề nghị công nhận" : "Không đề nghị công nhận")}: {conclusion.Approving}/{conclusion.VoteBase} đồng ý = {share}";
        }
    }
}
