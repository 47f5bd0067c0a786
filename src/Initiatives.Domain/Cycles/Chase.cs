namespace Initiatives.Domain.Cycles;

/// <summary>What a unit still has to do in a cycle.</summary>
[Flags]
public enum ChaseNeeds
{
    None = 0,

    /// <summary>Say that it has received the launch notice.</summary>
    Acknowledge = 1 << 0,

    /// <summary>Begin to write: it has neither a draft nor a dossier that was sent.</summary>
    Draft = 1 << 1,

    /// <summary>Its head has a dossier before him.</summary>
    Endorse = 1 << 2,

    /// <summary>Send: no dossier of its has reached the Department.</summary>
    Send = 1 << 3,
}

/// <summary>How far a unit is: counts, and nothing of what it writes.</summary>
/// <param name="Acknowledged">It has said that it received the notice.</param>
/// <param name="Drafts">Dossiers that its people are writing.</param>
/// <param name="Awaiting">Dossiers before its head.</param>
/// <param name="Sent">Dossiers that reached the Department and were not taken back.</param>
public sealed record UnitStanding(bool Acknowledged, int Drafts, int Awaiting, int Sent)
{
    public ChaseNeeds Needs =>
        (Acknowledged ? ChaseNeeds.None : ChaseNeeds.Acknowledge)
        | (Drafts + Awaiting + Sent == 0 ? ChaseNeeds.Draft : ChaseNeeds.None)
        | (Awaiting > 0 ? ChaseNeeds.Endorse : ChaseNeeds.None)
        | (Sent == 0 ? ChaseNeeds.Send : ChaseNeeds.None);

    /// <summary>What is missing, for the Department: one short piece for each need.</summary>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        if (Needs.HasFlag(ChaseNeeds.Acknowledge)) missing.Add("chưa xác nhận công văn");
        if (Needs.HasFlag(ChaseNeeds.Draft)) missing.Add("chưa có nháp");
        else if (Needs.HasFlag(ChaseNeeds.Send)) missing.Add("chưa nộp");
        if (Needs.HasFlag(ChaseNeeds.Endorse)) missing.Add($"{Awaiting} hồ sơ chờ thủ trưởng");
        return missing;
    }
}

/// <summary>A mail that the Department sent to a unit's officers and heads, so that none goes out twice within a day.</summary>
public sealed class ChaseLetter
{
    private ChaseLetter()
    {
    }

    public int Id { get; private set; }

    public int CycleId { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>What the letter asked for.</summary>
    public ChaseNeeds Needs { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private set; }

    public int SentById { get; private set; }

    /// <summary>To how many people it went.</summary>
    public int Mails { get; private set; }

    public static ChaseLetter Of(int cycleId, int unitId, ChaseNeeds needs, int mails, int sentById, DateTime now) =>
        new() { CycleId = cycleId, UnitId = unitId, Needs = needs, Mails = mails, SentById = sentById, SentAt = now };

    /// <summary>True while a letter that asks for the same would be the same letter again.</summary>
    public bool IsFresh(ChaseNeeds needs, DateTime now) => Needs == needs && now < SentAt.AddDays(1);
}
