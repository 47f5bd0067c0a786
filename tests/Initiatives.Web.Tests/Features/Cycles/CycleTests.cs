using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Cycles;

public sealed class CycleTests : IDisposable
{
    private static readonly DateTime Midnight = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);   // 1/10/2026 00:00 in Việt Nam

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Form(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["Year"] = "2026",
            ["OpensOn"] = "1/8/2026",
            ["ClosesOn"] = "30/9/2026",
            ["RecognitionDueOn"] = "30/11/2026",
            ["MaxMerit"] = "5",
            ["PassMean"] = "72,5",
            ["PassCriterionPercent"] = "50",
            ["PassVoteShare"] = "2/3",
            ["VoteBase"] = "AllMembers",
            ["QuorumShare"] = "2/3",
            ["MinSheets"] = "5",
            ["SupplementWorkingDays"] = "10",
        };
        foreach (var (name, value) in changes) fields[name] = value;
        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    private Task<Cycle> Cycle(int year = 2026) => app.Rows(db => db.Cycles.SingleAsync(cycle => cycle.Year == year));

    [Fact]
    public async Task The_lead_prepares_announces_and_launches_a_cycle_on_the_screens()
    {
        var lead = await app.As(await app.Given.Lead());
        Assert.Equal("/ky-xet/2026/cong-van", await lead.Done("/ky-xet/lap", Form()));

        var notice = await lead.Page("/ky-xet/2026/cong-van");
        Assert.Contains("năm 2026", notice.Text);
        Assert.Contains("23 giờ 59 phút 59 giây ngày 30/9/2026", notice.Text);
        Assert.Contains("chậm nhất ngày 30/11/2026", notice.Text);
        Assert.DoesNotContain("{year}", notice.Body);
        var body = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(notice.Body, "<textarea[^>]*name=\"Body\"[^>]*>\n(.*?)</textarea>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value);
        await lead.Done("/ky-xet/2026/cong-van", ("Version", notice.Field("Version")), ("Subject", "V/v đề xuất sáng kiến năm 2026"), ("Body", body),
            ("Number", "2345"), ("Date", "28/7/2026"), ("SignerName", "đặng văn thuận"), ("SignerTitle", "Phó Chủ tịch"));
        await lead.Done("/ky-xet/2026/phat-dong");

        var page = await app.Anybody().Page("/ky-xet/2026");
        Assert.Contains("Đang nhận hồ sơ đến hết 23:59:59 ngày 30/9/2026", page.Text);
        Assert.Contains("Điểm trung bình từ 72,5 trở lên; từng tiêu chí đạt từ 50% điểm tối đa; ít nhất 2/3 tổng số thành viên Hội đồng đồng ý.", page.Text);
        Assert.Contains("V/v đề xuất sáng kiến năm 2026", page.Text);
        Assert.Contains("Tính mới 30, Hiệu quả 40, Nhân rộng 30; tối đa 100 điểm.", page.Text);
        var journal = await app.Rows(db => db.Journal.Where(entry => entry.Subject == "Cycle").OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(["lap-ky", "sua-ky", "phat-dong"], journal);
    }

    [Fact]
    public async Task The_last_day_counts_to_its_last_instant_in_Vietnam()
    {
        await app.Given.OpenCycle();
        var cycle = await Cycle();
        Assert.Equal(Midnight, cycle.ClosesAt);
        Assert.True(IntakeWindow.Of(cycle).Accepts(Midnight.AddTicks(-1)));
        Assert.False(IntakeWindow.Of(cycle).Accepts(Midnight));
        app.Clock.Now = Midnight.AddTicks(-1);
        Assert.Contains("Đang nhận hồ sơ", (await app.Anybody().Page("/ky-xet/2026")).Text);
        app.Clock.Now = Midnight;
        Assert.Contains("Đang thẩm định", (await app.Anybody().Page("/ky-xet/2026")).Text);
    }

    [Fact]
    public async Task A_new_cycle_opens_with_last_years_settings_and_next_years_days()
    {
        var lead = await app.As(await app.Given.Lead());
        await lead.Done("/ky-xet/lap", Form(("PassMean", "65"), ("PassCriterionPercent", ""), ("PassVoteShare", "3/5"), ("VoteBase", "EntitledMembers"), ("SupplementWorkingDays", "7")));
        var page = await lead.Page("/ky-xet/lap");
        Assert.Equal(("2027", "1/8/2027", "30/9/2027", "30/11/2027"), (page.Field("Year"), page.Field("OpensOn"), page.Field("ClosesOn"), page.Field("RecognitionDueOn")));
        Assert.Equal(("65", "", "3/5", "7"), (page.Field("PassMean"), page.Field("PassCriterionPercent"), page.Field("PassVoteShare"), page.Field("SupplementWorkingDays")));
        Assert.Contains("<option selected=\"selected\" value=\"EntitledMembers\"", page.Body);
    }

    [Fact]
    public void Every_setting_has_a_field_in_the_form() =>
        Assert.Empty(typeof(CycleSettings).GetProperties().Where(setting => setting.CanWrite).Select(setting => setting.Name)
            .Except([nameof(CycleSettings.PassCriterionShare)]).Except(typeof(CycleForm).GetProperties().Select(field => field.Name)));

    [Fact]
    public async Task The_rules_of_the_ranking_are_chosen_before_the_launch_and_read_aloud()
    {
        var lead = await app.As(await app.Given.Lead());
        await lead.Done("/ky-xet/lap", Form(("MinSheetShare", "1/2"), ("DropExtremesFrom", "7"), ("OutlierPoints", "15,5"), ("TieLadder", "S, N,votes,ballot")));
        var settings = (await Cycle()).Settings;
        Assert.Equal((new Fraction(1, 2), 7, 15.5m, "S,N,votes,ballot"), (settings.MinSheetShare, settings.DropExtremesFrom, settings.OutlierPoints, settings.TieLadder.ToString()));
        var page = await lead.Page("/ky-xet/2026");
        Assert.Contains("Tổng điểm → Nhân rộng → Tính mới → số phiếu đồng ý → bỏ phiếu kín.", page.Text);
        Assert.Contains("từ 7 phiếu trở lên thì bỏ một phiếu cao nhất và một phiếu thấp nhất, ở từng tiêu chí bỏ điểm cao nhất và điểm thấp nhất của chính tiêu chí ấy. Phiếu lệch quá 15,5 điểm", page.Text);
        Assert.Equal("S,N,votes,ballot", (await lead.Page("/ky-xet/2026/sua")).Field("TieLadder"));
    }

    [Theory]
    [InlineData("ClosesOn", "31/9/2026", "Ngày không hợp lệ.")]
    [InlineData("ClosesOn", "1/7/2026", "Hạn nhận hồ sơ phải sau ngày mở.")]
    [InlineData("OpensOn", "", "Ghi ngày mở nhận hồ sơ")]
    [InlineData("MaxMerit", "6", "Số Bằng khen từ 0 đến 5.")]
    [InlineData("PassCriterionPercent", "140", "Tỷ lệ từng tiêu chí từ 0% đến 100%.")]
    [InlineData("PassVoteShare", "hai phần ba", "Tỷ lệ đồng ý ghi như 2/3")]
    [InlineData("QuorumShare", "4/3", "Tỷ lệ có mặt ghi như 2/3")]
    [InlineData("MinSheetShare", "nửa", "Tỷ lệ phiếu hợp lệ ghi như 2/3")]
    [InlineData("DropExtremesFrom", "2", "Chỉ bỏ điểm cao nhất và thấp nhất khi có từ 3 phiếu trở lên.")]
    [InlineData("TieLadder", "E,Q,ballot", "Bộ tiêu chí không có tiêu chí Q để xét khi bằng điểm.")]
    [InlineData("TieLadder", "E,S", "Bước cuối phải là bỏ phiếu kín")]
    public async Task A_refused_setting_is_named_beside_its_field_and_what_was_typed_stays(string field, string value, string sentence)
    {
        var lead = await app.As(await app.Given.Lead());
        var answer = await lead.Post("/ky-xet/lap", Form((field, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Contains($"id=\"{field}-error\"", answer.Body);
        Assert.Equal((value, "72,5"), (answer.Field(field), answer.Field("PassMean")));
        Assert.Equal(0, await app.Rows(db => db.Cycles.CountAsync()));
    }

    [Fact]
    public async Task A_year_has_one_cycle()
    {
        await app.Given.PreparedCycle();
        var answer = await (await app.As(await app.Given.Lead())).Post("/ky-xet/lap", Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Kỳ 2026 đã có.", answer.Text);
    }

    [Fact]
    public async Task Settings_are_revised_until_the_launch_and_stand_after_it()
    {
        var id = await app.Given.PreparedCycle();
        var lead = await app.As(await app.Given.Lead());
        var version = (await lead.Page("/ky-xet/2026/sua")).Field("Version");
        await lead.Done("/ky-xet/2026/sua", Form(("ClosesOn", "15/10/2026"), ("Version", version)));
        Assert.Equal(new DateTime(2026, 10, 15, 17, 0, 0, DateTimeKind.Utc), (await Cycle()).ClosesAt);

        await app.Given.Notice(id);
        await lead.Done("/ky-xet/2026/phat-dong");
        Assert.DoesNotContain("action=\"/ky-xet/2026/sua\"", (await lead.Page("/ky-xet/2026/sua")).Body);
        var answer = await lead.Post("/ky-xet/2026/sua", Form(("Version", $"{(await Cycle()).Version}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Kỳ đã phát động, cấu hình không sửa được nữa.", answer.Text);
        Assert.Equal(new DateTime(2026, 10, 15, 17, 0, 0, DateTimeKind.Utc), (await Cycle()).ClosesAt);
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other_unknowingly()
    {
        await app.Given.PreparedCycle();
        var (first, second) = (await app.As(await app.Given.Lead()), await app.As(await app.Given.Person(Role.IntakeOfficer, unit: "SKHCN")));
        var version = (await first.Page("/ky-xet/2026/sua")).Field("Version");
        await second.Done("/ky-xet/2026/sua", Form(("SupplementWorkingDays", "8"), ("Version", version)));

        var answer = await first.Post("/ky-xet/2026/sua", Form(("SupplementWorkingDays", "12"), ("Version", version)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Có người vừa sửa kỳ này.", answer.Text);
        Assert.Contains("Đơn vị có 8 ngày làm việc", answer.Text);
        Assert.Equal("12", answer.Field("SupplementWorkingDays"));
        await first.Done("/ky-xet/2026/sua", Form(("SupplementWorkingDays", "12"), ("Version", answer.Field("Version"))));
        Assert.Equal(12, (await Cycle()).Settings.SupplementWorkingDays);
    }

    [Fact]
    public async Task Nothing_is_launched_without_a_notice_that_has_number_day_and_signer()
    {
        var id = await app.Given.PreparedCycle();
        var lead = await app.As(await app.Given.Lead());
        var without = await lead.Post("/ky-xet/2026/phat-dong");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("Soạn công văn phát động trước khi mở kỳ.", without.Text);

        Given.Sure(await app.Send(new WriteLaunchNotice.Command { CycleId = id, Subject = "đề xuất sáng kiến", Body = string.Join(' ', Enumerable.Repeat("yêu cầu", 20)) }, (await app.Given.Lead()).Actor));
        Assert.Contains("Ghi số, ngày và người ký của công văn trước khi mở kỳ.", (await lead.Post("/ky-xet/2026/phat-dong")).Text);
        Assert.Null((await Cycle()).LaunchedAt);
    }

    [Fact]
    public async Task A_notice_that_is_too_short_or_has_no_real_number_is_refused_with_its_text_kept()
    {
        await app.Given.PreparedCycle();
        var lead = await app.As(await app.Given.Lead());
        var version = (await lead.Page("/ky-xet/2026/cong-van")).Field("Version");
        var answer = await lead.Post("/ky-xet/2026/cong-van", ("Version", version), ("Subject", "sáng kiến"), ("Body", "Ngắn quá."), ("Number", "2345"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Nội dung công văn quá ngắn.", answer.Text);
        Assert.Contains(">\nNgắn quá.</textarea>", answer.Body);
        answer = await lead.Post("/ky-xet/2026/cong-van", ("Version", version), ("Subject", "sáng kiến"), ("Body", "Ngắn quá."), ("Number", "số 5"));
        Assert.Contains("Ghi số như 2345 hoặc 2345/UBND-NVKTGS", answer.Text);
        Assert.Equal("số 5", answer.Field("Number"));
    }

    [Fact]
    public async Task Launching_twice_says_so()
    {
        await app.Given.OpenCycle();
        var answer = await (await app.As(await app.Given.Lead())).Post("/ky-xet/2026/phat-dong");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Kỳ này đã phát động.", answer.Text);
        Assert.Equal(1, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == "phat-dong")));
    }

    [Fact]
    public async Task Nobody_outside_sees_a_cycle_before_it_is_launched()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var before = (await author.Page("/ky-xet")).Text;
        var home = (await app.Anybody().Page("/ky-xet")).Text;
        var id = await app.Given.PreparedCycle();
        await app.Given.Notice(id);

        foreach (var user in new[] { app.Anybody(), author })
            foreach (var path in new[] { "/ky-xet/2026", "/ky-xet/2026/cong-van.pdf" })
                Assert.Equal(HttpStatusCode.NotFound, (await user.Get(path)).Status);
        Assert.Equal(before, (await author.Page("/ky-xet")).Text);
        Assert.Equal(home, (await app.Anybody().Page("/ky-xet")).Text);
        Assert.Contains("Kỳ 2026", (await (await app.As(await app.Given.Lead())).Page("/ky-xet")).Text);
    }

    [Fact]
    public async Task The_notice_is_a_public_pdf_once_launched()
    {
        await app.Given.OpenCycle();
        var answer = await app.Anybody().Page("/ky-xet/2026/cong-van.pdf");
        Assert.Equal("application/pdf", answer.Message.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", answer.Body);
    }

    [Fact]
    public async Task The_public_is_not_told_which_official_acted()
    {
        var lead = await app.Given.Lead();
        await app.Given.OpenCycle();
        Assert.DoesNotContain(lead.Name, (await app.Anybody().Page("/ky-xet/2026")).Text);
        Assert.Contains(lead.Name, (await (await app.As(await app.Given.Person(Role.IntakeOfficer))).Page("/ky-xet/2026")).Text);
    }

    [Theory]
    [InlineData(Role.Author)]
    [InlineData(Role.Appraiser)]
    [InlineData(Role.CouncilSecretary)]
    [InlineData(Role.Administrator)]
    public async Task Only_intake_and_lead_manage_cycles(Role role)
    {
        await app.Given.PreparedCycle();
        var user = await app.As(await app.Given.Person(role));
        foreach (var path in new[] { "/ky-xet/lap", "/ky-xet/2026/sua", "/ky-xet/2026/cong-van" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Get(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Post(path, Form())).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/ky-xet/2026/phat-dong")).Status);
        Assert.Null((await Cycle()).LaunchedAt);
    }
}
