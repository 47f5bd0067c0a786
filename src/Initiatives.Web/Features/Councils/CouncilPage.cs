using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>The council of a cycle with what each member has to judge and must not judge.</summary>
public static class CouncilPage
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Letters">Of the fields that he masters, as "a, đ".</param>
    public sealed record Member(string Name, string Title, string UnitName, CouncilPost Post, int Assigned, int Conflicts, string Letters, int? Cap);

    public sealed record Clerk(string Name, string Title, string UnitName, int Conflicts);

    public sealed record Recorded(string Name, EstablishingAuthority Authority, string DecisionNumber, DateOnly DecisionDate, IReadOnlyList<Member> Members, IReadOnlyList<Clerk> Clerks, int Quorum);

    /// <param name="LastYear">Year of the latest earlier council that can be copied; null: none.</param>
    /// <param name="Eligible">Dossiers that go, or went, before the council.</param>
    public sealed record View(int Year, Recorded? Council, bool IsOpen, int? LastYear, int Eligible, int Assignments);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var lastYear = await (from item in db.Councils
                                  join earlier in db.Cycles on item.CycleId equals earlier.Id
                                  where earlier.Year < cycle.Year
                                  orderby earlier.Year descending
                                  select (int?)earlier.Year).FirstOrDefaultAsync(cancellationToken);
            var judged = (await doors.AssignableInitiatives.Where(item => item.CycleId == cycle.Id && (item.Status == InitiativeStatus.Eligible || item.CouncilCode != null))
                .Select(item => item.Id).ToListAsync(cancellationToken)).ToHashSet();
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council?.Members.Select(member => member.PersonId) ?? [], cancellationToken);
            var assigned = await doors.Assignments.Where(item => item.CycleId == cycle.Id).GroupBy(item => item.PersonId)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var fields = await db.Fields.OrderBy(field => field.Order).Select(field => new { field.Code, field.Letter }).ToListAsync(cancellationToken);
            var recorded = council is null ? null : new Recorded(council.Name, council.Authority, council.DecisionNumber, council.DecisionDate,
                [.. council.Members.OrderBy(member => member.Order).Select(member => new Member(member.Name, member.Title, member.UnitName, member.Post, assigned.GetValueOrDefault(member.PersonId),
                    judged.Count(id => facts.Of(member.PersonId, id) is not null), string.Join(", ", fields.Where(field => member.Fields.Contains(field.Code)).Select(field => field.Letter)), member.Cap))],
                [.. council.Clerks.OrderBy(clerk => clerk.Order).Select(clerk => new Clerk(clerk.Name, clerk.Title, clerk.UnitName, judged.Count(id => facts.Of(clerk.PersonId, id) is not null)))],
                cycle.Settings.QuorumShare.LeastOf(council.Members.Count));
            return new View(cycle.Year, recorded, cycle.Phase < CyclePhase.Judging, lastYear, judged.Count, assigned.Values.Sum());
        }
    }
}
