using QRCoder;
using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>A QR code drawn as one filled outline, sharp at any printer resolution.</summary>
/// <param name="Content">What a reader gets: an address.</param>
/// <param name="SizeMm">Side of the code in millimetres, without the quiet zone, which the surroundings must leave.</param>
public sealed record QrCode(string Content, float SizeMm) : Block
{
    /// <summary>Where the code stands in its column.</summary>
    public Align Align { get; init; } = Align.Left;

    /// <summary>Space above in points.</summary>
    public float Before { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var side = SizeMm * Ink.Mm;
        return [new Slab(side, (x, y) => Draw(ink, x, y, room.Width, side)) { Before = Before, After = 4, KeepWithNext = KeepWithNext }];
    }

    private void Draw(Ink ink, float x, float y, float width, float side)
    {
        const int quiet = 4;    // QRCoder surrounds the code with four light modules
        using var data = QRCodeGenerator.GenerateQrCode(Content, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var count = rows.Count - 2 * quiet;
        var module = side / count;
        x += Align switch { Align.Center => (width - side) / 2, Align.Right => width - side, _ => 0 };
        using var path = new SKPath();
        for (var row = 0; row < count; row++)
        {
            for (var from = 0; from < count; from++)
            {
                if (!rows[row + quiet][from + quiet]) continue;
                var to = from;
                while (to < count && rows[row + quiet][to + quiet]) to++;
                path.AddRect(new SKRect(x + from * module, y + row * module, x + to * module, y + (row + 1) * module));
                from = to;
            }
        }

        ink.Fill(path, Ink.Black);
    }
}
