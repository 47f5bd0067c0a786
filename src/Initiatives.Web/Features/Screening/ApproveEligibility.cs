using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>The Department's lead approves proposals: all that were ticked, or none.</summary>
public static class ApproveEligibility
{
    public sealed record Command : IRequest<Result<int>>
    {
        /// <summary>The initiatives.</summary>
        public List<int> Ids { get; init; } = [];

        /// <summary>By initiative: the version of the proposal that the list showed; one that is missing is not compared.</summary>
        public Dictionary<int, int> Versions { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Distinct().ToList();
            if (ids.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một hồ sơ để duyệt.");
            var doors = db.For(actor.Value);
            var initiatives = await doors.ReceivedInitiatives.Where(item => ids.Contains(item.Id)).OrderBy(item => item.RegisterNumber).ToListAsync(cancellationToken);
            if (initiatives.Count < ids.Count) throw new RowNotFoundException(nameof(Initiative));
            var appraisals = await doors.Appraisals.Where(item => ids.Contains(item.InitiativeId)).ToDictionaryAsync(item => item.InitiativeId, cancellationToken);

            var changed = initiatives.FindAll(item => request.Versions.TryGetValue(item.Id, out var seen) && seen != appraisals.GetValueOrDefault(item.Id)?.Version);
            if (changed.Count > 0) return Result.Fail(nameof(request.Ids), $"Đề xuất đã thay đổi từ khi bạn mở trang: {string.Join(", ", changed.Select(item => $"hồ sơ số {item.RegisterNumber} “{item.Title}”"))}. Đọc lại rồi duyệt. Chưa hồ sơ nào được duyệt.");

            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var initiative in initiatives)
            {
                var approved = appraisals.TryGetValue(initiative.Id, out var appraisal)
                    ? appraisal.Approve(initiative, actor.Value, now)
                    : Result.Fail("", "Hồ sơ chưa có đề xuất thẩm định.");
                if (!approved.Ok) return Result.Fail(nameof(request.Ids), $"Hồ sơ số {initiative.RegisterNumber} “{initiative.Title}”: {approved.Problems[0].Message} Chưa hồ sơ nào được duyệt.");
                db.Record(actor.Value, JournalActions.EligibilityApproved, initiative, appraisal!.IsEligible ? "Đủ điều kiện" : appraisal.Reason);
            }

            await db.SaveChangesAsync(cancellationToken);
            return initiatives.Count;
        }
    }
}
