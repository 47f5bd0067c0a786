using Initiatives.Domain.People;
using Initiatives.Web.Tests;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>From a list of people to people who have signed in, and the launch that they acknowledge; every page looked at.</summary>
[Collection(nameof(Journeys))]
public sealed class AccountsWalkTests(Chromium chromium)
{
    [Fact]
    public async Task An_administrator_brings_people_in_and_they_choose_their_passwords()
    {
        using var app = new TestApp(listens: true);
        var complaints = new Complaints();
        var officer = await app.Given.Person(Role.UnitOfficer, name: "Trần Thị Kim");
        await using var admin = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.Administrator, "SKHCN", "Cao Văn Mạnh"), complaints);
        await admin.Open("/quan-tri/tai-khoan");
        await admin.Open("/quan-tri/tai-khoan/nhap");
        await admin.PressOn("Kiểm tra");
        await admin.Reads("Chọn tệp Excel (.xlsx) rồi bấm Kiểm tra.");
        await admin.Page.Locator("#File").SetInputFilesAsync(new FilePayload
        {
            Name = "danh-sach.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = Given.ImportFile(
            [
                ["Vũ Thị Ngọc Ánh", "anh@hongbang.example", "11311", "Chuyên viên", "Tác giả"],
                ["Đỗ Văn Minh", "minh@hongbang.example", "Phường Hồng Bàng", "Chủ tịch UBND phường", "Thủ trưởng đơn vị"],
                ["Trần Thị Kim", officer.Email, "11311", "Công chức Văn phòng", "Cán bộ đầu mối, Tác giả"],
                ["Người Hỏng", "khong-phai-thu", "99999", "", "Lính gác"],
            ], [["TT-MOI", "Trung tâm Mới thành phố Hải Phòng", "Trung tâm Mới", ""]]),
        });
        await admin.PressOn("Kiểm tra");
        await admin.PressOn("Nhập 4 dòng");
        await admin.Reads("Đã nhập: 1 đơn vị mới, 2 tài khoản mới, 1 tài khoản sửa.");
        await admin.Page.GetByLabel("Cả 2 tài khoản đang lọc").CheckAsync();
        await admin.PressOn("In phiếu");
        var path = new Uri((await admin.Page.Locator(".slip").Filter(new() { HasText = "Ngọc Ánh" }).Locator(".slip-steps b").First.TextContentAsync())!.Insert(0, "http://")).AbsolutePath;
        var code = await admin.Page.Locator(".slip").Filter(new() { HasText = "Ngọc Ánh" }).Locator(".slip-code").TextContentAsync();

        await using var newcomer = await Visitor.Come(chromium, app, complaints);
        await newcomer.Open(path);
        await newcomer.Enter(("ma", code!.ToUpperInvariant()));
        await newcomer.PressOn("Tiếp tục");
        await newcomer.Enter(("Password", "ngan1"), ("Again", "ngan1"));
        await newcomer.PressOn("Đặt mật khẩu và vào hệ thống");
        await newcomer.Reads("Mật khẩu cần ít nhất 10 ký tự, có chữ và số.");
        await newcomer.Enter(("Password", "hai-au-bay-xa-7"), ("Again", "hai-au-bay-xa-7"));
        await newcomer.Press("Đặt mật khẩu và vào hệ thống");
        await newcomer.Page.WaitForURLAsync("**/viec");
        await newcomer.Open("/tai-khoan/mat-khau");
        await newcomer.Open($"{path}/{code}");
        await newcomer.Reads("Liên kết này đã được dùng");
        await newcomer.Open("/quen-mat-khau");
        await newcomer.Enter(("Email", "ai@thu.example"));
        await newcomer.PressOn("Gửi thư cho tôi");
        await admin.Open("/quan-tri/tai-khoan");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_unit_acknowledges_with_one_click_and_the_Department_chases_the_others_without_script_too()
    {
        using var app = new TestApp(listens: true);
        var complaints = new Complaints();
        await app.Given.OpenCycle();
        await app.Given.Person(Role.UnitHead, "11383");
        await app.Given.AwaitingDossier("11383");
        await app.Given.SubmittedInitiative("10804");
        await using var officer = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.UnitOfficer, name: "Trần Thị Kim"), complaints);
        await officer.Open("/viec");
        await officer.Open("/ky-xet/2026");
        await officer.PressOn("Đã nhận công văn");
        await officer.Reads("Phường Hồng Bàng đã nhận công văn phát động.");

        await using var lead = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints, script: false);
        await lead.Page.GotoAsync($"{app.Address}/ky-xet/2026/don-doc?tab=tat-ca&q=le+chan");
        await lead.Reads("Phường Lê Chân");
        await lead.Page.Locator("input[name=dv]").First.CheckAsync();
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Xem trước thư nhắc" }).ClickAsync();
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi 2 thư" }).ClickAsync();
        await lead.Reads("Đã gửi 2 thư.");

        await using var wide = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints);
        foreach (var page in new[] { "", "?tab=chua-nop", "?tab=da-nop", "?tab=cho-thu-truong&q=khong+co", "/thu", "/thu?tab=da-nop" }) await wide.Open("/ky-xet/2026/don-doc" + page);
        complaints.AreNone();
    }
}
