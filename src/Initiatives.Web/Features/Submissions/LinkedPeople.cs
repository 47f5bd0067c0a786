using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

internal static class LinkedPeople
{
    /// <summary>The accounts that a form may put behind its authors: people of the unit, and whoever stands there already.</summary>
    public static async Task<Dictionary<int, LinkedPerson>> LinkedPeopleAsync(this AppDb db, SaveDraft.Command form, Initiative? written, Actor actor, CancellationToken cancellationToken)
    {
        var wanted = form.Authors.Select(author => author.PersonId).OfType<int>().ToList();
        if (wanted.Count == 0) return [];
        var kept = written?.Authors.Select(author => author.PersonId).OfType<int>().ToList() ?? [];
        var unitId = written?.UnitId ?? actor.UnitId;
        return await (from person in db.People
                      join unit in db.Units on person.UnitId equals unit.Id
                      where wanted.Contains(person.Id) && (person.UnitId == unitId || kept.Contains(person.Id))
                      select new LinkedPerson(person.Id, person.Name, person.Post, unit.Name)).ToDictionaryAsync(person => person.Id, cancellationToken);
    }
}
