using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Submissions;

/// <summary>How the head's endorsement came.</summary>
public enum EndorsementMeans
{
    /// <summary>Given here by the head himself.</summary>
    InSystem = 0,

    /// <summary>A signed letter that the unit's officer uploaded.</summary>
    SignedLetter = 1,

    /// <summary>On paper or through the document system, entered by the Department.</summary>
    OnPaper = 2,
}

/// <summary>Vietnamese names of the means.</summary>
public static class EndorsementMeansNames
{
    public static string Name(EndorsementMeans means) => means switch
    {
        EndorsementMeans.InSystem => "Thủ trưởng xác nhận trên hệ thống",
        EndorsementMeans.SignedLetter => "Tờ trình đã ký, tải lên hệ thống",
        _ => "Nhận ngoài hệ thống, Sở nhập thay",
    };
}

/// <summary>What an endorsement rests on beside the dossier and its cycle.</summary>
/// <param name="Version">Version of the dossier that the head has read; null: not compared.</param>
/// <param name="Files">The files that go with it.</param>
/// <param name="AnotherHeadMay">The unit has another head or deputy with an account who is not an author of it.</param>
public sealed record EndorsementGrounds(int? Version, IReadOnlyList<DossierFile> Files, bool AnotherHeadMay);

/// <summary>A file as it was sent.</summary>
public sealed record SentFile(AttachmentKind Kind, string FileName, long Size, string Sha256);

/// <summary>What a receipt says of a dossier, as it was when it was sent: a supplement later changes the dossier, not the receipt.</summary>
/// <param name="Authors">"Trần Thị K (60%)", the principal author first.</param>
public sealed record SentManifest(string Title, string? FieldCode, IReadOnlyList<string> Authors, IReadOnlyList<SentFile> Files)
{
    public static SentManifest Of(DraftContent content, IEnumerable<DossierFile> files) => new(
        content.Title,
        content.FieldCode,
        [.. content.Authors.Select(author => $"{author.Name} ({Text.VietnameseNumber.Format(author.Share ?? 0)}%)")],
        [.. files.Select(file => new SentFile(file.Kind, file.FileName, file.Size, file.Sha256))]);
}

/// <summary>The act by which a unit's head sent a dossier; with its register number it is the receipt (giấy biên nhận).</summary>
public sealed class Endorsement
{
    private Endorsement()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>0: somebody who signed on paper.</summary>
    public int PersonId { get; private set; }
    public string PersonName { get; private set; } = "";

    /// <summary>Post of the signer on that day.</summary>
    public string Post { get; private set; } = "";

    public SigningCapacity Capacity { get; private set; }

    public EndorsementMeans Means { get; private set; }

    /// <summary>The unit's letter by which it was sent; null: no letter.</summary>
    public int? LetterId { get; private set; }

    /// <summary>When the request reached the server, UTC; of what came from outside when it reached the office.</summary>
    public DateTime At { get; private set; }

    /// <summary>The <see cref="ContentDigest"/> of what was sent, as the receipt prints it.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>The <see cref="ReceiptCode"/>: whoever holds it is told that the receipt is genuine.</summary>
    public string? Code { get; private set; }

    /// <summary>When the content was read for the digest, UTC: at the sending; of what came from outside at its entry or last correction.</summary>
    public DateTime ReadAt { get; private set; }

    /// <summary>The extension without which it would have come too late; null: it was in time.</summary>
    public int? ExtensionId { get; private set; }

    public SentManifest? Sent { get; private set; }

    internal static Endorsement By(Initiative initiative, IntakeWindow window, IReadOnlyList<DossierFile> files, Actor actor, DateTime at) =>
        Of(initiative, window, files, actor, EndorsementMeans.InSystem, at, at);

    /// <summary>What came from outside: signed on paper by somebody who need not have an account.</summary>
    internal static Endorsement OnPaper(Initiative initiative, IntakeWindow window, IReadOnlyList<DossierFile> files, OutsideSigner signer, DateTime at, DateTime now) =>
        Of(initiative, window, files, new Actor(0, signer.Name, initiative.UnitId, Role.None, signer.Capacity, signer.Post), EndorsementMeans.OnPaper, at, now);

    /// <summary>By a signed letter of the unit: who signed it need not have an account.</summary>
    internal static Endorsement ByLetter(Initiative initiative, IntakeWindow window, IReadOnlyList<DossierFile> files, UnitLetter letter, DateTime at)
    {
        var endorsement = Of(initiative, window, files, new Actor(0, letter.SignerName, initiative.UnitId, Role.None, letter.Capacity, letter.SignerPost), EndorsementMeans.SignedLetter, at, at);
        endorsement.LetterId = letter.Id;
        return endorsement;
    }

    /// <summary>The entered content was corrected: what the receipt says of it follows, the instant and the code stay.</summary>
    internal void Reread(Initiative initiative, IReadOnlyList<DossierFile> files, DateTime now)
    {
        ReadAt = now;
        Digest = ContentDigest.Of(initiative.Content(), files);
        Sent = SentManifest.Of(initiative.Content(), files);
    }

    private static Endorsement Of(Initiative initiative, IntakeWindow window, IReadOnlyList<DossierFile> files, Actor signer, EndorsementMeans means, DateTime at, DateTime readAt)
    {
        var content = initiative.Content();
        return new Endorsement
        {
            InitiativeId = initiative.Id,
            CycleId = window.Cycle.Id,
            PersonId = signer.PersonId,
            PersonName = signer.Name,
            Post = signer.Post,
            Capacity = signer.Capacity,
            Means = means,
            At = at,
            ReadAt = readAt,
            Digest = ContentDigest.Of(content, files),
            Code = ReceiptCode.Draw(),
            ExtensionId = window.IsByExtension(at) ? window.Extension!.Id : null,
            Sent = SentManifest.Of(content, files),
        };
    }
}
