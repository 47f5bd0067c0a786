using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Somebody to whom a mail can go.</summary>
public sealed record Recipient(int PersonId, string Name, string Email);

/// <summary>Who is told of what: people with an account that is open.</summary>
public static class RecipientQueries
{
    /// <summary>Everybody in a unit who holds one of the roles.</summary>
    public static Task<IReadOnlyList<Recipient>> RecipientsAsync(this AppDb db, int unitId, Role roles, CancellationToken cancellationToken) =>
        db.OpenAsync(db.People.Where(person => person.UnitId == unitId && (person.Roles & roles) != 0), cancellationToken);

    /// <summary>Those who write on a dossier: its authors with an account, whoever began it, the officers of its unit.</summary>
    public static Task<IReadOnlyList<Recipient>> WritersAsync(this AppDb db, Initiative initiative, CancellationToken cancellationToken)
    {
        var own = initiative.Authors.Select(author => author.PersonId).OfType<int>().Append(initiative.CreatedById).ToList();
        var unit = initiative.UnitId;
        return db.OpenAsync(db.People.Where(person => own.Contains(person.Id) || (person.UnitId == unit && (person.Roles & Role.UnitOfficer) != 0)), cancellationToken);
    }

    /// <summary>One person.</summary>
    public static Task<IReadOnlyList<Recipient>> RecipientsAsync(this AppDb db, int personId, CancellationToken cancellationToken) =>
        db.OpenAsync(db.People.Where(person => person.Id == personId), cancellationToken);

    private static async Task<IReadOnlyList<Recipient>> OpenAsync(this AppDb db, IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var found = await (from person in people.AsNoTracking()
                           join account in db.Users.AsNoTracking() on person.Id equals account.PersonId
                           orderby person.Id
                           select new { person.Id, person.Name, account }).ToListAsync(cancellationToken);
        return [.. found.Where(item => !item.account.IsClosed && item.account.Email is not null).Select(item => new Recipient(item.Id, item.Name, item.account.Email!)).DistinctBy(item => item.PersonId)];
    }
}
