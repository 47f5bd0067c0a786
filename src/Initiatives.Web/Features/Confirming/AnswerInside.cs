using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>An author who is signed in says whether his own line is right.</summary>
public static class AnswerInside
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>The line as it stood on the page.</summary>
        [StringLength(64, ErrorMessage = "Tải lại trang rồi trả lời.")]
        public string Key { get; init; } = "";
        public bool IsRight { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ đã trình hoặc đã gửi, không cần xác nhận nữa.");
            var mine = (await scope.AuthorStatesAsync(initiative, initiative.Content().Authors, now, cancellationToken)).Where(state => state.IsOf(actor.Value, initiative.UnitId)).ToList();
            if (mine.Count == 0) return Result.Fail("", "Bạn không phải tác giả của hồ sơ này, không xác nhận thay người khác được.");
            if (mine.Find(state => state.Statement.Key == request.Key) is not { } state) return Result.Fail("", "Dòng của bạn vừa được sửa. Xem lại rồi trả lời.");
            if (!state.Statement.IsWhole) return Result.Fail("", "Dòng của bạn chưa đủ chức danh, nơi công tác hoặc tỷ lệ.");
            var row = await scope.AuthorConfirmations.SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id && item.Key == request.Key, cancellationToken);
            var before = row?.Answer ?? AuthorAnswer.None;
            var answer = row ?? AuthorConfirmation.Of(initiative.Id, state.Statement);
            var put = answer.AnswerInside(request.IsRight, request.Reason, actor.Value, now);
            if (!put.Ok || (request.IsRight && before == AuthorAnswer.Confirmed)) return put;
            if (row is null) db.Add(answer);
            db.Record(actor.Value, request.IsRight ? JournalActions.AuthorConfirmed : JournalActions.AuthorDenied, initiative,
                request.IsRight ? $"{answer.Name}, {VietnameseNumber.Format(answer.Share)}%" : $"{answer.Name}: {answer.Reason}");
            if (!request.IsRight && before != AuthorAnswer.Denied && answer.AskedById != actor.Value.PersonId) await DenialMail.AddAsync(db, outbox, answer, initiative, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return put;
        }
    }
}
