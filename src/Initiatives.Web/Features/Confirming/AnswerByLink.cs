using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>The holder of a link says whether his line is right. The same answer twice is one.</summary>
public static class AnswerByLink
{
    public sealed record Command : IRequest<Result>
    {
        [StringLength(100, ErrorMessage = "Liên kết không đúng.")]
        public string Token { get; init; } = "";
        public bool IsRight { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, hash, now) = (db.For(actor.Value), LinkPage.HashOf(request.Token), clock.GetUtcNow().UtcDateTime);
            var row = await scope.LinkedConfirmations(hash).SingleOrDefaultAsync(cancellationToken);
            if (row is null) return Result.Fail("", "Liên kết không đúng hoặc đã được thay bằng liên kết mới.");
            var initiative = await scope.LinkedInitiatives(hash).AsNoTracking().SingleAsync(cancellationToken);
            switch (LinkPage.StateOf(row, initiative, now))
            {
                case LinkPage.LinkState.Superseded: return Result.Fail("", "Thông tin về bạn trong hồ sơ vừa được sửa, liên kết này không còn dùng.");
                case LinkPage.LinkState.Closed: return Result.Fail("", "Hồ sơ không còn ở bước soạn, không cần xác nhận nữa.");
            }

            if (row.AskedById is { } asker && asker == actor.Value.PersonId && !new Identity(row.PersonId, row.Name, initiative.UnitId).IsSame(actor.Value.Identity))
                return Result.Fail("", $"Bạn là người hỏi nên không trả lời thay {row.Name} được. Chuyển liên kết cho người đó.");
            var (used, before) = (row.LinkUsedAt, row.Answer);
            var answered = row.AnswerByLink(request.IsRight, request.Reason, now);
            if (!answered.Ok || row.LinkUsedAt == used) return answered;
            var who = Actor.Public with { Name = row.Name };
            db.Record(who, request.IsRight ? JournalActions.AuthorConfirmed : JournalActions.AuthorDenied, initiative,
                request.IsRight ? $"{row.Name}, {VietnameseNumber.Format(row.Share)}%, qua liên kết" : $"{row.Name}: {row.Reason}");
            if (!request.IsRight && before != AuthorAnswer.Denied) await DenialMail.AddAsync(db, outbox, row, initiative, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return answered;
        }
    }
}
