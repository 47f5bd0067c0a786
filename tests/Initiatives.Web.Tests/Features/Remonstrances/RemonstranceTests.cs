using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Remonstrances;
using Initiatives.Web.Tests.Documents;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Remonstrances;

public sealed class RemonstranceTests : IDisposable
{
    /// <summary>Published on Wednesday 25/11/2026: ten working days end with 9/12.</summary>
    private static readonly DateTime InTime = VietnamTime.EndOfDay(new DateOnly(2026, 12, 9));

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Words(int dossier) =>
        [("HoSo", $"{dossier}"), ("Content", "Điểm hiệu quả chưa tính số liệu quý ba đã gửi kèm."), ("Asks", "Đề nghị xem lại minh chứng và giải thích điểm.")];

    private async Task<int> Filed(Judged judged)
    {
        var location = await (await app.As(judged.Judging.Author)).Done("/kien-nghi/gui", Words(judged.Poor));
        return int.Parse(Regex.Match(location, "[0-9]+$").Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Stable(Answer answer) => Regex.Replace(answer.Comparable, "name=\"FormKey\"[^>]*>", "");

    private static (string, string)[] Signed() => [("Date", "25/11/2026"), ("SignerName", "Nguyễn Thị Bình"), ("Capacity", "Head")];

    private Task<TestPerson> Clerk() => app.Given.Person(Role.IntakeOfficer, "SKHCN");

    [Fact]
    public async Task A_remonstrance_gets_the_next_number_of_the_year_and_a_day_by_which_it_is_answered()
    {
        var judged = await app.Given.JudgedCycle();
        var author = await app.As(judged.Judging.Author);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.Post("/kien-nghi/gui", ("HoSo", $"{judged.Poor}"), ("Content", "ngắn"), ("Asks", ""))).Status);
        var first = await author.Page(await author.Done("/kien-nghi/gui", Words(judged.Poor)));
        Assert.Contains("KN-2026-0001", first.Text);
        Assert.Contains("hết 23:59:59 ngày 9/12/2026", first.Text);
        Assert.Contains("không hạn chế quyền khiếu nại", first.Text);
        Assert.Contains("KN-2026-0002", (await author.Page(await author.Done("/kien-nghi/gui", Words(judged.Poor)))).Text);
        var list = await (await app.As(judged.Judging.Lead)).Page("/kien-nghi");
        Assert.Contains("KN-2026-0001", list.Text);
        Assert.Contains("9/12/2026", list.Text);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(86_400 * 200, true)]
    public async Task One_that_comes_after_the_day_is_received_and_marked(int secondsAfter, bool late)
    {
        var judged = await app.Given.JudgedCycle();
        app.Clock.Now = InTime.AddSeconds(secondsAfter);
        var author = await app.As(judged.Judging.Author);
        var receipt = await author.Page(await author.Done("/kien-nghi/gui", Words(judged.Poor)));
        Assert.Equal(late, receipt.Text.Contains("gửi sau thời hạn, vẫn được nhận", StringComparison.Ordinal));
        Assert.Equal(late, await app.Rows(db => db.Remonstrances.Select(item => item.IsLate).SingleAsync()));
    }

    [Fact]
    public async Task Before_publication_the_form_says_the_same_whatever_the_council_concluded_and_takes_nothing()
    {
        var judged = await app.Given.JudgedCycle(publish: false);
        var author = await app.As(judged.Judging.Author);
        string Same(Answer answer, int id) => Stable(answer).Replace($"thử số {(id == judged.Good ? 1 : 2)}", "", StringComparison.Ordinal).Replace($"HS-2026-000{(id == judged.Good ? 1 : 2)}", "", StringComparison.Ordinal).Replace($"/sang-kien/{id}", "", StringComparison.Ordinal).Replace($"hoSo={id}", "", StringComparison.Ordinal);
        Assert.Equal(Same(await author.Page($"/kien-nghi/gui?hoSo={judged.Good}"), judged.Good), Same(await author.Page($"/kien-nghi/gui?hoSo={judged.Poor}"), judged.Poor));
        Assert.Contains("Hồ sơ này chưa có kết quả như vậy.", (await author.Post("/kien-nghi/gui", Words(judged.Poor))).Text);
        Assert.Equal(0, await app.Rows(db => db.Remonstrances.CountAsync()));
    }

    [Fact]
    public async Task Author_officer_and_head_may_write_and_nobody_else_of_that_dossier()
    {
        var judged = await app.Given.JudgedCycle();
        foreach (var role in new[] { Role.UnitOfficer, Role.UnitHead })
            Assert.StartsWith("/kien-nghi/bien-nhan/", await (await app.As(await app.Given.Person(role))).Done("/kien-nghi/gui", Words(judged.Poor)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.UnitHead, "11074"))).Post("/kien-nghi/gui", Words(judged.Poor))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judged.Judging.Lead)).Post("/kien-nghi/gui", Words(judged.Poor))).Status);
        Assert.Contains("không được công nhận hoặc không đủ điều kiện", (await (await app.As(judged.Judging.Author)).Post("/kien-nghi/gui", Words(judged.Good))).Text);
    }

    [Fact]
    public async Task Its_files_are_checked_and_reach_its_writer_and_the_Department_only()
    {
        var judged = await app.Given.JudgedCycle();
        var author = await app.As(judged.Judging.Author);
        var refused = await author.Upload("/kien-nghi/gui", "tep", "so-lieu.docx", CraftOffice.Docx(), Words(judged.Poor));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await app.Rows(db => db.Remonstrances.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await author.Upload("/kien-nghi/gui", "tep", "so-lieu.pdf", CraftPdf.Sound(), Words(judged.Poor))).Status);
        var path = $"/kien-nghi/tep/{await app.Rows(db => db.Remonstrances.SelectMany(item => item.Files).Select(file => file.Id).SingleAsync())}";
        Assert.Equal(HttpStatusCode.OK, (await author.Get(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.As(judged.Judging.Lead)).Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judged.Judging.Secretary)).Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judged.Judging.Judge)).Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.UnitHead, "11074"))).Get(path)).Status);
    }

    [Theory]
    [InlineData("Dossier", "HS-2026-0099", "Không có hồ sơ mang số này.")]
    [InlineData("Dossier", "bảy", "Ghi số hồ sơ như trên giấy biên nhận, ví dụ HS-2026-0007.")]
    [InlineData("ReceivedOn", "26/11/2026", "Ngày nhận không thể ở sau hôm nay.")]
    [InlineData("ReceivedOn", "24/11/2026", "Kết quả có ngày 25/11/2026; ngày nhận không thể ở trước ngày đó.")]
    [InlineData("ReceivedOn", "31/11/2026", "Ngày không hợp lệ")]
    [InlineData("WriterName", "", "Ghi họ tên người ký kiến nghị.")]
    public async Task A_paper_is_recorded_with_the_facts_on_it(string field, string value, string sentence)
    {
        await app.Given.JudgedCycle();
        var clerk = await app.As(await Clerk());
        (string, string)[] sound = [("Dossier", "HS-2026-0002"), ("ReceivedOn", "25/11/2026"), ("WriterName", "Trần Văn Tác Giả"), ("Content", "Chưa tính số liệu quý ba."), ("Asks", "Xem lại minh chứng quý ba.")];
        var refused = await clerk.Post("/kien-nghi/ghi", [.. sound.Select(item => item.Item1 == field ? (field, value) : item)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text);
        var page = await clerk.Page(await clerk.Done("/kien-nghi/ghi", sound));
        Assert.Contains("Trần Văn Tác Giả · bản giấy · nhận ngày 25/11/2026", page.Text);
    }

    [Fact]
    public async Task What_is_asked_explained_and_drafted_changes_nothing_for_the_writer_until_the_answer_is_out()
    {
        var judged = await app.Given.JudgedCycle();
        var id = await Filed(judged);
        var (author, lead, secretary) = (await app.As(judged.Judging.Author), await app.As(judged.Judging.Lead), await app.As(judged.Judging.Secretary));
        string[] paths = [$"/kien-nghi/bien-nhan/{id}", $"/ket-qua/{judged.Poor}", $"/sang-kien/{judged.Poor}", "/viec"];
        var before = new List<string>();
        foreach (var path in paths) before.Add(Stable(await author.Get(path)));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"/kien-nghi/{id}")).Status);
        await lead.Done($"/kien-nghi/{id}/chuyen", ("Question", "Điểm hiệu quả được lập trên số liệu nào?"));
        Assert.Contains("Điểm hiệu quả được lập trên số liệu nào?", (await secretary.Page($"/kien-nghi/{id}")).Text);
        async Task Roles(Role roles) => await app.Rows(db => db.People.Where(item => item.Id == judged.Judging.Lead.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Roles, roles)));
        await Roles(Role.DepartmentLead | Role.CouncilSecretary);   // of another council
        Assert.DoesNotContain("/giai-trinh\"", (await lead.Page($"/kien-nghi/{id}")).Body);
        Assert.Contains("Chỉ ủy viên thư ký của Hội đồng này", (await lead.Post($"/kien-nghi/{id}/giai-trinh", ("Explanation", "Các phiếu đều nêu số liệu quý hai."))).Text);
        await Roles(Role.DepartmentLead);
        await secretary.Done($"/kien-nghi/{id}/giai-trinh", ("Explanation", "Các phiếu đều nêu số liệu quý hai; quý ba chưa có xác nhận của nơi áp dụng."));
        var version = (await lead.Page($"/kien-nghi/{id}")).Field("Version");
        await lead.Done($"/kien-nghi/{id}/soan", ("Version", version), ("AnswerText", "TRALOI: số liệu quý ba chưa có xác nhận của nơi áp dụng."), ("Outcome", "Kept"));
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], Stable(await author.Get(paths[i])));

        var letter = await lead.Get($"/kien-nghi/{id}/cong-van.pdf");
        var text = Pdf.Read(await letter.Message.Content.ReadAsByteArrayAsync()).Text;
        Assert.Contains("TRALOI", text);
        Assert.Contains("KN-2026-0001", text);
        Assert.Contains("giữ nguyên", text);
        Assert.Contains("Có người vừa làm việc trên kiến nghị này.", (await lead.Post($"/kien-nghi/{id}/tra-loi", [.. Signed(), ("Version", version)])).Text);
        await lead.Done($"/kien-nghi/{id}/tra-loi", Signed());
        var answered = await author.Page($"/kien-nghi/bien-nhan/{id}");
        Assert.Contains("Công văn số 01/SKHCN-SK ngày 25/11/2026: giữ nguyên kết quả.", answered.Text);
        Assert.Contains("TRALOI", answered.Text);
        var issued = await app.Rows(db => db.ScreeningNotices.SingleAsync());
        Assert.Equal((id, DepartmentNoticeKind.Answer), (issued.RemonstranceId, issued.Kind));
        var bytes = await (await author.Get($"/thong-bao/{issued.Id}.pdf")).Message.Content.ReadAsByteArrayAsync();
        Assert.Equal(issued.FileSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        foreach (var part in new[] { "01/SKHCN-SK", "TRALOI", "Nguyễn Thị Bình" }) Assert.Contains(part, Pdf.Read(bytes).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"/thong-bao/{issued.Id}.pdf")).Status);
        Assert.DoesNotContain("quý hai", answered.Text);   // the secretary's words stay inside
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.Post($"/kien-nghi/{id}/soan", ("Version", "9"), ("AnswerText", "Sửa lại câu trả lời."), ("Outcome", "Kept"))).Status);
        await app.DrainJobs();
        Assert.Contains(app.Mails(), mail => mail.To == judged.Judging.Author.Email && mail.Subject == "Sở KH&CN trả lời kiến nghị KN-2026-0001");
    }

    [Theory]
    [InlineData("", "25/11/2026", "Ghi họ và tên người ký.")]
    [InlineData("Nguyễn Thị Bình", "26/11/2026", "Ngày ký không thể ở sau hôm nay.")]
    [InlineData("Nguyễn Thị Bình", "24/11/2026", "công văn trả lời không thể có trước đó")]
    public async Task An_answer_bears_a_signer_and_a_day_that_can_be(string signer, string date, string sentence)
    {
        var judged = await app.Given.JudgedCycle();
        var id = await Filed(judged);
        var lead = await app.As(judged.Judging.Lead);
        Assert.Contains("Soạn nội dung trả lời và lưu trước", (await lead.Post($"/kien-nghi/{id}/tra-loi", Signed())).Text);
        await lead.Done($"/kien-nghi/{id}/soan", ("Version", "0"), ("AnswerText", "Đã xem xét minh chứng."), ("Outcome", "Reconsider"));
        var refused = await lead.Post($"/kien-nghi/{id}/tra-loi", ("Date", date), ("SignerName", signer), ("Capacity", "Head"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text);
        Assert.Empty(await app.Rows(db => db.ScreeningNotices.ToListAsync()));
    }

    [Fact]
    public async Task Without_enough_members_who_did_not_score_it_scoring_anew_is_not_ordered_and_nobody_is_told_of_it()
    {
        var judged = await app.Given.JudgedCycle();
        var id = await Filed(judged);
        var lead = await app.As(judged.Judging.Lead);
        const string shortage = "Hội đồng chỉ còn 0 thành viên chấm lại được, cần ít nhất 3. Không giao chấm lại được; trả lời theo hồ sơ và giải trình của thư ký Hội đồng.";
        Assert.Contains(shortage, (await lead.Page($"/kien-nghi/{id}")).Text);
        Assert.Contains(shortage, (await lead.Post($"/kien-nghi/{id}/cham-lai", ("RescoringReason", "Có số liệu chưa được xét."), ("RescoringDueOn", "10/12/2026"))).Text);
        Assert.Null(await app.Rows(db => db.Remonstrances.Select(item => item.RescoringOrderedAt).SingleAsync()));
        Assert.DoesNotContain("Giao chấm lại", (await (await app.As(judged.Judging.Author)).Page($"/kien-nghi/bien-nhan/{id}")).Text);
        await lead.Done($"/kien-nghi/{id}/soan", ("Version", (await lead.Page($"/kien-nghi/{id}")).Field("Version")), ("AnswerText", "Hội đồng không còn người chấm lại."), ("Outcome", "Reconsider"));
        await lead.Done($"/kien-nghi/{id}/tra-loi", Signed());
    }

    [Fact]
    public async Task A_member_who_was_away_and_never_wrote_on_his_sheet_may_score_anew()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var id = await Filed(judged);
        var lead = await app.As(judged.Judging.Lead);
        var away = judged.Judging.Judges[4];   // given the dossier, as the others
        await lead.Done($"/kien-nghi/{id}/cham-lai", ("RescoringReason", "Có số liệu chưa được xét."), ("RescoringDueOn", "10/12/2026"));
        Assert.Contains($"{away.Name}: đã chấm lần trước", (await lead.Page($"/kien-nghi/{id}")).Text);
        await app.Rows(db => db.Sheets.Where(sheet => sheet.InitiativeId == judged.Poor && sheet.PersonId == away.Id).ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.SavedAt, (DateTime?)null).SetProperty(sheet => sheet.SubmittedAt, (DateTime?)null)));
        Assert.DoesNotContain($"{away.Name}: đã chấm lần trước", (await lead.Page($"/kien-nghi/{id}")).Text);
    }

    [Fact]
    public async Task Others_score_anew_on_their_desks_and_the_ranking_and_the_first_result_never_move()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var id = await Filed(judged);
        var (author, lead, secretary) = (await app.As(judged.Judging.Author), await app.As(judged.Judging.Lead), await app.As(judged.Judging.Secretary));
        var (ranking, result, own) = (Stable(await lead.Page("/xep-hang/2026")), Stable(await author.Page($"/ket-qua/{judged.Poor}")), Stable(await secretary.Page("/tien-do/2026")));
        await lead.Done($"/kien-nghi/{id}/cham-lai", ("RescoringReason", "Có số liệu chưa được xét."), ("RescoringDueOn", "10/12/2026"));
        var others = judged.Judging.Judges.TakeLast(3).ToList();
        Assert.Contains("Chọn ít nhất 3 người chấm lại; mới chọn 2.", (await secretary.Post($"/kien-nghi/{id}/nguoi-cham", ("Chosen", $"{others[0].Id}"), ("Chosen", $"{others[1].Id}"))).Text);
        Assert.Contains("đã chấm lần trước, không chấm lại hồ sơ này.", (await secretary.Post($"/kien-nghi/{id}/nguoi-cham", [.. others.Take(2).Append(judged.Judging.Judge).Select(judge => ("Chosen", $"{judge.Id}"))])).Text);
        await secretary.Done($"/kien-nghi/{id}/nguoi-cham", [.. others.Select(judge => ("Chosen", $"{judge.Id}"))]);
        var desk = await app.As(others[0]);
        Assert.Contains("Chấm lại theo kiến nghị", (await desk.Page("/cham-diem")).Text);
        await desk.Page($"/cham-diem/{await app.Given.SheetId(others[0], judged.Poor)}");
        foreach (var judge in others.Take(2)) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judged.Poor))!.Value, 0.8m);
        Assert.Contains("Mới có 2/3 phiếu.", (await secretary.Post($"/kien-nghi/{id}/chot")).Text);
        await app.Given.HandIn(others[2], (await app.Given.SheetId(others[2], judged.Poor))!.Value, 0.8m);
        Assert.DoesNotContain("Lần 2 80", (await lead.Page($"/kien-nghi/{id}")).Text);
        Assert.Contains("Việc chấm lại chưa chốt.", await Answered(lead, id));
        await secretary.Page(await secretary.Done($"/kien-nghi/{id}/chot"));
        var page = await lead.Page($"/kien-nghi/{id}");
        Assert.Matches("Trung bình phiếu hợp lệ: 5 và 3 50,00 [0-9,]+", page.Text);
        Assert.Equal(ranking, Stable(await lead.Page("/xep-hang/2026")));
        Assert.Equal(own, Stable(await secretary.Page("/tien-do/2026")));
        Assert.Equal(result.Split("Kiến nghị về kết quả")[0], Stable(await author.Page($"/ket-qua/{judged.Poor}")).Split("Kiến nghị về kết quả")[0]);
        Assert.False((await app.Send(new Web.Features.Scoring.SaveScoreSheet.Command { Id = (await app.Given.SheetId(others[0], judged.Poor))!.Value, Version = 2, Op = "luu" }, others[0].Actor)).Ok);
        var receipt = await author.Page($"/kien-nghi/bien-nhan/{id}");
        foreach (var judge in judged.Judging.Judges) Assert.DoesNotContain(judge.Name, receipt.Text);
    }

    private static async Task<string> Answered(TestUser lead, int id)
    {
        await lead.Done($"/kien-nghi/{id}/soan", ("Version", (await lead.Page($"/kien-nghi/{id}")).Field("Version")), ("AnswerText", "Chờ kết quả chấm lại."), ("Outcome", "Kept"));
        return (await lead.Post($"/kien-nghi/{id}/tra-loi", Signed())).Text;
    }

    [Fact]
    public async Task A_sheet_of_a_later_round_is_handed_in_until_its_own_day_ends()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var id = await Filed(judged);
        var lead = judged.Judging.Lead.Actor;
        var others = judged.Judging.Judges.TakeLast(3).ToList();
        Assert.True((await app.Send(new OrderRescoring.Command { Id = id, RescoringReason = "Có số liệu chưa được xét.", RescoringDueOn = new DateOnly(2026, 12, 10) }, lead)).Ok);
        Assert.True((await app.Send(new NameRescorers.Command { Id = id, Chosen = [.. others.Select(judge => judge.Id)] }, lead)).Ok);
        app.Clock.Now = VietnamTime.EndOfDay(new DateOnly(2026, 12, 10)).AddSeconds(-1);
        await app.Given.HandIn(others[0], (await app.Given.SheetId(others[0], judged.Poor))!.Value, 0.8m);
        app.Clock.Now = VietnamTime.EndOfDay(new DateOnly(2026, 12, 10));
        var late = await app.Send(new Web.Features.Scoring.SaveScoreSheet.Command { Id = (await app.Given.SheetId(others[1], judged.Poor))!.Value, Version = 0, Op = "nop" }, others[1].Actor);
        Assert.Contains("Đã quá hạn chấm (hết 23:59:59 ngày 10/12/2026)", late.Problems[0].Message);
        Assert.True((await app.Send(new CloseRescoring.Command { Id = id }, lead)).Ok);
    }

    [Fact]
    public async Task Reading_the_register_is_the_Departments_and_the_secretarys()
    {
        var judged = await app.Given.JudgedCycle();
        var id = await Filed(judged);
        foreach (var role in new[] { Role.Appraiser, Role.CityLeader, Role.HomeAffairs, Role.Press, Role.Administrator, Role.CouncilMember, Role.UnitHead })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Person(role, "SKHCN"))).Get($"/kien-nghi/{id}")).Status);
        Assert.Contains("Chưa có kiến nghị nào", (await (await app.As(judged.Judging.Secretary)).Page("/kien-nghi")).Text);
        Assert.Contains($"/kien-nghi/{id}", (await (await app.As(judged.Judging.Lead)).Page("/viec")).Body);
    }
}
