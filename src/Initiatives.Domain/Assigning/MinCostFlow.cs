namespace Initiatives.Domain.Assigning;

/// <summary>
/// Flow of least cost by successive shortest paths: one Dijkstra on reduced costs for each unit, with potentials kept from
/// one to the next (Ahuja, Magnanti, Orlin, Network Flows, 1993, § 9.7; arcs of rising cost § 14.3). Rows are contracted:
/// between two columns stands the cheapest row that can be moved from one to the other, so that Dijkstra sees columns
/// only, all joined, and needs no heap. Integers only; deterministic. For N units, J columns and D rows O(N · J²) where few
/// rows change with each unit, as is usual; O(N · J² · D) at worst; memory O(D · J + J²).
/// </summary>
public sealed class MinCostFlow
{
    private const int None = -1;
    private const int Start = -2;
    private const long NoWay = long.MaxValue;

    private readonly FlowNetwork network;
    private readonly int columns;
    private readonly bool[,] flow;
    private readonly int[] preferredUnits;
    private readonly int[] missing;
    private readonly int[] passed;
    private readonly List<int>[] rowsOf;
    private readonly int[,] movable;
    private readonly long[,] moveCost;
    private readonly int[] droppable;
    private readonly long[] dropCost;
    private readonly long[] potential;
    private readonly long[] distance;
    private readonly int[] hops;
    private readonly int[] before;
    private readonly bool[] settled;
    private readonly List<(int Row, int Column)> removed = [];
    private readonly HashSet<int> touched = [];

    private MinCostFlow(FlowNetwork network)
    {
        this.network = network;
        columns = network.Columns;
        flow = new bool[network.Rows, columns];
        (preferredUnits, missing) = (new int[network.Rows], new int[network.Rows]);
        (passed, before, hops, settled) = (new int[columns], new int[columns], new int[columns], new bool[columns]);
        (potential, distance) = (new long[columns], new long[columns]);
        rowsOf = [.. Enumerable.Range(0, columns).Select(_ => new List<int>())];
        (movable, moveCost) = (new int[columns, columns], new long[columns, columns]);
        (droppable, dropCost) = (new int[columns], new long[columns]);
        Array.Fill(droppable, None);
        for (var from = 0; from < columns; from++)
            for (var to = 0; to < columns; to++) movable[from, to] = None;
    }

    /// <summary>[row, column]: whether a unit goes from one to the other in a flow of least cost.</summary>
    public static bool[,] Solve(FlowNetwork network)
    {
        var solver = new MinCostFlow(network);
        for (var row = 0; row < network.Rows; row++)
            for (var unit = 0; unit < network.Need[row]; unit++) solver.Send(row);
        return solver.flow;
    }

    /// <summary>
    /// Sends one unit along the shortest path; of equal ones along that with the fewest columns, which uses no row twice.
    /// Potentials of settled columns are raised as if the sink's stayed 0.
    /// </summary>
    private void Send(int start)
    {
        for (var column = 0; column < columns; column++)
        {
            (distance[column], hops[column], before[column], settled[column]) = (NoWay, 1, None, false);
            if (IsFree(start, column)) (distance[column], before[column]) = (network.Cost[start, column] + ExtraOfAdding(start, column) - potential[column], Start);
        }

        var (sinkDistance, sinkHops, last) = (MissingCost(start), 0, None);
        while (Nearest() is var column && column != None && (distance[column], hops[column]).CompareTo((sinkDistance, sinkHops)) < 0)
        {
            settled[column] = true;
            var length = distance[column] + potential[column];
            var toSink = Math.Min(PassCost(column), droppable[column] == None ? NoWay : dropCost[column]);
            if (toSink < NoWay && (length + toSink, hops[column]).CompareTo((sinkDistance, sinkHops)) < 0)
                (sinkDistance, sinkHops, last) = (length + toSink, hops[column], column);
            for (var next = 0; next < columns; next++)
            {
                if (movable[column, next] == None || settled[next]) continue;
                var through = length + moveCost[column, next] - potential[next];
                if (through < distance[next] || (through == distance[next] && hops[column] + 1 < hops[next]))
                    (distance[next], hops[next], before[next]) = (through, hops[column] + 1, column);
            }
        }

        for (var column = 0; column < columns; column++)
            if (settled[column]) potential[column] += distance[column] - sinkDistance;
        Change(start, last);
        Refresh();
    }

    /// <summary>The column to settle next.</summary>
    private int Nearest()
    {
        var best = None;
        for (var column = 0; column < columns; column++)
        {
            if (settled[column] || before[column] == None) continue;
            if (best == None || distance[column] < distance[best] || (distance[column] == distance[best] && hops[column] < hops[best])) best = column;
        }

        return best;
    }

    /// <summary>Moves the rows along the path that ends at column <paramref name="last"/>; none: the unit is missing.</summary>
    private void Change(int start, int last)
    {
        if (last == None)
        {
            missing[start]++;
            touched.Add(start);
            return;
        }

        if (PassCost(last) <= (droppable[last] == None ? NoWay : dropCost[last])) passed[last]++;
        else
        {
            missing[droppable[last]]++;
            Remove(droppable[last], last);
        }

        for (var column = last; ; column = before[column])
        {
            var row = before[column] == Start ? start : movable[before[column], column];
            if (before[column] != Start) Remove(row, before[column]);
            Add(row, column);
            if (before[column] == Start) return;
        }
    }

    private void Add(int row, int column)
    {
        flow[row, column] = true;
        rowsOf[column].Add(row);
        preferredUnits[row] += network.Preferred[column] ? 1 : 0;
        touched.Add(row);
    }

    private void Remove(int row, int column)
    {
        flow[row, column] = false;
        rowsOf[column].Remove(row);
        preferredUnits[row] -= network.Preferred[column] ? 1 : 0;
        touched.Add(row);
        removed.Add((row, column));
    }

    /// <summary>Finds the cheapest moves anew where a row that changed was, or now is, the cheapest.</summary>
    private void Refresh()
    {
        foreach (var (row, column) in removed) Refresh(row, column);
        foreach (var row in touched)
            for (var column = 0; column < columns; column++)
                if (flow[row, column]) Refresh(row, column);
        removed.Clear();
        touched.Clear();
    }

    /// <summary>All rows of a column are looked through only where the cheapest became dearer.</summary>
    private void Refresh(int row, int from)
    {
        for (var to = 0; to < columns; to++)
        {
            var anew = movable[from, to] == row && MoveCost(row, from, to) > moveCost[from, to];
            if (anew) movable[from, to] = None;
            if (anew) foreach (var each in rowsOf[from]) OfferMove(each, from, to);
            else OfferMove(row, from, to);
        }

        if (droppable[from] == row && DropCost(row, from) > dropCost[from])
        {
            droppable[from] = None;
            foreach (var each in rowsOf[from]) OfferDrop(each, from);
        }
        else OfferDrop(row, from);
    }

    private void OfferMove(int row, int from, int to)
    {
        if (MoveCost(row, from, to) is var cost && cost < NoWay && (movable[from, to] == None || (cost, row).CompareTo((moveCost[from, to], movable[from, to])) <= 0))
            (movable[from, to], moveCost[from, to]) = (row, cost);
    }

    private void OfferDrop(int row, int from)
    {
        if (DropCost(row, from) is var cost && cost < NoWay && (droppable[from] == None || (cost, row).CompareTo((dropCost[from], droppable[from])) <= 0))
            (droppable[from], dropCost[from]) = (row, cost);
    }

    private long MoveCost(int row, int from, int to) => flow[row, from] && IsFree(row, to)
        ? network.Cost[row, to] - network.Cost[row, from] + network.Extra * (Saved(row, 0) - Saved(row, Preferred(to) - Preferred(from)))
        : NoWay;

    private long DropCost(int row, int from) => flow[row, from]
        ? MissingCost(row) - network.Cost[row, from] - network.Extra * (1 - Saved(row, 0) + Saved(row, -Preferred(from)))
        : NoWay;

    private bool IsFree(int row, int column) => network.Cost[row, column] != FlowNetwork.NoArc && !flow[row, column];

    private long ExtraOfAdding(int row, int column) => network.Extra * (1 - Saved(row, Preferred(column)) + Saved(row, 0));

    private int Preferred(int column) => network.Preferred[column] ? 1 : 0;

    /// <summary>Units that save their extra cost, once so many more go into preferred columns.</summary>
    private int Saved(int row, int more) => Math.Min(network.Wanted[row], preferredUnits[row] + more);

    private long MissingCost(int row) => network.Missing[row] + network.MissingStep * missing[row];

    private long PassCost(int column) => passed[column] < network.Room[column] ? network.First[column] + network.Step * passed[column] : NoWay;
}
