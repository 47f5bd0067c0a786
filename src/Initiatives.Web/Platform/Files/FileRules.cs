using Initiatives.Domain.Cycles;

namespace Initiatives.Web.Platform.Files;

/// <summary>What may come in at one place.</summary>
/// <param name="Formats">By content.</param>
/// <param name="MaxBytes">Of one file.</param>
public sealed record FileRules(FileFormats Formats, long MaxBytes = FileRules.MaxFile)
{
    /// <summary>Bytes of one file where no cycle says otherwise.</summary>
    public const long MaxFile = 50L << 20;

    /// <summary>A paper that was scanned or photographed: PDF, JPG, PNG.</summary>
    public static FileRules Scan { get; } = new(FileFormats.Scan);

    /// <summary>Everything that a dossier may hold.</summary>
    public static FileRules Any { get; } = new(FileFormats.All);

    /// <summary>What the settings of a cycle allow.</summary>
    public static FileRules Of(CycleSettings settings) => new(settings.Formats, (long)settings.MaxFileMegabytes << 20);

    /// <summary>"50 MB".</summary>
    public string MaxText => $"{MaxBytes >> 20} MB";

    /// <summary>"PDF, DOCX, JPG".</summary>
    public string FormatsText => string.Join(", ", FileTypes.Of(Formats).Select(type => type.Short));

    /// <summary>For the accept attribute of an input: ".pdf,.docx".</summary>
    public string Accept => string.Join(',', FileTypes.Of(Formats).SelectMany(type => type.Extensions));
}
