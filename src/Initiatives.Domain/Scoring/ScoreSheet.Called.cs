using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Scoring;

/// <summary>
/// Sheets that are written when the cycle's own scoring is over: of one more judge, who is called while the council
/// deliberates, and of a later round, which a remonstrance opens after publication.
/// </summary>
public sealed partial class ScoreSheet
{
    /// <summary>1: the council's own scoring. From 2 on: anew, by others; it never enters the official ranking.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>UTC, exclusive: until when such a sheet may be handed in; null: the cycle says it.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Its judge was called when scoring had closed; it locks itself when it is handed in.</summary>
    public bool IsCalled => Round == 1 && DueAt is not null;

    /// <summary>An empty sheet for one more judge.</summary>
    public static ScoreSheet Call(int cycleId, int initiativeId, int personId, DateTime dueAt) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, DueAt = dueAt };

    /// <summary>
    /// Calls the judge of this sheet once more: he was taken off for a conflict that was lifted after scoring had closed. What
    /// he gave then is where he begins; it counts only once he hands it in again, and its versions stay.
    /// </summary>
    public void CallAgain(DateTime dueAt)
    {
        (DueAt, Status, SubmittedAt) = (dueAt, SavedAt is null ? SheetStatus.NotStarted : SheetStatus.Draft, null);
        (EnteredById, VerifiedById, VerifiedAt, PaperSha256) = (null, null, null, "");
        (IsPutAside, IsReopened) = (false, false);
        Version++;
    }

    /// <summary>An empty sheet of a later round.</summary>
    public static ScoreSheet Again(int cycleId, int initiativeId, int personId, int round, DateTime dueAt) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, Round = round, DueAt = dueAt };

    /// <summary>
    /// Whether a draft may be written: while the cycle is judged, that of a called judge while the council deliberates, that
    /// of a later round until the round is closed.
    /// </summary>
    public bool IsOpenIn(Cycle cycle) => Status != SheetStatus.Locked && (Round > 1 || cycle.Phase == (IsCalled ? CyclePhase.Deliberating : CyclePhase.Judging));

    /// <summary>Refused on a called judge's sheet once the council has concluded: what it concluded on must not change under it.</summary>
    /// <param name="dossier">Where its dossier stands.</param>
    public Result CanStillCount(InitiativeStatus dossier) => IsCalled && dossier != InitiativeStatus.Judged ? Result.Fail("", Concluded) : Result.Success;

    /// <summary>UTC, exclusive: until when it can be handed in.</summary>
    public DateTime? DueIn(Cycle cycle) => DueAt ?? cycle.ScoringDueAt;
}
