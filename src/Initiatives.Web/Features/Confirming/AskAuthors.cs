using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>
/// Asks authors to confirm their lines: one of them, by mail or by a link to hand over, or at once all whom a mail can
/// reach. Each time it is a new link; the one before is dead.
/// </summary>
public static class AskAuthors
{
    public sealed record Command : IRequest<Result<Asked>>
    {
        public int Id { get; init; }

        /// <summary><see cref="AuthorStatement.Key"/> of the line; empty: all who have not confirmed and can be reached by mail.</summary>
        [StringLength(64, ErrorMessage = "Chọn lại tác giả cần hỏi.")]
        public string? Key { get; init; }

        /// <summary>The link is shown to be handed over, not mailed.</summary>
        public bool ByHand { get; init; }
    }

    /// <param name="Token">Of the link to hand over: shown once, known to nobody afterwards; null: mailed.</param>
    public sealed record Asked(string Name, string Sentence, string? Token);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox, JobQueue jobs) : IRequestHandler<Command, Result<Asked>>
    {
        public async Task<Result<Asked>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ đã trình hoặc đã gửi, không cần hỏi xác nhận nữa.");
            var all = string.IsNullOrEmpty(request.Key);
            var authors = initiative.Content().Authors;
            var emails = await db.AuthorEmailsAsync(authors, cancellationToken);
            var states = (await scope.AuthorStatesAsync(initiative, authors, now, cancellationToken))
                .Where(state => all ? !state.IsConfirmed && !state.IsOf(actor.Value, initiative.UnitId) && emails(state.Author).Length > 0 && state.Statement.IsWhole : state.Statement.Key == request.Key).ToList();
            if (states.Count == 0) return Result.Fail("", all ? "Không còn ai gửi thư được. Tạo liên kết cho từng người, hoặc dùng bản ký." : "Dòng tác giả này vừa được sửa. Xem lại danh sách rồi hỏi.");
            if (!request.ByHand && !outbox.IsOn) return Result.Fail("", "Hệ thống chưa nối với máy chủ thư. Tạo liên kết rồi chuyển cho từng người.");
            string? token = null;
            foreach (var state in states)
            {
                var row = await scope.AuthorConfirmations.SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id && item.Key == state.Statement.Key, cancellationToken);
                if (row is null) db.Add(row = AuthorConfirmation.Of(initiative.Id, state.Statement));
                var email = request.ByHand ? "" : emails(state.Author);
                if (!request.ByHand && email.Length == 0) return Result.Fail("", $"Chưa có địa chỉ thư của {row.Name}. Ghi địa chỉ ở mục 2 của hồ sơ, hoặc tạo liên kết.");
                var asked = row.Ask(email, actor.Value, now);
                if (!asked.Ok) return Result.Fail(asked.Problems);
                if (request.ByHand) row.HandOut(LinkTokens.DigestOf(token = LinkTokens.Make()));
                else jobs.Enqueue(new MailAuthorLink(initiative.Id, row.Key, actor.Value.PersonId), $"hoi-tac-gia:{initiative.Id}:{row.Key}:{Guid.NewGuid():N}");
                db.Record(actor.Value, JournalActions.AuthorAsked, initiative, row.Name + (request.ByHand ? ", bằng liên kết chuyển tay" : ", bằng thư"));
            }

            await db.SaveChangesAsync(cancellationToken);
            var names = string.Join(", ", states.Select(state => state.Author.Name));
            return new Asked(names, $"Đã gửi thư hỏi xác nhận tới {names}.", token is null ? null : LinkToken.Show(token));
        }
    }
}
