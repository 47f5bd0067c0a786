using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>
/// Applies a plan, or a change made by hand or from a file, as it was seen in the dry run. Without a change it is the plan of
/// the cycle's settings: the whole council less those in conflict, or k judges of each dossier.
/// </summary>
public static class AssignJudges
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Year { get; init; }

        /// <summary>Of the plan that was seen; null: the number of the run.</summary>
        public int? Seed { get; init; }

        public RunSource Source { get; init; }

        /// <summary>The change that was seen (<see cref="PlanChange"/>); empty: the plan.</summary>
        [StringLength(1_000_000, ErrorMessage = "Thay đổi này quá lớn. Chia tệp thành nhiều phần.")]
        public string Change { get; init; } = "";

        /// <summary>The mark of what was seen; empty: nothing was.</summary>
        [StringLength(64, ErrorMessage = "Xem trước lại rồi áp dụng.")]
        public string Digest { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var ready = state.Ready();
            if (!ready.Ok) return Result.Fail(ready.Problems);
            var input = state.Input(request.Seed ?? state.NextNumber);
            var proposed = AssignmentPreview.Propose(state, input, request.Change);
            if (!proposed.Ok) return Result.Fail(proposed.Problems);
            var (wanted, difference) = (proposed.Value.Wanted, proposed.Value.Difference);
            if (request.Digest.Length > 0 && request.Digest != state.Digest(difference))
                return Result.Fail("", "Từ lúc xem trước đến nay phân công, Hội đồng hoặc hồ sơ đã đổi, nên chưa ghi gì. Xem lại bảng dưới đây rồi áp dụng.");

            var now = clock.GetUtcNow().UtcDateTime;
            db.Guard(cycle);   // scoring may be opening on what stood before
            state.Facts.Record(db, cycle, actor.Value, now);
            if (!difference.IsEmpty)
            {
                var run = AssignmentRun.Apply(cycle.Id, state.NextNumber, request.Change.Length > 0 ? request.Source : RunSource.Plan, difference, input, actor.Value, now);
                if (!run.Ok) return Result.Fail(run.Problems);
                var written = await state.WriteAsync(db, actor.Value, difference, now, cancellationToken);
                if (!written.Ok) return Result.Fail(written.Problems);
                db.Add(run.Value);
                db.Record(actor.Value, JournalActions.JudgesAssigned, state.Council!, string.Create(CultureInfo.InvariantCulture,
                    $"lần {run.Value.Number}{(run.Value.Seed is { } seed ? $", cách chia số {seed}" : "")}: {state.Dossiers.Count} hồ sơ, {wanted.Count} lượt chấm: thêm {difference.Added.Count}, bỏ {difference.Removed.Count}"));
            }

            await db.SaveChangesAsync(cancellationToken);
            return state.Seen(wanted).Count;
        }
    }
}
