using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Who has handed in how many sheets: counts, never points.</summary>
public static class Progress
{
    /// <param name="Tt">Key of a tab of members; unknown reads as all.</param>
    /// <param name="Hs">"thieu": dossiers that lack a sheet; "du": those that have all; else all.</param>
    public sealed record Query(int Year, string? Tt = null, string? Hs = null) : IRequest<View>;

    public sealed record TabView(string Key, string Name, int Count, bool IsCurrent, string Path);

    /// <param name="MissingCodes">Of the dossiers on which he has not handed in, as the reader knows them.</param>
    /// <param name="Facts">What else is known of him, as far as the reader may know it: "còn 3 hồ sơ", "lưu gần nhất 24/10/2026 lúc 09:00", "đã nhắc …".</param>
    public sealed record Judge(string Name, string Post, JudgeStanding Standing, bool IsLate, IReadOnlyList<string> MissingCodes, IReadOnlyList<string> Facts);

    /// <param name="Code">By which the reader knows it: the council by its code, the Department by its number in the register.</param>
    /// <param name="Entered">Of the submitted sheets, how many were typed from signed paper.</param>
    /// <param name="Awaited">Sheets of judges called once scoring was closed that are not handed in: in none of the other numbers, as in the ranking.</param>
    public sealed record Dossier(string Code, string Title, int Submitted, int Assigned, int Entered, int Awaited);

    /// <param name="CanClose">The actor is this council's secretary and scoring is open.</param>
    public sealed record View(int Year, int CycleId, CyclePhase Phase, string DueOn, string Left, bool IsOverdue, bool CanClose, string Secretary, IReadOnlyList<Judge> Judges, IReadOnlyList<Dossier> Dossiers)
    {
        public required int Submitted { get; init; }
        public required int Assigned { get; init; }
        public required int Awaited { get; init; }
        public required IReadOnlyList<TabView> JudgeTabs { get; init; }
        public required IReadOnlyList<TabView> DossierTabs { get; init; }

        /// <summary>All members who have not handed in all, whatever the filter says: what closing would leave out.</summary>
        public required IReadOnlyList<Judge> Missing { get; init; }

        /// <summary>Where the mails to the shown members are looked at; null: nobody there is to be reminded, or not by this reader.</summary>
        public string? RemindPath { get; init; }
        public int Remindable { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var sheets = await doors.Progress.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var dossiers = await DossiersAsync(doors, cycle.Id, cancellationToken);
            var codes = dossiers.ToDictionary(item => item.Id, item => item.Code);
            var rows = await JudgeBoard.LoadAsync(db, actor.Value, cycle, council, sheets, cancellationToken);
            var (isJudging, isOverdue) = (cycle.Phase == CyclePhase.Judging, cycle.ScoringDueAt <= now);
            Judge Shown(JudgeRow row) => new(row.Name, row.Post, row.Standing, isJudging && isOverdue && row.Standing.Open > 0,
                [.. row.OpenInitiatives.Select(id => codes.GetValueOrDefault(id)).OfType<string>().Order(StringComparer.Ordinal)], [.. Facts(row, isJudging)]);
            var tab = JudgeBoard.TabOf(request.Tt);
            var picked = rows.Where(row => tab.Holds(row.Standing)).ToList();
            var byDossier = sheets.ToLookup(sheet => sheet.InitiativeId);
            var all = dossiers.Select(item => new Dossier(item.Code, item.Title, byDossier[item.Id].Count(sheet => sheet.Status == SheetStatus.Submitted), byDossier[item.Id].Count(sheet => !sheet.IsAwaited),
                byDossier[item.Id].Count(sheet => sheet.IsEntered), byDossier[item.Id].Count(sheet => sheet.IsAwaited))).ToList();
            string Path(string tt, string hs) => $"/tien-do/{cycle.Year}" + (tt.Length + hs.Length == 0 ? "" : "?" + string.Join('&', new[] { tt.Length > 0 ? $"tt={tt}" : "", hs.Length > 0 ? $"hs={hs}" : "" }.Where(part => part.Length > 0)));
            var state = request.Hs is "thieu" or "du" ? request.Hs : "";
            TabView DossierTab(string key, string name) => new(key, name, all.Count(item => Holds(key, item)), key == state, Path(tab.Key, key));
            var remindable = isJudging && actor.Value.Has(Permission.RemindJudges) ? picked.Count(row => row.Standing.Open > 0) : 0;
            return new View(cycle.Year, cycle.Id, cycle.PhaseAt(now),
                cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "",
                cycle.ScoringDueAt is { } end ? VietnamTime.Remaining(end - now) : "",
                isOverdue,
                isJudging && actor.Value.Has(Permission.CloseScoring) && council?.IsSecretary(actor.Value) == true,
                council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "",
                [.. picked.Select(Shown)], [.. all.Where(item => Holds(state, item))])
            {
                Submitted = rows.Sum(row => row.Standing.Submitted),
                Assigned = rows.Sum(row => row.Standing.Assigned),
                Awaited = rows.Sum(row => row.Awaited),
                JudgeTabs = [.. JudgeBoard.Tabs.Select(item => new TabView(item.Key, item.Name, rows.Count(row => item.Holds(row.Standing)), item == tab, Path(item.Key, state)))],
                DossierTabs = [DossierTab("", "Tất cả"), DossierTab("thieu", "Còn thiếu phiếu"), DossierTab("du", "Đủ phiếu")],
                Missing = [.. rows.Where(row => row.Standing.Open > 0).Select(Shown)],
                Remindable = remindable,
                RemindPath = remindable == 0 ? null : $"/tien-do/{cycle.Year}/nhac" + (tab.Key.Length > 0 ? $"?tt={tab.Key}" : ""),
            };
        }

        /// <summary>The dossiers of the cycle that the reader may know: in the council by their codes, in the Department by their numbers. A code is never shown beside a number.</summary>
        private async Task<IReadOnlyList<(int Id, string Code, string Title)>> DossiersAsync(ScopedDb doors, int cycleId, CancellationToken cancellationToken)
        {
            var inCouncil = actor.Value.Has(Permission.ReadRanking);
            var seen = inCouncil ? doors.CouncilInitiatives : doors.AssignableInitiatives.Where(item => item.CouncilCode != null);
            var rows = await seen.Where(item => item.CycleId == cycleId).OrderBy(item => inCouncil ? item.CouncilCode : "").ThenBy(item => item.RegisterNumber)
                .Select(item => new { item.Id, item.CouncilCode, item.RegisterNumber, item.Title }).ToListAsync(cancellationToken);
            return [.. rows.Select(item => (item.Id, inCouncil ? item.CouncilCode! : $"{item.RegisterNumber:0000}", item.Title))];
        }

        private static IEnumerable<string> Facts(JudgeRow row, bool isJudging)
        {
            if (row.Standing.Open > 0) yield return isJudging ? $"còn {row.Standing.Open} hồ sơ{(row.Standing.Started > 0 ? $" ({row.Standing.Started} đang chấm dở)" : "")}" : $"{row.Standing.Open} phiếu không nộp";
            if (row.Awaited > 0) yield return $"{row.Awaited} phiếu mời chấm thêm chưa nộp";
            if (row.Entered > 0) yield return $"{row.Entered} phiếu nhập thay";
            if (row.SeenAt is { } seen) yield return $"lưu gần nhất {VietnamTime.WithTime(seen)}";
            else if (row.Standing.Open > 0) yield return "chưa lưu phiếu nào";
            if (row.Reminded is { } reminder) yield return $"đã nhắc {VietnamTime.WithTime(reminder.SentAt)}";
        }

        private static bool Holds(string key, Dossier item) => key switch { "thieu" => item.Submitted < item.Assigned, "du" => item.Submitted == item.Assigned, _ => true };
    }
}
