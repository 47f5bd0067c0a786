using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>One received dossier with the form of its appraisal.</summary>
public static class ScreeningPage
{
    public sealed record Query(int Id) : IRequest<View>;

    /// <summary>The proposal as it stands.</summary>
    public sealed record Proposal(int Version, bool IsFirst, string FirstReason, bool IsEffective, string EffectReason, string AppraiserName, DateTime ProposedAt, DateTime? ApprovedAt);

    /// <summary>The dossiers before and after it in the register, and the next that nobody has appraised.</summary>
    public sealed record Neighbours(int? Previous, int? Next, int? NextWaiting, int Proposed, int Total);

    /// <param name="Form">What the form shows; null: this person cannot propose, <paramref name="Closed"/> says why.</param>
    public sealed record View(int Id, int Year, int? Number, Dossier Dossier, InitiativeStatus Status, DateTime SubmittedAt,
        string OutcomeReason, Proposal? Proposal, ProposeAppraisal.Command? Form, string Closed, bool CanApprove, Neighbours Around, IReadOnlyList<JournalEntry> Timeline, ScreeningSide Side)
    {
        /// <summary>This person may tick the checklist, ask for a supplement or an opinion.</summary>
        public required bool MayAppraise { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleOrNotFound(item => item.Id == initiative.CycleId, cancellationToken);
            var appraisal = await doors.Appraisals.AsNoTracking().SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id, cancellationToken);
            var closed = WhyClosed(initiative);
            var side = await ScreeningSide.ReadAsync(db, doors, initiative, cycle.Settings, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new View(initiative.Id, cycle.Year, initiative.RegisterNumber,
                await db.DossierAsync(initiative, doors.DossierAttachments, cancellationToken),
                ScreeningStages.Chip(initiative.Status), initiative.SubmittedAt!.Value,
                initiative.Status is InitiativeStatus.Withdrawn or InitiativeStatus.Ineligible ? initiative.OutcomeReason : "",
                appraisal is null ? null : new Proposal(appraisal.Version, appraisal.IsFirst, appraisal.FirstReason, appraisal.IsEffective, appraisal.EffectReason, appraisal.AppraiserName, appraisal.ProposedAt, appraisal.ApprovedAt),
                closed.Length > 0 ? null : FormOf(initiative.Id, appraisal, side.Draft), closed,
                initiative.Status == InitiativeStatus.Appraised && actor.Value.Has(Permission.ApproveEligibility),
                await AroundAsync(doors, initiative, cancellationToken),
                await doors.TimelineAsync<Initiative>(initiative.Id, Audience.Department, cancellationToken), side)
            {
                MayAppraise = actor.Value.Has(Permission.AppraiseInitiative) && InitiativeStatuses.IsBeingScreened(initiative.Status) && !initiative.IsWrittenBy(actor.Value),
            };
        }

        private string WhyClosed(Initiative initiative) => ScreeningStages.Of(initiative.Status) switch
        {
            ScreeningStage.Withdrawn => "Đơn vị đã rút hồ sơ này.",
            ScreeningStage.Eligible or ScreeningStage.Ineligible => "Lãnh đạo Sở đã duyệt kết quả này, không sửa được nữa.",
            _ when initiative.Status == InitiativeStatus.Supplementing => "Hồ sơ đang chờ đơn vị bổ sung.",
            _ when !actor.Value.Has(Permission.AppraiseInitiative) => "Chỉ người thẩm định ghi đề xuất.",
            _ when initiative.IsWrittenBy(actor.Value) => "Bạn là tác giả của hồ sơ này nên không thẩm định được.",
            _ => "",
        };

        private static ProposeAppraisal.Command FormOf(int id, Appraisal? appraisal, AppraisalDraft? draft) => appraisal is null
            ? new ProposeAppraisal.Command { Id = id, Version = 0, IsFirst = draft?.IsFirst, FirstReason = draft?.FirstReason ?? "", IsEffective = draft?.IsEffective, EffectReason = draft?.EffectReason ?? "" }
            : new ProposeAppraisal.Command
            {
                Id = id,
                Version = appraisal.Version,
                IsFirst = appraisal.IsFirst,
                FirstReason = appraisal.FirstReason,
                IsEffective = appraisal.IsEffective,
                EffectReason = appraisal.EffectReason,
            };

        private static async Task<Neighbours> AroundAsync(ScopedDb doors, Initiative initiative, CancellationToken cancellationToken)
        {
            var number = initiative.RegisterNumber ?? 0;
            var all = doors.ReceivedInitiatives.Where(item => item.CycleId == initiative.CycleId && item.Status != InitiativeStatus.Withdrawn);
            var waiting = all.Where(item => item.Status == InitiativeStatus.Submitted && item.Id != initiative.Id);
            var ahead = waiting.Where(item => item.RegisterNumber > number);
            var total = await all.CountAsync(cancellationToken);
            var open = await all.CountAsync(item => item.Status == InitiativeStatus.Submitted || item.Status == InitiativeStatus.Supplementing, cancellationToken);
            return new Neighbours(
                await all.Where(item => item.RegisterNumber < number).OrderByDescending(item => item.RegisterNumber).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken),
                await all.Where(item => item.RegisterNumber > number).OrderBy(item => item.RegisterNumber).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken),
                await ahead.OrderBy(item => item.RegisterNumber).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken)
                    ?? await waiting.OrderBy(item => item.RegisterNumber).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken),
                total - open, total);
        }
    }
}
