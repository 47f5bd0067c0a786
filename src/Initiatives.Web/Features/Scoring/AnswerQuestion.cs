using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge says whether his flagged sheet stands; to revise it, it is reopened for him. Either way with a reason.</summary>
public static class AnswerQuestion
{
    public sealed record Command : IRequest<Result<Answered>>
    {
        public int Id { get; init; }
        public OutlierAnswer Answer { get; init; }

        [StringLength(OutlierQuestion.MaxLength, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    /// <param name="Revises">The sheet is open for him now.</param>
    public sealed record Answered(int SheetId, bool Revises);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Answered>>
    {
        public async Task<Result<Answered>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var question = await doors.OwnQuestions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var sheet = await doors.OwnSheets.SingleOrNotFound(item => item.Id == question.SheetId, cancellationToken);
            var initiative = await doors.AssignedInitiatives.SingleOrNotFound(item => item.Id == question.InitiativeId, cancellationToken);
            var asker = await db.People.AsNoTracking().SingleAsync(item => item.Id == question.AskedById, cancellationToken);
            var (before, reason) = (sheet.Version, request.Reason);
            var replied = question.Reply(sheet, initiative, request.Answer, reason, asker.AsActor(), now);
            if (!replied.Ok) return Result.Fail(replied.Problems);
            db.Guard(initiative);   // the council may be concluding on it
            if (sheet.Version != before)
            {
                db.Add(ScoreSheetVersion.Of(sheet, asker.Id, now, $"Thư ký hỏi lại, người chấm chọn sửa: {question.Reason}"));
                db.Record(asker.AsActor(), JournalActions.SheetReopened, sheet, sheet.ReopenReason);
            }

            db.Record(actor.Value, JournalActions.OutlierAnswered, sheet, $"{(request.Answer == OutlierAnswer.Confirm ? "Giữ nguyên" : "Sửa phiếu")}: {question.Reason}");
            await db.SaveChangesAsync(cancellationToken);
            return new Answered(sheet.Id, request.Answer == OutlierAnswer.Revise);
        }
    }
}
