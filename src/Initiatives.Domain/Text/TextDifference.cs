namespace Initiatives.Domain.Text;

/// <summary>A stretch of text that two versions share, or that only one of them has.</summary>
public enum TextChange
{
    Same,
    Removed,
    Added,
}

/// <summary>One stretch, with the blanks that follow its words.</summary>
public sealed record TextStretch(TextChange Change, string Text);

/// <summary>
/// What differs between two versions of a text, word by word: the longest common subsequence of their words (Wagner and
/// Fischer's table), common beginning and end cut off first. Where the rest is too long for a table of
/// <see cref="MostCells"/> cells it is one stretch removed and one added. Time and memory n × m of the rest.
/// </summary>
public static class TextDifference
{
    private const int MostCells = 4_000_000;

    /// <summary>The stretches in reading order. Those that are not added make up <paramref name="before"/>, those not removed <paramref name="after"/>.</summary>
    public static IReadOnlyList<TextStretch> Between(string before, string after)
    {
        var (a, b) = (Words(before), Words(after));
        var (start, end) = (0, 0);
        while (start < a.Count && start < b.Count && a[start] == b[start]) start++;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var stretches = new List<(TextChange Change, string Word)>();
        stretches.AddRange(a.Take(start).Select(word => (TextChange.Same, word)));
        stretches.AddRange(Middle(a.GetRange(start, a.Count - start - end), b.GetRange(start, b.Count - start - end)));
        stretches.AddRange(a.Skip(a.Count - end).Select(word => (TextChange.Same, word)));
        return Joined(stretches);
    }

    private static IEnumerable<(TextChange, string)> Middle(List<string> a, List<string> b)
    {
        if ((long)a.Count * b.Count > MostCells) return a.Select(word => (TextChange.Removed, word)).Concat(b.Select(word => (TextChange.Added, word)));
        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var found = new List<(TextChange, string)>();
        var (x, y) = (0, 0);
        while (x < a.Count || y < b.Count)
        {
            if (x < a.Count && y < b.Count && a[x] == b[y]) (x, y) = (Add(TextChange.Same, a[x], x), y + 1);
            else if (y >= b.Count || (x < a.Count && longest[x + 1, y] >= longest[x, y + 1])) x = Add(TextChange.Removed, a[x], x);
            else y = Add(TextChange.Added, b[y], y);
        }

        return found;

        int Add(TextChange change, string word, int at)
        {
            found.Add((change, word));
            return at + 1;
        }
    }

    private static List<TextStretch> Joined(List<(TextChange Change, string Word)> words)
    {
        var stretches = new List<TextStretch>();
        var at = 0;
        while (at < words.Count)
        {
            var from = at;
            while (at < words.Count && words[at].Change == words[from].Change) at++;
            stretches.Add(new TextStretch(words[from].Change, string.Concat(words.GetRange(from, at - from).Select(item => item.Word))));
        }

        return stretches;
    }

    /// <summary>Words with the blanks behind them; joined again they are the text.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            words.Add(text[from..at]);
        }

        return words;
    }
}
