using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>Plans what a sheet of units would do: new units and new names. No unit is ever removed by a list.</summary>
public static class UnitImport
{
    private const int LongestCode = 20;
    private const int LongestName = 200;

    /// <summary>What stands before the code of an example row of the template.</summary>
    public const string ExampleCode = "VD-";

    /// <summary>Kinds of units as people write them, with the key under which they are kept; the first that a name begins with is its kind.</summary>
    public static IReadOnlyList<(string Word, string Type)> Types { get; } =
    [
        ("Xã", "xa"), ("Phường", "phuong"), ("Đặc khu", "dac-khu"), ("Sở", "so"), ("Ban", "ban"), ("Cơ quan ngang sở", "co-quan-ngang-so"),
        ("Đơn vị", "don-vi"), ("Ngành dọc", "nganh-doc"), ("Đoàn thể", "mttq-doan-the"),
    ];

    /// <summary>True for communes, wards and special zones.</summary>
    public static bool IsCommune(string type) => type is "xa" or "phuong" or "dac-khu";

    /// <summary>O(rows + units).</summary>
    public static IReadOnlyList<PlannedUnit> Plan(IReadOnlyList<UnitRow> rows, IReadOnlyList<KnownUnit> known)
    {
        var byCode = known.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
        var byName = known.ToLookup(unit => VietnameseText.Fold(unit.Name));
        var clean = rows.Select(row => row with { Code = Clean(row.Code), Name = Clean(row.Name), ShortName = Clean(row.ShortName), Type = Clean(row.Type) }).ToList();
        var codes = clean.ToLookup(row => row.Code.ToUpperInvariant());
        return [.. clean.Select(row => One(row, byCode.GetValueOrDefault(row.Code), byName, codes))];
    }

    private static PlannedUnit One(UnitRow row, KnownUnit? old, ILookup<string, KnownUnit> byName, ILookup<string, UnitRow> codes)
    {
        if (row.Code.StartsWith(ExampleCode, StringComparison.OrdinalIgnoreCase)) return new PlannedUnit(row.Number, RowFate.Example, row.Code, row.Name, row.ShortName, row.Type, [], []);
        var problems = new List<Problem>();
        void Refuse(string column, string sentence) => problems.Add(new Problem(column, sentence));

        if (row.Code.Length == 0) Refuse(nameof(UnitRow.Code), "Thiếu mã đơn vị.");
        else if (row.Code.Length > LongestCode || !row.Code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) Refuse(nameof(UnitRow.Code), $"Mã chỉ gồm chữ không dấu, số và dấu -, tối đa {LongestCode} ký tự.");
        else if (codes[row.Code.ToUpperInvariant()].FirstOrDefault(other => other.Number != row.Number) is { } twin) Refuse(nameof(UnitRow.Code), $"Mã này còn ở dòng {twin.Number}; mỗi mã một đơn vị.");
        else if (old is { Type: "thanh-pho" or "ubnd" }) Refuse(nameof(UnitRow.Code), $"{old.Name} là đơn vị của hệ thống, không sửa bằng tệp.");
        if (row.Name.Length == 0) Refuse(nameof(UnitRow.Name), "Thiếu tên đơn vị.");
        else if (row.Name.Length > LongestName) Refuse(nameof(UnitRow.Name), $"Tên dài quá {LongestName} ký tự.");
        else if (byName[VietnameseText.Fold(row.Name)].FirstOrDefault(other => !string.Equals(other.Code, row.Code, StringComparison.OrdinalIgnoreCase)) is { } same) Refuse(nameof(UnitRow.Name), $"Tên này đã là của đơn vị mã {same.Code}.");
        if (row.ShortName.Length > LongestName) Refuse(nameof(UnitRow.ShortName), $"Tên ngắn dài quá {LongestName} ký tự.");
        if (TypeOf(row.Type, row.Name, old) is not { } type)
        {
            Refuse(nameof(UnitRow.Type), $"Không có loại “{row.Type}”. Ghi một trong: {string.Join(", ", Types.Select(item => item.Word))}.");
            type = "";
        }

        var shortName = row.ShortName.Length > 0 ? row.ShortName : old?.ShortName ?? row.Name;
        var code = old?.Code ?? row.Code;
        if (problems.Count > 0) return new PlannedUnit(row.Number, RowFate.Refused, code, row.Name, shortName, type, problems, []);
        if (old is null) return new PlannedUnit(row.Number, RowFate.New, code, row.Name, shortName, type, [], []);
        var changes = new List<CellChange>();
        if (old.Name != row.Name) changes.Add(new(nameof(UnitRow.Name), old.Name));
        if (old.ShortName != shortName) changes.Add(new(nameof(UnitRow.ShortName), old.ShortName));
        if (old.Type != type) changes.Add(new(nameof(UnitRow.Type), WordOf(old.Type)));
        return new PlannedUnit(row.Number, changes.Count > 0 ? RowFate.Changed : RowFate.Unchanged, code, row.Name, shortName, type, [], changes);
    }

    /// <summary>The kind as people read it.</summary>
    public static string WordOf(string type) => Types.FirstOrDefault(item => item.Type == type).Word ?? type;

    private static string? TypeOf(string said, string name, KnownUnit? old)
    {
        var word = VietnameseText.Fold(said);
        if (word.Length > 0) return Types.FirstOrDefault(item => VietnameseText.Fold(item.Word) == word || item.Type == word).Type;
        if (old is not null) return old.Type;
        var folded = VietnameseText.Fold(name) + " ";
        return Types.Take(5).FirstOrDefault(item => folded.StartsWith(VietnameseText.Fold(item.Word) + " ", StringComparison.Ordinal)).Type ?? "don-vi";
    }

    private static string Clean(string text) => VietnameseName.Normalize(text);
}
