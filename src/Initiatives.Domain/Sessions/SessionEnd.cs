namespace Initiatives.Domain.Sessions;

/// <summary>What of one dossier keeps a session from ending.</summary>
public enum Unfinished
{
    /// <summary>A count was entered and is not announced.</summary>
    NotAnnounced,

    /// <summary>It came before the council and was neither concluded on nor put off.</summary>
    NotConcluded,

    /// <summary>The attendance was corrected for the moment of its vote, the vote was not.</summary>
    Stale,
}

/// <summary>Whether a session may end: nothing that was begun in it is lost.</summary>
public static class SessionEnd
{
    /// <summary>Dossiers that are left unfinished, in the order of the agenda. O(n log n).</summary>
    /// <param name="items">The whole agenda.</param>
    /// <param name="votes">All votes of the session, announced or not.</param>
    /// <param name="concluded">Dossiers of the cycle that have a conclusion.</param>
    public static IReadOnlyList<(int InitiativeId, Unfinished What)> Of(CouncilSession session, IEnumerable<AgendaItem> items, IEnumerable<Vote> votes, IReadOnlySet<int> concluded)
    {
        var last = votes.GroupBy(vote => vote.InitiativeId).ToDictionary(group => group.Key, group => group.MaxBy(vote => vote.Id)!);
        return [.. from item in items.OrderBy(item => item.Order).ThenBy(item => item.Id)
                   let what = Of(session, item, last.GetValueOrDefault(item.InitiativeId), concluded)
                   where what is not null
                   select (item.InitiativeId, what.Value)];
    }

    private static Unfinished? Of(CouncilSession session, AgendaItem item, Vote? last, IReadOnlySet<int> concluded) => last switch
    {
        { AnnouncedAt: null } => Unfinished.NotAnnounced,
        not null when IsStale(session, last) => Unfinished.Stale,
        null when item is { TakenUpAt: not null, PostponedAt: null } && !concluded.Contains(item.InitiativeId) => Unfinished.NotConcluded,
        _ => null,
    };

    /// <summary>True when those present at the vote are others by the attendance as it is recorded now.</summary>
    public static bool IsStale(CouncilSession session, Vote vote) => vote.Present != session.PresentAt(vote.EnteredAt);
}
