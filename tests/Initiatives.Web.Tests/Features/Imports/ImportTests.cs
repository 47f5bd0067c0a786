using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Documents;
using Initiatives.Web.Features.Imports;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Imports;

/// <summary>A list of people comes in as the dry run showed it, or not at all.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Page = "/quan-tri/tai-khoan/nhap";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<TestUser> Administrator() => await app.As(await app.Given.Person(Role.Administrator, unit: "SKHCN", name: "Cao Văn Mạnh"));

    private static object?[] Row(string name, string email, object unit, string roles = "Tác giả", string post = "Chuyên viên") => [name, email, unit, post, roles];

    private static Task<Answer> Check(TestUser admin, byte[] file, string name = "danh-sach.xlsx") => admin.Upload(Page, "File", name, file);

    private static Task<Answer> Apply(TestUser admin, Answer checkedFile) => admin.Post(Page + "/ghi", ("Sealed", checkedFile.Field("Sealed")));

    /// <summary>Everything that an import could write, as text.</summary>
    private Task<string> Everything() => app.Rows(async db => string.Join('\n',
    [
        .. await db.Units.OrderBy(unit => unit.Id).Select(unit => unit.Code + unit.Name + unit.ShortName + unit.Type).ToListAsync(),
        .. (await db.People.OrderBy(person => person.Id).ToListAsync()).Select(person => $"{person.Name}|{person.UnitId}|{person.Post}|{person.Roles}|{person.Capacity}|{person.Version}"),
        .. await db.Users.OrderBy(user => user.NormalizedEmail).Select(user => user.Email + user.PasswordHash + user.SecurityStamp + user.LockoutEnd).ToListAsync(),
        .. await db.Journal.OrderBy(entry => entry.Sequence).Select(entry => entry.Action + entry.Details).ToListAsync(),
    ]));

    [Fact]
    public async Task The_template_reads_back_and_does_nothing_by_itself()
    {
        var admin = await Administrator();
        var template = await admin.Page(Page + "/mau.xlsx");
        var bytes = await template.Message.Content.ReadAsByteArrayAsync();
        using var content = new MemoryStream(bytes);
        Assert.Equal(["Cán bộ", "Đơn vị", "Mã đơn vị", "Hướng dẫn"], WorkbookReader.Read(content, "mau.xlsx", "").Value.Select(sheet => sheet.Name));
        var answer = await Check(admin, bytes);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("0 mới 0 sửa 0 đã có, giữ nguyên 0 bị từ chối", answer.Text);
        Assert.Contains("Không có gì để nhập.", answer.Text);
        Assert.DoesNotContain("Không đọc trang", answer.Text);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_applying_does_what_it_showed()
    {
        var admin = await Administrator();
        var kim = await app.Given.Person(Role.UnitOfficer, name: "Trần Thị Kim");
        var file = Given.ImportFile(
        [
            Row("Đỗ Văn Minh".Normalize(NormalizationForm.FormD), " Minh@HongBang.example ", 11311, "Thủ trưởng đơn vị", "Chủ tịch UBND phường"),
            Row("Trần Thị Kim", kim.Email, "Phường Lê Chân", "Cấp phó", "Phó Chủ tịch"),
            Row("Người Hỏng", "khong-phai-thu", "11311"),
            [null, null, null, null, null],
            Row("Lê Văn Nam", "nam@moi.example", "TT-MOI", "Cán bộ đầu mối, Tác giả"),
        ], [["TT-MOI", "Trung tâm Mới thành phố Hải Phòng", "Trung tâm Mới", ""]]);

        var before = await Everything();
        var check = await Check(admin, file);
        Assert.Equal(before, await Everything());
        Assert.Contains("3 mới 1 sửa 0 đã có, giữ nguyên 1 bị từ chối", check.Text);
        Assert.Contains("4 Từ chối Người Hỏng khong-phai-thu " + EmailText.Refusal, check.Text);
        Assert.Contains("3 Sửa Trần Thị Kim " + kim.Email + " Phường Hồng Bàng thành Phường Lê Chân Chuyên viên thành Phó Chủ tịch Cán bộ đầu mối thành Cấp phó", check.Text);
        Assert.Contains("Nhập 4 dòng", check.Text);

        Assert.Equal(HttpStatusCode.Redirect, (await Apply(admin, check)).Status);
        Assert.Contains("Đã nhập: 1 đơn vị mới, 2 tài khoản mới, 1 tài khoản sửa.", (await admin.Page("/quan-tri/tai-khoan?tt=chua-moi")).Text);
        var people = await app.Rows(db => (from person in db.People join unit in db.Units on person.UnitId equals unit.Id orderby person.Id select new { person.Name, unit.Code, person.Post, person.Roles, person.Capacity }).ToListAsync());
        Assert.Contains(new { Name = "Trần Thị Kim", Code = "11383", Post = "Phó Chủ tịch", Roles = Role.UnitHead, Capacity = SigningCapacity.Deputy }, people);
        Assert.Contains(new { Name = "Đỗ Văn Minh", Code = "11311", Post = "Chủ tịch UBND phường", Roles = Role.UnitHead, Capacity = SigningCapacity.Head }, people);
        Assert.Contains(new { Name = "Lê Văn Nam", Code = "TT-MOI", Post = "Chuyên viên", Roles = Role.UnitOfficer | Role.Author, Capacity = SigningCapacity.Head }, people);
        Assert.Equal(4, people.Count);
        Assert.All(await app.Rows(db => db.Users.Where(user => user.Email!.StartsWith("minh") || user.Email.StartsWith("nam")).ToListAsync()), user => Assert.Null(user.PasswordHash));
        var entry = await app.Rows(db => db.Journal.SingleAsync(item => item.Action == JournalActions.PeopleImported.Code));
        Assert.Equal("danh-sach.xlsx: 1 đơn vị mới, 2 tài khoản mới, 1 tài khoản sửa", entry.Details);
        await using var output = new StringWriter();
        Assert.True(await InvariantCheck.RunAsync(app.Services, output) == 0, output.ToString());
    }

    [Fact]
    public async Task Imported_twice_nothing_changes()
    {
        var admin = await Administrator();
        var file = Given.ImportFile([Row("ĐỖ VĂN MINH", "minh@hongbang.example", "11311", "Thủ trưởng"), Row("Lê Văn Nam", "nam@hongbang.example", "11311")]);
        await Apply(admin, await Check(admin, file));
        var after = await Everything();
        var again = await Check(admin, file);
        Assert.Contains("0 mới 0 sửa 2 đã có, giữ nguyên 0 bị từ chối", again.Text);
        var nothing = await Apply(admin, again with { Body = again.Body.Replace("class=\"sticky-bar", "", StringComparison.Ordinal) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal(after, await Everything());
    }

    [Fact]
    public async Task The_same_dry_run_applied_twice_writes_once()
    {
        var admin = await Administrator();
        var check = await Check(admin, Given.ImportFile([Row("Đỗ Văn Minh", "minh@hongbang.example", "11311")]));
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(admin, check)).Status);
        var second = await Apply(admin, check);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("0 mới 0 sửa 1 đã có, giữ nguyên", second.Text);
        Assert.Equal(1, await app.Rows(db => db.Users.CountAsync(user => user.Email == "minh@hongbang.example")));
    }

    [Fact]
    public async Task When_somebody_changed_people_since_the_dry_run_is_shown_again_and_can_then_be_applied()
    {
        var admin = await Administrator();
        var check = await Check(admin, Given.ImportFile([Row("Đỗ Văn Minh", "nguoi2@thu.example", "11311"), Row("Lê Văn Nam", "nam@hongbang.example", "11311")]));
        await app.Given.Person(Role.Press, name: "Hà Thị Lan");   // takes the address that the dry run saw free
        var before = await Everything();
        var answer = await Apply(admin, check);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Từ lúc kiểm tra đến nay danh sách tài khoản đã đổi, nên chưa ghi gì.", answer.Text);
        Assert.Contains("Thư này đã là của Hà Thị Lan, Phường Hồng Bàng. Người khác phải dùng thư khác.", answer.Text);
        Assert.Equal(before, await Everything());
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(admin, answer)).Status);
        Assert.Equal(1, await app.Rows(db => db.People.CountAsync(person => person.Name == "Lê Văn Nam")));
        Assert.Equal(0, await app.Rows(db => db.People.CountAsync(person => person.Name == "Đỗ Văn Minh")));
    }

    [Fact]
    public async Task A_dry_run_is_its_own_reader_s_whole_and_for_two_hours()
    {
        var (admin, other) = (await Administrator(), await app.As(await app.Given.Person(Role.Administrator)));
        var check = await Check(admin, Given.ImportFile([Row("Đỗ Văn Minh", "minh@hongbang.example", "11311")]));
        var before = await Everything();
        Assert.Contains("Bản kiểm tra đã quá 2 giờ hoặc không phải của bạn.", (await Apply(other, check)).Text);
        var sealedFile = check.Field("Sealed");
        var bent = sealedFile[..20] + (sealedFile[20] == 'A' ? 'B' : 'A') + sealedFile[21..];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Post(Page + "/ghi", ("Sealed", bent))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Post(Page + "/ghi", ("Sealed", "không phải"))).Status);
        app.Clock.Now = app.Clock.Now.AddHours(2);
        Assert.Contains("Bản kiểm tra đã quá 2 giờ", (await Apply(admin, check)).Text);
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task Columns_may_stand_anywhere_and_other_sheets_are_said_to_be_passed_over()
    {
        using var file = new MemoryStream();
        Workbook.Write(file,
            new WorkTable("Ghi chú", [new("gì đó", 10)], [["không liên quan"]]),
            new WorkTable("Danh sách T9", [new("STT", 5), new("Vai trò", 20), new("Email", 20), new("Đơn vị", 20), new("Họ tên", 20)],
                [[1, "Tác giả", "nam@hongbang.example", "Phường Hồng Bàng", "Lê Văn Nam"]], "DANH SÁCH CÁN BỘ ĐẦU MỐI"));
        var answer = await Check(await Administrator(), file.ToArray());
        Assert.Contains("3 Mới Lê Văn Nam nam@hongbang.example Phường Hồng Bàng – Tác giả", answer.Text);
        Assert.Contains("Không đọc trang “Ghi chú”", answer.Text);
    }

    [Fact]
    public async Task A_sheet_without_a_needed_column_or_without_rows_says_so()
    {
        var admin = await Administrator();
        using var file = new MemoryStream();
        Workbook.Write(file, new WorkTable("Cán bộ", [new("Họ và tên", 20), new("Email", 20)], [["Lê Văn Nam", "nam@hongbang.example"]]));
        Assert.Contains("Trang “Cán bộ” thiếu cột “Mã đơn vị”, “Vai trò” ở dòng tiêu đề. So với tệp mẫu.", (await Check(admin, file.ToArray())).Text);
        Assert.Contains("Các trang không có dòng nào dưới dòng tiêu đề.", (await Check(admin, Given.ImportFile([]))).Text);
        using var other = new MemoryStream();
        Workbook.Write(other, new WorkTable("Sheet1", [new("a", 20)], [["b"]]));
        Assert.Contains("Không thấy trang nào có dòng tiêu đề “Họ và tên”, “Thư điện tử”, “Mã đơn vị”, “Vai trò”.", (await Check(admin, other.ToArray())).Text);
        Assert.Contains("Chọn tệp Excel (.xlsx) rồi bấm Kiểm tra.", (await admin.Post(Page)).Text);
    }

    [Fact]
    public async Task What_a_file_says_is_shown_as_text()
    {
        var answer = await Check(await Administrator(), Given.ImportFile([Row("<script>alert(1)</script>", "nam@hongbang.example", "<b>", "\"><img src=x>")]));
        Assert.DoesNotContain("<script>alert", answer.Body);
        Assert.DoesNotContain("<img src=x", answer.Body);
        Assert.DoesNotContain("<b>”", answer.Body);
    }

    [Fact]
    public async Task Three_hundred_people_come_in_at_once()
    {
        var admin = await Administrator();
        var file = Given.ImportFile([.. Enumerable.Range(1, 300).Select(i => Row($"Nguyễn Văn Số {i}", $"so{i}@hongbang.example", "11311"))]);
        var watch = Stopwatch.StartNew();
        var check = await Check(admin, file);
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(admin, check)).Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.Equal(301, await app.Rows(db => db.Users.CountAsync()));
        Assert.Equal(300, Regex.Count((await Check(admin, file)).Text, "Giữ nguyên"));
    }

    [Fact]
    public async Task Only_administrators_import()
    {
        var lead = await app.As(await app.Given.Lead());
        Assert.Equal(HttpStatusCode.Forbidden, (await Check(lead, Given.ImportFile([]))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.Post(Page + "/ghi", ("Sealed", "x"))).Status);
    }

    [Fact]
    public async Task The_verb_says_what_it_would_do_and_does_it_when_told()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("sangkien-import-").FullName, "ds.xlsx");
        await File.WriteAllBytesAsync(path, Given.ImportFile([Row("Lê Văn Nam", "nam@hongbang.example", "11311"), Row("", "b@c.example", "11311")]));
        await using var output = new StringWriter();
        Assert.Equal(1, await ImportVerb.RunAsync(app.Services, "people", path, applies: false, output));
        Assert.Equal(0, await app.Rows(db => db.Users.CountAsync()));
        Assert.Equal("từ chối  Cán bộ dòng 3: Thiếu họ và tên.\nmới 1, sửa 0, giữ nguyên 0, từ chối 1, ví dụ 0\nChưa ghi gì. Thêm --apply để nhập.\n", output.ToString().ReplaceLineEndings("\n"));
        await ImportVerb.RunAsync(app.Services, "people", path, applies: true, output);
        Assert.Contains("Đã nhập: 1 tài khoản mới.", output.ToString());
        Assert.Equal(1, await app.Rows(db => db.Users.CountAsync()));
        Assert.Equal(2, await ImportVerb.RunAsync(app.Services, "people", path + ".khong-co", applies: true, output));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
