using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The council resolves otherwise than the rules give: the text of its resolution and a vote of its own.</summary>
public static class RecordResolution
{
    public sealed record Command : ItemCommand
    {
        public bool ResolutionRecommends { get; init; }

        [StringLength(4000, ErrorMessage = "Nghị quyết dài tối đa 4.000 ký tự.")]
        public string ResolutionText { get; init; } = "";

        public int? ResolutionApproving { get; init; }
        public int? ResolutionAgainst { get; init; }
        public int? ResolutionAbstaining { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var doors = db.For(actor.Value);
            var conclusion = await doors.Conclusions.SingleOrDefaultAsync(item => item.InitiativeId == desk.Initiative.Id, cancellationToken);
            var vote = await doors.Votes.Where(item => item.InitiativeId == desk.Initiative.Id && item.AnnouncedAt != null).OrderBy(item => item.Id).LastOrDefaultAsync(cancellationToken);
            if (conclusion is null || vote is null) return Result.Fail("", "Công bố kết quả biểu quyết trước khi ghi nghị quyết.");
            var now = clock.GetUtcNow().UtcDateTime;
            var passed = CouncilResolution.Pass(desk.Session, desk.Council, desk.Cycle.Settings, vote, desk.Conflicted, conclusion.IsRecommended, request.ResolutionRecommends, request.ResolutionText,
                new VoteCount(VoteMethod.ShowOfHands, request.ResolutionApproving, request.ResolutionAgainst, request.ResolutionAbstaining), actor.Value, now);
            if (!passed.Ok) return Result.Fail(passed.Problems.Select(problem => problem.Field.Length == 0 ? problem : problem with { Field = "Resolution" + problem.Field }));
            var rubric = (await db.Rubrics.SingleAsync(item => item.Id == desk.Cycle.RubricId, cancellationToken)).Content;
            var place = (await doors.RankAsync(desk.Cycle, rubric, cancellationToken)).Single(item => item.InitiativeId == desk.Initiative.Id);
            var concluded = conclusion.Record(desk.Initiative, desk.Session, desk.Cycle.Settings, place, vote, passed.Value, now);
            if (!concluded.Ok) return concluded;
            db.Add(passed.Value);
            desk.Item.Touch();
            db.Guard(desk.Session);
            db.Record(actor.Value, JournalActions.ResolutionPassed, desk.Initiative,
                $"{(passed.Value.Recommends ? "Đề nghị công nhận" : "Không đề nghị công nhận")}: {passed.Value.Approving}/{passed.Value.VoteBase} đồng ý");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
