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

    /// <param name="Reminded">"24/10/2026 lúc 09:00"; empty: never, as far as the reader may know.</param>
    public sealed record Judge(string Name, string Post, JudgeStanding Standing, IReadOnlyList<string> MissingCodes, string Reminded);

    public sealed record Dossier(string Code, string Title, int Submitted, int Assigned);

    /// <param name="CanClose">The actor is this council's secretary and scoring is open.</param>
    public sealed record View(int Year, int CycleId, CyclePhase Phase, string DueOn, string Left, bool IsOverdue, bool CanClose, string Secretary, IReadOnlyList<Judge> Judges, IReadOnlyList<Dossier> Dossiers)
    {
        public required int Submitted { get; init; }
        public required int Assigned { get; init; }
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
            var dossiers = await doors.CouncilInitiatives.Where(item => item.CycleId == cycle.Id)
                .OrderBy(item => item.CouncilCode).Select(item => new { item.Id, Code = item.CouncilCode!, item.Title }).ToListAsync(cancellationToken);
            var codes = dossiers.ToDictionary(item => item.Id, item => item.Code);
            var rows = await JudgeBoard.LoadAsync(db, actor.Value, cycle, council, sheets, cancellationToken);
            Judge Shown(JudgeRow row) => new(row.Name, row.Post, row.Standing, [.. row.OpenInitiatives.Select(id => codes.GetValueOrDefault(id)).OfType<string>().Order(StringComparer.Ordinal)],
                row.Reminded is { } reminder ? VietnamTime.WithTime(reminder.SentAt) : "");
            var tab = JudgeBoard.TabOf(request.Tt);
            var picked = rows.Where(row => tab.Holds(row.Standing)).ToList();
            var byDossier = sheets.ToLookup(sheet => sheet.InitiativeId);
            var all = dossiers.Select(item => new Dossier(item.Code, item.Title, byDossier[item.Id].Count(sheet => sheet.Status == SheetStatus.Submitted), byDossier[item.Id].Count())).ToList();
            string Path(string tt, string hs) => $"/tien-do/{cycle.Year}" + (tt.Length + hs.Length == 0 ? "" : "?" + string.Join('&', new[] { tt.Length > 0 ? $"tt={tt}" : "", hs.Length > 0 ? $"hs={hs}" : "" }.Where(part => part.Length > 0)));
            var state = request.Hs is "thieu" or "du" ? request.Hs : "";
            TabView DossierTab(string key, string name) => new(key, name, all.Count(item => Holds(key, item)), key == state, Path(tab.Key, key));
            var remindable = cycle.Phase == CyclePhase.Judging && actor.Value.Has(Permission.RemindJudges) ? picked.Count(row => row.Standing.Open > 0) : 0;
            return new View(cycle.Year, cycle.Id, cycle.PhaseAt(now),
                cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "",
                cycle.ScoringDueAt is { } end ? VietnamTime.Remaining(end - now) : "",
                cycle.ScoringDueAt <= now,
                cycle.Phase == CyclePhase.Judging && actor.Value.Has(Permission.CloseScoring) && council?.IsSecretary(actor.Value) == true,
                council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "",
                [.. picked.Select(Shown)], [.. all.Where(item => Holds(state, item))])
            {
                Submitted = rows.Sum(row => row.Standing.Submitted),
                Assigned = rows.Sum(row => row.Standing.Assigned),
                JudgeTabs = [.. JudgeBoard.Tabs.Select(item => new TabView(item.Key, item.Name, rows.Count(row => item.Holds(row.Standing)), item == tab, Path(item.Key, state)))],
                DossierTabs = [DossierTab("", "Tất cả"), DossierTab("thieu", "Còn thiếu phiếu"), DossierTab("du", "Đủ phiếu")],
                Missing = [.. rows.Where(row => row.Standing.Open > 0).Select(Shown)],
                Remindable = remindable,
                RemindPath = remindable == 0 ? null : $"/tien-do/{cycle.Year}/nhac" + (tab.Key.Length > 0 ? $"?tt={tab.Key}" : ""),
            };
        }

        private static bool Holds(string key, Dossier item) => key switch { "thieu" => item.Submitted < item.Assigned, "du" => item.Submitted == item.Assigned, _ => true };
    }
}
