using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

public sealed class MinCostFlowTests
{
    [Fact]
    public void A_row_moves_on_for_another_that_has_no_other_column()
    {
        var flow = MinCostFlow.Solve(Network([1, 1], new long[,] { { 1, 5 }, { 1, FlowNetwork.NoArc } }, room: [1, 1]));
        Assert.Equal(new[,] { { false, true }, { true, false } }, flow);
    }

    [Fact]
    public void What_finds_no_column_goes_missing_where_that_costs_least()
    {
        var network = Network([1, 1], new long[,] { { 1 }, { 1 } }, room: [1]) with { Missing = [100, 90] };
        Assert.Equal(new[,] { { true }, { false } }, MinCostFlow.Solve(network));
        Assert.Equal(new[,] { { false }, { true } }, MinCostFlow.Solve(network with { Missing = [90, 100] }));
    }

    [Fact]
    public void A_rising_cost_spreads_units_over_columns()
    {
        var flow = MinCostFlow.Solve(Network([1, 1, 1, 1], new long[4, 2], room: [4, 4]) with { Step = 1 });
        Assert.Equal([2, 2], Enumerable.Range(0, 2).Select(column => Enumerable.Range(0, 4).Count(row => flow[row, column])));
    }

    [Fact]
    public void No_rows_and_no_columns_are_no_trouble()
    {
        Assert.Empty(MinCostFlow.Solve(Network([], new long[0, 2], [1, 1])));
        Assert.Empty(MinCostFlow.Solve(Network([2], new long[1, 0], [])));
    }

    [Fact]
    public void The_cost_is_that_of_an_independent_solver_on_a_plain_network()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var network = AnyNetwork(new Random(seed));
            var flow = MinCostFlow.Solve(network);
            for (var row = 0; row < network.Rows; row++)
                for (var column = 0; column < network.Columns; column++) Assert.False(flow[row, column] && network.Cost[row, column] == FlowNetwork.NoArc, $"Case {seed}");
            Assert.True(Cost(network, flow) == PlainFlow.LeastCost(network), $"Case {seed}: {Cost(network, flow)}, not {PlainFlow.LeastCost(network)}");
        }
    }

    private static FlowNetwork Network(int[] need, long[,] cost, int[] room) =>
        new(need, cost, room, new long[room.Length], 0, [.. need.Select(_ => 1000L)], 0, new bool[room.Length], new int[need.Length], 0);

    /// <summary>Small costs, so that ties are common; missing units are now dear, now cheap.</summary>
    private static FlowNetwork AnyNetwork(Random random)
    {
        var (rows, columns, below) = (random.Next(1, 9), random.Next(1, 7), random.Next(1, 9));
        var cost = new long[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) cost[row, column] = random.Next(4) == 0 ? FlowNetwork.NoArc : random.Next(below);
        int[] Some(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
        var dear = random.Next(2) * 200L;
        return new FlowNetwork(
            Some(rows, columns + 1), cost, Some(columns, rows + 1), [.. Some(columns, 5).Select(each => (long)each)], random.Next(4),
            [.. Some(rows, 9).Select(each => dear + each)], random.Next(4), [.. Some(columns, 2).Select(each => each == 1)], Some(rows, 3), random.Next(4) * random.Next(1, 9));
    }

    private static long Cost(FlowNetwork network, bool[,] flow)
    {
        var total = 0L;
        for (var row = 0; row < network.Rows; row++)
        {
            var given = Enumerable.Range(0, network.Columns).Where(column => flow[row, column]).ToList();
            var missing = network.Need[row] - given.Count;
            total += given.Sum(column => network.Cost[row, column]) + Rising(network.Missing[row], network.MissingStep, missing)
                + network.Extra * (given.Count - Math.Min(network.Wanted[row], given.Count(column => network.Preferred[column])));
            Assert.True(missing >= 0);
        }

        for (var column = 0; column < network.Columns; column++)
        {
            var passed = Enumerable.Range(0, network.Rows).Count(row => flow[row, column]);
            Assert.True(passed <= network.Room[column]);
            total += Rising(network.First[column], network.Step, passed);
        }

        return total;
    }

    private static long Rising(long first, long step, int units) => first * units + step * units * (units - 1) / 2;

    /// <summary>The textbook's network with every node and a unit arc for every step, solved by Bellman and Ford path by path.</summary>
    private sealed class PlainFlow
    {
        private readonly List<(int From, int To, long Cost)> arcs = [];
        private readonly List<int> room = [];

        internal static long LeastCost(FlowNetwork network)
        {
            var plain = new PlainFlow();
            var (rows, columns) = (network.Rows, network.Columns);
            var (source, sink) = (2 * rows + columns, 2 * rows + columns + 1);
            for (var row = 0; row < rows; row++)
            {
                plain.Add(source, row, network.Need[row], 0);
                plain.Add(row, rows + row, network.Wanted[row], 0);
                plain.Add(row, rows + row, network.Need[row], network.Extra);
                for (var unit = 0; unit < network.Need[row]; unit++) plain.Add(row, sink, 1, network.Missing[row] + network.MissingStep * unit);
                for (var column = 0; column < columns; column++)
                {
                    if (network.Cost[row, column] == FlowNetwork.NoArc) continue;
                    if (network.Preferred[column]) plain.Add(rows + row, 2 * rows + column, 1, network.Cost[row, column]);
                    else plain.Add(row, 2 * rows + column, 1, network.Cost[row, column] + network.Extra);
                }
            }

            for (var column = 0; column < columns; column++)
                for (var unit = 0; unit < network.Room[column]; unit++) plain.Add(2 * rows + column, sink, 1, network.First[column] + network.Step * unit);
            return plain.Send(source, sink);
        }

        private void Add(int from, int to, int units, long cost)
        {
            arcs.AddRange([(from, to, cost), (to, from, -cost)]);
            room.AddRange([units, 0]);
        }

        private long Send(int source, int sink)
        {
            for (var total = 0L; ;)
            {
                var (distance, by) = (new long?[sink + 1], new int[sink + 1]);
                distance[source] = 0;
                for (var changed = true; changed;)
                {
                    changed = false;
                    for (var arc = 0; arc < arcs.Count; arc++)
                    {
                        var (from, to, cost) = arcs[arc];
                        if (room[arc] == 0 || distance[from] is not { } start || distance[to] <= start + cost) continue;
                        (distance[to], by[to], changed) = (start + cost, arc, true);
                    }
                }

                if (distance[sink] is not { } length) return total;
                total += length;
                for (var node = sink; node != source; node = arcs[by[node]].From)
                {
                    room[by[node]]--;
                    room[by[node] ^ 1]++;
                }
            }
        }
    }
}
