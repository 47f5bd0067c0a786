using System.Globalization;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>What the forms of an entry choose from.</summary>
internal static class OutsideLists
{
    public static async Task<IReadOnlySet<int>> PeopleAsync(AppDb db, int unitId, CancellationToken cancellationToken) =>
        (await db.People.Where(person => person.UnitId == unitId).Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet();

    public static async Task<OutsideFields> FieldsAsync(AppDb db, OutsideContent form, int unitId, CancellationToken cancellationToken)
    {
        var fields = await db.Fields.AsNoTracking().OrderBy(field => field.Order).ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Where(person => person.UnitId == unitId).OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(cancellationToken);
        return new OutsideFields(form,
            [.. fields.Select(field => (field.Code, $"{field.Letter}. {field.Name}"))],
            [.. people.Select(person => (person.Id.ToString(CultureInfo.InvariantCulture), person.Post.Length > 0 ? $"{person.Name}, {person.Post}" : person.Name))]);
    }
}
