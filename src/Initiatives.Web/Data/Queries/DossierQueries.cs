using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Reads a dossier whole, for every page that shows one.</summary>
public static class DossierQueries
{
    /// <summary>The dossier, or 404. <paramref name="rows"/> and <paramref name="files"/> come through the doors of the actor.</summary>
    public static async Task<Dossier> DossierAsync(this AppDb db, IQueryable<Initiative> rows, IQueryable<Attachment> files, int id, CancellationToken cancellationToken)
    {
        var initiative = await rows.AsNoTracking().SingleOrNotFound(item => item.Id == id, cancellationToken);
        return await db.DossierAsync(initiative, files, cancellationToken);
    }

    /// <summary>The same of an initiative that was reached already.</summary>
    public static async Task<Dossier> DossierAsync(this AppDb db, Initiative initiative, IQueryable<Attachment> files, CancellationToken cancellationToken)
    {
        var content = initiative.Content();
        var reference = await db.ReferenceAsync(cancellationToken);
        var field = reference.Field(content.FieldCode);
        return new Dossier
        {
            Id = initiative.Id,
            UnitId = initiative.UnitId,
            UnitName = reference.Unit(initiative.UnitId).Name,
            FieldLetter = field?.Letter ?? "",
            FieldName = field?.Name ?? "",
            IndexNames = [.. reference.Indices.Where(item => content.Indices.Contains(item.Code)).Select(item => item.Name)],
            Content = content,
            Files = await db.FilesAsync(files, initiative.Id, cancellationToken),
        };
    }

    /// <summary>The files of one dossier with the names of those who added them, in the order in which they were added.</summary>
    public static async Task<IReadOnlyList<DossierFile>> FilesAsync(this AppDb db, IQueryable<Attachment> files, int initiativeId, CancellationToken cancellationToken) =>
        await (from file in files
               join person in db.People on file.AddedById equals person.Id into added
               from person in added.DefaultIfEmpty()
               where file.InitiativeId == initiativeId
               orderby file.Id
               select new DossierFile(file.Id, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256)
               {
                   AddedAt = file.AddedAt,
                   AddedBy = person == null ? "" : person.Name,
               }).ToListAsync(cancellationToken);

    /// <summary>The files of one dossier, in the order in which they were added.</summary>
    public static IQueryable<DossierFile> FilesOf(this IQueryable<Attachment> files, int initiativeId) => files
        .Where(file => file.InitiativeId == initiativeId).OrderBy(file => file.Id)
        .Select(file => new DossierFile(file.Id, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256));
}
