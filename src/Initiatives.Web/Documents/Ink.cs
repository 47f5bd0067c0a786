using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>
/// Measures and draws text and lines for one document. Lengths are points (1/72 inch). Not thread safe: one document,
/// one <see cref="Ink"/>.
/// </summary>
public sealed class Ink(Fonts fonts) : IDisposable
{
    /// <summary>Black, as NĐ 30/2020 (Phụ lục I, mục I.3) prescribes.</summary>
    public static readonly SKColor Black = SKColors.Black;

    private readonly Dictionary<(Face, float), SKFont> sized = [];
    private readonly Dictionary<(string, Face, float), float> widths = [];
    private readonly SKPaint paint = new() { IsAntialias = true };

    /// <summary>The page being drawn; null while the document is only measured.</summary>
    internal SKCanvas? Canvas { get; set; }

    /// <summary>Points in a millimetre.</summary>
    public const float Mm = 72f / 25.4f;

    /// <summary>Width of <paramref name="text"/> in points.</summary>
    public float Width(string text, Face face, float size)
    {
        var key = (text, face, size);
        if (!widths.TryGetValue(key, out var width)) widths[key] = width = Font(face, size).MeasureText(text);
        return width;
    }

    /// <summary>Draws text with its left end at <paramref name="x"/> on the given baseline.</summary>
    public void Text(string text, float x, float baseline, Face face, float size, SKColor color)
    {
        if (Canvas is null) return;
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        Canvas.DrawText(text, x, baseline, Font(face, size), paint);
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(float x1, float y1, float x2, float y2, float thickness, SKColor color)
    {
        if (Canvas is null) return;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = thickness;
        paint.Color = color;
        Canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>Draws the outline of a rectangle.</summary>
    public void Frame(SKRect rect, float thickness, SKColor color)
    {
        if (Canvas is null) return;
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = thickness;
        paint.Color = color;
        Canvas.DrawRect(rect, paint);
    }

    /// <summary>Fills a path or, through it, many rectangles at once.</summary>
    public void Fill(SKPath path, SKColor color)
    {
        if (Canvas is null) return;
        paint.Style = SKPaintStyle.Fill;
        paint.Color = color;
        Canvas.DrawPath(path, paint);
    }

    /// <summary>
    /// Draws one line of large text through the middle of the page, rising to the right; as outlines, so that its
    /// letters do not mix with the text that a reader copies or has read aloud.
    /// </summary>
    internal void Watermark(string text, SKSize page, SKColor color)
    {
        if (Canvas is null) return;
        const float size = 56f;
        using var outline = Font(Face.Bold, size).GetTextPath(text, new SKPoint(-Width(text, Face.Bold, size) / 2, size / 3));
        Canvas.Save();
        Canvas.Translate(page.Width / 2, page.Height / 2);
        Canvas.RotateDegrees(page.Width > page.Height ? -28 : -42);
        Fill(outline, color);
        Canvas.Restore();
    }

    /// <summary>Releases the sized fonts.</summary>
    public void Dispose()
    {
        foreach (var font in sized.Values) font.Dispose();
        paint.Dispose();
    }

    private SKFont Font(Face face, float size)
    {
        if (sized.TryGetValue((face, size), out var font)) return font;
        return sized[(face, size)] = new SKFont(fonts[face], size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };
    }
}
