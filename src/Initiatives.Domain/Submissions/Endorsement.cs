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

/// <summary>The act by which a unit's head sent a dossier; with its register number it is the receipt (giấy biên nhận).</summary>
public sealed class Endorsement
{
    private Endorsement()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }
    public int PersonId { get; private set; }
    public string PersonName { get; private set; } = "";

    /// <summary>Post of the signer on that day.</summary>
    public string Post { get; private set; } = "";

    public SigningCapacity Capacity { get; private set; }

    public EndorsementMeans Means { get; private set; }

    /// <summary>The unit's letter by which it was sent; null: no letter.</summary>
    public int? LetterId { get; private set; }

    /// <summary>When the request reached the server, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The <see cref="ContentDigest"/> of what was sent, as the receipt prints it.</summary>
    public string Digest { get; private set; } = "";

    internal static Endorsement By(Initiative initiative, string digest, Actor actor, DateTime at) => new()
    {
        InitiativeId = initiative.Id,
        CycleId = initiative.CycleId!.Value,
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        Post = actor.Post,
        Capacity = actor.Capacity,
        At = at,
        Digest = digest,
    };

    /// <summary>By a signed letter of the unit: who signed it need not have an account.</summary>
    internal static Endorsement ByLetter(Initiative initiative, string digest, UnitLetter letter, DateTime at)
    {
        var endorsement = By(initiative, digest, new Actor(0, letter.SignerName, initiative.UnitId, Role.None, letter.Capacity, letter.SignerPost), at);
        (endorsement.Means, endorsement.LetterId) = (EndorsementMeans.SignedLetter, letter.Id);
        return endorsement;
    }
}
