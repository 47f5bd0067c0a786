using System.Numerics;

namespace Initiatives.Domain.Sessions;

/// <summary>A dossier of an agenda and those who leave the room for it.</summary>
public sealed record AgendaRecusal(int InitiativeId, IReadOnlyCollection<int> Recused);

/// <summary>An order for an agenda.</summary>
/// <param name="InitiativeIds">First to last.</param>
/// <param name="Moves">How often somebody leaves or comes back in this order.</param>
/// <param name="GivenMoves">The same of the order given.</param>
public sealed record AgendaProposal(IReadOnlyList<int> InitiativeIds, int Moves, int GivenMoves);

/// <summary>
/// Orders an agenda so that members in conflict leave and come back least often. All are in the room at the start; coming
/// back after the last dossier does not count. Dossiers with the same people out stand together, in the order given. Up to
/// <see cref="ExactUpTo"/> different sets of people the order is the best there is: dynamic programming over subsets (Held,
/// Karp 1962), O(2ⁿ n²). Above, nearest neighbour improved by 2-opt and or-opt (Croes 1958; Or 1976), O(n²) a sweep, with at
/// most as many sweeps as there are moves to save. Deterministic; the order given stays unless another saves a move.
/// </summary>
public static class AgendaOrder
{
    /// <summary>Most different sets of people for which the best order is searched exactly.</summary>
    public const int ExactUpTo = 12;

    /// <summary>Longest run that or-opt moves.</summary>
    private const int LongestRun = 3;

    /// <summary>The order with fewest moves, or the given one if none is better.</summary>
    public static AgendaProposal Propose(IReadOnlyList<AgendaRecusal> given)
    {
        var people = given.SelectMany(item => item.Recused).Distinct().Index().ToDictionary(each => each.Item, each => each.Index);
        var sets = given.Select(item => Out(item, people)).ToList();
        var groups = sets.Index().GroupBy(each => string.Join(',', each.Item)).Select(of => of.Select(each => each.Index).ToList()).ToList();

        // Place 0 is the full room before the first dossier.
        ulong[][] places = [new ulong[people.Count / 64 + 1], .. groups.Select(group => sets[group[0]])];
        var distance = new int[places.Length, places.Length];
        for (var from = 0; from < places.Length; from++)
            for (var to = 0; to < places.Length; to++) distance[from, to] = places[from].Zip(places[to], (one, other) => BitOperations.PopCount(one ^ other)).Sum();

        var path = groups.Count <= ExactUpTo ? Best(distance) : Improved(Nearest(distance), distance);
        var moves = Length(path, distance);
        var groupOf = groups.Index().SelectMany(group => group.Item.Select(index => (index, Place: group.Index + 1))).OrderBy(each => each.index).Select(each => each.Place);
        var givenMoves = Length([0, .. groupOf], distance);
        var order = moves < givenMoves ? path.Skip(1).SelectMany(place => groups[place - 1]) : Enumerable.Range(0, given.Count);
        return new AgendaProposal([.. order.Select(index => given[index].InitiativeId)], Math.Min(moves, givenMoves), givenMoves);
    }

    private static ulong[] Out(AgendaRecusal item, Dictionary<int, int> people)
    {
        var bits = new ulong[people.Count / 64 + 1];
        foreach (var person in item.Recused) bits[people[person] / 64] |= 1UL << (people[person] % 64);
        return bits;
    }

    private static int Length(IReadOnlyList<int> path, int[,] distance) => path.Skip(1).Zip(path, (to, from) => distance[from, to]).Sum();

    /// <summary>Of the shortest paths from place 0 through all, the first in the order given.</summary>
    private static List<int> Best(int[,] distance)
    {
        var count = distance.GetLength(0) - 1;
        var rest = new int[1 << count, count + 1]; // [visited, last]: least that remains
        for (var visited = (1 << count) - 2; visited >= 0; visited--)
            for (var last = 0; last <= count; last++)
                rest[visited, last] = Onward(visited).Min(next => distance[last, next] + rest[visited | 1 << (next - 1), next]);

        List<int> path = [0];
        for (var visited = 0; visited < (1 << count) - 1; visited |= 1 << (path[^1] - 1))
            path.Add(Onward(visited).First(next => distance[path[^1], next] + rest[visited | 1 << (next - 1), next] == rest[visited, path[^1]]));
        return path;

        IEnumerable<int> Onward(int visited) => Enumerable.Range(1, count).Where(place => (visited & 1 << (place - 1)) == 0);
    }

    private static List<int> Nearest(int[,] distance)
    {
        List<int> path = [0];
        var left = Enumerable.Range(1, distance.GetLength(0) - 1).ToList();
        while (left.Count > 0)
        {
            path.Add(left.MinBy(place => distance[path[^1], place]));
            left.Remove(path[^1]);
        }

        return path;
    }

    /// <summary>Takes every reversal and every shift of a short run that saves a move, until none does.</summary>
    private static List<int> Improved(List<int> path, int[,] distance)
    {
        while (Reverse(path, distance) | Shift(path, distance))
        {
        }

        return path;
    }

    private static bool Reverse(List<int> path, int[,] distance)
    {
        var found = false;
        for (var first = 1; first < path.Count - 1; first++)
            for (var last = first + 1; last < path.Count; last++)
            {
                if (Step(path, distance, first - 1, last) + Step(path, distance, first, last + 1) >= Step(path, distance, first - 1, first) + Step(path, distance, last, last + 1)) continue;
                path.Reverse(first, last - first + 1);
                found = true;
            }

        return found;
    }

    private static bool Shift(List<int> path, int[,] distance)
    {
        var found = false;
        for (var length = 1; length <= LongestRun; length++)
            for (var first = 1; first + length <= path.Count; first++)
            {
                var last = first + length - 1;
                var freed = Step(path, distance, first - 1, first) + Step(path, distance, last, last + 1) - Step(path, distance, first - 1, last + 1);
                for (var after = 0; after < path.Count; after++)
                {
                    if (after >= first - 1 && after <= last) continue;
                    var cost = Step(path, distance, after, first) + Step(path, distance, last, after + 1) - Step(path, distance, after, after + 1);
                    if (cost >= freed) continue;
                    var run = path.GetRange(first, length);
                    path.RemoveRange(first, length);
                    path.InsertRange(after < first ? after + 1 : after + 1 - length, run);
                    found = true;
                    break;
                }
            }

        return found;
    }

    /// <summary>Moves between two positions of a path; none behind its end.</summary>
    private static int Step(List<int> path, int[,] distance, int from, int to) => from == path.Count || to == path.Count ? 0 : distance[path[from], path[to]];
}
