using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Councils;

/// <summary>What the conflict rules need to know of a dossier.</summary>
public sealed record DossierFacts(int InitiativeId, int UnitId, IReadOnlyList<PersonFacts> Authors, int? AppraiserId)
{
    /// <summary>Who took part in its trial without being an author.</summary>
    public IReadOnlyList<TrialFacts> Trial { get; init; } = [];
}

/// <summary>A person as written in a dossier: the account where there is one, else the name.</summary>
public sealed record PersonFacts(int? PersonId, string Name)
{
    /// <summary>Where his account works; null: no account is named.</summary>
    public int? UnitId { get; init; }

    /// <summary>Every e-mail address known of him: of his line and of his account.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];
}

/// <summary>Somebody who took part in the trial, as the dossier writes him.</summary>
public sealed record TrialFacts(string Name, string Workplace);

/// <summary>What the rules need to know of somebody who judges, keeps the minutes or reads the ranking.</summary>
public sealed record JudgeFacts(int PersonId, int UnitId, string Name)
{
    public string UnitName { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Head or deputy of his unit.</summary>
    public bool IsHead { get; init; }
}

/// <summary>Finds conflicts of interest from what the dossiers themselves say (DOMAIN § 3.3, recusal).</summary>
public static class Conflicts
{
    /// <summary>
    /// The first conflict of a judge with a dossier, or null. Who is the same person: <see cref="Identity.IsSame"/>, or, under
    /// another account, whoever has the same address, or the same name and the same address before the @.
    /// </summary>
    /// <param name="all">All dossiers of the cycle: co-authors are found through them.</param>
    public static ConflictKind? Find(JudgeFacts judge, DossierFacts dossier, IReadOnlyList<DossierFacts> all) => Find(judge, dossier, Written(judge, all));

    /// <summary>The conflicts of one person with all dossiers of a cycle, by dossier. O(dossiers × authors × dossiers he wrote).</summary>
    public static IReadOnlyDictionary<int, ConflictKind> FindAll(JudgeFacts judge, IReadOnlyList<DossierFacts> all)
    {
        var written = Written(judge, all);
        return all.Select(dossier => (dossier.InitiativeId, Kind: Find(judge, dossier, written))).Where(item => item.Kind is not null)
            .ToDictionary(item => item.InitiativeId, item => item.Kind!.Value);
    }

    private static ConflictKind? Find(JudgeFacts judge, DossierFacts dossier, List<DossierFacts> written)
    {
        if (Wrote(judge, dossier)) return ConflictKind.Author;
        if (dossier.UnitId == judge.UnitId || dossier.Authors.Any(author => author.UnitId == judge.UnitId)) return judge.IsHead ? ConflictKind.Head : ConflictKind.Unit;
        if (dossier.AppraiserId == judge.PersonId) return ConflictKind.Appraiser;
        if (dossier.Trial.Any(person => TookPart(judge, person, dossier))) return ConflictKind.Trial;
        return written.Exists(other => ShareAnAuthor(dossier, other)) ? ConflictKind.CoAuthor : null;
    }

    private static List<DossierFacts> Written(JudgeFacts judge, IReadOnlyList<DossierFacts> all) => [.. all.Where(dossier => Wrote(judge, dossier))];

    /// <summary>
    /// Authors who bear the judge's name without being known as the same person: somebody should look whether they are two
    /// accounts of one. Nothing is barred by it.
    /// </summary>
    public static bool IsNamesake(JudgeFacts judge, DossierFacts dossier) =>
        !Wrote(judge, dossier) && dossier.Authors.Any(author => VietnameseName.AreSame(author.Name, judge.Name));

    /// <summary>
    /// What the rules find now against what stands: conflicts to be recorded, and recorded ones that the rules found and find no
    /// more. O(people × dossiers × authors).
    /// </summary>
    /// <param name="people">Everybody who judges, keeps the minutes or reads the ranking.</param>
    /// <param name="standing">Rows that stand, of any source.</param>
    public static (IReadOnlyList<(int InitiativeId, int PersonId, ConflictKind Kind)> Added, IReadOnlyList<Conflict> Outdated) Compare(
        IEnumerable<JudgeFacts> people, IReadOnlyList<DossierFacts> all, IReadOnlyList<Conflict> standing)
    {
        var found = people.SelectMany(person => FindAll(person, all).Select(item => (InitiativeId: item.Key, person.PersonId, Kind: item.Value))).ToHashSet();
        var known = standing.Where(row => row.Source == ConflictSource.Found).ToList();
        var recorded = known.Select(row => (row.InitiativeId, row.PersonId, row.Kind)).ToHashSet();
        return ([.. found.Where(item => !recorded.Contains(item)).Order()], known.FindAll(row => !found.Contains((row.InitiativeId, row.PersonId, row.Kind))));
    }

    private static bool Wrote(JudgeFacts judge, DossierFacts dossier) =>
        dossier.Authors.Any(author => IdentityOf(author, dossier).IsSame(new Identity(judge.PersonId, judge.Name, judge.UnitId)) || IsOtherAccount(judge, author));

    private static bool IsOtherAccount(JudgeFacts judge, PersonFacts author) => author.Emails.Any(email => Identity.AreAccountsOfOne(author.Name, email, judge.Name, judge.Email));

    private static bool TookPart(JudgeFacts judge, TrialFacts person, DossierFacts dossier) =>
        VietnameseName.AreSame(person.Name, judge.Name)
        && (person.Workplace.Length == 0 ? dossier.UnitId == judge.UnitId : VietnameseText.Fold(person.Workplace).Contains(VietnameseText.Fold(judge.UnitName), StringComparison.Ordinal) && judge.UnitName.Length > 0);

    private static bool ShareAnAuthor(DossierFacts one, DossierFacts other) =>
        one.Authors.Any(author => other.Authors.Any(each => IdentityOf(author, one).IsSame(IdentityOf(each, other))));

    private static Identity IdentityOf(PersonFacts author, DossierFacts dossier) => new(author.PersonId, author.Name, dossier.UnitId);
}
