using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Scoring;

/// <summary>The sheet of one more judge, who is called after scoring has closed for all others.</summary>
public sealed partial class ScoreSheet
{
    /// <summary>UTC, exclusive: until when it may be handed in though scoring is closed; null: the cycle says it.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Its judge was called when scoring had closed; it locks itself when it is handed in.</summary>
    public bool IsCalled => DueAt is not null;

    /// <summary>An empty sheet for one more judge.</summary>
    public static ScoreSheet Call(int cycleId, int initiativeId, int personId, DateTime dueAt) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, DueAt = dueAt };

    /// <summary>Whether a draft may be written: while the cycle is judged, that of a called judge while the council deliberates.</summary>
    public bool IsOpenIn(Cycle cycle) => Status != SheetStatus.Locked && cycle.Phase == (IsCalled ? CyclePhase.Deliberating : CyclePhase.Judging);

    /// <summary>UTC, exclusive: until when it can be handed in.</summary>
    public DateTime? DueIn(Cycle cycle) => DueAt ?? cycle.ScoringDueAt;
}
