using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>One dossier with all its sheets: how they lie at each criterion, what each judge wrote, what judges were asked.</summary>
public static class DisagreementPage
{
    public sealed record Query(int Year, int InitiativeId) : IRequest<View>;

    /// <param name="Spread">Null: no valid sheet.</param>
    /// <param name="Distance">Points from the median of the others at which a sheet is far.</param>
    public sealed record Line(string Code, string Name, decimal Max, decimal Distance, DossierSpread? Spread);

    public sealed record Question(int AskedById, string Text, string AskedAt, OutlierAnswer Answer, string Reason, string AnsweredAt, decimal Total);

    /// <param name="Points">By criterion, in the rubric's order.</param>
    /// <param name="FarAt">Names of the criteria (or the total) at which it is flagged.</param>
    public sealed record Sheet(int SheetId, int PersonId, string Judge, decimal Total, IReadOnlyList<decimal> Points, decimal? FromMedian, bool IsFar, IReadOnlyList<string> FarAt, IReadOnlyList<(string Name, string Comment)> Comments, IReadOnlyList<Question> Questions)
    {
        /// <summary>Typed by the secretariat from a signed paper.</summary>
        public bool IsEntered { get; init; }

        public bool IsAsked => Questions.Any(item => item.Answer == OutlierAnswer.None);

        /// <summary>Its judge has said that it stands as it is.</summary>
        public bool IsConfirmed => Questions.Any(item => item.Answer == OutlierAnswer.Confirm && item.Total == Total);

        /// <summary>Flagged, and nobody has been asked about it as it is.</summary>
        public bool MayBeAsked => FarAt.Count > 0 && !IsAsked && !IsConfirmed;
    }

    /// <summary>One more judge.</summary>
    public sealed record Called(string Judge, string Until, string Reason, bool HasHandedIn);

    public sealed record Board(string Code, string Title, string UnitName, decimal? Mean, IReadOnlyList<Line> Lines, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Called> Called);

    /// <summary>A sheet that was given out and not handed in: it does not count unless the secretary reopens it.</summary>
    public sealed record Missing(int SheetId, string Judge, bool IsReopened);

    /// <param name="Board">Null before scoring of the dossier is closed.</param>
    public sealed record View(int Year, int InitiativeId, int ReaderId, bool MayAsk, Board? Board, IReadOnlyList<Missing> Missing) : IShownScores
    {
        int? IShownScores.InitiativeId => InitiativeId;
        bool IShownScores.AreOthers => Board is not null;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, KeptBoards boards) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var seat = await doors.SeatAsync(request.Year, request.InitiativeId, cancellationToken) ?? throw new RowNotFoundException(nameof(Initiative));
            var board = seat.IsClosed ? await doors.KeptAsync(boards, seat, () => MakeAsync(doors, seat, cancellationToken), cancellationToken) : null;
            return new View(request.Year, seat.InitiativeId, actor.Value.PersonId, seat.MayAsk, board, board is null ? [] : await MissingAsync(doors, seat.InitiativeId, cancellationToken));
        }

        private async Task<IReadOnlyList<Missing>> MissingAsync(ScopedDb doors, int id, CancellationToken cancellationToken)
        {
            var assignments = doors.Assignments;   // who was taken off for a conflict is not missed
            return await (from sheet in doors.ClosedSheets
                          join judge in db.People on sheet.PersonId equals judge.Id
                          where sheet.InitiativeId == id && sheet.DueAt == null && sheet.SubmittedAt == null && assignments.Any(item => item.InitiativeId == id && item.PersonId == sheet.PersonId)
                          orderby judge.SortKey, sheet.Id
                          select new Missing(sheet.Id, judge.Name, sheet.IsReopened)).ToListAsync(cancellationToken);
        }

        private async Task<Board> MakeAsync(ScopedDb doors, CouncilSeat seat, CancellationToken cancellationToken)
        {
            var (cycle, id) = (seat.Cycle, seat.InitiativeId);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var dossier = await (from initiative in doors.CouncilInitiatives
                                 join unit in db.Units on initiative.UnitId equals unit.Id
                                 where initiative.Id == id
                                 select new { Code = initiative.CouncilCode!, initiative.Title, Unit = unit.ShortName }).SingleAsync(cancellationToken);
            var rows = await PanelRows.OfAsync(doors, cycle.Id, id, cancellationToken);
            var questions = (await doors.OutlierQuestions.AsNoTracking().Where(item => item.InitiativeId == id).OrderBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.SheetId);
            var called = await doors.Assignments.AsNoTracking().Where(item => item.InitiativeId == id && item.DueAt != null).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            var ids = rows.Select(row => row.PersonId).Concat(called.Select(item => item.PersonId)).Distinct().ToList();
            var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
            List<Line> lines =
            [
                new("", "Tổng điểm", rubric.Max, cycle.Settings.OutlierPoints, PanelRows.Spread(rows, "", cycle.Settings, rubric)),
                .. rubric.Criteria.Select(criterion => new Line(criterion.Code, criterion.ShortName, criterion.Max,
                    PanelRows.Distance(criterion.Code, cycle.Settings, rubric), PanelRows.Spread(rows, criterion.Code, cycle.Settings, rubric))),
            ];
            var inputs = (await doors.RankInputsAsync(cycle, id, cancellationToken)).ToList();
            return new Board(dossier.Code, dossier.Title, dossier.Unit, rows.Count == 0 ? null : Ranker.Rank(inputs, rubric, cycle.Settings)[0].Shown, lines,
                [.. rows.OrderByDescending(row => row.Total).ThenBy(row => names[row.PersonId], StringComparer.Ordinal).Select(row => SheetOf(row, lines, rubric, names[row.PersonId], questions[row.SheetId]))],
                [.. called.Select(item => new Called(names[item.PersonId], VietnamTime.Deadline(item.DueAt!.Value), item.Reason, rows.Any(row => row.PersonId == item.PersonId)))]);
        }

        private static Sheet SheetOf(PanelRow row, List<Line> lines, RubricContent rubric, string judge, IEnumerable<OutlierQuestion> questions)
        {
            SheetFlag Flag(Line line) => line.Spread!.Sheets.First(item => item.PersonId == row.PersonId);
            var total = Flag(lines[0]);
            return new Sheet(row.SheetId, row.PersonId, judge, row.Total, [.. rubric.Criteria.Select(criterion => row.At(criterion.Code))], total.FromMedian, total.IsFar,
                [.. lines.Where(line => Flag(line).IsFar).Select(line => line.Name)],
                [.. rubric.Criteria.Where(criterion => row.Comments.ContainsKey(criterion.Code)).Select(criterion => (criterion.ShortName, row.Comments[criterion.Code]))],
                [.. questions.Select(item => new Question(item.AskedById, item.Text, VietnamTime.WithTime(item.AskedAt), item.Answer, item.Reason, item.AnsweredAt is { } at ? VietnamTime.WithTime(at) : "", item.Total))])
            {
                IsEntered = row.IsEntered,
            };
        }
    }
}
