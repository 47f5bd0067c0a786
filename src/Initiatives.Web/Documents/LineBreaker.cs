namespace Initiatives.Web.Documents;

/// <summary>Part of a word in one face.</summary>
internal sealed record Piece(string Text, Face Face, float Size, float Width);

/// <summary>What stands between two spaces; several pieces where the face changes inside it.</summary>
internal sealed record Word(IReadOnlyList<Piece> Pieces, float Space, bool SpaceAfter, bool EndsLine)
{
    internal float Width => Pieces.Sum(piece => piece.Width);
}

/// <summary>A line of words.</summary>
/// <param name="Words">The words.</param>
/// <param name="Width">Natural width in points, without indent and without the last space.</param>
/// <param name="Indent">Indent in points.</param>
/// <param name="Size">The largest letter size of the line.</param>
/// <param name="MayStretch">Whether justification may widen its spaces.</param>
internal sealed record TextLine(IReadOnlyList<Word> Words, float Width, float Indent, float Size, bool MayStretch);

/// <summary>
/// Cuts a paragraph into lines, greedily: as many words on a line as it holds. Centred lines are then evened out, so
/// that no single word is left on the last one.
/// </summary>
internal static class LineBreaker
{
    internal static IReadOnlyList<TextLine> Break(Paragraph paragraph, Ink ink, float width)
    {
        var words = Words(paragraph, ink);
        var lines = Fill(paragraph, words, ink, width);
        if (paragraph.Align != Align.Center || lines.Count == 1) return lines;
        var (low, high) = (width / 2, width);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Fill(paragraph, words, ink, middle).Count > lines.Count) low = middle;
            else high = middle;
        }

        return Fill(paragraph, words, ink, high);
    }

    private static List<TextLine> Fill(Paragraph paragraph, List<Word> words, Ink ink, float width)
    {
        var lines = new List<TextLine>();
        var current = new List<Word>();
        var first = paragraph.FirstLineMm * Ink.Mm;
        var indent = Math.Max(first, 0);
        var hanging = Math.Max(-first, 0);
        var used = 0f;

        void Close(bool last)
        {
            var natural = used - (current.Count > 0 ? current[^1].Space : 0);
            var size = current.SelectMany(word => word.Pieces).Select(piece => piece.Size).DefaultIfEmpty(paragraph.Size).Max();
            lines.Add(new TextLine([.. current], natural, indent, size, !last && current.Count > 1));
            current.Clear();
            used = 0;
            indent = hanging;
        }

        foreach (var whole in words)
        {
            foreach (var word in Chop(whole, ink, width - Math.Max(indent, hanging)))
            {
                if (current.Count > 0 && indent + used + word.Width > width + 0.01f) Close(last: false);
                current.Add(word);
                used += word.Width + word.Space;
                if (word.EndsLine) Close(last: true);
            }
        }

        if (current.Count > 0 || lines.Count == 0) Close(last: true);
        return lines;
    }

    private static readonly char[] Seams = ['/', '-', '_', '.', '?', '&'];

    private static List<Word> Words(Paragraph paragraph, Ink ink)
    {
        var words = new List<Word>();
        var pieces = new List<Piece>();

        void Close(Face face, float size, bool endsLine)
        {
            if (pieces.Count == 0 && !endsLine) return;
            words.Add(new Word([.. pieces], endsLine ? 0 : ink.Width(" ", face, size), SpaceAfter: true, endsLine));
            pieces.Clear();
        }

        foreach (var run in paragraph.Runs)
        {
            var size = run.Size ?? paragraph.Size;
            var text = run.Text.Normalize();
            var start = 0;
            for (var i = 0; i <= text.Length; i++)
            {
                var end = i == text.Length;
                if (!end && text[i] is not (' ' or '\n' or '\r' or '\t')) continue;
                if (i > start)
                {
                    var part = text[start..i].Replace('\u00A0', ' ');
                    pieces.Add(new Piece(part, run.Face, size, ink.Width(part, run.Face, size)));
                }

                if (!end) Close(run.Face, size, text[i] == '\n');
                start = i + 1;
            }
        }

        Close(Face.Regular, paragraph.Size, endsLine: false);
        return words;
    }

    /// <summary>A word wider than a whole line (an address, a file name) is cut where the line ends.</summary>
    private static IEnumerable<Word> Chop(Word word, Ink ink, float width)
    {
        if (word.Width <= width)
        {
            yield return word;
            yield break;
        }

        foreach (var piece in word.Pieces)
        {
            var rest = piece.Text;
            while (rest.Length > 0)
            {
                var count = rest.Length;
                while (count > 1 && ink.Width(rest[..count], piece.Face, piece.Size) > width) count--;
                if (count < rest.Length && rest.LastIndexOfAny(Seams, count - 1) is var seam && seam > count / 2) count = seam + 1;
                var part = rest[..count];
                rest = rest[count..];
                var ends = rest.Length == 0 && ReferenceEquals(piece, word.Pieces[^1]);
                var cut = new Piece(part, piece.Face, piece.Size, ink.Width(part, piece.Face, piece.Size));
                yield return new Word([cut], ends ? word.Space : 0, ends && word.SpaceAfter, ends && word.EndsLine);
            }
        }
    }
}
