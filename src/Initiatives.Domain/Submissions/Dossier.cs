using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>A file as a dossier lists it.</summary>
public sealed record DossierFile(int Id, AttachmentKind Kind, string FileName, string ContentType, long Size, string Sha256)
{
    /// <summary>UTC.</summary>
    public DateTime? AddedAt { get; init; }

    /// <summary>Who added it; empty where that is not shown.</summary>
    public string AddedBy { get; init; } = "";

    /// <summary>The first eight digits of the digest: enough to compare at a glance.</summary>
    public string ShortDigest => Sha256.Length > 8 ? Sha256[..8] : Sha256;

    /// <summary>"812 kB", "1,2 MB".</summary>
    public string SizeText => Size < 1_000_000
        ? $"{Math.Max(1, (Size + 500) / 1000)} kB"
        : $"{VietnameseNumber.Format(Size / 1_000_000m, maxDecimals: 1)} MB";
}

/// <summary>
/// Everything of a dossier that a reader may be shown; what he is shown of it (birth dates, confidential parts, authors)
/// is said by whoever shows it.
/// </summary>
public sealed record Dossier
{
    public required int Id { get; init; }
    public required int UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>The field's official letter and name; empty while none is chosen.</summary>
    public required string FieldLetter { get; init; }
    public required string FieldName { get; init; }

    /// <summary>Names of the indices it improves.</summary>
    public required IReadOnlyList<string> IndexNames { get; init; }
    public required DraftContent Content { get; init; }
    public required IReadOnlyList<DossierFile> Files { get; init; }
}
