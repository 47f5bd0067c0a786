using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Reads a dossier as judges and reviewers are shown it.</summary>
public static class JudgedDossierQueries
{
    /// <summary>
    /// The dossier, or 404. Where the cycle judges blind, nothing that names a person or a unit is even read: authors and
    /// participants, the confidential part, who added which file. What files themselves say is theirs.
    /// </summary>
    public static async Task<Dossier> JudgedDossierAsync(this AppDb db, IQueryable<Initiative> rows, IQueryable<Attachment> files, int id, CycleSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Blind) return await db.DossierAsync(rows, files, id, cancellationToken);
        var initiative = await rows.AsNoTracking().IgnoreAutoIncludes().Include(item => item.Effects)
            .SingleOrNotFound(item => item.Id == id, cancellationToken);
        var content = initiative.Content() with { Authors = [], Participants = [], Confidential = "" };
        var reference = await db.ReferenceAsync(cancellationToken);
        var field = reference.Field(content.FieldCode);
        return new Dossier
        {
            Id = initiative.Id,
            UnitId = 0,
            UnitName = "",
            FieldLetter = field?.Letter ?? "",
            FieldName = field?.Name ?? "",
            IndexNames = [.. reference.Indices.Where(item => content.Indices.Contains(item.Code)).Select(item => item.Name)],
            Content = content,
            Files = await files.FilesOf(id).ToListAsync(cancellationToken),
        };
    }
}
