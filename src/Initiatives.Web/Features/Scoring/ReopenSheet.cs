using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>The secretary lets a locked sheet be changed once more; journalled, and kept for the minutes.</summary>
public static class ReopenSheet
{
    public sealed record Command : IRequest<Result>
    {
        public int SheetId { get; init; }

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.ClosedSheets.SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiative = await doors.CouncilInitiatives.SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            if (!await doors.ActsAsSecretaryAsync(initiative, cancellationToken)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được mở lại phiếu.");
            var now = clock.GetUtcNow().UtcDateTime;
            var reopened = sheet.Reopen(initiative, request.Reason, actor.Value, now);
            if (!reopened.Ok) return reopened;
            db.Guard(initiative);   // the council may be concluding on it
            db.Add(ScoreSheetVersion.Of(sheet, actor.Value.PersonId, now, $"Thư ký mở lại phiếu: {request.Reason}"));
            db.Record(actor.Value, JournalActions.SheetReopened, sheet, sheet.ReopenReason);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
