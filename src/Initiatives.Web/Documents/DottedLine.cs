namespace Initiatives.Web.Documents;

/// <summary>A label and dots to the end of the line, to write on by hand.</summary>
/// <param name="Label">What is asked.</param>
/// <param name="Face">Face of the label.</param>
/// <param name="Size">Size in points.</param>
public sealed record DottedLine(string Label, Face Face, float Size) : Block
{
    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var label = ink.Width(Label + " ", Face, Size);
        var dots = new string('.', Math.Max(0, (int)((room.Width - label) / ink.Width(".", Face.Regular, Size))));
        return
        [
            new Slab(Size * 1.5f, (x, y) =>
            {
                ink.Text(Label + " ", x, y + Size * 1.2f, Face, Size, Ink.Black);
                ink.Text(dots, x + label, y + Size * 1.2f, Face.Regular, Size, Ink.Black);
            })
            { KeepWithNext = KeepWithNext },
        ];
    }
}
