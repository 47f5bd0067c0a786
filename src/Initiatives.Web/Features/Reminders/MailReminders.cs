using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reminders;

/// <summary>
/// The job behind <see cref="SendReminders"/>: one mail to each person who owes something in seven, three or one days, with
/// all of it; none to anybody else. Run again on the same day it sends nothing new.
/// </summary>
public static class MailReminders
{
    /// <summary>Lines of one mail; the rest is counted.</summary>
    private const int MostLines = 10;

    public sealed class Handler(AppDb db, Outbox outbox, TimeProvider clock) : IRequestHandler<SendReminders, Result>
    {
        public async Task<Result> Handle(SendReminders request, CancellationToken cancellationToken)
        {
            if (!outbox.IsOn) return Result.Success;
            var now = clock.GetUtcNow().UtcDateTime;
            var people = await (from person in db.People
                                join account in db.Users on person.Id equals account.PersonId
                                orderby person.Id
                                select new { person, account }).AsNoTracking().ToListAsync(cancellationToken);
            foreach (var (person, account) in people.Where(item => !item.account.IsClosed).Select(item => (item.person, item.account)))
            {
                var due = (await db.DueAsync(person.AsActor(), now, cancellationToken)).Where(item => Reminder.IsDueOn(item.DueAt, request.Day)).ToList();
                if (due.Count > 0) outbox.Add(MailOf(person, account.Email ?? "", due, request.Day), $"nhac-han:{person.Id}:{request.Day:yyyy-MM-dd}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private static Mail MailOf(Person person, string address, List<DueItem> due, DateOnly today)
        {
            var (nearest, rest) = (Reminder.Left(due[0].DueAt, today), due.Count - MostLines);
            List<string> paragraphs = [$"Chào {person.Name},", .. due.Take(MostLines).Select(item => Line(item, today))];
            if (rest > 0) paragraphs.Add($"Và {rest} việc khác.");
            var what = due.Count == 1 ? Subject(due[0]) : $"{due.Count} việc chưa xong";
            return new Mail(address, $"{char.ToUpper(nearest[0], System.Globalization.CultureInfo.InvariantCulture)}{nearest[1..]}: {what}", paragraphs, "Mở việc của tôi", "/viec");
        }

        private static string Subject(DueItem item) => item.Kind switch
        {
            DueKind.Draft => "hồ sơ sáng kiến chưa trình",
            DueKind.Endorsement => "hồ sơ sáng kiến chờ bạn xác nhận",
            DueKind.Supplement => "yêu cầu bổ sung hồ sơ chưa trả lời",
            _ => "Sở KH&CN chờ ý kiến của đơn vị",
        };

        private static string Line(DueItem item, DateOnly today) => $"“{item.Title}”: " + item.Kind switch
        {
            DueKind.Draft => "bản nháp chưa trình thủ trưởng đơn vị",
            DueKind.Endorsement => "chờ bạn xác nhận để gửi Sở KH&CN",
            DueKind.Supplement => "Sở KH&CN chờ đơn vị bổ sung",
            _ => "Sở KH&CN hỏi ý kiến đơn vị bạn",
        } + $", hạn {VietnamTime.Deadline(item.DueAt)} ({Reminder.Left(item.DueAt, today)}).";
    }
}
