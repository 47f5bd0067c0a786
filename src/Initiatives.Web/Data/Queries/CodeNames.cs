using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

public static class CodeNames
{
    /// <summary>The name of a field's or an index's code; an unknown code reads as itself.</summary>
    public static async Task<Func<string, string>> CodeNamesAsync(this AppDb db, CancellationToken cancellationToken)
    {
        var names = await db.Fields.Select(field => new { field.Code, field.Name })
            .Concat(db.Indices.Select(index => new { index.Code, index.Name })).ToDictionaryAsync(item => item.Code, item => item.Name, cancellationToken);
        return code => names.GetValueOrDefault(code, code);
    }
}
