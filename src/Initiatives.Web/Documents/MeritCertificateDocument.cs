using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>One certificate of merit (DOMAIN § 2.7).</summary>
/// <param name="Authority">"CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG".</param>
/// <param name="Recipients">The author or the author group, with posts and units.</param>
/// <param name="Achievement">"Đã có sáng kiến cải cách hành chính … được công nhận năm …".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of the decision; null before it.</param>
/// <param name="DecisionNumber">Number of the merit decision with its symbol; null before it.</param>
/// <param name="GoldenBook">Số sổ vàng; null before it is entered.</param>
/// <param name="Signatory">Who signs the original.</param>
/// <param name="LookupCode">Code for looking the award up, e.g. "BK-2025-7F3K9Q".</param>
/// <param name="VerifyUrl">Address that the QR code holds.</param>
/// <param name="IsDemo">Marks the page as demonstration data.</param>
public sealed record MeritCertificateModel(
    string Authority,
    IReadOnlyList<DecisionAuthor> Recipients,
    string Achievement,
    string Place,
    DateOnly? Date,
    string? DecisionNumber,
    string? GoldenBook,
    Signatory Signatory,
    string LookupCode,
    string VerifyUrl,
    bool IsDemo = false);

/// <summary>
/// A print of the data of a Bằng khen, marked as a preview: the original is the city's blank with signature and seal.
/// A4 across; long author groups shrink the letters until everything stands on the one page.
/// </summary>
public static class MeritCertificateDocument
{
    private static readonly SKColor Gold = new(0x9A, 0x76, 0x1F);
    private static readonly SKColor Red = new(0xA8, 0x1E, 0x22);
    private static readonly SKColor Grey = new(0x55, 0x55, 0x55);

    private static readonly PageFormat Format = new()
    {
        Landscape = true,
        Top = 17,
        Bottom = 14,
        Left = 26,
        Right = 26,
        Numbered = false,
        Background = Frame,
    };

    /// <summary>Writes one page; <paramref name="stream"/> stays open.</summary>
    public static void Write(MeritCertificateModel model, Fonts fonts, Stream stream) => Write([model], fonts, stream);

    /// <summary>Writes one page for each certificate of a decision; <paramref name="stream"/> stays open.</summary>
    public static void Write(IReadOnlyList<MeritCertificateModel> models, Fonts fonts, Stream stream)
    {
        var names = string.Join(", ", models.SelectMany(model => model.Recipients).Select(author => author.Name));
        var sheet = new Sheet(fonts, SheetInfo.For($"Bằng khen (bản xem trước): {names}", models[0].Authority, models.Any(model => model.IsDemo)));
        foreach (var model in models)
            sheet.Section(Format).Spread(scale => Upper(model, scale), _ => Lower(model));
        sheet.Write(stream);
    }

    private static IReadOnlyList<Block> Upper(MeritCertificateModel model, float scale) =>
    [
        .. Nd30.NationalTitle(13),
        new Spring(),
        Nd30.Centred(model.Authority, Face.Bold, 17 * scale) with { Before = 12 * scale },
        Nd30.Centred("TẶNG", Face.Bold, 15 * scale) with { Before = 5 * scale },
        Nd30.Centred("BẰNG KHEN", Face.Bold, 44 * scale) with { Color = Red, Spacing = 1 },
        new Spring(),
        .. model.Recipients.SelectMany((author, i) => Recipient(author, scale, first: i == 0, apart: model.Recipients.Count <= 3)),
        new Spring(),
        Nd30.Centred(model.Achievement, Face.Italic, 15 * scale) with { Before = 10 * scale, Spacing = 1.1f },
    ];

    /// <summary>Up to three authors have their posts on a line of their own; more share it with the name.</summary>
    private static IEnumerable<Block> Recipient(DecisionAuthor author, float scale, bool first, bool apart)
    {
        var name = new Run(author.Name, Face.Bold, 18 * scale);
        var before = (first ? 5 : 3) * scale;
        var post = author.Affiliation;
        if (apart)
        {
            yield return Nd30.Centred(author.Name, Face.Bold, 19 * scale) with { Before = before };
            yield return Nd30.Centred(post, Face.Regular, 14 * scale);
            yield break;
        }

        yield return new Paragraph(name, new Run(", " + post)) { Align = Align.Center, Spacing = 1.05f, Size = 14 * scale, Before = before };
    }

    private static IReadOnlyList<Block> Lower(MeritCertificateModel model) =>
    [
        new Columns(
            new Column(25, new QrCode(model.VerifyUrl, 22) { Before = 4 }),
            new Column(100,
                Small($"Quyết định số: {model.DecisionNumber ?? "……/QĐ-UBND"}", 12) with { Before = 3 },
                Small(Printed.Date(model.Date), 12),
                Small($"Số sổ vàng: {model.GoldenBook ?? "……"}", 12),
                Small($"Mã tra cứu: {model.LookupCode}", 11) with { Before = 4 },
                Small(model.VerifyUrl, 9) with { Color = Grey }),
            new Column(120,
            [
                Nd30.Centred($"{model.Place}, {Printed.Date(model.Date)}", Face.Italic, 14),
                .. Nd30.Signed(model.Signatory, spaceMm: 19),
            ])),
        new Paragraph(
            new Run("BẢN XEM TRƯỚC", Face.Bold),
            new Run(". Bản in dữ liệu từ hệ thống; bản gốc có chữ ký và dấu do UBND thành phố cấp."))
        { Size = 9, Align = Align.Center, Color = Grey, Before = 6 },
    ];

    private static Paragraph Small(string text, float size) => new(text) { Size = size, Align = Align.Left, Spacing = 1.05f };

    private static void Frame(Ink ink, SKSize page)
    {
        var outer = SKRect.Inflate(SKRect.Create(page), -8 * Ink.Mm, -8 * Ink.Mm);
        ink.Frame(outer, 2.4f, Gold);
        ink.Frame(SKRect.Inflate(outer, -1.8f * Ink.Mm, -1.8f * Ink.Mm), 0.6f, Gold);
        var corner = SKRect.Inflate(outer, -3.2f * Ink.Mm, -3.2f * Ink.Mm);
        var arm = 9 * Ink.Mm;
        foreach (var (x, y, dx, dy) in new[]
                 {
                     (corner.Left, corner.Top, 1, 1), (corner.Right, corner.Top, -1, 1),
                     (corner.Left, corner.Bottom, 1, -1), (corner.Right, corner.Bottom, -1, -1),
                 })
        {
            ink.Line(x, y, x + dx * arm, y, 0.6f, Gold);
            ink.Line(x, y, x, y + dy * arm, 0.6f, Gold);
        }
    }
}
