using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>
/// Who of the Department may prepare a decision. The wall of conflicts hides nothing from the Department once the council has
/// ended, and falls with publication; what somebody may do with a decision does not.
/// </summary>
public sealed partial class ScopedDb
{
    /// <summary>Whether the actor is in a personal conflict with one of these dossiers: one that stands, or he wrote it.</summary>
    public Task<bool> IsBarredFromPreparingAsync(IReadOnlyCollection<int> initiatives, CancellationToken cancellationToken) =>
        Barred(initiatives).AnyAsync(person => person == actor.PersonId, cancellationToken);

    /// <summary>Names of others who hold the permission to draft, have an open account, and are in no such conflict.</summary>
    public async Task<IReadOnlyList<string>> OtherDraftersAsync(IReadOnlyCollection<int> initiatives, CancellationToken cancellationToken)
    {
        var (roles, barred) = (Permissions.RolesOf(Permission.DraftDecision), Barred(initiatives));
        var found = await (from person in db.People.AsNoTracking()
                           join account in db.Users.AsNoTracking() on person.Id equals account.PersonId
                           where (person.Roles & roles) != 0 && person.Id != actor.PersonId && !barred.Contains(person.Id)
                           orderby person.Id
                           select new { person.Name, account }).ToListAsync(cancellationToken);
        return [.. found.Where(item => !item.account.IsClosed).Select(item => item.Name).Distinct()];
    }

    private IQueryable<int> Barred(IReadOnlyCollection<int> initiatives)
    {
        ConflictKind[] personal = [.. ConflictKinds.Personal];
        var conflicts = db.Conflicts.Where(item => initiatives.Contains(item.InitiativeId) && item.LiftedAt == null && personal.Contains(item.Kind)).Select(item => item.PersonId);
        var written = db.Initiatives.Where(item => initiatives.Contains(item.Id));
        return conflicts.Concat(written.Select(item => item.CreatedById)).Concat(written.SelectMany(item => item.Authors).Where(author => author.PersonId != null).Select(author => author.PersonId!.Value));
    }
}
