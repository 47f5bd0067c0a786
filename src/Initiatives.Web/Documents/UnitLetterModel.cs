namespace Initiatives.Web.Documents;

/// <summary>A dossier on the letter's list.</summary>
/// <param name="Authors">"Trần Thị K, Công chức Tư pháp – Hộ tịch: 60%", one line each.</param>
/// <param name="Field">"c) Cải cách thủ tục hành chính".</param>
/// <param name="BaseDecision">Number and date of the recognition at base level; empty: none.</param>
/// <param name="Digest">Of the content that the letter sends, hex.</param>
public sealed record UnitLetterRow(string Title, IReadOnlyList<string> Authors, string Field, string BaseDecision, string Digest);

/// <summary>A unit's letter (tờ trình) that sends dossiers to Sở KH&amp;CN, with its list (danh sách trích ngang).</summary>
/// <param name="Agency">The unit, under the body above it.</param>
/// <param name="UnitName">The unit as running text names it.</param>
/// <param name="Symbol">"TTr-UBND"; the number is left open.</param>
/// <param name="Year">Of the cycle.</param>
/// <param name="Basis">"Công văn số 2345/UBND-NVKTGS ngày 11 tháng 9 năm 2025 của Ủy ban nhân dân thành phố"; empty: none is known.</param>
/// <param name="Signatory">Who will sign; his name may be open.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record UnitLetterModel(
    Agency Agency, string UnitName, string Symbol, string Place, int Year, string Basis, IReadOnlyList<UnitLetterRow> Rows, Signatory Signatory, bool IsDemo = false)
{
    public string Number => $"Số: {Printed.Number(null, Symbol)}";

    public string PlaceAndDate => $"{Place}, {Printed.Date(null)}";

    public string Subject => $"Về việc đề nghị xét công nhận sáng kiến cải cách hành chính năm {Year}";

    public string Addressee => "Sở Khoa học và Công nghệ";

    /// <summary>The body; the last paragraph ends with "./.".</summary>
    public IReadOnlyList<string> Paragraphs =>
    [
        $"{(Basis.Length > 0 ? $"Thực hiện {Basis}, " : "")}{(Basis.Length > 0 ? UnitName : Capital(UnitName))} đã tổ chức phát động, xem xét và lựa chọn các sáng kiến cải cách hành chính của đơn vị năm {Year}.",
        $"{Capital(UnitName)} trình Sở Khoa học và Công nghệ {Printed.Count(Rows.Count)} hồ sơ sáng kiến đề nghị xét công nhận hiệu quả áp dụng và khả năng nhân rộng, theo danh sách trích ngang gửi kèm. Hồ sơ điện tử của từng sáng kiến đã được lập trên hệ thống Sáng Kiến, có nội dung đúng với mã nội dung ghi tại danh sách.",
        $"{Capital(UnitName)} xác nhận thông tin về tác giả, tỷ lệ đóng góp và hiệu quả áp dụng nêu trong hồ sơ, chịu trách nhiệm về tính chính xác của hồ sơ.",
        Nd30.End("Kính đề nghị Sở Khoa học và Công nghệ xem xét, thẩm định, trình cấp có thẩm quyền công nhận theo quy định"),
    ];

    public IReadOnlyList<string> Recipients => ["Như trên", "Lưu: VT"];

    public string ListTitle => $"DANH SÁCH TRÍCH NGANG SÁNG KIẾN ĐỀ NGHỊ CÔNG NHẬN NĂM {Year}";

    public string ListBelongsTo => $"Kèm theo Tờ trình số {Printed.Number(null, Symbol)} {Printed.Date(null)} của {UnitName}";

    public static IReadOnlyList<string> Heads { get; } = ["STT", "Tên sáng kiến", "Tác giả, chức vụ, tỷ lệ đóng góp", "Lĩnh vực", "Số QĐ công nhận cấp cơ sở (nếu có)"];

    /// <summary>Widths of the list's columns on A4 across, in millimetres: 252 together.</summary>
    public static IReadOnlyList<float> Widths { get; } = [12, 80, 82, 42, 36];

    /// <summary>"Mã nội dung: 1ad0 93f7 … 6be2".</summary>
    public static string CodeOf(UnitLetterRow row) => $"Mã nội dung: {Printed.ShortDigest(row.Digest)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
