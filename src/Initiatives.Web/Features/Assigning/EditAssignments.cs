using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Assigning;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Assigning;

/// <summary>Ticks made by hand on some dossiers, turned into a change to be looked at. Nothing is saved.</summary>
public static class EditAssignments
{
    public sealed record Command : IRequest<Result<string>>
    {
        public int Year { get; init; }

        /// <summary>The dossiers that the form showed: on these what is not ticked is taken away.</summary>
        public List<int> Rows { get; init; } = [];

        /// <summary>Ticked boxes, as <c>12:5</c>: dossier and judge.</summary>
        [EachAtMost(24, ErrorMessage = "Tải lại trang rồi đánh dấu lại.")]
        public List<string> Judges { get; init; } = [];

        /// <summary>The form says who reviews, too; else that stays as it is.</summary>
        public bool SetsReviewers { get; init; }

        [EachAtMost(24, ErrorMessage = "Tải lại trang rồi đánh dấu lại.")]
        public List<string> Reviewers { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<string>>
    {
        public async Task<Result<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var ready = state.Ready();
            if (!ready.Ok) return Result.Fail(ready.Problems);
            var rows = request.Rows.ToHashSet();
            rows.IntersectWith(state.SeenDossiers.Select(dossier => dossier.Id));
            var ticked = Ticked(request.Judges, rows);
            var reviewing = request.SetsReviewers ? Ticked(request.Reviewers, rows) : state.Present.Where(pair => pair.IsReviewer).Select(pair => pair with { IsReviewer = false }).ToHashSet();
            if (request.SetsReviewers && !reviewing.IsSubsetOf(ticked)) return Result.Fail("", "Người phản biện là một trong những người chấm: đánh dấu cả ô chấm.");
            var difference = PlanDifference.Between(state.Present, [.. state.Present.Where(pair => !rows.Contains(pair.InitiativeId)), .. ticked.Select(pair => pair with { IsReviewer = reviewing.Contains(pair) })]);
            if (difference.IsEmpty) return Result.Fail("", "Không có gì thay đổi so với phân công hiện tại.");
            var change = PlanChange.Write(difference);
            var proposed = AssignmentPreview.Propose(state, state.Input(0), change);
            return proposed.Ok ? change : Result.Fail(proposed.Problems);
        }

        private static HashSet<PlanPair> Ticked(List<string> boxes, HashSet<int> rows) =>
            [.. boxes.Select(PlanChange.Read).OfType<PlanPair>().Where(pair => rows.Contains(pair.InitiativeId)).Select(pair => pair with { IsReviewer = false })];
    }
}
