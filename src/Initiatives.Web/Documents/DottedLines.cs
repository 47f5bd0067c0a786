namespace Initiatives.Web.Documents;

/// <summary>Dotted lines to write on by hand, as wide as the room.</summary>
/// <param name="Count">How many.</param>
/// <param name="Size">Size of the dots in points.</param>
public sealed record DottedLines(int Count, float Size = 12) : Block
{
    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var dots = new string('.', (int)(room.Width / ink.Width(".", Face.Regular, Size)));
        return [.. Enumerable.Repeat(new Slab(Size * 1.5f, (x, y) => ink.Text(dots, x, y + Size * 1.2f, Face.Regular, Size, Ink.Black)), Count)];
    }
}
