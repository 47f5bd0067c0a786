using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Recusals;

/// <summary>Who must not come near which dossier, why, who said so, and who acts in the place of a conflicted secretary or lead.</summary>
public static class ConflictBoard
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Choice(int Id, string Name);

    /// <param name="By">Who said it; for a conflict that the rules found, nobody.</param>
    public sealed record Row(int Id, int PersonId, string Person, ConflictKind Kind, ConflictSource Source, string Note, string By, DateTime At, DateTime? LiftedAt, string LiftReason);

    /// <param name="For">The secretary or lead in conflict.</param>
    /// <param name="StandIn">Who acts for him; null: nobody yet.</param>
    public sealed record Need(int ForPersonId, string For, string Post, string? StandIn, IReadOnlyList<Choice> Candidates);

    public sealed record Dossier(int Id, string Name, string UnitName, IReadOnlyList<Row> Rows, IReadOnlyList<Need> Needs);

    /// <param name="Dossiers">With a conflict that stands or stood.</param>
    /// <param name="All">Every dossier that a conflict may be set for.</param>
    public sealed record View(int Year, bool HasCouncil, bool CanName, IReadOnlyList<Dossier> Dossiers, IReadOnlyList<Choice> All, IReadOnlyList<Choice> People)
    {
        public IEnumerable<Dossier> Open => Dossiers.Where(item => item.Needs.Any(need => need.StandIn is null));
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var members = council?.Members.ToDictionary(member => member.PersonId) ?? [];
            var leads = await db.People.Where(person => (person.Roles & Role.DepartmentLead) != 0).Select(person => person.Id).ToListAsync(cancellationToken);
            var people = await db.People.AsNoTracking().Where(person => members.Keys.Contains(person.Id) || leads.Contains(person.Id))
                .OrderBy(person => person.SortKey).ThenBy(person => person.Id).Select(person => new Choice(person.Id, person.Name)).ToListAsync(cancellationToken);
            var dossiers = await (from initiative in doors.RecusableInitiatives
                                  join unit in db.Units on initiative.UnitId equals unit.Id
                                  where initiative.CycleId == cycle.Id
                                  orderby initiative.RegisterNumber, initiative.Id
                                  select new { initiative.Id, initiative.RegisterNumber, initiative.Title, unit.ShortName }).ToListAsync(cancellationToken);
            var conflicts = (await (from item in doors.Conflicts
                                    join person in db.People on item.PersonId equals person.Id
                                    join recorder in db.People on item.RecordedById equals recorder.Id
                                    where item.CycleId == cycle.Id
                                    orderby person.SortKey, item.Id
                                    select new { item, person.Name, By = recorder.Name }).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.item.InitiativeId);
            var standIns = (await (from item in doors.StandIns
                                   join person in db.People on item.PersonId equals person.Id
                                   where item.CycleId == cycle.Id && item.EndedAt == null
                                   select new { item.InitiativeId, item.ForPersonId, person.Name }).ToListAsync(cancellationToken))
                .ToDictionary(item => (item.InitiativeId, item.ForPersonId), item => item.Name);

            var rows = dossiers.Where(item => conflicts[item.Id].Any()).Select(item =>
            {
                var standing = conflicts[item.Id].Select(row => new Row(row.item.Id, row.item.PersonId, row.Name, row.item.Kind, row.item.Source, row.item.Note,
                    row.item.Source == ConflictSource.Found ? "" : row.By, row.item.RecordedAt, row.item.LiftedAt, row.item.LiftReason)).ToList();
                var barred = standing.Where(row => row.LiftedAt is null).Select(row => row.PersonId).ToHashSet();
                var free = people.Where(person => !barred.Contains(person.Id)).ToList();
                return new Dossier(item.Id, $"{item.RegisterNumber:0000} {item.Title}", item.ShortName, standing,
                    [.. people.Where(person => barred.Contains(person.Id) && Acts(person.Id)).Select(person => new Need(person.Id, person.Name,
                        members.TryGetValue(person.Id, out var member) && member.Post == CouncilPost.Secretary ? "thư ký Hội đồng" : "lãnh đạo Sở KH&CN",
                        standIns.GetValueOrDefault((item.Id, person.Id)), free))]);
            }).ToList();
            return new View(cycle.Year, council is not null, actor.Value.Has(Permission.ManageCouncil), rows,
                [.. dossiers.Select(item => new Choice(item.Id, $"{item.RegisterNumber:0000} {item.Title}"))], people);

            bool Acts(int personId) => leads.Contains(personId) || (members.TryGetValue(personId, out var member) && member.Post == CouncilPost.Secretary);
        }
    }
}
