using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>
/// The codes a draft may name, kept in memory: a form that saves itself every few seconds must not ask for them each time.
/// A code that is not known is asked for once more, so that a list loaded later counts at once.
/// </summary>
public sealed class ReferenceCodes
{
    private volatile HashSet<string> fields = [];
    private volatile HashSet<string> indices = [];

    /// <summary>The name of the part that names a code which is in no list; null when all are known.</summary>
    public async Task<string?> UnknownAsync(AppDb db, DraftContent content, CancellationToken cancellationToken)
    {
        if (Unknown(content) is null) return null;
        fields = (await db.Fields.Select(field => field.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        indices = (await db.Indices.Select(index => index.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return Unknown(content);
    }

    private string? Unknown(DraftContent content) =>
        content.FieldCode is { } code && !fields.Contains(code) ? nameof(content.FieldCode)
        : content.Indices.All(indices.Contains) ? null
        : nameof(content.Indices);
}
