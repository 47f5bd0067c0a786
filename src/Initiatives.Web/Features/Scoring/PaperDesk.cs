using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>The secretariat's papers of one cycle: which sheets may come in on paper, what waits for its second person. No points.</summary>
public static class PaperDesk
{
    public const int PageSize = 50;

    public sealed record Query : IRequest<View>
    {
        public int Year { get; init; }

        /// <summary>Only sheets of this judge; null: choose one first.</summary>
        public int? JudgeId { get; init; }

        public int Page { get; init; } = 1;
    }

    /// <param name="IsReopened">Scoring is closed; the secretary lets this one come in.</param>
    public sealed record Target(int SheetId, string Code, string Title, bool IsReopened);

    /// <param name="IsMine">The actor typed it: somebody else compares.</param>
    public sealed record Paper(int Id, string Code, string Title, string Judge, string EnteredBy, bool IsMine, DateTime EnteredAt, PaperStatus Status, string DecidedBy, string Refusal);

    public sealed record Judge(int Id, string Name, int Missing);

    public sealed record View(int Year, CyclePhase Phase, int? JudgeId, IReadOnlyList<Judge> Judges, IReadOnlyList<Target> Targets, int Page, int Pages, IReadOnlyList<Paper> Papers)
    {
        public IEnumerable<Paper> Waiting => Papers.Where(paper => paper.Status == PaperStatus.Waiting);
        public IEnumerable<Paper> Decided => Papers.Where(paper => paper.Status != PaperStatus.Waiting);
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var missing = doors.PaperTargets.IgnoreAutoIncludes().Where(sheet => sheet.CycleId == cycle.Id
                && (sheet.IsReopened || (cycle.Phase == CyclePhase.Judging && sheet.SubmittedAt == null))
                && !doors.PaperSheets.Any(paper => paper.SheetId == sheet.Id && paper.Status == PaperStatus.Waiting));
            var counts = await missing.GroupBy(sheet => sheet.PersonId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            var ids = counts.ConvertAll(item => item.Key);
            var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.SortKey).ThenBy(person => person.Id)
                .Select(person => new { person.Id, person.Name }).ToListAsync(cancellationToken);
            var of = missing.Where(sheet => sheet.PersonId == request.JudgeId);
            var pages = Math.Max(1, (await of.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var targets = await (from sheet in of
                                 join initiative in doors.PaperInitiatives on sheet.InitiativeId equals initiative.Id
                                 orderby initiative.CouncilCode, sheet.Id
                                 select new Target(sheet.Id, initiative.CouncilCode ?? "", initiative.Title, sheet.IsReopened))
                .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            return new View(cycle.Year, cycle.Phase, request.JudgeId, [.. people.Select(person => new Judge(person.Id, person.Name, counts.Find(item => item.Key == person.Id)!.Count))],
                targets, page, pages, await PapersAsync(doors, cycle.Id, cancellationToken));
        }

        private async Task<IReadOnlyList<Paper>> PapersAsync(ScopedDb doors, int cycleId, CancellationToken cancellationToken) =>
            await (from paper in doors.PaperSheets
                   join initiative in doors.PaperInitiatives on paper.InitiativeId equals initiative.Id
                   join judge in db.People on paper.PersonId equals judge.Id
                   join typist in db.People on paper.EnteredById equals typist.Id
                   join second in db.People on paper.DecidedById equals second.Id into decided
                   from second in decided.DefaultIfEmpty()
                   where paper.CycleId == cycleId
                   orderby paper.Id descending
                   select new Paper(paper.Id, initiative.CouncilCode ?? "", initiative.Title, judge.Name, typist.Name, paper.EnteredById == actor.Value.PersonId, paper.EnteredAt, paper.Status, second == null ? "" : second.Name, paper.Refusal))
                .Take(500).ToListAsync(cancellationToken);
    }
}
