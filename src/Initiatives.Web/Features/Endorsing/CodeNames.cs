using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

internal static class CodeNames
{
    /// <summary>The names of fields and indices by their codes.</summary>
    public static async Task<Func<string, string>> CodeNamesAsync(this AppDb db, CancellationToken cancellationToken)
    {
        var names = await db.Fields.ToDictionaryAsync(field => field.Code, field => field.Name, cancellationToken);
        foreach (var index in await db.Indices.Select(index => new { index.Code, index.Name }).ToListAsync(cancellationToken)) names[index.Code] = index.Name;
        return code => names.GetValueOrDefault(code, code);
    }
}
