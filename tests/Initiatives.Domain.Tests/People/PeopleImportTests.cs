using System.Text;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.People;

public sealed class PeopleImportTests
{
    private static readonly KnownUnit[] Units =
    [
        new("11311", "Phường Hồng Bàng", "Hồng Bàng", "phuong"), new("11383", "Phường Lê Chân", "Lê Chân", "phuong"),
        new("10633", "Xã Trần Phú", "Trần Phú", "xa"), new("10700", "Phường Trần Phú", "Trần Phú", "phuong"), new("SKHCN", "Sở Khoa học và Công nghệ", "Sở KH&CN", "so"),
    ];

    private static readonly KnownPerson Kim = new(7, "Trần Thị Kim", "kim@hongbang.example", "11311", "Công chức", Role.UnitOfficer | Role.CouncilMember, SigningCapacity.Head, false);

    private static PersonRow Row(string name = "Lê Văn Nam", string email = "nam@hongbang.example", string unit = "11311", string post = "Chuyên viên", string roles = "Tác giả", int number = 2) => new(number, name, email, unit, post, roles);

    private static PlannedPerson One(PersonRow row, params KnownPerson[] known) => Assert.Single(PeopleImport.Plan([row], known, Units));

    [Theory]
    [InlineData("Tác giả", Role.Author, SigningCapacity.Head)]
    [InlineData("cán bộ đầu mối; TÁC GIẢ", Role.UnitOfficer | Role.Author, SigningCapacity.Head)]
    [InlineData("Thi đua, khen thưởng; Tác giả", Role.HomeAffairs | Role.Author, SigningCapacity.Head)]
    [InlineData("Tác giả\r\nthi đua,khen thưởng", Role.HomeAffairs | Role.Author, SigningCapacity.Head)]
    [InlineData("Tác giả, Thi đua, khen thưởng, Báo chí", Role.HomeAffairs | Role.Author | Role.Press, SigningCapacity.Head)]
    [InlineData("dau moi+tac gia", Role.UnitOfficer | Role.Author, SigningCapacity.Head)]
    [InlineData("Thủ trưởng đơn vị", Role.UnitHead, SigningCapacity.Head)]
    [InlineData("Cấp phó", Role.UnitHead, SigningCapacity.Deputy)]
    [InlineData("Phó thủ trưởng, Tác giả", Role.UnitHead | Role.Author, SigningCapacity.Deputy)]
    public void Roles_are_read_as_people_write_them(string written, Role roles, SigningCapacity capacity)
    {
        var row = One(Row(roles: written));
        Assert.Equal((RowFate.New, roles, capacity), (row.Fate, row.Roles, row.Capacity));
        Assert.Equal((roles, capacity), (RoleWords.Read(RoleWords.Write(roles, capacity)).Roles, RoleWords.Read(RoleWords.Write(roles, capacity)).Capacity));
    }

    public static TheoryData<PersonRow, string, string> Refusals => new()
    {
        { Row(name: " "), nameof(PersonRow.Name), "Thiếu họ và tên." },
        { Row(name: new string('n', 101)), nameof(PersonRow.Name), "Họ và tên dài quá 100 ký tự." },
        { Row(name: "nam@hongbang.example"), nameof(PersonRow.Name), "Ô này là thư điện tử, không phải họ tên. Kiểm tra thứ tự cột." },
        { Row(name: "#REF!"), nameof(PersonRow.Name), "Ô chứa lỗi công thức #REF!. Ghi giá trị thật." },
        { Row(email: ""), nameof(PersonRow.Email), "Thiếu thư điện tử." },
        { Row(email: "nam.hongbang.example"), nameof(PersonRow.Email), EmailText.Refusal },
        { Row(email: "năm@hongbang.example"), nameof(PersonRow.Email), EmailText.Refusal },
        { Row(email: "nam@hongbang"), nameof(PersonRow.Email), EmailText.Refusal },
        { Row(email: "a@b.vn, c@d.vn"), nameof(PersonRow.Email), EmailText.Refusal },
        { Row(unit: ""), nameof(PersonRow.Unit), "Thiếu mã đơn vị." },
        { Row(unit: "99999"), nameof(PersonRow.Unit), "Không có đơn vị mã hoặc tên “99999”. Xem trang “Mã đơn vị” của tệp mẫu." },
        { Row(unit: "Trần Phú"), nameof(PersonRow.Unit), "Có 2 đơn vị tên “Trần Phú”: ghi mã (10633, 10700)." },
        { Row(post: new string('c', 201)), nameof(PersonRow.Post), "Chức vụ dài quá 200 ký tự." },
        { Row(roles: ""), nameof(PersonRow.Roles), "Thiếu vai trò." },
        { Row(roles: "Tác giả, Lính gác"), nameof(PersonRow.Roles), $"Không có vai trò “Lính gác”. Ghi một hay nhiều, cách nhau bằng dấu chấm phẩy: {RoleWords.Offered}." },
        { Row(roles: "Thủ trưởng, Cấp phó"), nameof(PersonRow.Roles), "Chọn một: Thủ trưởng đơn vị hoặc Cấp phó." },
        { Row(roles: "Quản trị, Ủy viên Hội đồng"), nameof(PersonRow.Roles), "Người quản trị không được làm ủy viên hoặc thư ký Hội đồng." },
        { Row(name: "Trần Thị Kim", email: Kim.Email, roles: "Quản trị"), nameof(PersonRow.Roles), "Người quản trị không được làm ủy viên hoặc thư ký Hội đồng." },
        { Row(email: Kim.Email), nameof(PersonRow.Email), "Thư này đã là của Trần Thị Kim, Phường Hồng Bàng. Người khác phải dùng thư khác." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_row_is_refused_with_the_cell_and_the_reason(PersonRow row, string column, string sentence)
    {
        var planned = One(row, Kim);
        Assert.Equal(RowFate.Refused, planned.Fate);
        Assert.Equal(new Problem(column, sentence), Assert.Single(planned.Problems));
    }

    [Fact]
    public void Every_bad_cell_of_a_row_is_told_at_once() =>
        Assert.Equal(4, One(Row("", "x", "?", "", "gì đó")).Problems.Count);

    [Fact]
    public void Two_rows_with_one_address_are_both_refused_and_name_each_other()
    {
        var plan = PeopleImport.Plan([Row(number: 2), Row(number: 5, name: "Người Khác", email: " NAM@hongbang.example ")], [], Units);
        Assert.Equal(["Thư này còn ở dòng 5; mỗi người một thư, mỗi thư một dòng.", "Thư này còn ở dòng 2; mỗi người một thư, mỗi thư một dòng."], plan.Select(row => row.Problems.Single().Message));
    }

    [Fact]
    public void Blanks_case_and_composition_make_no_difference()
    {
        var row = One(Row("  LÊ  VĂN NAM ".Normalize(NormalizationForm.FormD), "\u200bNam@HongBang.example\u00a0", " phường hồng bàng ", " Chuyên  viên ".Normalize(NormalizationForm.FormD)));
        Assert.Equal((RowFate.New, "Lê Văn Nam", "nam@hongbang.example", "11311", "Chuyên viên"), (row.Fate, row.Name, row.Email, row.UnitCode, row.Post));
    }

    [Fact]
    public void A_list_replaces_roles_within_the_unit_and_takes_away_no_other()
    {
        var row = One(Row("Trần Thị Kim", Kim.Email, "11383", "Phó Chủ tịch", "Cấp phó"), Kim);
        Assert.Equal((RowFate.Changed, 7, Role.UnitHead | Role.CouncilMember, SigningCapacity.Deputy), (row.Fate, row.PersonId, row.Roles, row.Capacity));
        Assert.Equal(
        [
            new CellChange(nameof(PersonRow.Unit), "Phường Hồng Bàng"), new CellChange(nameof(PersonRow.Post), "Công chức"),
            new CellChange(nameof(PersonRow.Roles), "Cán bộ đầu mối; Ủy viên Hội đồng"),
        ], row.Changes);
    }

    [Fact]
    public void What_is_so_already_stays_and_a_closed_account_is_said_to_stay_closed()
    {
        var row = One(Row("trần thị kim", Kim.Email, "11311", "Công chức", "Đầu mối"), Kim);
        Assert.Equal([new CellChange(nameof(PersonRow.Name), "Trần Thị Kim")], row.Changes);
        var same = One(Row("Trần Thị Kim", Kim.Email, "Hồng Bàng", "Công chức", "Đầu mối"), Kim with { IsClosed = true });
        Assert.Equal((RowFate.Unchanged, "tài khoản đang đóng, nhập xong vẫn đóng"), (same.Fate, same.Note));
    }

    [Fact]
    public void A_namesake_in_the_same_unit_is_pointed_out() =>
        Assert.Equal("đơn vị đã có người cùng tên (kim@hongbang.example); nếu là một người, dùng đúng thư cũ", One(Row("Trần Thị Kim"), Kim).Note);

    [Fact]
    public void The_template_s_examples_do_nothing() => Assert.Equal(RowFate.Example, One(Row(email: "dau-moi@vi-du.example", unit: "?")).Fate);

    [Fact]
    public void People_may_work_in_a_unit_of_the_same_file_and_refused_units_bring_nobody()
    {
        var plan = ImportPlan.Of([new(2, "TTX", "Trung tâm X", "", ""), new(3, "Ư", "Trung tâm Y", "", "")], [Row(unit: "TTX"), Row(email: "b@c.vn", unit: "Trung tâm Y", number: 3)], Units, []);
        Assert.Equal([RowFate.New, RowFate.Refused], plan.Units.Select(unit => unit.Fate));
        Assert.Equal([RowFate.New, RowFate.Refused], plan.People.Select(person => person.Fate));
        Assert.Equal(2, plan.Writes);
    }

    [Fact]
    public void Applied_a_plan_leaves_nothing_new_and_nothing_changed()
    {
        var random = new Random(7);
        string[] roles = ["Tác giả", "Đầu mối, Tác giả", "Cấp phó", "Thủ trưởng", "Báo chí"];
        var rows = Enumerable.Range(0, 300).Select(i => Row($"NGUYỄN VĂN {(char)('A' + i % 26)}{i}", $"N{i}@x.example", Units[random.Next(Units.Length)].Code, i % 3 == 0 ? " Chuyên  viên" : "", roles[random.Next(roles.Length)], i + 2)).ToList();
        var first = PeopleImport.Plan(rows, [], Units);
        Assert.All(first, row => Assert.Equal(RowFate.New, row.Fate));
        var known = first.Select((row, i) => new KnownPerson(i + 1, row.Name, row.Email, row.UnitCode, row.Post, row.Roles, row.Capacity, false)).ToList();
        Assert.All(PeopleImport.Plan(rows, known, Units), row => Assert.Equal(RowFate.Unchanged, row.Fate));
    }
}
