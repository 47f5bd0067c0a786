using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>
/// Plans what a sheet of people would do; nothing is done here. Deterministic: the same rows against the same people give
/// the same plan, and a plan that was applied gives one in which nothing is new or changed. O(rows + people).
/// </summary>
public static class PeopleImport
{
    /// <summary>Addresses of the template's example rows (RFC 2606: they reach nobody).</summary>
    public const string ExampleDomain = "@vi-du.example";

    /// <summary>What Excel shows where a formula has failed.</summary>
    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"];

    /// <param name="rows">The sheet's rows, empty ones left out.</param>
    /// <param name="known">All people with an account.</param>
    /// <param name="units">All units, those that the same file brings included.</param>
    public static IReadOnlyList<PlannedPerson> Plan(IReadOnlyList<PersonRow> rows, IReadOnlyList<KnownPerson> known, IReadOnlyList<KnownUnit> units)
    {
        var clean = rows.Select(row => row with
        {
            Name = Titled(VietnameseName.Normalize(row.Name)),
            Email = EmailText.Normalize(row.Email),
            Unit = VietnameseName.Normalize(row.Unit),
            Post = VietnameseName.Normalize(row.Post),
            Roles = VietnameseText.Normalize(row.Roles),
        }).ToList();
        var book = new Book(
            known.ToDictionary(person => person.Email, StringComparer.OrdinalIgnoreCase),
            known.ToLookup(person => NameKey(person.Name, person.UnitCode)),
            units.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase),
            units.SelectMany(unit => new[] { unit.Name, unit.ShortName }.Select(VietnameseText.Fold).Distinct().Select(name => (name, unit))).ToLookup(item => item.name, item => item.unit),
            clean.Where(row => row.Email.Length > 0).ToLookup(row => row.Email));
        return [.. clean.Select(row => One(row, book))];
    }

    private sealed record Book(
        Dictionary<string, KnownPerson> ByEmail, ILookup<string, KnownPerson> ByName,
        Dictionary<string, KnownUnit> UnitByCode, ILookup<string, KnownUnit> UnitByName, ILookup<string, PersonRow> Emails);

    private static PlannedPerson One(PersonRow row, Book book)
    {
        var problems = new List<Problem>();
        void Refuse(string column, string sentence) => problems.Add(new Problem(column, sentence));
        foreach (var (column, text) in new[] { (nameof(PersonRow.Name), row.Name), (nameof(PersonRow.Email), row.Email), (nameof(PersonRow.Unit), row.Unit), (nameof(PersonRow.Post), row.Post), (nameof(PersonRow.Roles), row.Roles) })
            if (Errors.FirstOrDefault(error => string.Equals(error, text, StringComparison.OrdinalIgnoreCase)) is { } error) Refuse(column, $"Ô chứa lỗi công thức {error}. Ghi giá trị thật.");
        bool IsBad(string column) => problems.Exists(problem => problem.Field == column);

        var old = book.ByEmail.GetValueOrDefault(row.Email);
        if (!IsBad(nameof(PersonRow.Name))) CheckName(row, old, book, Refuse);
        if (!IsBad(nameof(PersonRow.Email))) CheckEmail(row, book, Refuse);
        var unit = IsBad(nameof(PersonRow.Unit)) ? null : UnitOf(row, book, Refuse);
        if (row.Post.Length > Person.LongestPost) Refuse(nameof(PersonRow.Post), $"Chức vụ dài quá {Person.LongestPost} ký tự.");
        var capacity = SigningCapacity.Head;
        var roles = IsBad(nameof(PersonRow.Roles)) ? Role.None : RolesOf(row, old, Refuse, out capacity);

        PlannedPerson Planned(RowFate fate, IReadOnlyList<CellChange> changes, string note) => new(
            row.Number, fate, old?.Id ?? 0, row.Name, row.Email, unit?.Code ?? row.Unit, unit?.Name ?? row.Unit, row.Post, roles, capacity, fate == RowFate.Refused ? problems : [], changes, note);

        if (row.Email.EndsWith(ExampleDomain, StringComparison.Ordinal)) return Planned(RowFate.Example, [], "dòng ví dụ của tệp mẫu");
        if (problems.Count > 0) return Planned(RowFate.Refused, [], "");
        if (old is null) return Planned(RowFate.New, [], Namesake(row, unit!, book));
        var changes = new List<CellChange>();
        if (old.Name != row.Name) changes.Add(new(nameof(PersonRow.Name), old.Name));
        if (old.UnitCode != unit!.Code) changes.Add(new(nameof(PersonRow.Unit), book.UnitByCode.GetValueOrDefault(old.UnitCode)?.Name ?? old.UnitCode));
        if (old.Post != row.Post) changes.Add(new(nameof(PersonRow.Post), old.Post));
        if (old.Roles != roles || old.Capacity != capacity) changes.Add(new(nameof(PersonRow.Roles), RoleWords.Write(old.Roles, old.Capacity)));
        return Planned(changes.Count > 0 ? RowFate.Changed : RowFate.Unchanged, changes, old.IsClosed ? "tài khoản đang đóng, nhập xong vẫn đóng" : "");
    }

    private static void CheckName(PersonRow row, KnownPerson? old, Book book, Action<string, string> refuse)
    {
        if (row.Name.Length == 0) refuse(nameof(PersonRow.Name), "Thiếu họ và tên.");
        else if (row.Name.Length > Person.LongestName) refuse(nameof(PersonRow.Name), $"Họ và tên dài quá {Person.LongestName} ký tự.");
        else if (row.Name.Contains('@')) refuse(nameof(PersonRow.Name), "Ô này là thư điện tử, không phải họ tên. Kiểm tra thứ tự cột.");
        else if (old is not null && VietnameseText.Fold(old.Name) != VietnameseText.Fold(row.Name))   // an account never passes to somebody else
            refuse(nameof(PersonRow.Email), $"Thư này đã là của {old.Name}, {book.UnitByCode.GetValueOrDefault(old.UnitCode)?.Name ?? old.UnitCode}. Người khác phải dùng thư khác.");
    }

    private static void CheckEmail(PersonRow row, Book book, Action<string, string> refuse)
    {
        if (row.Email.Length == 0) refuse(nameof(PersonRow.Email), "Thiếu thư điện tử.");
        else if (row.Email.Length > EmailText.Longest || !EmailText.IsGood(row.Email)) refuse(nameof(PersonRow.Email), EmailText.Refusal);
        else if (book.Emails[row.Email].FirstOrDefault(other => other.Number != row.Number) is { } twin) refuse(nameof(PersonRow.Email), $"Thư này còn ở dòng {twin.Number}; mỗi người một thư, mỗi thư một dòng.");
    }

    /// <summary>By its code, or by its name where only one unit bears it.</summary>
    private static KnownUnit? UnitOf(PersonRow row, Book book, Action<string, string> refuse)
    {
        if (row.Unit.Length == 0)
        {
            refuse(nameof(PersonRow.Unit), "Thiếu mã đơn vị.");
            return null;
        }

        if (book.UnitByCode.TryGetValue(row.Unit, out var unit)) return unit;
        var named = book.UnitByName[VietnameseText.Fold(row.Unit)].DistinctBy(item => item.Code).ToList();
        if (named.Count == 1) return named[0];
        refuse(nameof(PersonRow.Unit), named.Count > 1
            ? $"Có {named.Count} đơn vị tên “{row.Unit}”: ghi mã ({string.Join(", ", named.Select(item => item.Code))})."
            : $"Không có đơn vị mã hoặc tên “{row.Unit}”. Xem trang “Mã đơn vị” của tệp mẫu.");
        return null;
    }

    /// <summary>A list says all roles within the unit; others, given by decisions, it only adds to.</summary>
    private static Role RolesOf(PersonRow row, KnownPerson? old, Action<string, string> refuse, out SigningCapacity capacity)
    {
        var said = RoleWords.Read(row.Roles);
        var roles = said.Roles | ((old?.Roles ?? Role.None) & ~RoleWords.OfUnits);
        capacity = said.Roles.HasFlag(Role.UnitHead) ? said.Capacity : old?.Capacity ?? SigningCapacity.Head;
        if (said.Unknown.Length > 0) refuse(nameof(PersonRow.Roles), $"Không có vai trò “{said.Unknown}”. Ghi một hay nhiều, cách nhau bằng dấu chấm phẩy: {RoleWords.Offered}.");
        else if (said.IsTwofold) refuse(nameof(PersonRow.Roles), "Chọn một: Thủ trưởng đơn vị hoặc Cấp phó.");
        else if (said.Roles == Role.None) refuse(nameof(PersonRow.Roles), "Thiếu vai trò.");
        else if (Person.RefusalOf(roles) is { } refusal) refuse(nameof(PersonRow.Roles), refusal);
        return roles;
    }

    private static string Namesake(PersonRow row, KnownUnit unit, Book book) =>
        book.ByName[NameKey(row.Name, unit.Code)].FirstOrDefault() is { } other
            ? $"đơn vị đã có người cùng tên ({other.Email}); nếu là một người, dùng đúng thư cũ"
            : "";

    private static string NameKey(string name, string unitCode) => $"{VietnameseText.Fold(name)}|{unitCode.ToUpperInvariant()}";

    /// <summary>A name typed in capitals throughout is written as names are.</summary>
    private static string Titled(string name) => name.Any(char.IsLower) || name.Count(char.IsLetter) < 3 ? name : VietnameseName.TitleCase(name);
}
