using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Chase;

/// <summary>Somebody who can do something for a unit: an officer or a head with an open account.</summary>
internal sealed record ChaseContact(int PersonId, string Name, string Email, bool Writes);

/// <summary>A unit as the Department chases it: counts, and who can be reached. Nothing of what the unit writes.</summary>
internal sealed record ChaseUnit(
    int Id, string Name, string ShortName, bool IsCommune, string SearchKey, UnitStanding Standing,
    Acknowledgement? Received, IReadOnlyList<ChaseContact> Contacts, ChaseLetter? LastLetter);

/// <summary>All units that may send, in their order, with how far each is.</summary>
internal static class ChaseBoard
{
    public static async Task<IReadOnlyList<ChaseUnit>> LoadAsync(AppDb db, Actor actor, Cycle cycle, DateTime now, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.IsCommune).ThenBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken);
        var counts = await doors.UnitCounts(cycle, now).ToDictionaryAsync(count => count.UnitId, cancellationToken);
        var received = await doors.Acknowledgements.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.UnitId, cancellationToken);
        var letters = (await doors.ChaseLetters.AsNoTracking().Where(letter => letter.CycleId == cycle.Id).OrderBy(letter => letter.Id).ToListAsync(cancellationToken)).ToLookup(letter => letter.UnitId);
        var contacts = (await (from account in db.Users.AsNoTracking()
                               join person in db.People on account.PersonId equals person.Id
                               where (person.Roles & (Role.UnitOfficer | Role.UnitHead)) != 0
                               orderby person.SortKey, person.Id
                               select new { person.Id, person.Name, person.UnitId, person.Roles, account.Email, account.LockoutEnd }).ToListAsync(cancellationToken))
            .Where(row => !Account.IsClosedBy(row.LockoutEnd))
            .ToLookup(row => row.UnitId, row => new ChaseContact(row.Id, row.Name, row.Email ?? "", row.Roles.HasFlag(Role.UnitOfficer)));
        return [.. units.Where(unit => unit.MaySubmit).Select(unit =>
        {
            var count = counts.GetValueOrDefault(unit.Id);
            return new ChaseUnit(unit.Id, unit.Name, unit.ShortName, unit.IsCommune, unit.SearchKey,
                new UnitStanding(received.ContainsKey(unit.Id), count?.Drafts ?? 0, count?.Awaiting ?? 0, count?.Sent ?? 0),
                received.GetValueOrDefault(unit.Id), [.. contacts[unit.Id]], letters[unit.Id].LastOrDefault());
        })];
    }
}
