using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
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

    /// <summary>Minutes in which the same line is not asked by mail once more.</summary>
    private const int PauseMinutes = 10;

    /// <summary>Mails that one person may have sent to authors within an hour.</summary>
    private const int MostMails = 60;

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox, JobQueue jobs, Attempts attempts) : IRequestHandler<Command, Result<Asked>>
    {
        public async Task<Result<Asked>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ đã trình hoặc đã gửi, không cần hỏi xác nhận nữa.");
            var all = string.IsNullOrEmpty(request.Key);
            var authors = initiative.Content().Authors;
            var contacts = await db.AuthorContactsAsync(authors, initiative.UnitId, cancellationToken);
            var states = (await scope.AuthorStatesAsync(initiative, authors, now, cancellationToken))
                .Where(state => all ? !state.IsConfirmed && !state.IsOf(actor.Value, initiative.UnitId) && contacts(state.Author).Email.Length > 0 && state.Statement.IsWhole : state.Statement.Key == request.Key).ToList();
            if (states.Count == 0) return Result.Fail("", all ? "Không còn ai gửi thư được. Tạo liên kết cho từng người, hoặc dùng bản ký." : "Dòng tác giả này vừa được sửa. Xem lại danh sách rồi hỏi.");
            if (!all && request.ByHand) return await HandOutAsync(scope, initiative, states[0], contacts(states[0].Author), now, cancellationToken);
            if (!outbox.IsOn) return Result.Fail("", "Hệ thống chưa nối với máy chủ thư. Tạo liên kết rồi chuyển cho từng người.");
            return await MailAsync(scope, initiative, states, contacts, now, cancellationToken);
        }

        /// <summary>A link to hand over: never one by which somebody could answer for a person who has an account of his own.</summary>
        private async Task<Result<Asked>> HandOutAsync(ScopedDb scope, Initiative initiative, AuthorState state, AuthorContact contact, DateTime now, CancellationToken cancellationToken)
        {
            if (contact.SignsIn) return Result.Fail("", $"{state.Author.Name} có tài khoản: xác nhận sau khi đăng nhập, hoặc gửi thư.");
            var row = await FindAsync(scope, initiative, state, cancellationToken);
            if (row is null) db.Add(row = AuthorConfirmation.Of(initiative.Id, state.Statement));
            var asked = row.Ask("", actor.Value, now);
            if (!asked.Ok) return Result.Fail(asked.Problems);
            var token = LinkTokens.Make();
            row.HandOut(LinkTokens.DigestOf(token));
            db.Record(actor.Value, JournalActions.AuthorAsked, initiative, row.Name + ", bằng liên kết chuyển tay");
            await db.SaveChangesAsync(cancellationToken);
            return new Asked(state.Author.Name, "", LinkToken.Show(token));
        }

        /// <summary>One, or all who were not asked just now: nobody's mailbox is flooded from here.</summary>
        private async Task<Result<Asked>> MailAsync(ScopedDb scope, Initiative initiative, List<AuthorState> states, Func<AuthorContent, AuthorContact> contacts, DateTime now, CancellationToken cancellationToken)
        {
            var (names, paused, spent) = (new List<string>(), "", false);
            foreach (var state in states)
            {
                var (row, email) = (await FindAsync(scope, initiative, state, cancellationToken), contacts(state.Author).Email);
                if (email.Length == 0) return Result.Fail("", $"Chưa có địa chỉ thư của {state.Author.Name}. Ghi địa chỉ ở mục 2 của hồ sơ, hoặc tạo liên kết.");
                if (row is { MailedTo.Length: > 0, AskedAt: { } last } && now < last.AddMinutes(PauseMinutes))
                {
                    paused = $"Vừa gửi thư hỏi {row.Name} lúc {VietnamTime.WithTime(last)}. Sau {PauseMinutes} phút mới gửi lại được.";
                    continue;
                }

                if (spent = !attempts.Allow($"hoi-tac-gia:{actor.Value.PersonId}", MostMails, TimeSpan.FromHours(1))) break;
                if (row is null) db.Add(row = AuthorConfirmation.Of(initiative.Id, state.Statement));
                var asked = row.Ask(email, actor.Value, now);
                if (!asked.Ok) return Result.Fail(asked.Problems);
                jobs.Enqueue(new MailAuthorLink(initiative.Id, row.Key, actor.Value.PersonId), $"hoi-tac-gia:{initiative.Id}:{row.Key}:{Guid.NewGuid():N}");
                db.Record(actor.Value, JournalActions.AuthorAsked, initiative, row.Name + ", bằng thư");
                names.Add(state.Author.Name);
            }

            var full = $"Trong một giờ bạn gửi được {MostMails} thư hỏi tác giả. Chờ rồi gửi tiếp.";
            if (names.Count == 0) return Result.Fail("", spent ? full : paused);
            await db.SaveChangesAsync(cancellationToken);
            var told = string.Join(", ", names);
            return new Asked(told, $"Đã gửi thư hỏi xác nhận tới {told}.{(spent ? " " + full : "")}", null);
        }

        private static Task<AuthorConfirmation?> FindAsync(ScopedDb scope, Initiative initiative, AuthorState state, CancellationToken cancellationToken) =>
            scope.AuthorConfirmations.SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id && item.Key == state.Statement.Key, cancellationToken);
    }
}
