using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>One cycle: where it stands, its rules in sentences, its notice, what the reader can do.</summary>
public static class CyclePage
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Act(string Path, string Text, string Icon);

    /// <summary>One thing that must be there before the launch.</summary>
    public sealed record Need(string Text, bool IsMet, string Path);

    /// <summary>An extension as everybody at a unit reads it; the reason is not in it.</summary>
    /// <param name="IsOver">Its hour has passed or it was ended.</param>
    public sealed record Extended(string UnitName, string Until, string Document, bool IsOver);

    public sealed record View
    {
        /// <summary>Units see them all, the public none.</summary>
        public required IReadOnlyList<Extended> Extensions { get; init; }
        public required int Year { get; init; }
        public required CyclePhase Phase { get; init; }
        public required string Now { get; init; }
        public required IReadOnlyList<string> Dates { get; init; }
        public required bool IsLaunched { get; init; }
        public required bool MayManage { get; init; }
        public required IReadOnlyList<(string Name, string Sentence)> Settings { get; init; }
        public required NoticeSheet? Notice { get; init; }
        public required IReadOnlyList<Need> Needs { get; init; }
        public required IReadOnlyList<Act> Acts { get; init; }
        public required IReadOnlyList<JournalEntry> Entries { get; init; }
        public required IReadOnlyList<TimelineStep> Next { get; init; }

        /// <summary>What the reader's unit has said about the notice; null: the reader does not speak for a unit.</summary>
        public required Receipt? Received { get; init; }
    }

    /// <summary>The unit's word that it has the notice.</summary>
    /// <param name="By">"Trần Thị K (Công chức), 14:02:31 ngày 24/9/2026"; empty: not given yet.</param>
    /// <param name="MayGive">It can still be given.</param>
    public sealed record Receipt(string UnitName, string By, bool MayGive);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, IHostEnvironment environment) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var cycle = await db.For(who).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var rubric = await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken);
            var template = await LaunchNoticeTemplate.ReadAsync(environment, cancellationToken);
            var manages = who.Has(Permission.ManageCycle);
            var extensions = await db.For(who).ExtensionNotices.Where(row => row.CycleId == cycle.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            var window = IntakeWindow.Of(cycle, extensions, who.UnitId);
            var phase = window.PhaseAt(now);
            return new View
            {
                Extensions = who.IsSignedIn ? await ExtendedAsync(extensions, now, cancellationToken) : [],
                Year = cycle.Year,
                Phase = phase,
                Now = phase == CyclePhase.Open ? $"Đang nhận hồ sơ{(window.Extension?.UnitId is null ? "" : " của đơn vị bạn")} đến {VietnamTime.Deadline(window.ClosesAt)}" : CyclePhases.Now(phase),
                Dates = CycleCalendar.Of(cycle),
                IsLaunched = cycle.LaunchedAt is not null,
                MayManage = manages,
                Settings = SettingSentences.Of(cycle, rubric.Content),
                Notice = cycle.Notice.Subject.Length == 0 ? null : new NoticeSheet(template.Document(cycle)),
                Needs = manages && cycle.LaunchedAt is null ? Needs(cycle, now) : [],
                Acts = [.. Acts(cycle, phase, who, await db.For(who).Postings.AnyAsync(item => item.CycleId == cycle.Id, cancellationToken))],
                // The public is told what happened, not which official pressed the button.
                Entries = who.IsSignedIn ? await db.For(who).TimelineAsync<Cycle>(cycle.Id, manages ? Audience.Department : Audience.Owners, cancellationToken) : [],
                Next = [.. Steps(window, phase)],
                Received = await ReceivedAsync(cycle, who, now, cancellationToken),
            };
        }

        private async Task<IReadOnlyList<Extended>> ExtendedAsync(List<ExtensionNotice> rows, DateTime now, CancellationToken cancellationToken)
        {
            var ids = rows.Select(row => row.UnitId).OfType<int>().ToList();
            var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
            return [.. rows.Where(row => row.EndsId is null).Select(row => new Extended(row.UnitId is { } id ? units[id] : "Tất cả đơn vị", VietnamTime.Deadline(row.ClosesAt), row.Document,
                row.ClosesAt <= now || rows.Exists(item => item.EndsId == row.Id)))];
        }

        private async Task<Receipt?> ReceivedAsync(Cycle cycle, Domain.People.Actor who, DateTime now, CancellationToken cancellationToken)
        {
            if (cycle.LaunchedAt is null || !who.Has(Permission.AcknowledgeLaunch)) return null;
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == who.UnitId, cancellationToken);
            if (!unit.MaySubmit) return null;
            var given = await db.For(who).Acknowledgements.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id && item.UnitId == unit.Id, cancellationToken);
            if (given is null && !cycle.IsChased(now)) return null;
            return new Receipt(unit.Name, given is null ? "" : $"{given.PersonName}{(given.Post.Length > 0 ? $" ({given.Post})" : "")}, {VietnamTime.WithTime(given.At)}", given is null);
        }

        private static IReadOnlyList<Need> Needs(Cycle cycle, DateTime now) =>
        [
            new("Hạn nhận hồ sơ còn ở phía trước", now < cycle.ClosesAt, $"/ky-xet/{cycle.Year}/sua"),
            new("Đã soạn công văn phát động", cycle.Notice.Subject.Length > 0, $"/ky-xet/{cycle.Year}/cong-van"),
            new("Công văn đã có số, ngày và người ký", cycle.Notice.Number.Length > 0 && cycle.Notice.Date is not null && cycle.Notice.SignerName.Length > 0, $"/ky-xet/{cycle.Year}/cong-van"),
        ];

        private static IEnumerable<Act> Acts(Cycle cycle, CyclePhase phase, Domain.People.Actor who, bool isPosted)
        {
            if (phase == CyclePhase.Open && who.Has(Permission.WriteInitiative)) yield return new("/sang-kien/soan", "Soạn hồ sơ mới", "plus-lg");
            if (phase == CyclePhase.Open && who.Has(Permission.EndorseInitiative)) yield return new("/ky-duyet", "Xem hồ sơ chờ xác nhận", "pen");
            if (phase == CyclePhase.Open && !who.IsSignedIn) yield return new("/dang-nhap?tiep=/sang-kien/soan", "Đăng nhập để soạn hồ sơ", "box-arrow-in-right");
            if (phase != CyclePhase.Preparing && who.Has(Permission.ReadReceived)) yield return new("/tham-dinh", "Hồ sơ đã nhận", "clipboard-check");
            if (cycle.Phase == CyclePhase.Open && who.Has(Permission.ManageCycle)) yield return new($"/ky-xet/{cycle.Year}/gia-han", "Gia hạn nhận hồ sơ", "clock");
            if (cycle.LaunchedAt is not null && who.Has(Permission.ManageCouncil)) yield return new($"/hoi-dong/{cycle.Year}", "Hội đồng", "people");
            if (cycle.LaunchedAt is not null && who.Has(Permission.ChaseUnits)) yield return new($"/ky-xet/{cycle.Year}/don-doc", "Đôn đốc các đơn vị", "send");
            if (phase >= CyclePhase.Judging && who.Has(Permission.ReadProgress)) yield return new($"/tien-do/{cycle.Year}", "Tiến độ chấm", "bar-chart");
            if (phase >= CyclePhase.Deliberating && who.Has(Permission.ReadRanking))
            {
                yield return new($"/xep-hang/{cycle.Year}", "Xếp hạng", "sort-down");
                yield return new($"/phien-hop/{cycle.Year}", "Phiên họp, biên bản", "people-fill");
            }

            if (phase >= CyclePhase.Deciding && who.Has(Permission.ManagePosting)) yield return new($"/lay-y-kien/{cycle.Year}/gop-y", "Niêm yết, góp ý", "megaphone");
            if (isPosted) yield return new($"/lay-y-kien/{cycle.Year}", "Danh sách dự kiến công nhận", "list-task");
            if (phase >= CyclePhase.Published && who.Has(Permission.SendResults)) yield return new($"/ket-qua/ky/{cycle.Year}", "Công văn kết quả", "clipboard-data");
            if (phase >= CyclePhase.Published) yield return new($"/danh-muc?nam={cycle.Year}", "Sáng kiến được công nhận", "patch-check-fill");
        }

        private static IEnumerable<TimelineStep> Steps(IntakeWindow window, CyclePhase phase)
        {
            var cycle = window.Cycle;
            if (cycle.LaunchedAt is null) yield return new("Phát động", "Sở KH&CN, sau khi công văn được ký");
            if (phase == CyclePhase.Preparing) yield return new("Mở nhận hồ sơ", $"00:00 ngày {VietnamTime.Short(cycle.OpensAt)}");
            if (phase <= CyclePhase.Open) yield return new("Hết hạn nhận hồ sơ", VietnamTime.Deadline(window.ClosesAt));
            if (phase <= CyclePhase.Closed) yield return new("Thẩm định, mở chấm điểm", "Sở KH&CN");
            if (phase <= CyclePhase.Deliberating) yield return new("Hội đồng chấm điểm, họp và kết luận", "Hội đồng");
            if (phase <= CyclePhase.Deciding) yield return new("Ký và công bố quyết định công nhận", $"UBND thành phố, chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}");
        }
    }
}
