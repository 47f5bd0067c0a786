using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reviews;

/// <summary>Who reviews what in a cycle, and what was handed in, for the council's secretary and the Department's lead.</summary>
public static class CouncilReviews
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Content">Null: not handed in.</param>
    public sealed record Reviewer(string Name, ReviewContent? Content, DateTime? At);

    public sealed record Item(string Code, string Title, IReadOnlyList<Reviewer> Reviewers);

    public sealed record View(int Year, IReadOnlyList<Item> Items)
    {
        public int Assigned => Items.Sum(item => item.Reviewers.Count);
        public int Submitted => Items.Sum(item => item.Reviewers.Count(reviewer => reviewer.Content is not null));
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var rows = await (from given in doors.CouncilReviewAssignments
                              join initiative in doors.CouncilInitiatives on given.InitiativeId equals initiative.Id
                              join person in db.People on given.PersonId equals person.Id
                              where given.CycleId == cycle.Id
                              orderby initiative.CouncilCode, person.SortKey, given.Id
                              select new { given.InitiativeId, given.PersonId, Code = initiative.CouncilCode ?? "", initiative.Title, person.Name }).ToListAsync(cancellationToken);
            var written = await doors.CouncilReviews.AsNoTracking().Where(review => review.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var reviews = written.ToDictionary(review => (review.InitiativeId, review.PersonId));
            return new View(cycle.Year, [.. rows.GroupBy(row => (row.InitiativeId, row.Code, row.Title)).Select(group => new Item(group.Key.Code, group.Key.Title,
                [.. group.Select(row => new Reviewer(row.Name, reviews.GetValueOrDefault((row.InitiativeId, row.PersonId))?.Content, reviews.GetValueOrDefault((row.InitiativeId, row.PersonId))?.SubmittedAt))]))]);
        }
    }
}
