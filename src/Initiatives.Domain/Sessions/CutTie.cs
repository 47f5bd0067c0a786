using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Sessions;

/// <summary>Dossiers that only a secret ballot can part across the last place of merit.</summary>
/// <param name="Rank">The rank they share before the ballot.</param>
/// <param name="Seats">Places left for them: fewer than there are dossiers.</param>
public sealed record CutTie(int Rank, int Seats, IReadOnlyList<int> InitiativeIds)
{
    /// <summary>
    /// What a ballot must decide, or null where the ladder, or a ballot held, leaves nothing. Always the whole group that is
    /// level before the ballot: one held again is held among all of them, so that its votes can be compared.
    /// </summary>
    /// <param name="candidates">Recommended dossiers in the official ranking, best first.</param>
    /// <param name="maxMerit">Most dossiers that may get a certificate of merit.</param>
    public static CutTie? Find(IReadOnlyList<RankedPlace> candidates, int maxMerit)
    {
        var merit = MeritPlaces.Of(candidates, maxMerit);
        if (!merit.NeedsBallot) return null;
        var rank = candidates.First(place => merit.Tied.Contains(place.InitiativeId)).TiedRank;
        return new CutTie(rank, maxMerit - candidates.Count(place => place.TiedRank < rank), [.. candidates.Where(place => place.TiedRank == rank).Select(place => place.InitiativeId).Order()]);
    }
}
