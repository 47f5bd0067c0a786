using System.Globalization;
using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>The dossiers that the Department received in one cycle, whose they are to appraise, and how far that is.</summary>
public static class ScreeningQueue
{
    /// <summary>Key of the stage "somebody else is asked".</summary>
    public const string AwaitingOpinion = "y-kien";

    /// <summary>The address of the page: every filter is a parameter of it.</summary>
    public sealed record Query : IRequest<View>
    {
        /// <summary>Year of the cycle.</summary>
        public int? Ky { get; init; }

        /// <summary>Key of a stage.</summary>
        public string Tt { get; init; } = "";

        /// <summary>Whose: toi, chua, or a person's id.</summary>
        public string Nguoi { get; init; } = "";

        /// <summary>tre: something is late; sap: due within three days.</summary>
        public string Han { get; init; } = "";
        public string LinhVuc { get; init; } = "";
        public int? DonVi { get; init; }
        public string Q { get; init; } = "";

        /// <summary>so (default), moi, don-vi, han.</summary>
        public string Xep { get; init; } = "";

        /// <summary>Rows on a page: 25 (default), 100, 0 for all.</summary>
        public int Co { get; init; } = 25;
        public int Trang { get; init; } = 1;

        public bool IsFiltered => LinhVuc.Length > 0 || DonVi is not null || Q.Length > 0 || Han.Length > 0 || Nguoi.Length > 0;

        public int PageSize => Co switch { 0 => int.MaxValue, 100 => 100, _ => 25 };

        public int Page => Co == 0 ? 1 : Math.Clamp(Trang, 1, 10_000);

        /// <summary>The same page with some parameters changed.</summary>
        public string Path(string? tt = null, int trang = 1, bool clear = false, string? nguoi = null, string? han = null, string? xep = null, int? co = null) => "/tham-dinh?" + string.Join('&', new[]
        {
            Part("ky", Ky?.ToString(CultureInfo.InvariantCulture)), Part("tt", tt ?? Tt), Part("nguoi", nguoi ?? (clear ? "" : Nguoi)), Part("han", han ?? (clear ? "" : Han)),
            Part("linhVuc", clear ? "" : LinhVuc), Part("donVi", clear ? "" : DonVi?.ToString(CultureInfo.InvariantCulture)), Part("q", clear ? "" : Q), Part("xep", xep ?? Xep),
            Part("co", (co ?? Co) == 25 ? "" : (co ?? Co).ToString(CultureInfo.InvariantCulture)), Part("trang", trang == 1 ? "" : trang.ToString(CultureInfo.InvariantCulture)),
        }.OfType<string>());

        private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}={Uri.EscapeDataString(value)}";
    }

    /// <param name="Appraiser">Whose it is; empty: nobody's yet.</param>
    /// <param name="Proposer">Who proposed; empty: nobody yet.</param>
    /// <param name="IsFirst">The proposal on 3a; null: none yet.</param>
    /// <param name="SupplementDue">UTC; null: no supplement is waited for.</param>
    /// <param name="OpinionDue">UTC, the earliest; null: no opinion is waited for.</param>
    public sealed record Row(int Id, int? Number, string Title, string UnitName, string FieldLetter, string FieldName, InitiativeStatus Status,
        DateTime SubmittedAt, string Appraiser, string Proposer, bool? IsFirst, bool? IsEffective, DateTime? SupplementDue, bool IsAnswered, DateTime? OpinionDue)
    {
        /// <summary>The next day that counts for this dossier; null: nothing is due any more.</summary>
        public DateTime? Due(DateTime targetAt) => InitiativeStatuses.IsBeingScreened(Status) ? SupplementDue ?? OpinionDue ?? Earlier(targetAt, VietnamTime.EndOfDay(AnswerDates.CheckDue(SubmittedAt))) : null;

        private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
    }

    /// <param name="IsNow">This is the list that is shown.</param>
    public sealed record Tab(string Path, string Name, int Count, bool IsNow);

    public sealed record Choice(string Value, string Text);

    /// <summary>The dossier to take up.</summary>
    public sealed record Todo(int Id, int? Number);

    /// <summary>Somebody to whom dossiers can be given.</summary>
    public sealed record Candidate(int Id, string Name, int Holds);

    /// <param name="Total">Dossiers of the cycle that were not withdrawn.</param>
    /// <param name="TargetAt">Exclusive end of the last day of screening, UTC.</param>
    /// <param name="Next">The first dossier that this person should take up; null: none, or he does not appraise.</param>
    public sealed record View(Query Query, int? Year, IReadOnlyList<int> Years, IReadOnlyList<Tab> Tabs, int Total, int Proposed, int Approved, DateTime TargetAt, DateTime Now,
        IReadOnlyList<Choice> Fields, IReadOnlyList<Choice> Units, IReadOnlyList<Candidate> Appraisers, IReadOnlyList<Row> Rows, int Found, Todo? Next, bool CanApprove, bool CanAssign, bool CanNotify)
    {
        public int Pages => Query.Co == 0 ? 1 : Math.Max(1, (Found + Query.PageSize - 1) / Query.PageSize);

        public int First => Rows.Count == 0 ? 0 : Query.Co == 0 ? 1 : (Query.Page - 1) * Query.PageSize + 1;

        /// <summary>Whole days to the target, today not counted; below zero: it is over.</summary>
        public int DaysLeft => VietnamTime.Today(TargetAt.AddTicks(-1)).DayNumber - VietnamTime.Today(Now).DayNumber;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var doors = db.For(me);
            var cycles = await doors.Cycles.AsNoTracking().OrderByDescending(item => item.Year).ToListAsync(cancellationToken);
            var cycle = ScreeningStages.Choose(cycles, request.Ky, now);
            if (cycle is null && request.Ky is not null) throw new RowNotFoundException(nameof(Cycle));
            var (cycleId, targetAt) = (cycle?.Id ?? 0, cycle is null ? now : VietnamTime.EndOfDay(cycle.ScreeningDueOn));
            var filter = new QueueFilter(db, doors, me.PersonId, now, targetAt);
            var queue = new QueueRows(db, doors);
            var received = doors.ReceivedInitiatives.AsNoTracking().Where(item => item.CycleId == cycleId);
            var facts = await queue.FactsAsync(received, cycleId, cancellationToken);
            var found = filter.Apply(received, request);
            int? counted = request.Page == 1 ? null : await found.CountAsync(cancellationToken);   // the first page needs no count to be there
            if (counted is { } count) request = request with { Trang = Math.Clamp(request.Trang, 1, Math.Max(1, (count + request.PageSize - 1) / request.PageSize)) };
            var rows = await queue.PageAsync(found, request, facts, cancellationToken);
            return new View(
                request with { Ky = request.Ky ?? cycle?.Year }, cycle?.Year, [.. cycles.Select(item => item.Year)], Tabs(request, facts, now, targetAt),
                facts.Count(item => item.Stage != ScreeningStage.Withdrawn), facts.Count(item => item.Stage is ScreeningStage.Proposed or ScreeningStage.Eligible or ScreeningStage.Ineligible),
                facts.Count(item => item.Stage is ScreeningStage.Eligible or ScreeningStage.Ineligible), targetAt, now,
                [.. (await db.Fields.AsNoTracking().OrderBy(item => item.Order).ToListAsync(cancellationToken)).Select(item => new Choice(item.Code, $"{item.Letter}) {item.Name}"))],
                await UnitsAsync(facts, cancellationToken), await queue.AppraisersAsync(facts, cancellationToken),
                rows, counted ?? (rows.Count < request.PageSize ? rows.Count : request is { IsFiltered: false, Tt: "" } ? facts.All.Count : await found.CountAsync(cancellationToken)),
                me.Has(Permission.AppraiseInitiative) && facts.Next(me.PersonId) is { } next ? new Todo(next.Id, next.Number) : null,
                me.Has(Permission.ApproveEligibility), me.Has(Permission.AssignAppraiser), me.Has(Permission.IssueNotice));
        }

        private List<Tab> Tabs(Query request, QueueFacts facts, DateTime now, DateTime targetAt)
        {
            var receivedBefore = AnswerDates.CheckedIfReceivedBefore(now);
            var plain = request with { Tt = "", Nguoi = "", Han = "" };
            Tab Of(string name, int count, string tt = "", string nguoi = "", string han = "") =>
                new(plain.Path(tt: tt, nguoi: nguoi, han: han), name, count, (request.Tt, request.Nguoi, request.Han) == (tt, nguoi, han));
            var tabs = new List<Tab>();
            if (actor.Value.Has(Permission.AppraiseInitiative)) tabs.Add(Of("Giao cho tôi", facts.Count(item => item.IsScreened && item.AppraiserId == actor.Value.PersonId), nguoi: "toi"));
            tabs.Add(Of("Chưa giao", facts.Count(item => item.IsScreened && item.AppraiserId is null), nguoi: "chua"));
            tabs.Add(Of("Chờ bổ sung", facts.Count(item => item.Stage == ScreeningStage.Supplementing), tt: "bo-sung"));
            tabs.Add(Of("Chờ ý kiến", facts.Count(item => facts.OpinionDue(item.Id) is not null), tt: AwaitingOpinion));
            tabs.Add(Of("Quá hạn", facts.Count(item => item.IsScreened && (targetAt <= now || facts.IsLate(item, now, receivedBefore))), han: "tre"));
            tabs.Add(Of("Chờ lãnh đạo duyệt", facts.Count(item => item.Stage == ScreeningStage.Proposed), tt: "de-xuat"));
            tabs.Add(Of("Tất cả", facts.All.Count));
            return tabs;
        }

        private async Task<IReadOnlyList<Choice>> UnitsAsync(QueueFacts facts, CancellationToken cancellationToken)
        {
            var sent = facts.All.Select(item => item.UnitId).ToHashSet();
            var units = await db.Units.AsNoTracking().OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).Select(unit => new { unit.Id, unit.ShortName }).ToListAsync(cancellationToken);
            return [.. units.Where(unit => sent.Contains(unit.Id)).Select(unit => new Choice(unit.Id.ToString(CultureInfo.InvariantCulture), unit.ShortName))];
        }
    }
}
