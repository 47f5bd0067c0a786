namespace Initiatives.Web.Documents;

/// <summary>An author's line on the paper.</summary>
/// <param name="Share">Percent as printed, without the sign; empty: left open.</param>
public sealed record ContributionRow(string Name, string Post, string Workplace, string Share);

/// <summary>The paper by which all authors of an initiative confirm who they are and what their part was.</summary>
/// <param name="Title">Name of the initiative.</param>
/// <param name="Unit">The unit that will send it.</param>
/// <param name="Place">Of the unit: "Hồng Bàng", "Hải Phòng".</param>
/// <param name="Total">Sum of the shares as printed.</param>
/// <param name="Code">Tells which version of the lines was signed.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record ContributionModel(string Title, string Unit, string Place, IReadOnlyList<ContributionRow> Rows, string Total, string Code, bool IsDemo = false);

/// <summary>Bản xác nhận tỷ lệ đóng góp (đơn: TT 18/2013, Phụ lục I), set like NĐ 30/2020; the authors sign it, no agency does.</summary>
public static class ContributionDocument
{
    private static readonly float[] Widths = [11, 40, 56, 18, 40];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ContributionModel model, Fonts fonts, Stream stream) =>
        new Sheet(fonts, SheetInfo.For("Bản xác nhận tỷ lệ đóng góp: " + model.Title, model.Unit, model.IsDemo))
            .Add(Nd30.NationalTitle())
            .Add(new Gap(14))
            .Add(Nd30.Title("BẢN XÁC NHẬN", "Tỷ lệ đóng góp của các tác giả sáng kiến"))
            .Add(Nd30.Body(new Run("Tên sáng kiến: "), new Run(model.Title, Face.Bold)))
            .Add(Nd30.Body(new Run("Đơn vị gửi hồ sơ: " + model.Unit)))
            .Add(Nd30.Body(new Run("Chúng tôi là tác giả của sáng kiến nêu trên, cùng xác nhận họ tên, chức danh, nơi công tác và tỷ lệ đóng góp của từng người như sau:")) with { KeepWithNext = true })
            .Add(Rows(model))
            .Add(Nd30.Body(new Run("Mỗi người ký xác nhận dòng của mình và chịu trách nhiệm về nội dung đã xác nhận.")) with { Before = 6 })
            .Add(new Paragraph($"{model.Place}, ngày … tháng … năm …", Face.Italic) { Align = Align.Right, Before = 6 })
            .Add(new Paragraph($"Mã bản xác nhận: {model.Code}. Danh sách tác giả trong hồ sơ được sửa thì mã đổi và bản đã ký không còn dùng.") { Size = 11, Align = Align.Left, Before = 18 })
            .Write(stream);

    private static Table Rows(ContributionModel model) => new(
        Widths,
        [Head("STT"), Head("Họ và tên"), Head("Chức danh, nơi công tác"), Head("Tỷ lệ (%)"), Head("Chữ ký")],
        [.. model.Rows.Select(Row), [new Cell("Cộng", Face.Bold, Align.Center) { Span = 3 }, new Cell(model.Total, Face.Bold, Align.Right), new Cell("")]]);

    private static IReadOnlyList<Cell> Row(ContributionRow row, int index) =>
    [
        new Cell($"{index + 1}", align: Align.Center),
        new Cell(row.Name),
        new Cell(string.Join(", ", new[] { row.Post, row.Workplace }.Where(part => part.Length > 0))),
        new Cell(row.Share, align: Align.Right),
        new Cell([new Gap(34)]),   // room for a hand
    ];

    private static Cell Head(string text) => new(text, Face.Bold, Align.Center);
}
