using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Chase;

/// <summary>Which units have acknowledged the launch, begun to write, sent: whom to chase, and how to reach them.</summary>
public static class ChaseList
{
    public sealed record Query : ChaseFilter, IRequest<View>
    {
        public int Year { get; init; }
    }

    public sealed record TabView(string Key, string Name, int Count, string Path);

    /// <param name="Received">"Trần Thị K, 14:02 ngày 24/9/2026"; empty: not acknowledged.</param>
    /// <param name="Chased">"thư 24/9/2026 (3 người)"; empty: never.</param>
    public sealed record Row(int Id, string Name, UnitStanding Standing, string Received, int Contacts, string Chased);

    /// <summary>One step of how far all units are.</summary>
    public sealed record Step(string Name, int Done, int All);

    public sealed record View
    {
        public required int Year { get; init; }
        public required Query Query { get; init; }
        public required string TabKey { get; init; }
        public required IReadOnlyList<TabView> Tabs { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }

        /// <summary>Ready for a group; empty where the tab asks nothing of anybody.</summary>
        public required string GroupText { get; init; }

        /// <summary>Intake is open, or will be: units can still be asked for something.</summary>
        public required bool IsChased { get; init; }
        public required bool HasMail { get; init; }
        public required string Until { get; init; }
        public required string XlsxPath { get; init; }
        public required string ClearPath { get; init; }
        public required bool IsNarrowed { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox, SiteAddress site) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year && item.LaunchedAt != null, cancellationToken);
            var all = await ChaseBoard.LoadAsync(db, actor.Value, cycle, now, cancellationToken);
            var (narrow, picked, tab) = (request.Narrow(all), request.Pick(all), request.Chosen);
            var here = $"/ky-xet/{cycle.Year}/don-doc";
            return new View
            {
                Year = cycle.Year,
                Query = request,
                TabKey = tab.Key,
                Tabs = [.. ChaseFilter.All.Select(item => new TabView(item.Key, item.Name, narrow.Count(unit => item.Holds(unit.Standing)), request.Path(here, item.Key)))],
                Rows = [.. picked.Select(unit => new Row(unit.Id, unit.Name, unit.Standing,
                    unit.Received is { } received ? $"{received.PersonName}, {VietnamTime.HourMinute(received.At)} ngày {VietnamTime.Short(received.At)}" : "",
                    unit.Contacts.Count, unit.LastLetter is { } letter ? $"{VietnamTime.Short(letter.SentAt)}, {letter.Mails} người" : ""))],
                Steps =
                [
                    new("Đã xác nhận công văn", all.Count(unit => unit.Standing.Acknowledged), all.Count),
                    new("Đã bắt đầu viết", all.Count(unit => !unit.Standing.Needs.HasFlag(ChaseNeeds.Draft)), all.Count),
                    new("Đã nộp hồ sơ", all.Count(unit => unit.Standing.Sent > 0), all.Count),
                ],
                GroupText = tab.Missing.Length == 0 || !cycle.IsChased(now) ? "" : ChaseText.Group(cycle, tab.Missing, [.. picked.Select(unit => unit.Name)], site.Value + "/viec", now),
                IsChased = cycle.IsChased(now),
                HasMail = outbox.IsOn,
                Until = VietnamTime.Deadline(cycle.ClosesAt),
                XlsxPath = request.Path(here + ".xlsx"),
                ClearPath = request.Path(here, clear: true),
                IsNarrowed = request.IsNarrowed,
            };
        }
    }
}
