using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.People;

public sealed class UnitImportTests
{
    private static readonly KnownUnit[] Known = [new("11311", "Phường Hồng Bàng", "Hồng Bàng", "phuong"), new("UBND-TP", "Ủy ban nhân dân thành phố Hải Phòng", "UBND thành phố", "ubnd")];

    private static PlannedUnit One(string code, string name, string shortName = "", string type = "") => Assert.Single(UnitImport.Plan([new(2, code, name, shortName, type)], Known));

    [Theory]
    [InlineData("Xã Mới", "", "xa")]
    [InlineData("phường Mới", "", "phuong")]
    [InlineData("Sở Mới", "", "so")]
    [InlineData("Trung tâm Mới", "", "don-vi")]
    [InlineData("Chi cục Mới", "ngành dọc", "nganh-doc")]
    public void A_kind_is_said_or_told_from_the_name(string name, string said, string type) => Assert.Equal((RowFate.New, type), (One("M1", name, type: said).Fate, One("M1", name, type: said).Type));

    [Fact]
    public void A_renamed_unit_shows_what_it_was_called()
    {
        var row = One("11311", "Phường Hồng Bàng Mới", "Hồng Bàng");
        Assert.Equal((RowFate.Changed, new CellChange(nameof(UnitRow.Name), "Phường Hồng Bàng")), (row.Fate, Assert.Single(row.Changes)));
        Assert.Equal(RowFate.Unchanged, One("11311", "Phường Hồng Bàng").Fate);
    }

    [Theory]
    [InlineData("", "Đơn vị A", "", "Thiếu mã đơn vị.")]
    [InlineData("mã có dấu", "Đơn vị A", "", "Mã chỉ gồm chữ không dấu, số và dấu -, tối đa 20 ký tự.")]
    [InlineData("A1", "", "", "Thiếu tên đơn vị.")]
    [InlineData("A1", "phường hồng bàng", "", "Tên này đã là của đơn vị mã 11311.")]
    [InlineData("UBND-TP", "Ủy ban", "", "Ủy ban nhân dân thành phố Hải Phòng là đơn vị của hệ thống, không sửa bằng tệp.")]
    [InlineData("A1", "Đơn vị A", "Tổng cục", "Không có loại “Tổng cục”. Ghi một trong: Xã, Phường, Đặc khu, Sở, Ban, Cơ quan ngang sở, Đơn vị, Ngành dọc, Đoàn thể.")]
    public void A_row_is_refused_with_the_reason(string code, string name, string type, string sentence) => Assert.Equal(sentence, Assert.Single(One(code, name, type: type).Problems).Message);

    [Fact]
    public void Two_rows_with_one_code_are_both_refused() =>
        Assert.Equal(["Mã này còn ở dòng 3; mỗi mã một đơn vị.", "Mã này còn ở dòng 2; mỗi mã một đơn vị."], UnitImport.Plan([new(2, "a1", "A", "", ""), new(3, "A1", "B", "", "")], Known).Select(row => row.Problems.Single().Message));

    [Fact]
    public void The_template_s_example_does_nothing() => Assert.Equal(RowFate.Example, One("VD-01", "Trung tâm Ví dụ").Fate);
}
