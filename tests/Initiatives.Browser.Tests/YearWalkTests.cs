using System.Globalization;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A whole year in Chromium, each step by the person whose step it is; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class YearWalkTests(Chromium chromium) : IAsyncLifetime
{
    private const string Title = "Quầy một cửa lưu động ở chợ Sắt nhận và trả kết quả tại sạp";

    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();
    private TestPerson clerk = null!, lead = null!, appraiser = null!, author = null!, head = null!, homeAffairs = null!, leader = null!;
    private TestPerson[] members = null!;

    public async Task InitializeAsync()
    {
        clerk = await app.Given.Person(Role.IntakeOfficer, "SKHCN", "Vũ Thị Q");
        lead = await app.Given.Person(Role.DepartmentLead, "SKHCN", "Nguyễn Văn T");
        appraiser = await app.Given.Person(Role.Appraiser, "SKHCN", "Hoàng Văn D");
        author = await app.Given.Person(Role.Author | Role.UnitOfficer, "11311", "Lê Văn N");
        head = await app.Given.Person(Role.UnitHead, "11311", "Lương Thị D", SigningCapacity.Deputy);
        homeAffairs = await app.Given.Person(Role.HomeAffairs, "SNV", "Mai Văn V");
        leader = await app.Given.Person(Role.CityLeader, "UBND-TP", "Đặng Văn T", SigningCapacity.Deputy);
        var named = new List<TestPerson>();
        foreach (var unit in new[] { "UBND-TP", "SXD", "SKHCN", "STP", "STC", "SCT", "SYT", "MTTQTP", "11311" })
            named.Add(await app.Given.Person(Role.CouncilMember, unit, $"Ủy Viên {(char)('A' + named.Count)}"));
        members = [.. named];
    }

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_year_goes_from_the_call_to_the_certificates()
    {
        app.Clock.Now = new DateTime(2026, 8, 20, 2, 0, 0, DateTimeKind.Utc);
        await Launch();
        var id = await Write();
        await Endorse(id);
        await Screen(id);
        app.Clock.Now = new DateTime(2026, 10, 5, 2, 0, 0, DateTimeKind.Utc);
        await Assign();
        await Score(id);
        await Meet(id);
        var decision = await Recognise();
        await Award();
        await LookUp(decision);
        complaints.AreNone();
    }

    private async Task Launch()
    {
        await using var person = await Visitor.SignIn(chromium, app, clerk, complaints);
        await person.Look();
        await person.Open("/ky-xet/lap");
        await person.Enter(("Year", "2026"), ("OpensOn", "1/8/2026"), ("ClosesOn", "30/9/2026"), ("RecognitionDueOn", "30/11/2026"), ("PostingWorkingDays", "0"));
        await person.PressOn("Lưu kỳ xét");
        await person.Open("/ky-xet/2026/cong-van");
        await person.Enter(("Number", "2345"), ("Date", "19/8/2026"), ("SignerName", "Đặng Văn T"));
        await person.Press("Lưu công văn");

        await using var boss = await Visitor.SignIn(chromium, app, lead, complaints);
        await boss.Open("/ky-xet/2026");
        await boss.PressOn("Phát động kỳ 2026");
        await boss.Reads("hết 23:59:59 ngày 30/9/2026");

        await using var citizen = await Visitor.Come(chromium, app, complaints);
        await citizen.Open("/");
        await citizen.Reads("hết 23:59:59 ngày 30/9/2026");
        await citizen.Open("/ky-xet");
    }

    private async Task<int> Write()
    {
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        await person.Look();
        await person.Open("/sang-kien");
        await person.Open("/sang-kien/soan");
        await person.Enter(("Title", Title), ("SolutionType", "Operational"), ("FieldCode", "LV-C"), ("FirstAppliedOn", "15/6/2026"),
            ("Summary", "Tiểu thương không bỏ sạp đi làm giấy tờ được; quầy lưu động nhận và trả kết quả ngay tại chợ."),
            ("PriorSituation", "Tiểu thương chợ Sắt không bỏ sạp đi làm giấy tờ được, nhiều người nhờ nộp hộ rồi thất lạc giấy hẹn, phải đi lại nhiều lần."),
            ("Novelty", "Trước đây phường chỉ tư vấn lưu động; quầy này nhận hồ sơ, thu phí và mang cả kết quả đến tận sạp theo số ô, người bán không rời chỗ."),
            ("Authors[0].Name", "Lê Văn N"), ("Authors[0].BirthDate", "16/9/1990"), ("Authors[0].Workplace", "Phòng Văn hóa - Xã hội"),
            ("Authors[0].Post", "Công chức Văn hóa - Xã hội"), ("Authors[0].Qualification", "Cử nhân"), ("Authors[0].Share", "90"),
            ("Effects[0].Measure", "Thời gian làm thủ tục"), ("Effects[0].Before", "95"), ("Effects[0].After", "20"), ("Effects[0].Unit", "phút"), ("Effects[0].HowMeasured", "Bấm giờ 240 lượt"),
            ("Scope", "Chợ Sắt và hai chợ lân cận"), ("ReplicationConditions", "Hai công chức một buổi và bộ thiết bị di động"));
        await person.Page.Locator("[contenteditable=true]").First.FillAsync(
            "Hai buổi mỗi tuần, phường đặt quầy lưu động ở cổng chợ, nhận sáu nhóm thủ tục và trả kết quả tại sạp. Bước một khảo sát nhóm thủ tục tiểu thương cần nhất. Bước hai bố trí bàn, máy in, mạng di động ở cổng chợ. Bước ba nhận hồ sơ và trả kết quả tại sạp.");
        await person.Press("Kiểm tra và trình");
        await person.Reads("Tổng tỷ lệ 90%, còn thiếu 10%.");
        await person.Look();
        await person.Enter(("Authors[0].Share", "100"));
        await person.Press("Kiểm tra và trình");
        await person.Look();
        await person.Reads("Chờ thủ trưởng");
        return int.Parse(person.Page.Url.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task Endorse(int id)
    {
        await using var person = await Visitor.SignIn(chromium, app, head, complaints);
        await person.Look();
        await person.Open($"/ky-duyet/{id}");
        await person.PressOn("Xác nhận và gửi Sở KH&CN");
        await person.Reads("HS-2026-0001");
        await person.Reads("09:00:00");
    }

    private async Task Screen(int id)
    {
        await using var person = await Visitor.SignIn(chromium, app, appraiser, complaints);
        await person.Open("/tham-dinh");
        await person.Open($"/tham-dinh/{id}");
        await person.Press("Các mục còn lại đều đạt");
        await person.Tick("IsFirst", "true");
        await person.Tick("IsEffective", "true");
        await person.Enter(("FirstReason", "Chưa thấy hồ sơ nào tương tự trong thành phố."), ("EffectReason", "Có số liệu trước và sau, đơn vị xác nhận."));
        await person.Press("Ghi đề xuất");

        await using var boss = await Visitor.SignIn(chromium, app, lead, complaints);
        await boss.Open("/tham-dinh/duyet");
        await boss.Tick("Ids", $"{id}");
        await boss.Press("Duyệt đủ điều kiện");
        await boss.Look();

        await using var writer = await Visitor.SignIn(chromium, app, author, complaints);
        await writer.Open($"/sang-kien/{id}");
        await writer.Reads("Đủ điều kiện");
    }

    private async Task Assign()
    {
        await using var person = await Visitor.SignIn(chromium, app, clerk, complaints);
        await person.Open("/hoi-dong/2026/ghi");
        string[] posts = ["Chair", "ViceChair", "Secretary", "Reviewer", "Reviewer", "Member", "Member", "UnionRepresentative", "Member"];
        await person.Enter(("DecisionNumber", "3818/QĐ-UBND"), ("DecisionDate", "2/10/2026"));
        for (var i = 0; i < members.Length; i++)
        {
            if (await person.Page.Locator($"main [name=\"Members[{i}].PersonId\"]").CountAsync() == 0) await person.Click("Thêm thành viên");
            await person.Enter(($"Members[{i}].PersonId", $"{members[i].Id}"), ($"Members[{i}].Post", posts[i]));
        }

        await person.PressOn("Ghi nhận Hội đồng");
        await person.Open("/phan-cong/2026/du-kien");
        await person.PressOn("Áp dụng");
        await person.Reads("cùng đơn vị");
        await person.Enter(("DueOn", "30/10/2026"));
        await person.Tick("Confirm", "true");
        await person.Press("Mở chấm điểm");
        await person.Reads("Đang chấm điểm");
    }

    /// <summary>One judge at the screen, the other seven by the requests the screen sends.</summary>
    private async Task Score(int id)
    {
        await using (var judge = await Visitor.SignIn(chromium, app, members[0], complaints))
        {
            await judge.Look();
            await judge.Open("/cham-diem");
            var sheet = await app.Rows(db => db.Sheets.SingleAsync(item => item.PersonId == members[0].Id));
            await judge.Open($"/cham-diem/{sheet.Id}");
            await judge.Enter(("Points[N1]", "16"));
            await judge.Press("Lưu nháp");
            await judge.Reads("Điểm N1 tối đa 15.");
            await judge.Look();
            await judge.Enter(("Points[N1]", "12,5"), ("Points[N2]", "8.5"), ("Points[N3]", "4"), ("Points[E1]", "12"), ("Points[E2]", "8"), ("Points[E3]", "8"), ("Points[E4]", "4"),
                ("Points[S1]", "8"), ("Points[S2]", "8"), ("Points[S3]", "8"));
            await Assertions.Expect(judge.Page.Locator("[data-total]").First).ToHaveTextAsync("81");
            await judge.Press("Nộp phiếu");
            await judge.Look();
        }

        foreach (var member in members[1..8])
        {
            var sheet = await app.Rows(db => db.Sheets.SingleAsync(item => item.PersonId == member.Id));
            var points = new Dictionary<string, string> { ["N1"] = "12", ["N2"] = "8", ["N3"] = "4", ["E1"] = "12", ["E2"] = "8", ["E3"] = "8", ["E4"] = "4", ["S1"] = "8", ["S2"] = "8", ["S3"] = "8" };
            var saved = await app.Send(new SaveScoreSheet.Command { Id = sheet.Id, Points = points, Comments = [], Op = "nop" }, member.Actor with { Roles = Role.CouncilMember });
            Assert.True(saved.Ok);
        }

        // The member of the author's unit has nothing to judge and may not guess at it.
        await using var conflicted = await Visitor.SignIn(chromium, app, members[8], complaints);
        await conflicted.Open("/cham-diem");
        Assert.DoesNotContain(Title, await conflicted.Page.ContentAsync());
        Assert.Equal(8, await app.Rows(db => db.Sheets.CountAsync(item => item.InitiativeId == id)));
    }

    private async Task Meet(int id)
    {
        await using var person = await Visitor.SignIn(chromium, app, members[2], complaints);
        await person.Open("/xep-hang/2026");
        await person.Open("/tien-do/2026");
        await person.Tick("Confirm", "true");
        await person.Press("Chốt điểm và mở bảng xếp hạng");
        await person.Open("/xep-hang/2026");
        await person.Reads("80,13");   // (81 + 7 × 80) / 8 = 80,125
        await person.Open("/phien-hop/2026");
        await person.Open("/phien-hop/2026/lap");
        await person.Enter(("Date", "5/10/2026"), ("Time", "08:30"), ("Place", "Phòng họp số 2"));
        await person.PressOn("Lập phiên họp");
        await person.Open("/phien-hop/2026/1/diem-danh");
        await person.Click("Tất cả có mặt");
        await person.PressOn("Ghi điểm danh");
        await person.PressOn("Xét hồ sơ tiếp theo");
        await person.Enter(("Approving", "8"), ("Against", "0"), ("Abstaining", "0"), ("Reason", "Giải pháp mới trong thành phố, hiệu quả đo được, dễ nhân rộng."));
        await person.Press("Ghi kết quả và kết luận");
        await person.Open("/phien-hop/2026/1");
        await person.Reads("Đề nghị công nhận");
        await person.Tick("Confirm", "true");
        await person.Press("Kết thúc phiên họp");

        await using var writer = await Visitor.SignIn(chromium, app, author, complaints);
        await writer.Open($"/sang-kien/{id}");
        await writer.Reads("Đang chấm");
        Assert.DoesNotContain("Đề nghị công nhận", await writer.Page.Locator("main").InnerTextAsync());
    }

    private async Task<int> Recognise()
    {
        var id = await Decide("Soạn dự thảo", "4468");
        await using var citizen = await Visitor.Come(chromium, app, complaints);
        await citizen.Open("/danh-muc?q=quay+luu+dong");
        await citizen.Reads(Title);
        return id;
    }

    private async Task Award()
    {
        await using (var person = await Visitor.SignIn(chromium, app, clerk, complaints))
        {
            await person.Open("/quyet-dinh");
            await person.PressOn("Soạn dự thảo");
            await person.Open(new Uri(person.Page.Url).AbsolutePath + "/chon");
            await person.Press("Ghi danh sách");
        }

        var id = await app.Rows(db => db.Decisions.MaxAsync(item => item.Id));
        await using (var person = await Visitor.SignIn(chromium, app, homeAffairs, complaints))
        {
            await person.Look();
            await person.Open($"/quyet-dinh/{id}");
            await person.Enter(("Opinion", "Sở Nội vụ nhất trí với danh sách đề nghị."));
            await person.Press("Ghi ý kiến");
        }

        await Decide(null, "4530", id);
        await app.DrainJobs();
    }

    /// <summary>Draft, fill, send to be signed, sign, publish.</summary>
    private async Task<int> Decide(string? draft, string number, int id = 0)
    {
        await using var person = await Visitor.SignIn(chromium, app, lead, complaints);
        await person.Open("/quyet-dinh");
        if (draft is not null)
        {
            await person.PressOn(draft);
            id = int.Parse(person.Page.Url.Split('/')[^1].Split('?')[0], CultureInfo.InvariantCulture);
        }
        else
        {
            await person.Open($"/quyet-dinh/{id}");
        }

        await person.Enter(("Number", number), ("Date", "5/10/2026"), ("Capacity", "DeputyForChairman"), ("SignerName", "Đặng Văn T"), ("ProposalNumber", "318/TTr-SKHCN"), ("ProposalDate", "5/10/2026"));
        await person.Press("Lưu dự thảo");
        await person.Press("Trình ký");
        await person.Look();

        await using var signer = await Visitor.SignIn(chromium, app, leader, complaints);
        await signer.Look();
        await signer.Open($"/quyet-dinh/{id}");
        await signer.Tick("Confirm", "true");
        await signer.Press("Ký quyết định");
        await signer.Look();

        await person.Open($"/quyet-dinh/{id}");
        await person.Press("Công bố");
        await person.Look();
        return id;
    }

    private async Task LookUp(int decision)
    {
        var (initiative, code) = await app.Rows(async db =>
            (await db.Initiatives.SingleAsync(item => item.Status == InitiativeStatus.Recognised), (await db.Certificates.SingleAsync()).LookupCode));
        await using var citizen = await Visitor.Come(chromium, app, complaints);
        await citizen.Open("/");
        await citizen.Open("/danh-muc");
        await citizen.Open($"/danh-muc/{initiative.Id}");
        await citizen.Reads("Thời gian làm thủ tục");
        Assert.DoesNotContain("1990", await citizen.Page.Locator("main").InnerTextAsync());
        await citizen.Open("/tra-cuu");
        await citizen.Open($"/tra-cuu/{code}");
        await citizen.Reads("4530/QĐ-UBND");
        foreach (var pdf in new[] { $"/danh-muc/quyet-dinh/{decision}.pdf", $"/tra-cuu/{code}/bang-khen.pdf", "/ky-xet/2026/cong-van.pdf" })
        {
            var answer = await citizen.Page.APIRequest.GetAsync(app.Address + pdf);
            Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        }

        await using var administrator = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.Administrator, "SKHCN"), complaints);
        await administrator.Look();
        await administrator.Open("/quan-tri/tai-khoan");
        await administrator.Open("/quan-tri/nhat-ky");
    }
}
