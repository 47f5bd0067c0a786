namespace Initiatives.Web.Features.Catalogue;

/// <summary>The beginning of a long text for a card.</summary>
public static class Opening
{
    /// <summary>Whole sentences up to <paramref name="most"/> characters; a first sentence longer than that is cut between words.</summary>
    public static string Of(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most) return line;
        var sentence = line.LastIndexOf(". ", most, StringComparison.Ordinal);
        return sentence > most / 3 ? line[..(sentence + 1)] : line[..Math.Max(1, line.LastIndexOf(' ', most))].TrimEnd(',', ';', ':') + "…";
    }
}
