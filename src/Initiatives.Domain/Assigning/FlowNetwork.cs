namespace Initiatives.Domain.Assigning;

/// <summary>
/// A network of rows, columns and a sink. Each row sends its units to different columns, each column passes on as many as
/// it has room for, at rising cost; a unit that finds no column goes from its row to the sink, which always has room.
/// All costs are integers and at least 0, so that a sum over 2 · columns + 3 arcs fits into 63 bits.
/// </summary>
/// <param name="Need">By row: units that it sends.</param>
/// <param name="Cost">[row, column]: of the arc between them, which carries one unit; <see cref="NoArc"/>: there is none.</param>
/// <param name="Room">By column: units that it may pass on.</param>
/// <param name="First">By column: cost of the first unit that it passes on.</param>
/// <param name="Step">How much each further unit of a column costs more.</param>
/// <param name="Missing">By row: cost of the first unit that finds no column.</param>
/// <param name="MissingStep">How much each further such unit costs more.</param>
/// <param name="Preferred">By column: the row's first <paramref name="Wanted"/> units into such columns save it <paramref name="Extra"/>.</param>
/// <param name="Wanted">By row: units for which a preferred column is wanted.</param>
/// <param name="Extra">Cost of every unit into a column, on top, unless it is saved.</param>
public sealed record FlowNetwork(
    int[] Need,
    long[,] Cost,
    int[] Room,
    long[] First,
    long Step,
    long[] Missing,
    long MissingStep,
    bool[] Preferred,
    int[] Wanted,
    long Extra)
{
    /// <summary>Where <see cref="Cost"/> has no arc.</summary>
    public const long NoArc = -1;

    public int Rows => Need.Length;

    public int Columns => Room.Length;
}
