using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>Who judges what and who must not, and what still stands between here and the opening of scoring.</summary>
public static class AssignmentMatrix
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Judge(string Name, CouncilPost Post, int Assigned, int Conflicts);

    /// <param name="Conflict">Why not, in words; empty: nothing forbids it.</param>
    public sealed record Cell(bool IsAssigned, string Conflict);

    public sealed record Row(int Id, int? Number, string Title, string UnitName, IReadOnlyList<Cell> Cells)
    {
        public int Assigned => Cells.Count(cell => cell.IsAssigned);
    }

    /// <param name="Unsettled">Dossiers without an approved result: scoring does not open before they have one.</param>
    /// <param name="Waited">Why scoring cannot be opened yet by the calendar; empty: it can.</param>
    public sealed record View(int Year, int CycleId, bool HasCouncil, bool IsOpen, IReadOnlyList<Judge> Judges, IReadOnlyList<Row> Rows, int Unsettled, int MinSheets, string Waited, DateOnly SuggestedDueOn, DateTime? ScoringDueAt)
    {
        public int Total => Rows.Sum(row => row.Assigned);

        /// <summary>Pairs that the rules allow and nobody has assigned.</summary>
        public int Missing => Rows.Sum(row => row.Cells.Count(cell => !cell.IsAssigned && cell.Conflict.Length == 0));

        /// <summary>Dossiers that the assignment leaves with fewer sheets than the cycle wants.</summary>
        public IReadOnlyList<Row> Thin => [.. Rows.Where(row => row.Assigned < MinSheets)];

        public bool CanOpenScoring => IsOpen && Waited.Length == 0 && Unsettled == 0 && Rows.Count > 0 && Total > 0;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var received = doors.AssignableInitiatives.Where(item => item.CycleId == cycle.Id);
            var unsettled = await received.CountAsync(item => item.Status == InitiativeStatus.Submitted || item.Status == InitiativeStatus.Supplementing || item.Status == InitiativeStatus.Appraised, cancellationToken);
            var dossiers = await (from item in received
                                  join unit in db.Units on item.UnitId equals unit.Id
                                  where item.Status == InitiativeStatus.Eligible || item.CouncilCode != null
                                  orderby item.RegisterNumber, item.Id
                                  select new { item.Id, item.RegisterNumber, item.Title, unit.ShortName }).ToListAsync(cancellationToken);
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council?.Members.Select(member => member.PersonId) ?? [], cancellationToken);
            var given = (await doors.Assignments.Where(item => item.CycleId == cycle.Id).Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync(cancellationToken))
                .Select(item => (item.InitiativeId, item.PersonId)).ToHashSet();
            var members = council?.Members.OrderBy(member => member.Order).ToList() ?? [];
            var rows = dossiers.ConvertAll(item => new Row(item.Id, item.RegisterNumber, item.Title, item.ShortName,
                [.. members.Select(member => CellOf(member.PersonId, item.Id, facts, given))]));
            return new View(cycle.Year, cycle.Id, council is not null, cycle.Phase < CyclePhase.Judging,
                [.. members.Select((member, index) => new Judge(member.Name, member.Post, rows.Count(row => row.Cells[index].IsAssigned), rows.Count(row => row.Cells[index].Conflict.Length > 0)))],
                rows, unsettled, cycle.Settings.MinSheets, Waited(cycle, await doors.ExtensionsAsync([cycle], cancellationToken), now), VietnamTime.AddWorkingDays(VietnamTime.Today(now), 10), cycle.ScoringDueAt);
        }

        private static Cell CellOf(int personId, int initiativeId, CouncilFacts facts, HashSet<(int, int)> given) => new(
            given.Contains((initiativeId, personId)),
            facts.Of(personId, initiativeId) is { } kind ? ConflictKinds.Name(kind) : "");

        private static string Waited(Cycle cycle, IReadOnlyList<ExtensionNotice> extensions, DateTime now) => cycle.PhaseAt(now) switch
        {
            CyclePhase.Preparing => "Kỳ chưa mở nhận hồ sơ.",
            CyclePhase.Open => $"Đang nhận hồ sơ đến {VietnamTime.Deadline(cycle.ClosesAt)}. Mở chấm được sau thời điểm đó.",
            CyclePhase.Closed when IntakeWindow.LastClosing(cycle, extensions) is var last && now < last => $"Còn đơn vị được gia hạn nhận hồ sơ đến {VietnamTime.Deadline(last)}. Mở chấm được sau thời điểm đó.",
            _ => "",
        };
    }
}
