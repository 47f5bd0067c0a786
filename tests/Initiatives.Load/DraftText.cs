using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Load;

/// <summary>
/// A draft as a client types it: complete from the start, longer at each save, no two alike. Its texts are such that the
/// site stores them as they are (NFC, trimmed, clean HTML), so that they can be compared byte for byte.
/// </summary>
internal sealed class DraftText(string title, Guid formKey)
{
    private readonly List<string> steps = [];
    private readonly List<string> notes = [];

    public string Title => title;
    public Guid FormKey => formKey;

    /// <summary>Writes on: a step of the solution, a note of the novelty.</summary>
    public void Grow(Random random)
    {
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        steps.Add($"Bước {steps.Count + 1}: cán bộ một cửa kiểm tra giấy tờ ngay tại quầy, ghi mã {mark}, hẹn giờ trả cho người dân.");
        if (random.Next(2) == 0) notes.Add($"Lần ghi {notes.Count + 1}, mã {mark}: giảm được một lượt đi lại so với trước.");
    }

    private string Solution =>
        "<p>Đơn vị lập một bảng chung cho các việc phải làm trong ngày, mỗi việc có một người nhận, một hạn và một sản phẩm. Cuối ngày người nhận ghi kết quả, việc nào chậm thì nêu lý do và người giúp gỡ; sáng hôm sau cả phòng xem lại trong mười phút trước khi mở cửa đón người dân.</p>"
        + (steps.Count == 0 ? "" : $"<ol>{string.Concat(steps.Select(step => $"<li>{step}</li>"))}</ol>");

    private string Novelty => string.Join('\n', notes.Prepend("Trước đây mỗi phòng ghi một sổ riêng và chỉ đối chiếu vào cuối tháng. Nay cả đơn vị nhìn chung một bảng, việc chậm hiện ra ngay trong ngày và có người gỡ."));

    /// <summary>Names of the texts that are compared, in the order of <see cref="Texts"/>.</summary>
    public static readonly IReadOnlyList<string> Names = ["Title", "Summary", "PriorSituation", "Solution", "Novelty", "Scope", "ReplicationConditions"];

    /// <summary>Every text by its name, in one fixed order; these are what is compared.</summary>
    public IReadOnlyList<(string Name, string Text)> Texts =>
    [
        ("Title", title),
        ("Summary", "Một bảng việc chung trong ngày giúp đơn vị thấy ngay việc chậm và giảm số lần người dân phải đi lại."),
        ("PriorSituation", "Người dân phải đi lại nhiều lần vì thiếu giấy tờ mà không ai báo trước. Các phòng không biết việc của nhau, số hồ sơ quá hạn mỗi tháng lên tới vài chục."),
        ("Solution", Solution),
        ("Novelty", Novelty),
        ("Scope", "Toàn đơn vị, có thể áp dụng cho mọi xã, phường của thành phố."),
        ("ReplicationConditions", "Cần một bảng chung và mười phút mỗi sáng, không thêm kinh phí."),
    ];

    /// <summary>The fields of the form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields(int version) =>
    [
        new("FormKey", formKey.ToString()),
        new("Version", version.ToString(CultureInfo.InvariantCulture)),
        .. Texts.Select(text => new KeyValuePair<string, string>(text.Name, text.Text)),
        new("SolutionType", "Management"),
        new("FieldCode", "LV-A"),
        new("Indices", "PAR"),
        new("FirstAppliedOn", "2025-06-02"),
        new("Authors[0].Name", "Trần Thị Hòa"),
        new("Authors[0].BirthDate", "1985-03-14"),
        new("Authors[0].Workplace", "Văn phòng"),
        new("Authors[0].Post", "Chuyên viên"),
        new("Authors[0].Qualification", "Thạc sĩ"),
        new("Authors[0].Share", "100"),
        new("Effects[0].Measure", "Hồ sơ quá hạn mỗi tháng"),
        new("Effects[0].Before", "31"),
        new("Effects[0].After", "6"),
        new("Effects[0].Unit", "hồ sơ"),
        new("Effects[0].HowMeasured", "Sổ theo dõi, bình quân ba tháng trước và sau"),
    ];

    /// <summary>SHA-256 over the exact texts.</summary>
    public string Digest => DigestOf(Texts.Select(text => text.Text));

    public static string DigestOf(IEnumerable<string> texts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))));
}
