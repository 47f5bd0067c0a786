namespace Initiatives.Domain.Text;

/// <summary>What a stretch of text is when two versions are laid over each other.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that both versions share, or that one of them has alone.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>
/// The difference of two texts, by paragraphs and inside changed paragraphs by words. Same and removed runs together are the
/// old text, same and added runs the new one, to the letter. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986;
/// deterministic; texts that differ in more than <see cref="MaxEdits"/> places are told as wholly replaced.
/// </summary>
public static class TextDiff
{
    /// <summary>Edits after which the search ends: time and memory stay within a few megabytes and milliseconds.</summary>
    public const int MaxEdits = 1200;

    /// <summary>Two paragraphs with fewer common words than this share are shown one after the other, not word by word.</summary>
    private const double LeastCommon = 0.3;

    public static IReadOnlyList<DiffRun> Words(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var runs = new List<DiffRun>();
        var (removed, added) = ("", "");
        foreach (var run in Runs(LinesOf(before), LinesOf(after)))
        {
            if (run.Kind == DiffKind.Removed) removed += run.Text;
            else if (run.Kind == DiffKind.Added) added += run.Text;
            else
            {
                runs.AddRange(Inside(removed, added));
                (removed, added) = ("", "");
                runs.Add(run);
            }
        }

        runs.AddRange(Inside(removed, added));
        return Joined(runs);
    }

    /// <summary>The blocks of both, each once: what they share stands once, and where they part the old stands before the new.</summary>
    public static IReadOnlyList<string> Both(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var kept = new List<string>();
        var added = new List<string>();
        foreach (var (kind, token) in Script(before, after))
        {
            if (kind == DiffKind.Added)
            {
                added.Add(token);
                continue;
            }

            if (kind == DiffKind.Same)
            {
                kept.AddRange(added);
                added.Clear();
            }

            kept.Add(token);
        }

        return [.. kept, .. added];
    }

    private static IEnumerable<DiffRun> Inside(string removed, string added)
    {
        if (removed.Length == 0 && added.Length == 0) yield break;
        if (removed.Length > 0 && added.Length > 0)
        {
            var runs = Joined(Bridged(Script(WordsOf(removed), WordsOf(added)).ToList()));
            var common = runs.Where(run => run.Kind == DiffKind.Same).Sum(run => run.Text.Count(c => !char.IsWhiteSpace(c)));
            var shorter = Math.Min(removed.Count(c => !char.IsWhiteSpace(c)), added.Count(c => !char.IsWhiteSpace(c)));
            if (common >= LeastCommon * shorter && common > 0)
            {
                foreach (var run in runs) yield return run;
                yield break;
            }
        }

        if (removed.Length > 0) yield return new DiffRun(DiffKind.Removed, removed);
        if (added.Length > 0) yield return new DiffRun(DiffKind.Added, added);
    }

    /// <summary>A blank that both share between two changed words belongs to the change: one stretch is read, not word after word.</summary>
    private static IEnumerable<DiffRun> Bridged(List<(DiffKind Kind, string Token)> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var (kind, token) = steps[i];
            var isBridge = kind == DiffKind.Same && string.IsNullOrWhiteSpace(token) && i > 0 && i < steps.Count - 1 && steps[i - 1].Kind != DiffKind.Same && steps[i + 1].Kind != DiffKind.Same;
            yield return new DiffRun(isBridge ? DiffKind.Removed : kind, token);
            if (isBridge) yield return new DiffRun(DiffKind.Added, token);
        }
    }

    private static IEnumerable<DiffRun> Runs(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        Joined(Script(before, after).Select(step => new DiffRun(step.Kind, step.Token)));

    /// <summary>Neighbours of one kind become one run; what was removed stands before what was added in its place.</summary>
    private static List<DiffRun> Joined(IEnumerable<DiffRun> steps)
    {
        var runs = new List<DiffRun>();
        var (removed, added, same) = (new System.Text.StringBuilder(), new System.Text.StringBuilder(), new System.Text.StringBuilder());
        void Close(System.Text.StringBuilder text, DiffKind kind)
        {
            if (text.Length > 0) runs.Add(new DiffRun(kind, text.ToString()));
            text.Clear();
        }

        foreach (var step in steps)
        {
            if (step.Kind == DiffKind.Same)
            {
                Close(removed, DiffKind.Removed);
                Close(added, DiffKind.Added);
                same.Append(step.Text);
                continue;
            }

            Close(same, DiffKind.Same);
            (step.Kind == DiffKind.Removed ? removed : added).Append(step.Text);
        }

        Close(same, DiffKind.Same);
        Close(removed, DiffKind.Removed);
        Close(added, DiffKind.Added);
        return runs;
    }

    /// <summary>The shortest way from one list of tokens to the other.</summary>
    private static IEnumerable<(DiffKind Kind, string Token)> Script(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[before.Count - 1 - end] == after[after.Count - 1 - end]) end++;
        for (var i = 0; i < start; i++) yield return (DiffKind.Same, before[i]);
        foreach (var step in Middle([.. before.Skip(start).Take(before.Count - start - end)], [.. after.Skip(start).Take(after.Count - start - end)])) yield return step;
        for (var i = before.Count - end; i < before.Count; i++) yield return (DiffKind.Same, before[i]);
    }

    private static List<(DiffKind Kind, string Token)> Middle(string[] before, string[] after)
    {
        var trace = new List<int[]>();
        var most = Math.Min(before.Length + after.Length, MaxEdits);
        var reach = new int[(2 * most) + 2];   // furthest place in before on each diagonal, shifted by most
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(reach[(most - edits)..(most + edits + 1)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var down = diagonal == -edits || (diagonal != edits && reach[most + diagonal - 1] < reach[most + diagonal + 1]);
                var x = down ? reach[most + diagonal + 1] : reach[most + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < before.Length && y < after.Length && before[x] == after[y]) (x, y) = (x + 1, y + 1);
                reach[most + diagonal] = x;
                if (x >= before.Length && y >= after.Length) return Back(trace, before, after);
            }
        }

        return [.. before.Select(token => (DiffKind.Removed, token)), .. after.Select(token => (DiffKind.Added, token))];
    }

    /// <summary>Walks the traces back from the end: each edit, and the common run that follows it.</summary>
    private static List<(DiffKind Kind, string Token)> Back(List<int[]> trace, string[] before, string[] after)
    {
        var steps = new List<(DiffKind, string)>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var reach = trace[edits];
            var diagonal = x - y;
            var down = diagonal == -edits || (diagonal != edits && reach[diagonal - 1 + edits] < reach[diagonal + 1 + edits]);
            var from = down ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (reach[from + edits], reach[from + edits] - from);
            for (; x > fromX && y > fromY; x--, y--) steps.Add((DiffKind.Same, before[x - 1]));
            steps.Add(down ? (DiffKind.Added, after[fromY]) : (DiffKind.Removed, before[fromX]));
            (x, y) = (fromX, fromY);
        }

        for (; x > 0; x--) steps.Add((DiffKind.Same, before[x - 1]));
        steps.Reverse();
        return steps;
    }

    /// <summary>Lines with their ends, so that nothing is lost between them.</summary>
    private static List<string> LinesOf(string text) => Cut(text, (text, i) => text[i - 1] == '\n');

    /// <summary>Words and the blanks between them.</summary>
    private static List<string> WordsOf(string text) => Cut(text, (text, i) => char.IsWhiteSpace(text[i]) != char.IsWhiteSpace(text[i - 1]));

    private static List<string> Cut(string text, Func<string, int, bool> isBorder)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !isBorder(text, i)) continue;
            parts.Add(text[start..i]);
            start = i;
        }

        return parts;
    }
}
