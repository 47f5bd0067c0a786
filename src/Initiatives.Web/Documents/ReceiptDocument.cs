namespace Initiatives.Web.Documents;

/// <summary>A file of a dossier.</summary>
/// <param name="Part">Which part of the dossier it is ("Báo cáo mô tả sáng kiến").</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256, 64 hexadecimal digits.</param>
public sealed record ReceiptFile(string Part, string FileName, long Bytes, string Sha256);

/// <summary>The receipt for a dossier (Phụ lục II of TT 18/2013/TT-BKHCN; DOMAIN § 2.4, § 4 no. 5).</summary>
/// <param name="Agency">Sở Khoa học và Công nghệ.</param>
/// <param name="AgencyName">The same inside a sentence: "Sở Khoa học và Công nghệ".</param>
/// <param name="Number">Register number, e.g. "HS-2026-0211".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="ReceivedAt">Vietnam local time at which the request arrived, to the second.</param>
/// <param name="SubmittedBy">Who handed in, with post.</param>
/// <param name="Unit">The unit that handed in.</param>
/// <param name="InitiativeTitle">Name of the initiative.</param>
/// <param name="Field">Reform field.</param>
/// <param name="Authors">"Trần Thị Bích Ngọc (60%)", the principal author first.</param>
/// <param name="Files">Components of the dossier.</param>
/// <param name="ContentDigest">SHA-256 over the dossier's content, hexadecimal.</param>
/// <param name="CheckDue">Last day of the formal check.</param>
/// <param name="AnswerDue">Last day of the decision.</param>
/// <param name="Way">By which way it came.</param>
/// <param name="Timeliness">In time, or by which extension.</param>
/// <param name="ReceivedBy">The officer who received it; null when the system did.</param>
/// <param name="LookupCode">Code for looking the dossier up.</param>
/// <param name="LookupUrl">Address that the QR code holds.</param>
/// <param name="IsDemo">Marks the page as demonstration data.</param>
public sealed record ReceiptModel(
    Agency Agency,
    string AgencyName,
    string Number,
    string Place,
    DateTime ReceivedAt,
    string SubmittedBy,
    string Unit,
    string InitiativeTitle,
    string Field,
    IReadOnlyList<string> Authors,
    IReadOnlyList<ReceiptFile> Files,
    string ContentDigest,
    DateOnly CheckDue,
    DateOnly AnswerDue,
    string Way,
    string Timeliness,
    string? ReceivedBy,
    string LookupCode,
    string LookupUrl,
    bool IsDemo = false);

/// <summary>Giấy biên nhận hồ sơ.</summary>
public static class ReceiptDocument
{
    private static readonly float[] LabelWidths = [44, 121];
    private static readonly float[] FileWidths = [10, 46, 58, 17, 34];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ReceiptModel model, Fonts fonts, Stream stream)
    {
        var day = Printed.Date(DateOnly.FromDateTime(model.ReceivedAt));
        var time = Printed.TimeToSecond(TimeOnly.FromDateTime(model.ReceivedAt));
        new Sheet(fonts, SheetInfo.For($"Giấy biên nhận hồ sơ số {model.Number}", model.AgencyName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {model.Number}", $"{model.Place}, {day}"))
            .Add(Nd30.Title("GIẤY BIÊN NHẬN", "Hồ sơ đề nghị công nhận sáng kiến cải cách hành chính"))
            .Add(Nd30.Body(new Run($"{model.AgencyName} đã nhận hồ sơ đề nghị công nhận hiệu quả áp dụng và khả năng nhân rộng của sáng kiến, như sau:")))
            .Add(new Table(LabelWidths, [], Facts(model, $"{time}, {day}")) { Border = 0, PadMm = 0, PadPt = 1.5f })
            .Add(Nd30.Body(new Run($"Thành phần hồ sơ: {Printed.Count(model.Files.Count)} tệp, {Printed.Size(model.Files.Sum(file => file.Bytes))}", Face.Bold)) with { FirstLineMm = 0, KeepWithNext = true })
            .Add(Files(model.Files))
            .Add(Digest(model))
            .Add(Foot(model))
            .Write(stream);
    }

    private static IReadOnlyList<IReadOnlyList<Cell>> Facts(ReceiptModel model, string received)
    {
        var facts = new List<(string Label, string Value, Face Face)>
        {
            ("Thời điểm nhận", received, Face.Bold),
            ("Người nộp", model.SubmittedBy, Face.Regular),
            ("Cơ quan, đơn vị", model.Unit, Face.Regular),
            ("Tên sáng kiến", model.InitiativeTitle, Face.Bold),
            ("Tác giả, đồng tác giả", string.Join("; ", model.Authors), Face.Regular),
            ("Lĩnh vực", model.Field, Face.Regular),
            ("Cách nhận", model.Way, Face.Regular),
            ("Hạn nộp", model.Timeliness, Face.Regular),
            ("Kiểm tra hồ sơ", $"Chậm nhất {Printed.Date(model.CheckDue)} (01 tháng kể từ ngày nhận)", Face.Regular),
            ("Kết quả công nhận", $"Chậm nhất {Printed.Date(model.AnswerDue)} (hạn ký quyết định của kỳ)", Face.Regular),
        };
        return [.. facts.Select(fact => (IReadOnlyList<Cell>)
        [
            new Cell(fact.Label + ":", size: 12),
            new Cell(new Paragraph(fact.Value, fact.Face) { Size = 12, Align = Align.Left, Spacing = 1.05f }),
        ])];
    }

    private static Table Files(IReadOnlyList<ReceiptFile> files) => new(
        FileWidths,
        [.. new[] { "TT", "Thành phần", "Tên tệp", "Cỡ", "Dấu SHA-256" }.Select(name => new Cell(name, Face.Bold, Align.Center))],
        [.. files.Select((file, i) => (IReadOnlyList<Cell>)
        [
            new Cell($"{i + 1}", align: Align.Center, size: 11f),
            new Cell(file.Part, size: 11f),
            new Cell(file.FileName, size: 11f),
            new Cell(Printed.Size(file.Bytes), align: Align.Right, size: 11f),
            new Cell(Printed.ShortDigest(file.Sha256), size: 11f),
        ])]);

    private static IEnumerable<Block> Digest(ReceiptModel model) =>
    [
        new Paragraph(new Run("Mã nội dung (SHA-256): ", Face.Bold), new Run(Printed.Groups(model.ContentDigest)))
        { Size = 11, Align = Align.Left, Before = 2, After = 2 },
        new Paragraph("Tính từ toàn bộ nội dung và các tệp lúc nhận; hồ sơ đổi dù một ký tự thì mã không còn khớp.", Face.Italic)
        { Size = 11, After = 2 },
    ];

    private static Columns Foot(ReceiptModel model) => new(
        new Column(34, new QrCode(model.LookupUrl, 28) { Before = 3 }),
        new Column(51,
            Left("Mã đối chiếu:", Face.Regular, 12) with { Before = 3 },
            Left(model.LookupCode, Face.Bold, 14),
            Left(model.LookupUrl, Face.Regular, 10) with { Before = 3 }),
        new Column(80,
            model.ReceivedBy is { } officer
                ? [Nd30.Centred("NGƯỜI NHẬN HỒ SƠ", Face.Bold, 13), new Gap(24 * Ink.Mm), Nd30.Centred(officer, Face.Bold, 14)]
                : [
                    Nd30.Centred("HỆ THỐNG TIẾP NHẬN TỰ ĐỘNG", Face.Bold, 12),
                    Nd30.Centred("Giấy biên nhận do hệ thống lập khi nhận đủ hồ sơ; tra cứu theo mã bên cạnh để đối chiếu.", Face.Italic, 12) with { Before = 4 },
                ]))
    { Before = 10, KeepWithPrevious = true };

    private static Paragraph Left(string text, Face face, float size) => new(text, face) { Size = size, Align = Align.Left };
}
