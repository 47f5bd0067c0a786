using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>Asks another department; its officers and heads get the parts that are ticked to read, and nothing else.</summary>
public static class AskOpinion
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        [Required(ErrorMessage = "Chọn sở, ngành cần hỏi.")]
        public int? UnitId { get; init; }

        [StringLength(3000, ErrorMessage = "Câu hỏi dài tối đa 3.000 ký tự.")]
        public string Question { get; init; } = "";

        [Required(ErrorMessage = "Ghi hạn trả lời, ví dụ 15/10/2026.")]
        public DateOnly? DueOn { get; init; }

        /// <summary>Parts that the unit may read beside title and summary.</summary>
        public List<DossierPart> Parts { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (await db.Units.SingleOrDefaultAsync(unit => unit.Id == request.UnitId, cancellationToken) is not { } unit) return Result.Fail(nameof(request.UnitId), "Chọn một sở, ngành trong danh sách.");
            if (await doors.ReceivedOpinions.AnyAsync(item => item.InitiativeId == request.Id && item.UnitId == unit.Id && item.Status == OpinionStatus.Open, cancellationToken))
                return Result.Fail(nameof(request.UnitId), $"{unit.ShortName} đang có một yêu cầu chưa trả lời về hồ sơ này.");
            var asked = OpinionRequest.Ask(initiative, unit, request.Question, request.Parts.Aggregate(DossierPart.None, (all, part) => all | part), request.DueOn, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!asked.Ok) return asked;
            db.Add(asked.Value);
            db.Record(actor.Value, JournalActions.OpinionAsked, initiative, $"{unit.Name}, {VietnamTime.Deadline(asked.Value.DueAt)}. Cho xem: {Or(DossierParts.Names(asked.Value.Parts))}. {asked.Value.Question}");
            foreach (var person in await db.RecipientsAsync(unit.Id, Role.UnitOfficer | Role.UnitHead, cancellationToken))
            {
                outbox.Add(new Mail(person.Email, $"Sở KH&CN hỏi ý kiến về sáng kiến “{initiative.Title}”",
                    [$"Sở Khoa học và Công nghệ đề nghị {unit.Name} cho ý kiến về sáng kiến “{initiative.Title}”, {VietnamTime.Deadline(asked.Value.DueAt)}.", $"Câu hỏi: {asked.Value.Question}", "Đầu mối hoặc lãnh đạo đơn vị trả lời bằng lời, kèm văn bản nếu có."],
                    "Đọc và trả lời", "/y-kien"), $"hoi-y-kien-{initiative.Id}-{unit.Id}-{asked.Value.AskedAt.Ticks}-{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return asked;
        }

        private static string Or(string parts) => parts.Length > 0 ? parts : "tên và tóm tắt";
    }
}
