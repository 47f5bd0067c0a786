using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>The secretary asks a judge whose sheet is flagged to confirm or to revise it. The sheet counts all the while.</summary>
public static class AskJudge
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }
        public int InitiativeId { get; init; }
        public int SheetId { get; init; }

        [StringLength(OutlierQuestion.MaxLength, ErrorMessage = "Câu hỏi dài tối đa 500 ký tự.")]
        public string Text { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var seat = await doors.SeatAsync(request.Year, request.InitiativeId, cancellationToken) ?? throw new RowNotFoundException(nameof(Initiative));
            if (!seat.Writes) return Result.Fail("", "Chỉ ủy viên thư ký hoặc người thay thư ký ở hồ sơ này được hỏi lại.");
            var sheet = await doors.ClosedSheets.SingleOrNotFound(item => item.Id == request.SheetId && item.InitiativeId == seat.InitiativeId, cancellationToken);
            var initiative = await doors.CouncilInitiatives.SingleOrNotFound(item => item.Id == seat.InitiativeId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == seat.Cycle.RubricId, cancellationToken)).Content;
            var rows = await PanelRows.OfAsync(doors, seat.Cycle.Id, seat.InitiativeId, cancellationToken);
            var isFar = rubric.Criteria.Select(criterion => criterion.Code).Prepend("")
                .Any(code => PanelRows.Spread(rows, code, seat.Cycle.Settings, rubric)?.Far.Any(flag => flag.PersonId == sheet.PersonId) == true);
            var isAsked = await doors.OutlierQuestions.AnyAsync(item => item.SheetId == sheet.Id && item.Answer == OutlierAnswer.None, cancellationToken);
            var asked = OutlierQuestion.Ask(sheet, initiative, isFar, isAsked, request.Text, actor.Value, now);
            if (!asked.Ok) return asked;
            db.Add(asked.Value);
            db.Guard(initiative);   // the council may be concluding on it
            db.Record(actor.Value, JournalActions.OutlierAsked, sheet, asked.Value.Text);
            var email = await db.Users.Where(account => account.PersonId == sheet.PersonId).Select(account => account.Email).FirstOrDefaultAsync(cancellationToken);
            outbox.Add(new Mail(email ?? "", $"Thư ký hỏi lại phiếu {initiative.CouncilCode}",
                [$"Thư ký Hội đồng hỏi lại phiếu chấm {initiative.CouncilCode} của bạn: {asked.Value.Text}", "Xác nhận giữ nguyên hoặc sửa phiếu, kèm lý do. Phiếu vẫn được tính cho đến khi bạn trả lời."], "Mở bàn chấm", "/cham-diem"),
                string.Create(CultureInfo.InvariantCulture, $"hoi-lai:{sheet.Id}:{sheet.Version}:{now.Ticks}"));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
