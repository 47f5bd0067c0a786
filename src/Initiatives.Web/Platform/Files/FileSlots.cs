using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;

namespace Initiatives.Web.Platform.Files;

/// <summary>The files of a dossier by what they prove, and what may be added: what the partial view _FileSlots shows.</summary>
/// <param name="DossierId">0: a dossier that was never saved, to which nothing can be added yet.</param>
/// <param name="MayChange">Files come and go only while it is a draft.</param>
public sealed record FileSlots(int DossierId, IReadOnlyList<DossierFile> Files, CycleSettings Settings, bool MayChange)
{
    /// <summary>One slot.</summary>
    public sealed record Slot(AttachmentKind Kind, FileRules Rules, IReadOnlyList<DossierFile> Files)
    {
        /// <summary>False where the cycle allows none of the formats that would make sense.</summary>
        public bool TakesAny => Rules.Formats != FileFormats.None;
    }

    /// <summary>Bytes of one file.</summary>
    public long MaxBytes => FileRules.Of(Settings).MaxBytes;

    public string MaxText => FileRules.Of(Settings).MaxText;
    public string DossierMaxText => $"{Settings.MaxDossierMegabytes} MB";
    public string FormatsText => FileRules.Of(Settings).FormatsText;
    public string Accept => FileRules.Of(Settings).Accept;

    /// <summary>What is in the dossier together: "3 tệp, 12,4 MB".</summary>
    public string UsedText => Files.Count == 0 ? "chưa có tệp" : $"{Files.Count} tệp, {new DossierFile(0, default, "", "", Files.Sum(file => file.Size), "").SizeText}";

    public IEnumerable<Slot> Slots => AttachmentKinds.All.Select(kind => new Slot(kind, RulesOf(Settings, kind), [.. Files.Where(file => file.Kind == kind)]));

    public static FileRules RulesOf(CycleSettings settings, AttachmentKind kind) => FileRules.Of(settings) with { Formats = AttachmentKinds.Formats(kind, settings.Formats) };
}
