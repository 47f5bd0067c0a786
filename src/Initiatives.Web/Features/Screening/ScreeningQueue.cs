using System.Globalization;
using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>The dossiers that the Department received in one cycle, and how far their appraisal is.</summary>
public static class ScreeningQueue
{
    public const int PageSize = 25;

    /// <summary>The address of the page: every filter is a parameter of it.</summary>
    public sealed record Query : IRequest<View>
    {
        /// <summary>Year of the cycle.</summary>
        public int? Ky { get; init; }

        /// <summary>Key of a stage.</summary>
        public string Tt { get; init; } = "";
        public string LinhVuc { get; init; } = "";
        public int? DonVi { get; init; }
        public string Q { get; init; } = "";

        /// <summary>so (default), moi, don-vi.</summary>
        public string Xep { get; init; } = "";
        public int Trang { get; init; } = 1;

        public bool IsFiltered => LinhVuc.Length > 0 || DonVi is not null || Q.Length > 0;

        /// <summary>The same page with one parameter changed.</summary>
        public string Path(string? tt = null, int trang = 1, bool clear = false) => "/tham-dinh?" + string.Join('&', new[]
        {
            Part("ky", Ky?.ToString(CultureInfo.InvariantCulture)), Part("tt", tt ?? Tt), Part("linhVuc", clear ? "" : LinhVuc),
            Part("donVi", clear ? "" : DonVi?.ToString(CultureInfo.InvariantCulture)), Part("q", clear ? "" : Q), Part("xep", Xep),
            Part("trang", trang == 1 ? "" : trang.ToString(CultureInfo.InvariantCulture)),
        }.OfType<string>());

        private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}={Uri.EscapeDataString(value)}";
    }

    public sealed record Row(int Id, int? Number, string Title, string UnitName, string FieldLetter, string FieldName, InitiativeStatus Status, DateTime SubmittedAt, Proposal? Proposal);

    /// <summary>What was proposed and by whom.</summary>
    public sealed record Proposal(string AppraiserName, bool IsFirst, bool IsEffective);

    public sealed record Tab(string Key, string Name, int Count);

    public sealed record Choice(string Value, string Text);

    /// <param name="Total">Dossiers of the cycle that were not withdrawn.</param>
    /// <param name="NextId">The first dossier nobody has appraised; null: none, or this person does not appraise.</param>
    public sealed record View(Query Query, int? Year, IReadOnlyList<int> Years, IReadOnlyList<Tab> Tabs, int Total, int Proposed, int Approved,
        IReadOnlyList<Choice> Fields, IReadOnlyList<Choice> Units, IReadOnlyList<Row> Rows, int Found, int? NextId, bool CanApprove)
    {
        public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycles = await db.For(actor.Value).Cycles.AsNoTracking().OrderByDescending(item => item.Year).ToListAsync(cancellationToken);
            var cycle = ScreeningStages.Choose(cycles, request.Ky, clock.GetUtcNow().UtcDateTime);
            if (cycle is null && request.Ky is not null) throw new RowNotFoundException(nameof(Cycle));
            var doors = db.For(actor.Value);
            var cycleId = cycle?.Id ?? 0;
            var received = doors.ReceivedInitiatives.AsNoTracking().Where(item => item.CycleId == cycleId);
            var counts = (await received.GroupBy(item => item.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
                .GroupBy(item => ScreeningStages.Of(item.Key)).ToDictionary(group => group.Key, group => group.Sum(item => item.Count));
            int Count(params ScreeningStage[] stages) => stages.Sum(stage => counts.GetValueOrDefault(stage));

            var found = Filter(received, request);
            var total = await found.CountAsync(cancellationToken);
            var rows = await RowsAsync(doors, found, request, cancellationToken);
            var next = actor.Value.Has(Permission.AppraiseInitiative)
                ? await received.Where(item => item.Status == InitiativeStatus.Submitted).OrderBy(item => item.RegisterNumber).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken)
                : null;
            var all = counts.Values.Sum();
            return new View(request with { Ky = cycle?.Year }, cycle?.Year, [.. cycles.Where(item => item.LaunchedAt is not null).Select(item => item.Year)],
                [new Tab("", "Tất cả", all), .. ScreeningStages.All.Select(item => new Tab(item.Key, item.Name, Count(item.Stage))).Where(tab => tab.Count > 0 || tab.Key == request.Tt || tab.Key is "cho" or "de-xuat")],
                all - Count(ScreeningStage.Withdrawn),
                Count(ScreeningStage.Proposed, ScreeningStage.Eligible, ScreeningStage.Ineligible), Count(ScreeningStage.Eligible, ScreeningStage.Ineligible),
                [.. (await db.Fields.OrderBy(field => field.Order).Select(field => new { field.Code, field.Letter, field.ShortName }).ToListAsync(cancellationToken)).Select(field => new Choice(field.Code, $"{field.Letter}. {field.ShortName}"))],
                [.. (await db.Units.Where(unit => received.Any(item => item.UnitId == unit.Id)).OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).Select(unit => new { unit.Id, unit.ShortName }).ToListAsync(cancellationToken))
                    .Select(unit => new Choice(unit.Id.ToString(CultureInfo.InvariantCulture), unit.ShortName))],
                rows, total, next, actor.Value.Has(Permission.ApproveEligibility));
        }

        private IQueryable<Initiative> Filter(IQueryable<Initiative> rows, Query request)
        {
            if (ScreeningStages.All.FirstOrDefault(item => item.Key == request.Tt) is { Key: not null } stage)
            {
                var statuses = ScreeningStages.Statuses(stage.Stage);
                rows = rows.Where(item => statuses.Contains(item.Status));
            }

            if (request.LinhVuc.Length > 0) rows = rows.Where(item => item.FieldCode == request.LinhVuc);
            if (request.DonVi is { } unitId) rows = rows.Where(item => item.UnitId == unitId);
            if (int.TryParse(request.Q.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return rows.Where(item => item.RegisterNumber == number);
            foreach (var word in VietnameseText.SearchWords(request.Q))
                rows = rows.Where(item => item.SearchKey.Contains(word) || db.Units.Any(unit => unit.Id == item.UnitId && unit.SearchKey.Contains(word)));
            return rows;
        }

        private async Task<List<Row>> RowsAsync(ScopedDb doors, IQueryable<Initiative> found, Query request, CancellationToken cancellationToken)
        {
            var appraisals = doors.Appraisals;
            var joined = from item in found
                         join unit in db.Units on item.UnitId equals unit.Id
                         join field in db.Fields on item.FieldCode equals field.Code
                         join appraisal in appraisals on item.Id equals appraisal.InitiativeId into made
                         from appraisal in made.DefaultIfEmpty()
                         select new { item, unit, field, appraisal };
            var sorted = request.Xep switch
            {
                "moi" => joined.OrderByDescending(row => row.item.SubmittedAt).ThenBy(row => row.item.Id),
                "don-vi" => joined.OrderBy(row => row.unit.SortKey).ThenBy(row => row.item.RegisterNumber).ThenBy(row => row.item.Id),
                _ => joined.OrderBy(row => row.item.RegisterNumber).ThenBy(row => row.item.Id),
            };
            var rows = await sorted.Skip((Math.Max(1, request.Trang) - 1) * PageSize).Take(PageSize)
                .Select(row => new Row(row.item.Id, row.item.RegisterNumber, row.item.Title, row.unit.ShortName, row.field.Letter, row.field.Name, row.item.Status, row.item.SubmittedAt!.Value,
                    row.appraisal == null ? null : new Proposal(row.appraisal.AppraiserName, row.appraisal.IsFirst, row.appraisal.IsEffective)))
                .ToListAsync(cancellationToken);
            return [.. rows.Select(row => row with { Status = ScreeningStages.Chip(row.Status) })];
        }
    }
}
