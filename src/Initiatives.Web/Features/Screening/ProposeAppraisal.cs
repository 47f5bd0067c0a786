using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>The appraiser proposes on conditions 3a and 3b; nobody outside the Department sees it before it is approved.</summary>
public static class ProposeAppraisal
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        /// <summary>Version of the proposal that the form showed, 0 for none; null: do not compare.</summary>
        public int? Version { get; init; }

        public bool? IsFirst { get; init; }

        [StringLength(2000, ErrorMessage = "Căn cứ dài tối đa 2.000 ký tự.")]
        public string FirstReason { get; init; } = "";

        public bool? IsEffective { get; init; }

        [StringLength(2000, ErrorMessage = "Căn cứ dài tối đa 2.000 ký tự.")]
        public string EffectReason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var appraisal = await doors.Appraisals.SingleOrDefaultAsync(item => item.InitiativeId == request.Id, cancellationToken);
            if (request.Version is { } version && version != (appraisal?.Version ?? 0))
                return Result.Fail(nameof(request.Version), $"{appraisal?.AppraiserName} vừa ghi đề xuất khác cho hồ sơ này. Nội dung bạn nhập còn bên dưới: xem lại rồi ghi.");
            if (await OpenWorkAsync(doors, initiative, cancellationToken) is { Count: > 0 } open) return Result.Fail(open);
            var missing = Missing(request);
            if (missing.Count > 0) return Result.Fail(missing.Concat(Appraisal.CheckReasons(request.FirstReason, request.EffectReason)));

            var proposed = Propose(request, initiative, ref appraisal);
            if (!proposed.Ok) return proposed;
            if (await doors.AppraisalDrafts.SingleOrDefaultAsync(item => item.InitiativeId == request.Id, cancellationToken) is { } draft) db.Remove(draft);
            db.Record(actor.Value, JournalActions.AppraisalProposed, initiative, $"3a {Word(request.IsFirst)}, 3b {Word(request.IsEffective)}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>What must be done before a proposal: the checklist, and every answer of the unit that lies there.</summary>
        private async Task<List<Problem>> OpenWorkAsync(ScopedDb doors, Initiative initiative, CancellationToken cancellationToken)
        {
            var problems = new List<Problem>();
            var settings = await db.Cycles.Where(item => item.Id == initiative.CycleId).Select(item => item.Settings).SingleAsync(cancellationToken);
            var answered = await doors.ChecklistEntries.Where(entry => entry.InitiativeId == initiative.Id).Select(entry => entry.Code).ToListAsync(cancellationToken);
            if (Checklist.OpenSentence(Checklist.Open(settings, answered)) is { Length: > 0 } sentence) problems.Add(new("Checklist", sentence));
            if (await doors.ReceivedSupplements.AnyAsync(item => item.InitiativeId == initiative.Id && item.Status == SupplementStatus.Answered, cancellationToken))
                problems.Add(new("Supplement", "Đơn vị đã gửi bổ sung: xem và quyết định từng mục trước khi đề xuất."));
            return problems;
        }

        private Result Propose(Command request, Initiative initiative, ref Appraisal? appraisal)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var (first, effective) = (request.IsFirst!.Value, request.IsEffective!.Value);
            if (appraisal is not null) return appraisal.Revise(initiative, first, request.FirstReason, effective, request.EffectReason, actor.Value, now);
            var made = Appraisal.Propose(initiative, first, request.FirstReason, effective, request.EffectReason, actor.Value, now);
            if (made.Ok) db.Add(made.Value);
            return made;
        }

        private static List<Problem> Missing(Command request)
        {
            var problems = new List<Problem>();
            if (request.IsFirst is null) problems.Add(new(nameof(request.IsFirst), "Chọn Đạt hoặc Chưa đạt cho điều kiện 3a."));
            if (request.IsEffective is null) problems.Add(new(nameof(request.IsEffective), "Chọn Đạt hoặc Chưa đạt cho điều kiện 3b."));
            return problems;
        }

        private static string Word(bool? met) => met == true ? "đạt" : "chưa đạt";
    }
}
