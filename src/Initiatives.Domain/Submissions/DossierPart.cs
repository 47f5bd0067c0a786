using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>Parts of a dossier that can be shown to somebody who is asked about it. Title, field and summary always go along.</summary>
[Flags]
public enum DossierPart
{
    None = 0,
    Authors = 1 << 0,
    PriorSituation = 1 << 1,
    Solution = 1 << 2,
    Novelty = 1 << 3,
    Effects = 1 << 4,
    Replication = 1 << 5,
    Files = 1 << 6,
    Confidential = 1 << 7,
}

/// <summary>Names of the parts, and the dossier cut down to them.</summary>
public static class DossierParts
{
    /// <summary>What is ticked when nobody has chosen: all but people and secrets.</summary>
    public const DossierPart Usual = DossierPart.PriorSituation | DossierPart.Solution | DossierPart.Novelty | DossierPart.Effects | DossierPart.Replication | DossierPart.Files;

    public static IReadOnlyList<(DossierPart Part, string Name)> Each { get; } =
    [
        (DossierPart.PriorSituation, "Tình trạng trước đây"),
        (DossierPart.Solution, "Nội dung giải pháp"),
        (DossierPart.Novelty, "Điểm mới"),
        (DossierPart.Effects, "Hiệu quả"),
        (DossierPart.Replication, "Phạm vi, nhân rộng"),
        (DossierPart.Files, "Tài liệu kèm theo"),
        (DossierPart.Authors, "Tác giả và người tham gia"),
        (DossierPart.Confidential, "Thông tin cần bảo mật"),
    ];

    public static string Names(DossierPart parts) => string.Join(", ", Each.Where(item => parts.HasFlag(item.Part)).Select(item => item.Name.ToLowerInvariant()));

    /// <summary>The content with everything left out that is not among <paramref name="parts"/>; birth dates always are.</summary>
    public static DraftContent Cut(DraftContent content, DossierPart parts) => content with
    {
        Authors = parts.HasFlag(DossierPart.Authors) ? [.. content.Authors.Select(author => author with { BirthDate = null, PersonId = null })] : [],
        Participants = parts.HasFlag(DossierPart.Authors) ? content.Participants : [],
        PriorSituation = parts.HasFlag(DossierPart.PriorSituation) ? content.PriorSituation : "",
        Solution = parts.HasFlag(DossierPart.Solution) ? content.Solution : SafeHtml.Empty,
        Novelty = parts.HasFlag(DossierPart.Novelty) ? content.Novelty : "",
        Effects = parts.HasFlag(DossierPart.Effects) ? content.Effects : [],
        Scope = parts.HasFlag(DossierPart.Replication) ? content.Scope : "",
        ReplicationConditions = parts.HasFlag(DossierPart.Replication) ? content.ReplicationConditions : "",
        Confidential = parts.HasFlag(DossierPart.Confidential) ? content.Confidential : "",
    };
}
