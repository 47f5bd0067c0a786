namespace Initiatives.Domain.Assigning;

/// <summary>A dossier to be given to judges.</summary>
/// <param name="Code">What sentences call it.</param>
/// <param name="FieldCode">Its field of reform; empty asks for no expertise.</param>
public sealed record PlanDossier(int InitiativeId, string Code, string FieldCode);

/// <summary>A member who may be given dossiers.</summary>
/// <param name="Fields">Codes of the fields that he masters; who has declared none masters none.</param>
/// <param name="Cap">Most dossiers that he judges, at least 0; null: no limit. Reviews are among them, not on top.</param>
public sealed record PlanJudge(int PersonId, string Name, IReadOnlySet<string> Fields, int? Cap);

/// <summary>A pair that must not be.</summary>
/// <param name="Reason">What the member is, as in "là tác giả" or "cùng đơn vị".</param>
public sealed record PlanConflict(int InitiativeId, int PersonId, string Reason);

/// <summary>A dossier given to a judge.</summary>
/// <param name="IsReviewer">He writes a review (phản biện) of it besides.</param>
public sealed record PlanPair(int InitiativeId, int PersonId, bool IsReviewer);

/// <summary>What the council has settled.</summary>
/// <param name="JudgesPerDossier">k, at least 1; null: the whole council less conflicts.</param>
/// <param name="ReviewersPerDossier">r, at least 0 and not over k.</param>
/// <param name="Seed">Parts what is equally good; the same seed gives the same plan.</param>
/// <param name="ExpertiseWorth">
/// How many dossiers more than another a judge may carry for knowing the field, 0 to 1.000. It is the cost of a pair
/// outside the judge's fields; the n-th dossier of a judge costs n − 1.
/// </param>
public sealed record PlanSettings(int? JudgesPerDossier, int ReviewersPerDossier = 2, int Seed = 0, int ExpertiseWorth = 2);

/// <summary>All that a plan is made from; the order of no list matters.</summary>
/// <param name="Reviewers">Who may review; empty: every judge.</param>
/// <param name="Pins">Pairs made by hand, which stay.</param>
/// <param name="Present">The plan in force, to compare with.</param>
public sealed record AssignmentInput(
    IReadOnlyList<PlanDossier> Dossiers,
    IReadOnlyList<PlanJudge> Judges,
    IReadOnlyList<PlanConflict> Conflicts,
    IReadOnlyList<int> Reviewers,
    IReadOnlyList<PlanPair> Pins,
    IReadOnlyList<PlanPair> Present,
    PlanSettings Settings);
