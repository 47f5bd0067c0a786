using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Features.Imports;

/// <summary>The two sheets of a file, as rows, and what of the file was not looked at.</summary>
public sealed record ImportRows(IReadOnlyList<UnitRow> Units, IReadOnlyList<PersonRow> People, IReadOnlyList<string> Ignored);

/// <summary>Finds the sheets of people and units in a workbook, and in each the row of heads; the order of columns does not matter.</summary>
internal static class ImportSheets
{
    public const string People = "Cán bộ";
    public const string Units = "Đơn vị";
    public const string Codes = "Mã đơn vị";
    public const string Guide = "Hướng dẫn";

    /// <summary>A column: the name of its cell in the row, its head in the template, and other heads by which it goes.</summary>
    public sealed record Column(string Name, string Head, bool IsNeeded, double Width, string Explanation, params string[] Others);

    public static IReadOnlyList<Column> PeopleColumns { get; } =
    [
        new(nameof(PersonRow.Name), "Họ và tên", true, 28, "Như trên quyết định, có dấu, không ghi học vị. Tối đa 100 ký tự.", "ho ten", "ten"),
        new(nameof(PersonRow.Email), "Thư điện tử", true, 34, "Thư công vụ, dùng để đăng nhập. Mỗi người một thư; thư đã có tài khoản thì dòng này sửa tài khoản đó.", "email", "e-mail", "thu dien tu cong vu", "dia chi thu"),
        new(nameof(PersonRow.Unit), "Mã đơn vị", true, 22, "Mã ở trang “Mã đơn vị”, hoặc đúng tên đơn vị nếu không trùng tên nơi khác.", "don vi", "ma dv", "ten don vi"),
        new(nameof(PersonRow.Post), "Chức vụ", false, 34, "In cạnh chữ ký, ví dụ Phó Chủ tịch UBND phường. Để trống được.", "chuc danh"),
        new(nameof(PersonRow.Roles), "Vai trò", true, 34, $"Một hay nhiều, cách nhau bằng dấu chấm phẩy hoặc mỗi vai trò một dòng trong ô: {RoleWords.Offered}. Tệp thay vai trò trong đơn vị (tác giả, đầu mối, thủ trưởng, cấp phó); vai trò khác chỉ thêm, không bớt.", "quyen"),
    ];

    public static IReadOnlyList<Column> UnitColumns { get; } =
    [
        new(nameof(UnitRow.Code), "Mã", true, 14, "Mã chính thức năm chữ số của xã, phường, đặc khu; hoặc mã tự đặt, ví dụ SKHCN.", "ma don vi"),
        new(nameof(UnitRow.Name), "Tên đơn vị", true, 44, "Tên đầy đủ.", "ten"),
        new(nameof(UnitRow.ShortName), "Tên ngắn", false, 24, "Hiện trong bảng; để trống thì giữ tên đang có, đơn vị mới lấy tên đầy đủ.", "ten goi tat"),
        new(nameof(UnitRow.Type), "Loại", false, 18, $"Một trong: {string.Join(", ", UnitImport.Types.Select(type => type.Word))}. Để trống thì đoán theo tên.", "loai don vi"),
    ];

    public static Result<ImportRows> Of(IReadOnlyList<ReadSheet> sheets, string field)
    {
        var people = Named(sheets, People) ?? sheets.FirstOrDefault(sheet => HeadOf(sheet, PeopleColumns) is not null);
        var units = Named(sheets, Units) ?? sheets.FirstOrDefault(sheet => sheet != people && HeadOf(sheet, UnitColumns) is not null && HeadOf(sheet, PeopleColumns) is null && Key(sheet.Name) != Key(Codes));
        if (people is null && units is null) return Result.Fail(field, $"Không thấy trang nào có dòng tiêu đề “{string.Join("”, “", PeopleColumns.Where(column => column.IsNeeded).Select(column => column.Head))}”. Dùng tệp mẫu, chép các dòng vào trang “{People}”.");
        var problems = new List<Problem>();
        var rows = new ImportRows(
            units is null ? [] : [.. Rows(units, UnitColumns, field, problems).Select(row => new UnitRow(row.Number, row.Cell(nameof(UnitRow.Code)), row.Cell(nameof(UnitRow.Name)), row.Cell(nameof(UnitRow.ShortName)), row.Cell(nameof(UnitRow.Type))))],
            people is null ? [] : [.. Rows(people, PeopleColumns, field, problems).Select(row => new PersonRow(row.Number, row.Cell(nameof(PersonRow.Name)), row.Cell(nameof(PersonRow.Email)), row.Cell(nameof(PersonRow.Unit)), row.Cell(nameof(PersonRow.Post)), row.Cell(nameof(PersonRow.Roles))))],
            [.. sheets.Where(sheet => sheet != people && sheet != units && sheet.Rows.Count > 0 && Key(sheet.Name) != Key(Codes) && Key(sheet.Name) != Key(Guide)).Select(sheet => sheet.Name)]);
        if (problems.Count > 0) return Result.Fail(problems);
        return rows.Units.Count + rows.People.Count == 0 ? Result.Fail(field, "Các trang không có dòng nào dưới dòng tiêu đề. Ghi ít nhất một người rồi chọn lại tệp.") : rows;
    }

    private static ReadSheet? Named(IEnumerable<ReadSheet> sheets, string name) => sheets.FirstOrDefault(sheet => Key(sheet.Name) == Key(name));

    private sealed record Line(int Number, string[] Cells, Dictionary<string, int> Places)
    {
        public string Cell(string column) => Places.TryGetValue(column, out var place) && place < Cells.Length ? Cells[place] : "";
    }

    private static IEnumerable<Line> Rows(ReadSheet sheet, IReadOnlyList<Column> columns, string field, List<Problem> problems)
    {
        if (sheet.Rows.Count == 0) return [];
        if (HeadOf(sheet, columns) is not { } head)
        {
            var found = Places(sheet.Rows[0].Cells, columns);
            problems.Add(new Problem(field, $"Trang “{sheet.Name}” thiếu cột {string.Join(", ", columns.Where(column => column.IsNeeded && !found.ContainsKey(column.Name)).Select(column => $"“{column.Head}”"))} ở dòng tiêu đề. So với tệp mẫu."));
            return [];
        }

        var places = Places(sheet.Rows[head].Cells, columns);
        return sheet.Rows.Skip(head + 1).Select(row => new Line(row.Number, row.Cells, places)).Where(line => columns.Any(column => !string.IsNullOrWhiteSpace(line.Cell(column.Name))));
    }

    /// <summary>Which of the first ten rows names all columns that are needed; null: none does.</summary>
    private static int? HeadOf(ReadSheet sheet, IReadOnlyList<Column> columns)
    {
        for (var i = 0; i < Math.Min(10, sheet.Rows.Count); i++)
        {
            var places = Places(sheet.Rows[i].Cells, columns);
            if (columns.All(column => !column.IsNeeded || places.ContainsKey(column.Name))) return i;
        }

        return null;
    }

    /// <summary>The heads of the template before other names, so that "Tên đơn vị" beside "Mã đơn vị" disturbs nothing.</summary>
    private static Dictionary<string, int> Places(string[] cells, IReadOnlyList<Column> columns)
    {
        var keys = cells.Select(Key).ToArray();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var place = new[] { Key(column.Head) }.Concat(column.Others).Select(name => Array.IndexOf(keys, name)).FirstOrDefault(at => at >= 0 && !places.ContainsValue(at), -1);
            if (place >= 0) places[column.Name] = place;
        }

        return places;
    }

    /// <summary>A head without what stands in brackets and without a star.</summary>
    private static string Key(string head) => VietnameseText.Fold(head.Split('(')[0].Replace('*', ' ').Replace(':', ' '));
}
