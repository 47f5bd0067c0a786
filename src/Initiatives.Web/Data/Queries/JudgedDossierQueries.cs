using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Reads a dossier as judges and reviewers are shown it.</summary>
public static class JudgedDossierQueries
{
    /// <summary>
    /// The dossier, or 404. Where the cycle judges blind, nothing that names a person or a unit is even read: authors and
    /// participants, the confidential part, who added which file. Files are called by their place among the dossier's; what
    /// they themselves say is theirs.
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
            Files = [.. (await files.FilesOf(id).ToListAsync(cancellationToken)).Select((file, index) => file with { FileName = NeutralName(index + 1, file.FileName) })],
        };
    }

    /// <summary>
    /// The name by which the actor is shown a file that he does not reach as its owner: neutral where he judges or reviews the
    /// dossier blind, unless the Department's office shows him all of it.
    /// </summary>
    public static async Task<string> ShownNameAsync(this AppDb db, ScopedDb doors, Attachment file, CancellationToken cancellationToken)
    {
        var (received, judged, reviewed) = (doors.ReceivedInitiatives, doors.AssignedInitiatives, doors.ReviewedInitiatives);
        var cycle = await db.Cycles.AsNoTracking().FirstOrDefaultAsync(item => !received.Any(known => known.Id == file.InitiativeId)
            && (judged.Any(known => known.Id == file.InitiativeId && known.CycleId == item.Id) || reviewed.Any(known => known.Id == file.InitiativeId && known.CycleId == item.Id)), cancellationToken);
        if (cycle?.Settings.Blind != true) return file.FileName;
        return NeutralName(await doors.DossierAttachments.CountAsync(other => other.InitiativeId == file.InitiativeId && other.Id <= file.Id, cancellationToken), file.FileName);
    }

    private static string NeutralName(int number, string fileName) => $"Tài liệu {number}{Path.GetExtension(fileName).ToLowerInvariant()}";
}
