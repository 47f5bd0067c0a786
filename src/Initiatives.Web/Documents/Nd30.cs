using System.Text.RegularExpressions;

namespace Initiatives.Web.Documents;

/// <summary>The body that issues a document, as its head prints it.</summary>
/// <param name="Name">Lines of the issuing body's name, in capitals; printed bold.</param>
/// <param name="Parent">Lines of the body above it, in capitals; not bold; empty for none.</param>
public sealed record Agency(IReadOnlyList<string> Name, params IReadOnlyList<string> Parent)
{
    /// <summary>The name on one line.</summary>
    public string FullName => string.Join(' ', Name);
}

/// <summary>Who signs.</summary>
/// <param name="Capacity">Lines in capitals: <c>CHỦ TỊCH</c>, or <c>KT. CHỦ TỊCH</c> and <c>PHÓ CHỦ TỊCH</c>.</param>
/// <param name="Name">Full name without academic titles (Phụ lục I, mục II.7); empty leaves the place blank.</param>
public sealed record Signatory(IReadOnlyList<string> Capacity, string Name);

/// <summary>The blocks of an administrative document after NĐ 30/2020/NĐ-CP, Phụ lục I. Sizes in points.</summary>
public static partial class Nd30
{
    /// <summary>Indent of a paragraph's first line, in millimetres (mục II.6: 1 or 1.27 cm).</summary>
    public const float IndentMm = 10;

    private const float Between = 6;

    /// <summary>Quốc hiệu (13, bold) and Tiêu ngữ (14, bold, a rule as long as the text): mục II.1.</summary>
    public static IEnumerable<Block> NationalTitle(float size = 13) =>
    [
        Centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face.Bold, size),
        Centred("Độc lập - Tự do - Hạnh phúc", Face.Bold, size + 1) with { RuleShare = 1 },
    ];

    /// <summary>Type of document in capitals, subject in bold, a rule of a third to a half (mục II.5).</summary>
    public static IEnumerable<Block> Title(string type, string subject) =>
    [
        Centred(type, Face.Bold, 14) with { KeepWithNext = true },
        Centred(Whole(subject), Face.Bold, 14) with { RuleShare = subject.Length > 70 ? 0.34f : 0.4f, After = 14, LeftMm = 0 },
    ];

    /// <summary>Holds words of two syllables together, so that no line of a head or a title ends inside "cải cách".</summary>
    public static string Whole(string text) => TwoSyllables().Replace(text, "$1\u00A0$2");

    [GeneratedRegex("(cải|sáng|hành|hội|đánh|hiệu|áp|khả|nhân|thành|lĩnh|kiểm|phiên) (cách|kiến|chính|đồng|giá|quả|dụng|năng|rộng|phố|vực|phiếu|họp)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TwoSyllables();

    /// <summary>The authority on a line of its own (Phụ lục III, mẫu 1.2), or <c>QUYẾT ĐỊNH:</c>.</summary>
    public static Block Authority(string line) =>
        Centred(line, Face.Bold, 14) with { Before = 4, After = Between + 2, KeepWithNext = true };

    /// <summary>
    /// Căn cứ in italics, each ended by ";", the last, which is the proposal, by "." (mục II.6).
    /// </summary>
    /// <exception cref="ArgumentException">A line cites an article that <see cref="CitesUncheckedArticle"/> bars.</exception>
    public static IEnumerable<Block> Bases(params IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.TrimEnd(' ', ';', '.')).Where(line => line.Length > 0).ToList();
        if (all.Find(CitesUncheckedArticle) is { } barred) throw new ArgumentException($"Unchecked article: {barred}", nameof(lines));
        return all.Select((line, i) => new Paragraph(line + (i == all.Count - 1 ? "." : ";"), Face.Italic)
        {
            FirstLineMm = IndentMm,
            After = Between,
        });
    }

    /// <summary>
    /// Whether a line names an article of NĐ 152/2025/NĐ-CP or TT 15/2025/TT-BNV: their texts have not been checked
    /// article by article, so that documents cite them as a whole.
    /// </summary>
    public static bool CitesUncheckedArticle(string line) =>
        UncheckedText().IsMatch(line) && ArticleNumber().IsMatch(line);

    /// <summary>"Điều n." in bold and its text (mục II.6). The last one ends with "./.".</summary>
    public static IEnumerable<Block> Articles(IReadOnlyList<string> articles) => articles.SelectMany((text, i) =>
    {
        var lines = (i == articles.Count - 1 ? End(text) : text).Split('\n');
        return lines.Select((line, j) => Body(j == 0 ? [new Run($"Điều\u00A0{i + 1}. ", Face.Bold), new Run(line)] : [new Run(line)]));
    });

    /// <summary>A paragraph of the body: 14, justified, first line 1 cm, 6 pt between paragraphs.</summary>
    public static Paragraph Body(params IReadOnlyList<Run> runs) => new(runs) { FirstLineMm = IndentMm, After = Between };

    /// <summary>Ends a document's text with "./.".</summary>
    public static string End(string text) => text.TrimEnd(' ', '.', '/', ';') + "./.";

    /// <summary>Kính gửi (mục II.9): one addressee on the same line, more of them each on a line of their own.</summary>
    public static IEnumerable<Block> Addressees(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            yield return Centred($"Kính gửi: {names[0]}", Face.Regular, 14) with { After = 12 };
            yield break;
        }

        yield return new Paragraph("Kính gửi:") { LeftMm = 38, KeepWithNext = true, Align = Align.Left };
        for (var i = 0; i < names.Count; i++)
        {
            yield return new Paragraph($"- {names[i]}{(i == names.Count - 1 ? "." : ";")}")
            {
                LeftMm = 58,
                FirstLineMm = -2.4f,
                Align = Align.Left,
                After = i == names.Count - 1 ? 12 : 2,
            };
        }
    }

    /// <summary>Nơi nhận on the left (mục II.9) beside the signature (mục II.7); stays with the text above it.</summary>
    public static Block Signature(Signatory signatory, IReadOnlyList<string> recipients) => new Columns(
        new Column(85, [.. Recipients(recipients)]),
        new Column(80, [.. Signed(signatory)]))
    {
        Before = 10,
        KeepWithPrevious = true,
    };

    /// <summary>Capacity in bold capitals, 30 mm for signature and seal, the name in bold.</summary>
    public static IEnumerable<Block> Signed(Signatory signatory, float spaceMm = 28) =>
        signatory.Capacity.Select(Block (line) => Centred(line, Face.Bold, 14))
            .Append(new Gap(spaceMm * Ink.Mm))
            .Append(Centred(signatory.Name, Face.Bold, 14));

    /// <summary>Two signatures side by side, the names on one line (Phụ lục III, mẫu 1.9).</summary>
    public static IEnumerable<Block> TwoSignatures(Signatory left, Signatory right) =>
    [
        new Columns(Capacities(left), Capacities(right)) { Before = 10, KeepWithPrevious = true, KeepWithNext = true },
        new Gap(28 * Ink.Mm) { KeepWithNext = true },
        new Columns(
            new Column(82.5f, Centred(left.Name, Face.Bold, 14)),
            new Column(82.5f, Centred(right.Name, Face.Bold, 14))),
    ];

    /// <summary>Annex head (mục III): "Phụ lục" 14 bold, its title in capitals, in italics what it belongs to.</summary>
    public static IEnumerable<Block> AnnexHead(string title, string belongsTo) =>
    [
        Centred("Phụ lục", Face.Bold, 14) with { KeepWithNext = true },
        Centred(title, Face.Bold, 14) with { KeepWithNext = true },
        Centred($"({belongsTo})", Face.Italic, 14) with { RuleShare = 0.34f, After = 14, KeepWithNext = true },
    ];

    /// <summary>A centred line.</summary>
    public static Paragraph Centred(string text, Face face, float size) =>
        new(text, face) { Align = Align.Center, Size = size, Spacing = 1.05f };

    private static Column Capacities(Signatory signatory) =>
        new(82.5f, [.. signatory.Capacity.Select(line => Centred(line, Face.Bold, 14))]);

    /// <summary>Nơi nhận: 12 bold italic, the list 11 upright (mục II.9).</summary>
    public static IEnumerable<Block> Recipients(IReadOnlyList<string> recipients)
    {
        if (recipients.Count == 0) yield break;
        yield return new Paragraph("Nơi nhận:", Face.BoldItalic) { Size = 12, Align = Align.Left, KeepWithPrevious = true, KeepWithNext = true };
        for (var i = 0; i < recipients.Count; i++)
        {
            yield return new Paragraph($"- {recipients[i].TrimEnd(' ', ';', '.')}{(i == recipients.Count - 1 ? "." : ";")}")
            {
                Size = 11,
                Align = Align.Left,
                FirstLineMm = -1.9f,
                Spacing = 1.05f,
                KeepWithNext = i < recipients.Count - 1,
            };
        }
    }

    [GeneratedRegex(@"152/2025|15/2025/TT-BNV")]
    private static partial Regex UncheckedText();

    [GeneratedRegex(@"(Điều|khoản|điểm)\s+[0-9a-zđ]{1,3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleNumber();
}
