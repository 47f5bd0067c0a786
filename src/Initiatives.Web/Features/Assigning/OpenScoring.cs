using System.Globalization;
using System.Security.Cryptography;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>Opens scoring: the rubric is frozen, every eligible dossier gets its council code, every assignment its sheet.</summary>
public static class OpenScoring
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        /// <summary>Last day of scoring, inclusive.</summary>
        public DateOnly? DueOn { get; init; }

        /// <summary>There is no way back, and the warnings, where there are some, were read.</summary>
        public bool Confirm { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (request.DueOn is not { } dueOn) return Result.Fail(nameof(request.DueOn), "Ghi ngày cuối cùng để chấm.");
            var dossiers = await doors.ReceivedInitiatives.Where(item => item.CycleId == cycle.Id).OrderBy(item => item.RegisterNumber).ToListAsync(cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var assignments = await doors.OpeningAssignments.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var eligible = dossiers.FindAll(item => item.Status == InitiativeStatus.Eligible);

            var rubric = await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId, cancellationToken);
            var opened = cycle.OpenScoring(rubric, await doors.ExtensionsAsync([cycle], cancellationToken), VietnamTime.EndOfDay(dueOn), now);
            if (!opened.Ok) return Result.Fail(opened.Problems.Select(problem => problem.Field.Length == 0 ? problem : problem with { Field = nameof(request.DueOn) }));
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council?.Members.Select(member => member.PersonId) ?? [], cancellationToken);
            var ready = Ready(dossiers, eligible, council, assignments, facts);
            if (!ready.Ok) return ready;
            if (!request.Confirm)
            {
                var warnings = await OpeningWarnings.OfAsync(db, actor.Value, await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken), cancellationToken);
                return Result.Fail(nameof(request.Confirm), warnings.Count > 0
                    ? $"{string.Join(' ', warnings)} Xử lý trước, hoặc đánh dấu vào ô xác nhận để vẫn mở chấm."
                    : "Mở chấm rồi không quay lại được. Đánh dấu vào ô xác nhận để mở chấm.");
            }

            facts.Record(db, cycle, actor.Value, now);
            var coded = GiveCodes(eligible, now);
            if (!coded.Ok) return coded;

            foreach (var item in assignments) db.Add(ScoreSheet.Open(cycle.Id, item.InitiativeId, item.PersonId));
            foreach (var initiative in eligible) db.Record(actor.Value, JournalActions.ScoringOpened, initiative);
            db.Record(actor.Value, JournalActions.ScoringOpened, cycle, string.Create(CultureInfo.InvariantCulture, $"{eligible.Count} hồ sơ, {assignments.Count} phiếu, chấm đến {VietnamTime.Deadline(VietnamTime.EndOfDay(dueOn))}"));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private static Result Ready(List<Initiative> dossiers, List<Initiative> eligible, Council? council, List<ScoringAssignment> assignments, CouncilFacts facts)
        {
            var unsettled = dossiers.Count(item => item.Status is InitiativeStatus.Submitted or InitiativeStatus.Supplementing or InitiativeStatus.Appraised);
            if (unsettled > 0) return Result.Fail("", $"Còn {unsettled} hồ sơ chưa có kết quả thẩm định được duyệt. Duyệt hoặc cho rút hết rồi mới mở chấm.");
            if (council is null) return Result.Fail("", "Ghi nhận Hội đồng trước khi mở chấm.");
            if (eligible.Count == 0) return Result.Fail("", "Không có hồ sơ nào đủ điều kiện để chấm.");
            var without = eligible.FindAll(item => assignments.TrueForAll(given => given.InitiativeId != item.Id));
            if (without.Count > 0)
                return Result.Fail("", $"Chưa có người chấm: {string.Join("; ", without.Select(item => $"hồ sơ số {item.RegisterNumber} “{item.Title}”"))}. Phân công lại, hoặc bổ sung thành viên Hội đồng.");
            return assignments.TrueForAll(item => StillRight(item, eligible, council, facts))
                ? Result.Success
                : Result.Fail("", "Hội đồng hoặc hồ sơ đã đổi sau khi phân công. Phân công lại rồi mở chấm.");
        }

        private static bool StillRight(ScoringAssignment item, List<Initiative> eligible, Council council, CouncilFacts facts) =>
            eligible.Exists(initiative => initiative.Id == item.InitiativeId)
            && council.Members.Any(member => member.PersonId == item.PersonId)
            && facts.Of(item.PersonId, item.InitiativeId) is null;

        /// <summary>Codes go to the dossiers in a drawn order, so that their order says nothing of the register's.</summary>
        private static Result GiveCodes(List<Initiative> eligible, DateTime now)
        {
            var shuffled = eligible.ToArray();
            RandomNumberGenerator.Shuffle(shuffled.AsSpan());
            var codes = CouncilCodes.Draw(shuffled.Length, RandomNumberGenerator.GetInt32(int.MaxValue));
            for (var i = 0; i < shuffled.Length; i++)
            {
                var moved = shuffled[i].OpenForJudging(codes[i], now);
                if (!moved.Ok) return moved;
            }

            return Result.Success;
        }
    }
}
