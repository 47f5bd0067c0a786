namespace Initiatives.Domain.Recognition;

/// <summary>What a decision does.</summary>
public enum DecisionKind
{
    Recognition = 0,
    Merit = 1,

    /// <summary>Recognises in addition what was scored anew after a remonstrance; the first decision and its ranking stand as they are.</summary>
    Supplement = 2,
}

/// <summary>Vietnamese names of decisions.</summary>
public static class DecisionKinds
{
    /// <summary>"công nhận sáng kiến": what follows "Quyết định".</summary>
    public static string Name(DecisionKind kind) => kind switch
    {
        DecisionKind.Recognition => "công nhận sáng kiến",
        DecisionKind.Merit => "tặng Bằng khen",
        _ => "công nhận bổ sung sáng kiến",
    };
}

/// <summary>The life of a decision (DESIGN § 6). A published one is never edited.</summary>
public enum DecisionStatus
{
    Drafting = 0,
    AwaitingSignature = 1,
    Signed = 2,
    Published = 3,
}

/// <summary>In which capacity the city's leader signs (NĐ 30/2020, Phụ lục I, mục II.7).</summary>
public enum LeaderCapacity
{
    Chairman = 0,
    DeputyForChairman = 1,
}

/// <summary>Vietnamese names of the leader's capacities.</summary>
public static class LeaderCapacities
{
    public static string Name(LeaderCapacity capacity) =>
        capacity == LeaderCapacity.Chairman ? "Chủ tịch" : "KT. Chủ tịch – Phó Chủ tịch";
}
