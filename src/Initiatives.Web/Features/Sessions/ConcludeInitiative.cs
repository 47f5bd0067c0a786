using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Records the vote on one dossier; the rules of the cycle draw the conclusion. May be corrected until the session ends.</summary>
public static class ConcludeInitiative
{
    public sealed record Command : IRequest<Result>
    {
        public int InitiativeId { get; init; }

        /// <summary>Version of the conclusion that is being corrected; null when the sender does not know it.</summary>
        public int? Version { get; init; }

        [Range(0, 1000, ErrorMessage = "Số phiếu từ 0 trở lên.")]
        public int? Approving { get; init; }

        [Range(0, 1000, ErrorMessage = "Số phiếu từ 0 trở lên.")]
        public int? Against { get; init; }

        [Range(0, 1000, ErrorMessage = "Số phiếu từ 0 trở lên.")]
        public int? Abstaining { get; init; }

        [StringLength(1000, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.CouncilInitiatives.SingleOrNotFound(item => item.Id == request.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
            if (!await doors.ActsAsSecretaryAsync(initiative, cancellationToken)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được ghi kết luận.");
            if (request.Approving is not { } approving) return Result.Fail(nameof(request.Approving), "Ghi số phiếu đồng ý.");
            var session = await doors.Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (session is null) return Result.Fail("", "Điểm danh phiên họp trước khi biểu quyết.");
            var rubric = (await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var place = (await doors.RankAsync(cycle, rubric, cancellationToken)).SingleOrDefault(item => item.InitiativeId == initiative.Id);
            if (place is null) return Result.Fail("", "Hồ sơ chưa chốt điểm.");
            var conclusion = await doors.Conclusions.SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id, cancellationToken);
            if (request.Version is { } version && version != (conclusion?.Version ?? 0)) return Result.Fail(nameof(request.Version), "Kết luận vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");
            if (conclusion is null) db.Add(conclusion = Conclusion.For(session, initiative));
            var judges = await doors.Assignments.Where(item => item.InitiativeId == initiative.Id).Select(item => item.PersonId).ToListAsync(cancellationToken);
            var recorded = conclusion.Record(initiative, session, council, cycle.Settings, place,
                new VoteTally(approving, request.Against ?? 0, request.Abstaining ?? 0, session.Recused(judges).Count), request.Reason ?? "", clock.GetUtcNow().UtcDateTime);
            if (!recorded.Ok) return recorded;
            var share = VietnameseNumber.Percent(conclusion.VoteBase == 0 ? 0 : (decimal)approving / conclusion.VoteBase);
            db.Guard(session);
            db.Record(actor.Value, JournalActions.Concluded, initiative,
                $"{(conclusion.IsRecommended ? "Đề nghị công nhận" : "Không đề nghị công nhận")}: {approving}/{conclusion.VoteBase} đồng ý = {share}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
