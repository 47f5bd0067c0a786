using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Sessions;

public sealed class AgendaOrderTests
{
    private static AgendaProposal Propose(params int[][] recused) => AgendaOrder.Propose([.. recused.Select((people, index) => new AgendaRecusal(index + 1, people))]);

    [Fact]
    public void Dossiers_for_which_the_same_members_leave_stand_together()
    {
        var proposal = Propose([5], [], [5], [], [5]);
        Assert.Equal([2, 4, 1, 3, 5], proposal.InitiativeIds);
        Assert.Equal((1, 5), (proposal.Moves, proposal.GivenMoves));
    }

    [Fact]
    public void Leaving_counts_from_the_start_and_coming_back_at_the_end_does_not()
    {
        Assert.Equal(2, Propose([1, 2]).Moves);
        Assert.Equal([1, 2], Propose([], [1, 2]).InitiativeIds);
        Assert.Equal([3, 2, 1], Propose([1, 2], [1], []).InitiativeIds);
    }

    [Fact]
    public void The_order_given_stays_where_none_saves_a_move()
    {
        Assert.Equal([1, 2, 3], Propose([1], [2], [3]).InitiativeIds);
        Assert.Equal([1, 2, 3, 4], Propose([1], [1, 2], [1], [1, 3]).InitiativeIds);
        Assert.Equal([1, 2, 3], Propose([], [], []).InitiativeIds);
        Assert.Equal((0, 0), (Propose().Moves, Propose().InitiativeIds.Count));
    }

    [Fact]
    public void No_permutation_of_up_to_seven_dossiers_has_fewer_moves()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var given = Any(new Random(seed), dossiers: 1 + seed % 7, people: 4);
            var proposal = AgendaOrder.Propose(given);
            Assert.Equal((seed, Permutations(given).Min(Moves)), (seed, proposal.Moves));
            Assert.Equal((Moves(given), proposal.Moves), (proposal.GivenMoves, Moves([.. proposal.InitiativeIds.Select(id => given[id - 1])])));
        }
    }

    [Fact]
    public void A_long_agenda_keeps_every_dossier_once_and_is_never_worse_than_given()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var given = Any(new Random(seed), dossiers: 60, people: 70);
            var proposal = AgendaOrder.Propose(given);
            Assert.Equal(Enumerable.Range(1, 60), proposal.InitiativeIds.Order());
            Assert.Equal(Moves(given), proposal.GivenMoves);
            Assert.Equal(Moves([.. proposal.InitiativeIds.Select(id => given[id - 1])]), proposal.Moves);
            Assert.True(proposal.Moves <= proposal.GivenMoves, $"Case {seed}");
            Assert.Equal(proposal.InitiativeIds, AgendaOrder.Propose(given).InitiativeIds);
        }
    }

    /// <summary>Sets 1, 12, 123 … grow by one: the best order is known however long it is.</summary>
    [Theory, InlineData(12), InlineData(13), InlineData(40)]
    public void A_chain_is_found_again_from_any_order(int length)
    {
        var chain = Enumerable.Range(1, length).Select(id => new AgendaRecusal(id, [.. Enumerable.Range(1, id)])).ToList();
        var random = new Random(length);
        Assert.Equal(length, AgendaOrder.Propose([.. chain.OrderBy(_ => random.Next())]).Moves);
    }

    private static List<AgendaRecusal> Any(Random random, int dossiers, int people) => [.. Enumerable.Range(1, dossiers)
        .Select(id => new AgendaRecusal(id, [.. Enumerable.Range(1, people).Where(_ => random.Next(people > 10 ? 12 : 3) == 0)]))];

    private static int Moves(IReadOnlyList<AgendaRecusal> order) => order
        .Select((item, index) => item.Recused.Union(index == 0 ? [] : order[index - 1].Recused).Count() - (index == 0 ? 0 : item.Recused.Intersect(order[index - 1].Recused).Count())).Sum();

    private static IEnumerable<IReadOnlyList<AgendaRecusal>> Permutations(IReadOnlyList<AgendaRecusal> items) => items.Count == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (IReadOnlyList<AgendaRecusal>)[first, .. rest]));
}
