using Initiatives.Domain.Assigning;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>Who judges what and who must not, and what still stands between here and the opening of scoring.</summary>
public static class AssignmentMatrix
{
    /// <summary>Boxes on one page: a form has its bounds, and so has an eye.</summary>
    private const int MostCells = 800;
    private const int MostRows = 50;

    /// <summary>Runs that are listed; the journal has them all.</summary>
    private const int Runs = 5;

    /// <param name="Page">From 1.</param>
    /// <param name="OnlyShort">Only dossiers that have fewer judges than they are to have.</param>
    public sealed record Query(int Year, int Page = 1, bool OnlyShort = false) : IRequest<View>;

    public sealed record Run(int Number, RunSource Source, int? Seed, DateTime At, string By, DateTime? UndoneAt);

    /// <summary>What must be settled before scoring opens, and what should be.</summary>
    /// <param name="Unsettled">Dossiers without an approved result: scoring does not open before they have one.</param>
    /// <param name="Waited">Why scoring cannot be opened yet by the calendar; empty: it can.</param>
    /// <param name="Missing">Judgings that are still to be given.</param>
    /// <param name="Thin">Dossiers with fewer judges than the sheets that the cycle wants, each with its number of judges.</param>
    /// <param name="Warnings">Sentences that whoever opens scoring all the same has to tick.</param>
    public sealed record Opening(int Unsettled, string Waited, int Missing, IReadOnlyList<string> Thin, IReadOnlyList<string> Warnings, DateOnly SuggestedDueOn);

    public sealed record View(int Year, bool HasCouncil, bool IsOpen, int? JudgesPerDossier, int MinSheets, IReadOnlyList<PlanJudgeColumn> Judges, IReadOnlyList<PlanRow> Rows, int Page, int Pages, bool OnlyShort, int Dossiers, int Short,
        Opening Opening, IReadOnlyList<Run> Runs, DateTime? ScoringDueAt)
    {
        public int Total => Judges.Sum(judge => judge.Now);

        /// <summary>The run that an undo would take back; null: none.</summary>
        public Run? Last => IsOpen ? Runs.FirstOrDefault(run => run.UndoneAt is null) : null;
        public bool CanOpenScoring => IsOpen && Opening.Waited.Length == 0 && Opening.Unsettled == 0 && Dossiers > 0 && Total > 0;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var letters = await db.Fields.OrderBy(field => field.Order).ToDictionaryAsync(field => field.Code, field => field.Letter, cancellationToken);
            var sheet = new PlanSheet(state, letters, state.Present);
            var dossiers = state.SeenDossiers;
            var lacking = dossiers.Where(sheet.IsShort).ToList();
            var (page, pages, shown) = Cut(request.OnlyShort ? lacking : dossiers, state.Members.Count, request.Page);
            var runs = await (from run in doors.AssignmentRuns
                              join person in db.People on run.AppliedById equals person.Id
                              where run.CycleId == cycle.Id
                              orderby run.Number descending
                              select new Run(run.Number, run.Source, run.Seed, run.AppliedAt, person.Name, run.UndoneAt)).Take(Runs).ToListAsync(cancellationToken);
            return new View(cycle.Year, state.Council is not null, cycle.Phase < CyclePhase.Judging, cycle.Settings.JudgesPerDossier, cycle.Settings.MinSheets, sheet.Judges(),
                [.. shown.Select(sheet.Row)], page, pages, request.OnlyShort, dossiers.Count, lacking.Count, await OpeningOf(state, sheet, lacking, now, cancellationToken), runs, cycle.ScoringDueAt);
        }

        private async Task<Opening> OpeningOf(PlanState state, PlanSheet sheet, List<PlanState.Dossier> lacking, DateTime now, CancellationToken cancellationToken)
        {
            var (cycle, doors) = (state.Cycle, db.For(actor.Value));
            var unsettled = await doors.AssignableInitiatives.CountAsync(item => item.CycleId == cycle.Id
                && (item.Status == InitiativeStatus.Submitted || item.Status == InitiativeStatus.Supplementing || item.Status == InitiativeStatus.Appraised), cancellationToken);
            var thin = state.SeenDossiers.Where(dossier => sheet.JudgesOf(dossier.Id) < cycle.Settings.MinSheets).Select(dossier => $"hồ sơ số {dossier.Code} ({sheet.JudgesOf(dossier.Id)} người)").ToList();
            return new Opening(unsettled, Waited(cycle, await doors.ExtensionsAsync([cycle], cancellationToken), now), lacking.Sum(dossier => state.Needed(dossier.Id) - sheet.JudgesOf(dossier.Id)), thin,
                await OpeningWarnings.OfAsync(db, actor.Value, state, cancellationToken), VietnamTime.AddWorkingDays(VietnamTime.Today(now), 10));
        }

        private static string Waited(Cycle cycle, IReadOnlyList<ExtensionNotice> extensions, DateTime now) => cycle.PhaseAt(now) switch
        {
            CyclePhase.Preparing => "Kỳ chưa mở nhận hồ sơ.",
            CyclePhase.Open => $"Đang nhận hồ sơ đến {VietnamTime.Deadline(cycle.ClosesAt)}. Mở chấm được sau thời điểm đó.",
            CyclePhase.Closed when IntakeWindow.LastClosing(cycle, extensions) is var last && now < last => $"Còn đơn vị được gia hạn nhận hồ sơ đến {VietnamTime.Deadline(last)}. Mở chấm được sau thời điểm đó.",
            _ => "",
        };
    }

    /// <summary>One page of a matrix: as many dossiers as its columns leave room for.</summary>
    internal static (int Page, int Pages, IReadOnlyList<PlanState.Dossier> Shown) Cut(IReadOnlyList<PlanState.Dossier> dossiers, int columns, int page)
    {
        var size = Math.Clamp(MostCells / Math.Max(columns, 1), 5, MostRows);
        var pages = Math.Max(1, (dossiers.Count + size - 1) / size);
        var at = Math.Clamp(page, 1, pages);
        return (at, pages, [.. dossiers.Skip((at - 1) * size).Take(size)]);
    }
}
