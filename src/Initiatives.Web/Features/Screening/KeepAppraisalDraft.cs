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

/// <summary>Keeps a proposal that is being written, so that it is there when the dossier comes back from its unit.</summary>
public static class KeepAppraisalDraft
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        /// <summary>Version of the draft that the form showed; 0: none.</summary>
        public int DraftVersion { get; init; }
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
            var draft = await doors.AppraisalDrafts.SingleOrDefaultAsync(item => item.InitiativeId == request.Id, cancellationToken);
            if (request.DraftVersion != (draft?.Version ?? 0)) return Result.Fail("", $"{draft?.PersonName ?? "Ai đó"} vừa lưu nháp khác hoặc đã ghi đề xuất. Nội dung bạn nhập còn bên dưới.");
            if (draft is null) db.Add(draft = AppraisalDraft.For(initiative));
            var kept = draft.Keep(initiative, request.IsFirst, request.FirstReason, request.IsEffective, request.EffectReason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!kept.Ok) return kept;
            db.Record(actor.Value, JournalActions.AppraisalDrafted, initiative);
            await db.SaveChangesAsync(cancellationToken);
            return kept;
        }
    }
}
