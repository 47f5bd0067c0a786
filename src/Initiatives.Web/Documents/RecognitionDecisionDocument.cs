namespace Initiatives.Web.Documents;

/// <summary>An author as a decision prints him.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Affiliation">Post, workplace and unit in one line.</param>
/// <param name="SharePercent">Share in the initiative, 0–100; null where the decision gives none.</param>
public sealed record DecisionAuthor(string Name, string Affiliation, decimal? SharePercent = null);

/// <summary>A row of the annex.</summary>
/// <param name="Title">Name of the initiative.</param>
/// <param name="Authors">Its authors, the principal one first.</param>
/// <param name="Field">Reform field.</param>
/// <param name="Scope">Where it is recognised to be applied.</param>
public sealed record RecognisedInitiative(string Title, IReadOnlyList<DecisionAuthor> Authors, string Field, string Scope);

/// <summary>The decision that recognises a year's initiatives (DOMAIN § 4 no. 17).</summary>
/// <param name="Agency">UBND thành phố.</param>
/// <param name="Authority">"CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG".</param>
/// <param name="Number">Number of the series; null before signature.</param>
/// <param name="Symbol">"QĐ-UBND".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of signature; null before it.</param>
/// <param name="Year">Year of the cycle.</param>
/// <param name="Bases">Căn cứ lines, full titles; no articles of texts that were not checked.</param>
/// <param name="Proposal">"Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số …".</param>
/// <param name="Articles">Texts of the articles without "Điều n."; a line feed starts a paragraph.</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="Rows">The annex.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
/// <param name="IsSupplement">Recognises in addition to the year's first decision.</param>
public sealed record RecognitionDecisionModel(
    Agency Agency,
    string Authority,
    int? Number,
    string Symbol,
    string Place,
    DateOnly? Date,
    int Year,
    IReadOnlyList<string> Bases,
    string Proposal,
    IReadOnlyList<string> Articles,
    Signatory Signatory,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<RecognisedInitiative> Rows,
    bool IsDemo = false,
    bool IsSupplement = false);

/// <summary>Quyết định công nhận sáng kiến with its annex (NĐ 30/2020, Phụ lục III, mẫu 1.2 and 2.1).</summary>
public static class RecognitionDecisionDocument
{
    private static readonly float[] Widths = [11, 79, 86, 38, 38];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(RecognitionDecisionModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        var subject = $"Về việc công nhận {(model.IsSupplement ? "bổ sung " : "")}sáng kiến cải cách hành chính năm {model.Year}";
        new Sheet(fonts, SheetInfo.For($"Quyết định số {number} {subject.ToLowerInvariant()}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {Printed.Date(model.Date)}"))
            .Add(Nd30.Title("QUYẾT ĐỊNH", subject))
            .Add(Nd30.Authority(model.Authority))
            .Add(Nd30.Bases([.. model.Bases, model.Proposal]))
            .Add(Nd30.Authority("QUYẾT ĐỊNH:"))
            .Add(Nd30.Articles(model.Articles))
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Section(new PageFormat { Landscape = true })
            .Add(Nd30.AnnexHead(
                $"DANH SÁCH SÁNG KIẾN CẢI CÁCH HÀNH CHÍNH ĐƯỢC CÔNG NHẬN {(model.IsSupplement ? "BỔ SUNG " : "")}NĂM {model.Year}",
                $"Kèm theo Quyết định số {number} {Printed.Date(model.Date)} của Chủ tịch Ủy ban nhân dân thành phố"))
            .Add(Annex(model))
            .Write(stream);
    }

    /// <summary>The usual three articles; <paramref name="count"/> is the number of initiatives.</summary>
    public static IReadOnlyList<string> UsualArticles(int year, int count) =>
    [
        $"Công nhận hiệu quả áp dụng và khả năng nhân rộng trên địa bàn thành phố đối với {Printed.Count(count)} sáng kiến " +
        $"lĩnh vực cải cách hành chính năm {year} (có Phụ lục danh sách kèm theo).",
        "Quyết định này có hiệu lực kể từ ngày ký. Các cơ quan, đơn vị, địa phương có sáng kiến được công nhận tiếp tục " +
        "duy trì, hoàn thiện và tạo điều kiện để các cơ quan, đơn vị khác áp dụng; các cơ quan, đơn vị, địa phương trên " +
        "địa bàn thành phố căn cứ chức năng, nhiệm vụ và điều kiện thực tế chủ động tổ chức nhân rộng. Giao Sở Khoa học " +
        "và Công nghệ theo dõi, tổng hợp kết quả áp dụng, nhân rộng; phối hợp Sở Nội vụ đưa kết quả vào tiêu chí đánh " +
        "giá, chấm điểm cải cách hành chính hàng năm.",
        "Chánh Văn phòng Ủy ban nhân dân thành phố; Giám đốc các Sở: Khoa học và Công nghệ, Nội vụ; Thủ trưởng các cơ " +
        "quan, đơn vị, địa phương có liên quan và các tác giả, đồng tác giả có tên tại Phụ lục chịu trách nhiệm thi " +
        "hành Quyết định này.",
    ];

    /// <summary>Articles of a supplementary decision.</summary>
    /// <param name="first">The first decision, "Quyết định số 4512/QĐ-UBND ngày 27 tháng 11 năm 2026".</param>
    public static IReadOnlyList<string> SupplementArticles(int year, int count, string first) =>
    [
        $"Công nhận bổ sung hiệu quả áp dụng và khả năng nhân rộng trên địa bàn thành phố đối với {Printed.Count(count)} sáng kiến " +
        $"lĩnh vực cải cách hành chính năm {year} (có Phụ lục danh sách kèm theo), ngoài các sáng kiến đã được công nhận tại {first}.",
        $"Quyết định này có hiệu lực kể từ ngày ký. Các nội dung của {first} giữ nguyên; sáng kiến được công nhận bổ sung được duy trì, " +
        "hoàn thiện, nhân rộng và tổng hợp vào tiêu chí đánh giá, chấm điểm cải cách hành chính như các sáng kiến được công nhận tại Quyết định đó.",
        UsualArticles(year, count)[^1],
    ];

    private static Block Annex(RecognitionDecisionModel model) => model.Rows.Count == 0
        ? Nd30.Centred("Không có sáng kiến được công nhận.", Face.Italic, 14)
        : new Table(Widths, [.. Head("TT", "Tên sáng kiến", "Tác giả, chức vụ, đơn vị (tỷ lệ đóng góp)", "Lĩnh vực", "Phạm vi áp dụng")],
            [.. model.Rows.Select(Row)]);

    private static IEnumerable<Cell> Head(params string[] names) =>
        names.Select(name => new Cell(name, Face.Bold, Align.Center, 13));

    private static IReadOnlyList<Cell> Row(RecognisedInitiative row, int index) =>
    [
        new($"{index + 1}", align: Align.Center, size: 13),
        new(row.Title, size: 13),
        new([.. row.Authors.Select(author => new Paragraph(Author(author)) { Align = Align.Left, Size = 13, Spacing = 1, After = 2 })]),
        new(row.Field, size: 13),
        new(row.Scope, size: 13),
    ];

    private static IReadOnlyList<Run> Author(DecisionAuthor author) =>
    [
        new(author.Name, Face.Bold),
        new($", {author.Affiliation}{(author.SharePercent is { } share ? $" ({Printed.Decimal(share)}%)" : "")}"),
    ];
}
