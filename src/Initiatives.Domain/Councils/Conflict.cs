using Initiatives.Domain.People;

namespace Initiatives.Domain.Councils;

/// <summary>Why a member may not judge a dossier.</summary>
public enum ConflictKind
{
    /// <summary>He is an author.</summary>
    Author,

    /// <summary>An author of it is his co-author in another dossier of the cycle.</summary>
    CoAuthor,

    /// <summary>It comes from his unit.</summary>
    Unit,

    /// <summary>He appraised it for the Department.</summary>
    Appraiser,
}

/// <summary>What the conflict rules need to know of a dossier.</summary>
public sealed record DossierFacts(int InitiativeId, int UnitId, IReadOnlyList<PersonFacts> Authors, int? AppraiserId);

/// <summary>A person as written in a dossier: the account where there is one, else the name.</summary>
public sealed record PersonFacts(int? PersonId, string Name);

/// <summary>What the rules need to know of a member.</summary>
public sealed record JudgeFacts(int PersonId, int UnitId, string Name);

/// <summary>Finds conflicts of interest from what the dossiers themselves say (DOMAIN § 3.3, recusal).</summary>
public static class Conflicts
{
    /// <summary>
    /// The first conflict of a judge with a dossier, or null. Who is the same person: <see cref="Identity.IsSame"/>.
    /// </summary>
    /// <param name="all">All dossiers of the cycle: co-authors are found through them.</param>
    public static ConflictKind? Find(JudgeFacts judge, DossierFacts dossier, IReadOnlyList<DossierFacts> all)
    {
        if (Wrote(judge, dossier)) return ConflictKind.Author;
        if (dossier.UnitId == judge.UnitId) return ConflictKind.Unit;
        if (dossier.AppraiserId == judge.PersonId) return ConflictKind.Appraiser;
        return all.Where(other => Wrote(judge, other)).Any(other => ShareAnAuthor(dossier, other)) ? ConflictKind.CoAuthor : null;
    }

    private static bool Wrote(JudgeFacts judge, DossierFacts dossier) =>
        Writers(dossier).Any(author => author.IsSame(new Identity(judge.PersonId, judge.Name, judge.UnitId)));

    private static bool ShareAnAuthor(DossierFacts one, DossierFacts other) =>
        Writers(one).Any(author => Writers(other).Any(author.IsSame));

    private static IEnumerable<Identity> Writers(DossierFacts dossier) => dossier.Authors.Select(author => new Identity(author.PersonId, author.Name, dossier.UnitId));

    /// <summary>The conflict in words.</summary>
    public static string Name(ConflictKind kind) => kind switch
    {
        ConflictKind.Author => "là tác giả",
        ConflictKind.CoAuthor => "đồng tác giả với tác giả của hồ sơ",
        ConflictKind.Unit => "cùng đơn vị",
        _ => "đã thẩm định hồ sơ",
    };
}

/// <summary>A dossier given to a member to score.</summary>
public sealed class ScoringAssignment
{
    private ScoringAssignment()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public DateTime AssignedAt { get; private set; }

    /// <summary>1: the council's own scoring. From 2 on: anew after a remonstrance; never in the official ranking.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Given to another member in a later round; who may be, <c>Rescoring</c> has said.</summary>
    public static ScoringAssignment Again(int cycleId, int initiativeId, int personId, int round, DateTime now) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, Round = round, AssignedAt = now };

    /// <summary>Assigns; refused when the rules find a conflict.</summary>
    public static Result<ScoringAssignment> Give(int cycleId, DossierFacts dossier, JudgeFacts judge, IReadOnlyList<DossierFacts> all, DateTime now) =>
        Conflicts.Find(judge, dossier, all) is { } kind
            ? Result.Fail("", $"{judge.Name} {Conflicts.Name(kind)}, không được chấm hồ sơ này.")
            : new ScoringAssignment { CycleId = cycleId, InitiativeId = dossier.InitiativeId, PersonId = judge.PersonId, AssignedAt = now };
}
