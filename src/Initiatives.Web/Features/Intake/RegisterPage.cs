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

namespace Initiatives.Web.Features.Intake;

/// <summary>The register of a cycle (sổ tiếp nhận): every dossier by its number, whatever way it came.</summary>
public static class RegisterPage
{
    public const int PageSize = 50;

    /// <summary>The address of the page: every filter is a parameter of it.</summary>
    public record Filter
    {
        /// <summary>Year of the cycle.</summary>
        public int? Ky { get; init; }
        public string Q { get; init; } = "";
        public int? DonVi { get; init; }

        /// <summary>By which way it came; null: all.</summary>
        public EndorsementMeans? Cach { get; init; }

        /// <summary>cho-xac-nhan: entered for the unit and not confirmed; gia-han: by an extension.</summary>
        public string Loc { get; init; } = "";

        /// <summary>Empty: by number; den: by arrival.</summary>
        public string Xep { get; init; } = "";
        public int Trang { get; init; } = 1;

        /// <summary>All rows on one page, to be printed.</summary>
        public bool In { get; init; }

        public bool IsFiltered => Q.Length > 0 || DonVi is not null || Cach is not null || Loc.Length > 0;

        /// <summary>The same rows at another address, or on another page.</summary>
        public string Path(string at = "/tiep-nhan", int page = 1, bool print = false, bool clear = false) => at + "?" + string.Join('&', new[]
        {
            Part("ky", Ky?.ToString(CultureInfo.InvariantCulture)), Part("q", clear ? "" : Q), Part("donVi", clear ? "" : DonVi?.ToString(CultureInfo.InvariantCulture)),
            Part("cach", clear ? "" : Cach?.ToString()), Part("loc", clear ? "" : Loc), Part("xep", Xep),
            Part("trang", page == 1 ? "" : page.ToString(CultureInfo.InvariantCulture)), Part("in", print ? "true" : ""),
        }.OfType<string>());

        private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}={Uri.EscapeDataString(value)}";
    }

    public sealed record Query : Filter, IRequest<View>;

    /// <param name="Files">How many files it held when it was sent.</param>
    /// <param name="Warning">Of what came from outside, until the unit has confirmed it.</param>
    public sealed record Row(int Id, int Number, DateTime At, string UnitName, string Title, EndorsementMeans Means, bool IsExtended, int Files, InitiativeStatus Status, string Warning);

    /// <param name="Gapless">Whether the numbers of the cycle are 1 … n, in a sentence.</param>
    /// <param name="Order">Where the order of the numbers is not that of arrival, why; empty: it is.</param>
    public sealed record View(Filter Query, int? Year, IReadOnlyList<int> Years, IReadOnlyList<(string Value, string Text)> Units, IReadOnlyList<Row> Rows, int Found, string Gapless, bool IsGapless, string Order, bool MayEnter, DateTime Now)
    {
        public int Pages => Query.In ? 1 : Math.Max(1, (Found + PageSize - 1) / PageSize);
        public int First => Query.In ? 1 : (Query.Trang - 1) * PageSize + 1;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycles = await doors.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            var cycle = request.Ky is { } year ? cycles.Find(item => item.Year == year) ?? throw new RowNotFoundException(nameof(Cycle)) : cycles.FirstOrDefault();
            var cycleId = cycle?.Id ?? 0;
            var received = doors.ReceivedInitiatives.AsNoTracking().Where(item => item.CycleId == cycleId);
            var all = await received.OrderBy(item => item.RegisterNumber).Select(item => new Entry(item.RegisterNumber ?? 0, item.SubmittedAt!.Value)).ToListAsync(cancellationToken);
            var (rows, found, page) = await ReadAsync(db, doors, cycleId, request, cancellationToken);
            var faults = DossierFaults.OfRegister(cycle?.Name ?? "", all.Select(item => item.Number)).ToList();
            return new View(request with { Ky = cycle?.Year, Trang = page }, cycle?.Year, [.. cycles.Select(item => item.Year)],
                [.. (await db.Units.Where(unit => received.Any(item => item.UnitId == unit.Id)).OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).Select(unit => new { unit.Id, unit.ShortName }).ToListAsync(cancellationToken))
                    .Select(unit => (unit.Id.ToString(CultureInfo.InvariantCulture), unit.ShortName))],
                rows, found,
                faults.Count > 0 ? faults[0] : all.Count == 0 ? "Chưa có số nào" : $"{all.Count} số, liền từ 1 đến {all.Count}", faults.Count == 0,
                OrderSentence(all), actor.Value.Has(Permission.RegisterOutside), clock.GetUtcNow().UtcDateTime);
        }

        private sealed record Entry(int Number, DateTime At);

        /// <summary>A number is given when a dossier is entered; one that came earlier may be entered later.</summary>
        private static string OrderSentence(List<Entry> all)
        {
            var (late, latest) = (0, DateTime.MinValue);
            foreach (var item in all)
            {
                if (item.At < latest) late++;
                else latest = item.At;
            }

            return late == 0 ? "" : $"Số được cấp theo lúc vào sổ. {late} hồ sơ đến trước hồ sơ mang số nhỏ hơn: hồ sơ giấy nhập sau, hoặc hai yêu cầu đến trong cùng giây.";
        }
    }

    /// <summary>The rows that the page, the print and the workbook show.</summary>
    internal static async Task<(IReadOnlyList<Row> Rows, int Found, int Page)> ReadAsync(AppDb db, ScopedDb doors, int cycleId, Filter request, CancellationToken cancellationToken)
    {
        var joined = from item in doors.ReceivedInitiatives.AsNoTracking()
                     join unit in db.Units on item.UnitId equals unit.Id
                     join sent in doors.Endorsements on item.Id equals sent.InitiativeId
                     join arrival in doors.OutsideArrivals on item.Id equals arrival.InitiativeId into arrivals
                     from arrival in arrivals.DefaultIfEmpty()
                     where item.CycleId == cycleId
                     select new { item, unit, sent, arrival };
        if (request.DonVi is { } unitId) joined = joined.Where(row => row.item.UnitId == unitId);
        if (request.Cach is { } means) joined = joined.Where(row => row.sent.Means == means);
        if (request.Loc == "cho-xac-nhan") joined = joined.Where(row => row.arrival != null && row.arrival.ConfirmedAt == null);
        if (request.Loc == "gia-han") joined = joined.Where(row => row.sent.ExtensionId != null);
        if (int.TryParse(request.Q.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) joined = joined.Where(row => row.item.RegisterNumber == number);
        else foreach (var word in VietnameseText.SearchWords(request.Q)) joined = joined.Where(row => row.item.SearchKey.Contains(word) || row.unit.SearchKey.Contains(word));
        var found = await joined.CountAsync(cancellationToken);
        var sorted = request.Xep == "den"
            ? joined.OrderBy(row => row.item.SubmittedAt).ThenBy(row => row.item.RegisterNumber)
            : joined.OrderBy(row => row.item.RegisterNumber).ThenBy(row => row.item.Id);
        var page = Math.Clamp(request.Trang, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var shown = request.In ? sorted : sorted.Skip((page - 1) * PageSize).Take(PageSize);
        var rows = await shown.Select(row => new { row.item.Id, row.item.RegisterNumber, row.item.SubmittedAt, row.unit.ShortName, row.item.Title, row.sent.Means, row.sent.ExtensionId, row.sent.Sent, row.item.Status, row.arrival }).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => new Row(row.Id, row.RegisterNumber ?? 0, row.SubmittedAt!.Value, row.ShortName, row.Title, row.Means, row.ExtensionId is not null, row.Sent?.Files.Count ?? 0, InitiativeStatuses.Shown(row.Status), row.arrival?.Warning ?? ""))], found, page);
    }
}
