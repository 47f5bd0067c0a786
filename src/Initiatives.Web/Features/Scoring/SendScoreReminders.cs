using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>
/// Mails to members who have open sheets, as a filter of the progress page picks them: looked at first, then sent as looked
/// at. Nobody gets one twice within a day, nobody without an open sheet gets any.
/// </summary>
public static class SendScoreReminders
{
    /// <param name="Tt">Key of a tab of the progress page.</param>
    public sealed record Query(int Year, string? Tt) : IRequest<View>;

    public sealed record Command : IRequest<Result<int>>
    {
        public int Year { get; init; }

        [StringLength(20, ErrorMessage = "Bộ lọc không đúng.")]
        public string Tt { get; init; } = "";

        /// <summary>Mark of what the preview showed; something else now is shown again instead of sent.</summary>
        [StringLength(64, ErrorMessage = "Dấu của bản xem trước không đúng.")]
        public string Shown { get; init; } = "";
    }

    /// <summary>A mail as its reader will get it.</summary>
    public sealed record Sample(string To, string Subject, IReadOnlyList<string> Paragraphs);

    /// <param name="Left">Members who were meant and get none, by the reason.</param>
    public sealed record View(int Year, string Tt, IReadOnlyList<string> Names, IReadOnlyList<Sample> Samples, IReadOnlyList<(string Why, IReadOnlyList<string> Names)> Left, string Shown, bool HasMail, string BackPath);

    public sealed class Page(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var tab = JudgeBoard.TabOf(request.Tt);
            var (post, left) = Sort(cycle, tab, await RowsAsync(db, actor, cycle, cancellationToken), now);
            return new View(cycle.Year, tab.Key, [.. post.Select(row => row.Name)],
                [.. post.Take(3).Select(row => new Sample($"{row.Name} <{row.Email}>", ScoreReminderText.Subject(cycle, now), ScoreReminderText.Paragraphs(cycle, row.Name, row.Standing, now)))],
                left, Mark(post), outbox.IsOn, $"/tien-do/{cycle.Year}" + (tab.Key.Length > 0 ? $"?tt={tab.Key}" : ""));
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var cycle = await db.For(who).Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (!outbox.IsOn) return Result.Fail("", "Chưa cấu hình thư điện tử. Gọi điện cho các thành viên còn phiếu.");
            var (post, _) = Sort(cycle, JudgeBoard.TabOf(request.Tt), await RowsAsync(db, actor, cycle, cancellationToken), now);
            if (post.Count == 0) return Result.Fail("", "Không còn ai cần nhắc: đã nộp đủ phiếu, vừa được nhắc, hoặc chưa có tài khoản.");
            if (Mark(post) != request.Shown) return Result.Fail("", "Từ lúc bạn xem đến nay có người đã nộp phiếu hoặc đã được nhắc. Xem lại danh sách dưới đây rồi gửi.");
            foreach (var row in post)
            {
                // Two clicks at once saw the same last reminder: the second finds its keys taken, looks again, and sends nothing.
                outbox.Add(new Mail(row.Email, ScoreReminderText.Subject(cycle, now), ScoreReminderText.Paragraphs(cycle, row.Name, row.Standing, now), "Mở bàn chấm", "/cham-diem"),
                    string.Create(CultureInfo.InvariantCulture, $"nhac-cham:{cycle.Id}:{row.PersonId}:{row.Reminded?.Id ?? 0}"));
                db.Add(ScoreReminder.Of(cycle.Id, row.PersonId, who.PersonId, now));
            }

            db.Record(who, JournalActions.JudgesReminded, cycle, $"{post.Count} thư");
            await db.SaveChangesAsync(cancellationToken);
            return post.Count;
        }
    }

    private static async Task<IReadOnlyList<JudgeRow>> RowsAsync(AppDb db, CurrentActor actor, Cycle cycle, CancellationToken cancellationToken)
    {
        var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        var sheets = await db.For(actor.Value).Progress.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
        return await JudgeBoard.LoadAsync(db, actor.Value, cycle, council, sheets, cancellationToken);
    }

    /// <summary>Who gets a mail, and why the others of the filter get none.</summary>
    private static (IReadOnlyList<JudgeRow> Post, IReadOnlyList<(string Why, IReadOnlyList<string> Names)> Left) Sort(Cycle cycle, JudgeBoard.Tab tab, IReadOnlyList<JudgeRow> rows, DateTime now)
    {
        var post = new List<JudgeRow>();
        var left = new List<(string Why, string Name)>();
        foreach (var row in rows.Where(row => tab.Holds(row.Standing)))
        {
            var why = cycle.Phase != CyclePhase.Judging ? "Kỳ này không ở bước chấm điểm"
                : row.Standing.Open == 0 ? "Không còn phiếu nào chưa nộp"
                : row.Email.Length == 0 ? "Không có tài khoản đang mở; gọi điện, hoặc nhập phiếu giấy"
                : row.Reminded?.IsFresh(now) == true ? $"Đã nhắc trong 24 giờ qua, nhắc lại được từ {VietnamTime.HourMinute(row.Reminded.SentAt)} hôm sau"
                : "";
            if (why.Length == 0) post.Add(row);
            else left.Add((why, row.Name));
        }

        return (post, [.. left.GroupBy(item => item.Why, item => item.Name).Select(group => (group.Key, (IReadOnlyList<string>)[.. group]))]);
    }

    /// <summary>What is about to go where: two equal marks are the same mails to the same people.</summary>
    private static string Mark(IEnumerable<JudgeRow> post) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', post.Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.PersonId}:{row.Email}:{row.Standing.IsUntouched}:{row.Reminded?.Id ?? 0}"))))));
}
