using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What citizens see first: public facts only, whoever is signed in.</summary>
public static class PublicHome
{
    public sealed record Query : IRequest<View>;

    /// <summary>The page.</summary>
    /// <param name="FirstYear">The first cycle that recognised anything; null while none has.</param>
    public sealed record View(DateTime Now, Round? Round, Figures Figures, int? FirstYear, int? MeritYear,
        IReadOnlyList<Card> Merit, IReadOnlyList<FieldBar> Fields, int MostSent, string YearSpan, Posted? Posted);

    /// <summary>A posted list on which anybody may still remark.</summary>
    public sealed record Posted(int Year, string Until);

    /// <summary>The cycle of the card: the open one, else the newest launched.</summary>
    /// <param name="Due">End of the countdown; null where nothing is awaited to the second.</param>
    public sealed record Round(int Year, CyclePhase Phase, IReadOnlyList<string> Dates, string Heading, string Sentence, DateTime? Due, string NoticeNumber);

    public sealed record Figures(int Sent, int UnitsSent, int Units, int Recognised, int Merit);

    public sealed record Card(int Id, string Title, string Letter, string FieldName, string UnitName, IReadOnlyList<EffectContent> Effects);

    public sealed record FieldBar(string Letter, string Name, int Recognised, int Sent);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        private const int EffectsOnCard = 2;

        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var doors = db.For(actor.Value);
            var cycles = await doors.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            var windows = await db.WindowsAsync(cycles, Domain.People.Actor.Public, cancellationToken);
            var window = windows.FirstOrDefault(item => item.Accepts(now)) ?? windows.FirstOrDefault();
            var cycle = window?.Cycle;
            var fields = await db.Fields.AsNoTracking().OrderBy(field => field.Order).ToListAsync(cancellationToken);

            var sent = await doors.SentDossiers.GroupBy(item => item.FieldCode).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            var recognised = await doors.PublishedInitiatives.Where(item => item.Status == InitiativeStatus.Recognised)
                .GroupBy(item => new { item.CycleId, item.FieldCode }).Select(group => new { group.Key.CycleId, group.Key.FieldCode, Count = group.Count() }).ToListAsync(cancellationToken);
            var bars = fields.Select(field => new FieldBar(field.Letter, field.Name,
                recognised.Where(item => item.FieldCode == field.Code).Sum(item => item.Count),
                sent.Where(item => item.Key == field.Code).Sum(item => item.Count))).ToList();

            var merit = await doors.Decisions.AsNoTracking().Where(item => item.Kind == DecisionKind.Merit && item.Status == DecisionStatus.Published)
                .OrderByDescending(item => item.Year).ThenByDescending(item => item.Id).ToListAsync(cancellationToken);
            var figures = new Figures(
                cycle is null ? 0 : await doors.SentDossiers.CountAsync(item => item.CycleId == cycle.Id, cancellationToken),
                cycle is null ? 0 : await doors.SentDossiers.Where(item => item.CycleId == cycle.Id).Select(item => item.UnitId).Distinct().CountAsync(cancellationToken),
                await db.Units.CountAsync(unit => unit.Type != "thanh-pho" && unit.Type != "ubnd", cancellationToken),
                recognised.Sum(item => item.Count),
                merit.Sum(item => item.Named.Count()));
            var posted = await doors.Postings.AsNoTracking().Where(item => item.ClosesAt > now).OrderByDescending(item => item.Year).ThenByDescending(item => item.Number)
                .Select(item => new { item.Year, item.ClosesAt }).FirstOrDefaultAsync(cancellationToken);
            var recognising = cycles.Where(item => recognised.Any(row => row.CycleId == item.Id)).Select(item => item.Year).ToList();
            return new View(now, window is null ? null : RoundOf(window, now), figures, recognising.Count == 0 ? null : recognising.Min(),
                merit.Count == 0 ? null : merit[0].Year, merit.Count == 0 ? [] : await CardsAsync(doors, merit[0], fields, cancellationToken),
                bars, Math.Max(1, bars.Max(bar => (int?)bar.Sent) ?? 0), cycles.Count == 0 ? "" : Span(cycles[^1].Year, cycles[0].Year),
                posted is null ? null : new Posted(posted.Year, VietnamTime.Deadline(posted.ClosesAt)));
        }

        private async Task<IReadOnlyList<Card>> CardsAsync(ScopedDb doors, Decision decision, List<ReformField> fields, CancellationToken cancellationToken)
        {
            var named = decision.Named.Select(item => item.InitiativeId).ToList();
            var rows = await (from initiative in doors.PublishedInitiatives.AsNoTracking()
                              join unit in db.Units on initiative.UnitId equals unit.Id
                              where named.Contains(initiative.Id) && initiative.Status == InitiativeStatus.Recognised
                              select new
                              {
                                  initiative.Id,
                                  initiative.Title,
                                  initiative.FieldCode,
                                  UnitName = unit.Name,
                                  Effects = initiative.Effects.OrderBy(effect => effect.Order).Take(EffectsOnCard)
                                      .Select(effect => new EffectContent(effect.Measure, effect.Before, effect.After, effect.Unit, effect.HowMeasured)).ToList(),
                              }).ToListAsync(cancellationToken);
            return [.. rows.OrderBy(row => named.IndexOf(row.Id)).Select(row =>
            {
                var field = fields.Find(item => item.Code == row.FieldCode);
                return new Card(row.Id, row.Title, field?.Letter ?? "", field?.ShortName ?? "", row.UnitName, row.Effects);
            })];
        }

        private static Round RoundOf(IntakeWindow window, DateTime now)
        {
            var (cycle, phase) = (window.Cycle, window.PhaseAt(now));
            var (heading, sentence, due) = phase switch
            {
                CyclePhase.Preparing => ($"Kỳ {cycle.Year} sắp mở nhận hồ sơ", $"Nhận từ 00:00 ngày {VietnamTime.Short(cycle.OpensAt)} đến {VietnamTime.Deadline(cycle.ClosesAt)}.", cycle.OpensAt),
                CyclePhase.Open => ($"Kỳ {cycle.Year} đang nhận hồ sơ", $"{(window.IsExtended ? "Được gia hạn" : "Nhận")} đến {VietnamTime.Deadline(window.ClosesAt)}, tính theo giờ máy chủ khi thủ trưởng gửi hồ sơ.", window.ClosesAt),
                CyclePhase.Published or CyclePhase.Archived => ($"Kỳ {cycle.Year} đã công bố", "Xem những sáng kiến được công nhận, hoặc chuẩn bị hồ sơ cho kỳ tới.", (DateTime?)null),
                _ => ($"Kỳ {cycle.Year}: {CyclePhases.Now(phase).ToLowerInvariant()}", $"Đã hết hạn nhận hồ sơ. Quyết định công nhận được ký chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}.", null),
            };
            return new Round(cycle.Year, phase, CycleCalendar.Of(cycle), heading, sentence, due, LaunchNumber(cycle.Notice.Number));
        }

        private static string LaunchNumber(string number) => number.Split('/')[0];

        private static string Span(int first, int last) => first == last ? $"năm {first}" : $"{first}–{last}";
    }
}
