using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Chase;

/// <summary>
/// Mails to the officers and heads of units that still have something to do: looked at first, then sent as looked at. No
/// unit gets the same letter twice within a day.
/// </summary>
public static class SendChaseLetters
{
    public sealed record Query : ChaseFilter, IRequest<View>
    {
        public int Year { get; init; }
    }

    public sealed record Command : IRequest<Result<int>>
    {
        public int Year { get; init; }

        public List<int> Dv { get; init; } = [];

        /// <summary>Mark of what the preview showed; something else now is shown again instead of sent.</summary>
        [StringLength(64, ErrorMessage = "Dấu của bản xem trước không đúng.")]
        public string Shown { get; init; } = "";
    }

    /// <summary>A mail as its reader will get it.</summary>
    public sealed record Sample(string To, string UnitName, ChaseMail Mail);

    /// <param name="Units">Units that get a letter.</param>
    /// <param name="Mails">How many people get one.</param>
    /// <param name="Left">Units that were meant and get none, by the reason.</param>
    public sealed record View(
        int Year, IReadOnlyList<int> Units, IReadOnlyList<string> UnitNames, int Mails, IReadOnlyList<Sample> Samples, IReadOnlyList<(string Why, IReadOnlyList<string> Units)> Left,
        string Shown, bool HasMail, string BackPath);

    public sealed class Page(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year && item.LaunchedAt != null, cancellationToken);
            var meant = request.Pick(await ChaseBoard.LoadAsync(db, actor.Value, cycle, now, cancellationToken));
            var (post, left) = Sort(cycle, meant, now);
            return new View(cycle.Year, [.. post.Select(unit => unit.Id)], [.. post.Select(unit => unit.Name)], post.Sum(unit => unit.Contacts.Count),
                [.. Mails(cycle, post, now).Take(3).Select(item => new Sample($"{item.Contact.Name} <{item.Contact.Email}>", item.Unit.Name, item.Mail))],
                left, Mark(post), outbox.IsOn, request.Path($"/ky-xet/{cycle.Year}/don-doc"));
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var cycle = await db.For(who).Cycles.SingleOrNotFound(item => item.Year == request.Year && item.LaunchedAt != null, cancellationToken);
            if (!outbox.IsOn) return Result.Fail("", "Chưa cấu hình thư điện tử. Chép đoạn chữ ở trang đôn đốc để gửi Zalo.");
            var meant = (await ChaseBoard.LoadAsync(db, who, cycle, now, cancellationToken)).Where(unit => request.Dv.Contains(unit.Id));
            var (post, _) = Sort(cycle, meant, now);
            if (post.Count == 0) return Result.Fail("", "Không còn đơn vị nào cần gửi thư: đã xong việc, vừa được gửi, hoặc chưa có tài khoản.");
            if (Mark(post) != request.Shown) return Result.Fail("", "Từ lúc bạn xem đến nay có đơn vị đã làm xong việc hoặc đã được gửi thư. Xem lại danh sách dưới đây rồi gửi.");
            foreach (var (unit, contact, mail) in Mails(cycle, post, now))
            {
                // Two clicks at once saw the same last letter: the second finds its keys taken, looks again, and sends nothing.
                outbox.Add(new Mail(contact.Email, mail.Subject, mail.Paragraphs, "Mở việc của tôi", "/viec"),
                    string.Create(CultureInfo.InvariantCulture, $"don-doc:{cycle.Id}:{unit.Id}:{contact.PersonId}:{unit.LastLetter?.Id ?? 0}"));
            }

            foreach (var unit in post) db.Add(ChaseLetter.Of(cycle.Id, unit.Id, unit.Standing.Needs, unit.Contacts.Count, who.PersonId, now));
            var mails = post.Sum(unit => unit.Contacts.Count);
            db.Record(who, JournalActions.UnitsChased, cycle, $"{mails} thư tới {post.Count} đơn vị: {string.Join(", ", post.Select(unit => unit.ShortName))}");
            await db.SaveChangesAsync(cancellationToken);
            return mails;
        }
    }

    /// <summary>Who gets a letter, and why the others get none.</summary>
    private static (IReadOnlyList<ChaseUnit> Post, IReadOnlyList<(string Why, IReadOnlyList<string> Units)> Left) Sort(Cycle cycle, IEnumerable<ChaseUnit> meant, DateTime now)
    {
        var post = new List<ChaseUnit>();
        var left = new List<(string Why, string Unit)>();
        foreach (var unit in meant)
        {
            var why = !cycle.IsChased(now) ? $"Kỳ {cycle.Year} đã hết hạn nhận hồ sơ"
                : unit.Standing.Needs == ChaseNeeds.None ? "Không còn việc gì phải làm"
                : unit.Contacts.Count == 0 ? "Chưa có cán bộ đầu mối hay thủ trưởng nào có tài khoản; nhờ quản trị mời"
                : unit.LastLetter?.IsFresh(unit.Standing.Needs, now) == true ? $"Đã gửi thư này trong 24 giờ qua, gửi lại được từ {VietnamTime.HourMinute(unit.LastLetter.SentAt)} hôm sau"
                : "";
            if (why.Length == 0) post.Add(unit);
            else left.Add((why, unit.Name));
        }

        return (post, [.. left.GroupBy(item => item.Why, item => item.Unit).Select(group => (group.Key, (IReadOnlyList<string>)[.. group]))]);
    }

    private static IEnumerable<(ChaseUnit Unit, ChaseContact Contact, ChaseMail Mail)> Mails(Cycle cycle, IEnumerable<ChaseUnit> post, DateTime now) =>
        post.SelectMany(unit => unit.Contacts.Select(contact => (unit, contact, ChaseText.Mail(cycle, unit.Name, unit.Standing, contact.Writes, now))));

    /// <summary>What is about to go where: two equal marks are the same letters to the same people.</summary>
    private static string Mark(IEnumerable<ChaseUnit> post) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', post.Select(unit =>
        string.Create(CultureInfo.InvariantCulture, $"{unit.Id}:{(int)unit.Standing.Needs}:{unit.Standing.Drafts}:{unit.Standing.Awaiting}:{string.Join(',', unit.Contacts.Select(contact => contact.PersonId))}"))))));
}
