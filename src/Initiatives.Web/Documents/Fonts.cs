using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>The four faces of the document font.</summary>
public enum Face
{
    /// <summary>Upright, the body of a document ("kiểu chữ đứng").</summary>
    Regular,

    /// <summary>Bold upright ("đứng, đậm").</summary>
    Bold,

    /// <summary>Italic ("nghiêng").</summary>
    Italic,

    /// <summary>Bold italic ("nghiêng, đậm").</summary>
    BoldItalic,
}

/// <summary>
/// The faces of Tinos, whose letters are as wide as those of Times New Roman, which NĐ 30/2020 (Phụ lục I, mục I.3)
/// asks for. Loaded once, shared by all threads; dispose when the application stops.
/// </summary>
public sealed class Fonts : IDisposable
{
    private readonly SKTypeface[] faces;

    /// <summary>Reads <c>Tinos-Regular.ttf</c>, <c>-Bold</c>, <c>-Italic</c> and <c>-BoldItalic</c>.</summary>
    /// <param name="folder">The folder that holds the four files.</param>
    /// <exception cref="FileNotFoundException">A face is missing or is not a font.</exception>
    public Fonts(string folder) =>
        faces = [.. Enum.GetNames<Face>().Select(name => Load(Path.Combine(folder, $"Tinos-{name}.ttf")))];

    internal SKTypeface this[Face face] => faces[(int)face];

    /// <summary>Releases the faces.</summary>
    public void Dispose()
    {
        foreach (var face in faces) face.Dispose();
    }

    private static SKTypeface Load(string file) =>
        (File.Exists(file) ? SKTypeface.FromFile(file) : null)
        ?? throw new FileNotFoundException("A document font is missing: build the assets first.", file);
}
