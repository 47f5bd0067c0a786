namespace Initiatives.Domain.Ranking;

/// <summary>Who gets a certificate of merit by rank, and whom only a secret ballot can part. Never more than the cycle allows (công văn 2345, mục 5a).</summary>
/// <param name="Inside">Dossiers whose place is certain, by rank.</param>
/// <param name="Tied">Dossiers level with each other across the cut, by number; empty where nothing is tied there.</param>
/// <param name="Open">Places that the ballot gives among <paramref name="Tied"/>: fewer than there are dossiers.</param>
public sealed record MeritPlaces(IReadOnlyList<int> Inside, IReadOnlyList<int> Tied, int Open)
{
    /// <summary>True while a secret ballot is to be held.</summary>
    public bool NeedsBallot => Tied.Count > 0;

    /// <summary>
    /// Fills <paramref name="most"/> places from the top. A group that only a ballot can part goes in whole or not at all,
    /// unless all its dossiers stood in the ballot: a figure that one of them lacks parts nobody. O(n log n).
    /// </summary>
    /// <param name="candidates">Ranked dossiers that may be proposed; those without a valid sheet never are.</param>
    /// <param name="most">Places there are, 0 or more.</param>
    public static MeritPlaces Of(IEnumerable<RankedPlace> candidates, int most)
    {
        var inside = new List<int>();
        foreach (var group in candidates.Where(place => place.ValidSheets > 0).GroupBy(place => place.TiedRank).OrderBy(group => group.Key))
        {
            var balloted = group.All(place => place.BallotVotes is not null);
            foreach (var level in group.GroupBy(place => balloted ? place.Rank : place.TiedRank).OrderBy(level => level.Key))
            {
                var open = most - inside.Count;
                if (open <= 0) return new MeritPlaces(inside, [], 0);
                var ids = level.OrderBy(place => place.Rank).ThenBy(place => place.InitiativeId).Select(place => place.InitiativeId);
                if (level.Count() > open) return new MeritPlaces(inside, [.. ids.Order()], open);
                inside.AddRange(ids);
            }
        }

        return new MeritPlaces(inside, [], 0);
    }

    /// <summary>What is certain and what is open, in one sentence.</summary>
    public string Sentence => NeedsBallot
        ? $"{Inside.Count} suất Bằng khen đã rõ; {Tied.Count} hồ sơ bằng nhau ở mọi bước xét, chỉ bỏ phiếu kín mới chọn được {Open}."
        : $"{Inside.Count} suất Bằng khen đã rõ.";
}
