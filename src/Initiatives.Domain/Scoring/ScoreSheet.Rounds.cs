using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Scoring;

/// <content>Sheets of a later round, which a remonstrance opens after publication.</content>
public sealed partial class ScoreSheet
{
    /// <summary>1: the council's own scoring. From 2 on: anew, by others; it never enters the official ranking.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>UTC, exclusive: when a later round ends; null in the first, where the cycle says it.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>An empty sheet of a later round.</summary>
    public static ScoreSheet Again(int cycleId, int initiativeId, int personId, int round, DateTime dueAt) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, Round = round, DueAt = dueAt };

    /// <summary>Whether anything may be written on it: in the first round while the cycle is judged, later until the round is closed.</summary>
    public bool IsOpenIn(Cycle cycle) => Status != SheetStatus.Locked && (Round > 1 || cycle.Phase == CyclePhase.Judging);

    /// <summary>UTC, exclusive: until when it can be handed in.</summary>
    public DateTime? DueIn(Cycle cycle) => Round > 1 ? DueAt : cycle.ScoringDueAt;
}
