using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Sessions;

/// <summary>Dossiers of one rank of which only some fit into the last places of merit.</summary>
/// <param name="Rank">The rank they share.</param>
/// <param name="Seats">Places left for them.</param>
public sealed record CutTie(int Rank, int Seats, IReadOnlyList<int> InitiativeIds)
{
    /// <summary>The tie across the cut, or null where the ladder leaves none.</summary>
    /// <param name="places">Recommended dossiers in the official ranking, best first.</param>
    /// <param name="maxMerit">Most dossiers that may get a certificate of merit.</param>
    public static CutTie? Find(IReadOnlyList<RankedPlace> places, int maxMerit)
    {
        if (maxMerit < 1 || places.Count <= maxMerit || places[maxMerit - 1].Rank != places[maxMerit].Rank) return null;
        var rank = places[maxMerit].Rank;
        return new CutTie(rank, maxMerit - places.Count(place => place.Rank < rank), [.. places.Where(place => place.Rank == rank).Select(place => place.InitiativeId)]);
    }
}
