using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>Where judges differ: dossiers with flagged sheets first, then by spread; and how far the whole panel agrees.</summary>
public static class DisagreementList
{
    private const int PerPage = 50;

    public sealed record Query(int Year, int Trang = 1) : IRequest<View>;

    /// <param name="Far">Names of judges whose total lies far from the others'.</param>
    /// <param name="Waiting">Of them, those who have neither confirmed nor revised: not asked, or asked.</param>
    public sealed record Row(int Id, string Code, string Title, DossierSpread Spread, IReadOnlyList<string> Far, int Waiting, int Asked);

    /// <param name="Sentence">What the figures say, one after the other.</param>
    public sealed record Agreement(string Name, double? Single, double? Mean, double? Alpha, double? Concordance, IReadOnlyList<string> Sentences);

    public sealed record Board(IReadOnlyList<Row> Rows, IReadOnlyList<Agreement> Agreements, string Base, int AlphaSheets);

    /// <param name="Board">Null before scoring is closed.</param>
    public sealed record View(int Year, CycleSettings Settings, Board? Board, int Page, int Pages, IReadOnlyList<Row> Rows);

    public sealed class Handler(AppDb db, CurrentActor actor, KeptBoards boards) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (cycle.ScoringClosedAt is null) return new View(cycle.Year, cycle.Settings, null, 1, 1, []);
            var board = await doors.KeptAsync(boards, cycle, () => MakeAsync(doors, cycle, cancellationToken), cancellationToken);
            var pages = Math.Max(1, (board.Rows.Count + PerPage - 1) / PerPage);
            var page = Math.Clamp(request.Trang, 1, pages);
            return new View(cycle.Year, cycle.Settings, board, page, pages, [.. board.Rows.Skip((page - 1) * PerPage).Take(PerPage)]);
        }

        private async Task<Board> MakeAsync(ScopedDb doors, Cycle cycle, CancellationToken cancellationToken)
        {
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var names = council?.Members.ToDictionary(member => member.PersonId, member => member.Name) ?? [];
            var dossiers = await doors.CouncilInitiatives.AsNoTracking().Where(item => item.CycleId == cycle.Id && item.Status != InitiativeStatus.Judging)
                .Select(item => new { item.Id, Code = item.CouncilCode!, item.Title }).ToListAsync(cancellationToken);
            var sheets = await PanelRows.OfAsync(doors, cycle.Id, null, cancellationToken);
            var questions = (await doors.OutlierQuestions.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken)).ToLookup(item => item.SheetId);
            var byDossier = sheets.ToLookup(sheet => sheet.InitiativeId);
            var rows = dossiers.Select(dossier =>
            {
                var own = byDossier[dossier.Id].ToDictionary(sheet => sheet.PersonId);
                if (PanelRows.Spread(own.Values, "", cycle.Settings, rubric) is not { } spread) return null;
                var far = spread.Far.Select(flag => own[flag.PersonId]).ToList();
                var waiting = far.FindAll(sheet => !questions[sheet.SheetId].Any(item => item.Answer == OutlierAnswer.Confirm && item.Total == sheet.Total));
                return new Row(dossier.Id, dossier.Code, dossier.Title, spread,
                    [.. far.Select(sheet => names.GetValueOrDefault(sheet.PersonId, ""))], waiting.Count, waiting.Count(sheet => questions[sheet.SheetId].Any(item => item.Answer == OutlierAnswer.None)));
            }).OfType<Row>();
            var panel = Domain.Scoring.Agreement.ByCriterion([.. sheets.Select(sheet => new PanelSheet(sheet.InitiativeId, sheet.PersonId, sheet.Criteria))], rubric.Criteria.Select(criterion => criterion.Code));
            return new Board(
                [.. rows.OrderByDescending(row => row.Waiting > 0).ThenByDescending(row => row.Spread.Spread).ThenBy(row => row.Code, StringComparer.Ordinal)],
                [.. panel.Select(item => Told(item, rubric))], panel[^1].Block.Sentence, panel[^1].Sheets);
        }

        private static Agreement Told(PanelAgreement item, RubricContent rubric) => new(
            rubric.Criteria.FirstOrDefault(criterion => criterion.Code == item.Code)?.ShortName ?? "Tổng điểm",
            item.Icc.Single2, item.Icc.Mean2, item.Alpha, item.Concordance,
            [
                AgreementReading.OfIcc("ICC(2,1)", item.Icc.Single2), AgreementReading.OfIcc("ICC(2,k)", item.Icc.Mean2),
                AgreementReading.OfAlpha(item.Alpha), AgreementReading.OfConcordance(item.Concordance),
            ]);
    }
}
