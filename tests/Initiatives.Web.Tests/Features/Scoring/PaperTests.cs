using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Scoring;

/// <summary>Sheets on paper: one person types, another compares, and nobody sees more than that one sheet.</summary>
public sealed class PaperTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private sealed record Desk(Judging Judging, TestUser Typist, TestPerson TypistPerson, TestUser Second, int Sheet);

    private async Task<Desk> Open()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var typist = await app.Given.Typist(judging.CycleId);
        return new Desk(judging, await app.As(typist), typist, await app.As(await app.Given.Typist(judging.CycleId)), (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value);
    }

    private static (string, string)[] Form(string e1 = "12,5", string signed = "11/10/2026", string reason = "") =>
    [
        ("Kind", "Sheet"), ("SignedOn", signed), ("Reason", reason), ("Points[N1]", "12"), ("Points[N2]", "8"), ("Points[N3]", "4"), ("Points[E1]", e1), ("Points[E2]", "8"),
        ("Points[E3]", "8"), ("Points[E4]", "4"), ("Points[S1]", "8"), ("Points[S2]", "8"), ("Points[S3]", "8"),
    ];

    private static Task<Answer> Enter(TestUser typist, int sheet, params (string, string)[] fields) => typist.Upload($"/phieu-giay/phieu/{sheet}", "scan", "phieu.pdf", Given.ScannedPaper, fields);

    private Task<ScoreSheet> Sheet(int id) => app.Rows(db => db.Sheets.AsNoTracking().SingleAsync(sheet => sheet.Id == id));

    private static int IdOf(Answer answer) => int.Parse(answer.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_paper_counts_once_a_second_person_has_compared_it_and_is_marked_as_entered()
    {
        var desk = await Open();
        var entered = await Enter(desk.Typist, desk.Sheet, Form());
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        var id = IdOf(entered);
        Assert.False((await Sheet(desk.Sheet)).IsValid);
        Assert.Contains("Người nhập không tự đối chiếu: cần người thứ hai.", (await desk.Typist.Page($"/phieu-giay/ban/{id}")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Typist.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"))).Status);
        Assert.Contains("tổng 80,5/100", (await desk.Second.Page($"/phieu-giay/ban/{id}")).Text);
        Assert.Equal(HttpStatusCode.OK, (await desk.Second.Get($"/phieu-giay/ban/{id}/ban-quet")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Second.Get($"/phieu-giay/ban/{id}/anh")).Status);
        Assert.Equal("/phieu-giay/2026", await desk.Second.Done($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true")));
        var sheet = await Sheet(desk.Sheet);
        Assert.Equal((SheetStatus.Submitted, 80.5m, (int?)desk.TypistPerson.Id, true), (sheet.Status, sheet.Total, sheet.EnteredById, sheet.PaperSha256.Length == 64));
        var judge = await app.As(desk.Judging.Judge);
        Assert.Contains("Nhập thay", (await judge.Page("/cham-diem")).Text);
        Assert.Contains("Phiếu được nhập thay từ bản giấy bạn đã ký", (await judge.Page($"/cham-diem/{desk.Sheet}")).Text);
        Assert.Contains($"{desk.TypistPerson.Name} (không phải người chấm)", (await judge.Page($"/phieu/{desk.Sheet}/lich-su")).Text);
        Assert.Contains("Nhập thay", (await desk.Typist.Page("/phieu-giay/2026")).Text);
    }

    [Fact]
    public async Task Wherever_the_points_of_an_entered_sheet_stand_it_is_marked()
    {
        var desk = await Open();
        var (judging, year) = (desk.Judging, desk.Judging.Year);
        await desk.Second.Done($"/phieu-giay/ban/{IdOf(await Enter(desk.Typist, desk.Sheet, Form()))}/doi-chieu", ("Matches", "true"));
        var secretary = await app.As(judging.Secretary);
        Assert.Contains("1 phiếu nhập thay", (await secretary.Page($"/tien-do/{year}")).Text);
        Given.Sure(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        var ranking = await secretary.Page($"/xep-hang/{year}");
        Assert.Contains($"{judging.Judge.Name} 80,5 (nhập thay)", ranking.Text);
        Assert.Contains("1/3 1 nhập thay", ranking.Text);
        Assert.Contains("từ 1/3 phiếu hợp lệ (1 nhập thay)", ranking.Text);
        Assert.Contains("<path class=entered", ranking.Body, StringComparison.Ordinal);
        var sheets = await secretary.Page($"/bat-dong/{year}/{judging.Initiatives[0]}");
        Assert.Contains($"{judging.Judge.Name} (nhập thay)", sheets.Text);
        Assert.Contains("<path class=\"entered", sheets.Body, StringComparison.Ordinal);
        Assert.Contains("Nhập thay", (await secretary.Page($"/phieu/{desk.Sheet}/lich-su")).Text);
    }

    [Fact]
    public async Task A_paper_that_does_not_match_goes_back_and_is_typed_anew()
    {
        var desk = await Open();
        var id = IdOf(await Enter(desk.Typist, desk.Sheet, Form()));
        Assert.Contains("Phiếu này đã được nhập và đang chờ người thứ hai đối chiếu.", (await Enter(desk.Typist, desk.Sheet, Form())).Text);
        Assert.Contains("Ghi chỗ không khớp với bản giấy (ít nhất 5 ký tự).", (await desk.Second.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "false"))).Text);
        await desk.Second.Done($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "false"), ("Refusal", "E1 trên giấy là 12"));
        Assert.False((await Sheet(desk.Sheet)).IsValid);
        Assert.Contains("E1 trên giấy là 12", (await desk.Typist.Page("/phieu-giay/2026")).Text);
        await desk.Second.Done($"/phieu-giay/ban/{IdOf(await Enter(desk.Typist, desk.Sheet, Form("12")))}/doi-chieu", ("Matches", "true"));
        Assert.Equal(80m, (await Sheet(desk.Sheet)).Total);
    }

    [Fact]
    public async Task Without_scan_day_or_points_nothing_is_entered_and_every_gap_is_told_at_once()
    {
        var desk = await Open();
        var refused = await desk.Typist.Post($"/phieu-giay/phieu/{desk.Sheet}", Form("mười", "40/10/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var gaps = await desk.Typist.Post($"/phieu-giay/phieu/{desk.Sheet}", Form("15,5", ""));
        foreach (var sentence in new[] { "Điểm E1 tối đa 15.", "Ghi ngày ủy viên ký.", "Chọn bản quét phiếu đã ký." }) Assert.Contains(sentence, gaps.Text);
        Assert.Contains("Điểm E1: ghi số, ví dụ 12,5.", (await desk.Typist.Post($"/phieu-giay/phieu/{desk.Sheet}", Form("mười"))).Text);
        var wrong = await desk.Typist.Upload($"/phieu-giay/phieu/{desk.Sheet}", "scan", "phieu.txt", "chữ"u8.ToArray(), Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(0, await app.Rows(db => db.PaperSheets.CountAsync()));
    }

    [Fact]
    public async Task The_secretariat_sees_nothing_of_what_a_judge_wrote_himself()
    {
        var desk = await Open();
        string[] paths = ["/phieu-giay/2026", $"/phieu-giay/2026?nguoi={desk.Judging.Judge.Id}", $"/phieu-giay/phieu/{desk.Sheet}", $"/phieu-giay/phieu/{desk.Sheet}/trong.pdf"];
        async Task<string[]> Look()
        {
            var answers = new List<string>();
            foreach (var path in paths) answers.Add(System.Text.RegularExpressions.Regex.Replace((await desk.Typist.Get(path)).Comparable, @"/(CreationDate|ModDate) ?\([^)]*\)|/ID ?\[[^\]]*\]", ""));
            return [.. answers];
        }

        var before = await Look();
        await app.Send(new SaveScoreSheet.Command { Id = desk.Sheet, Points = new() { ["E1"] = "14,5" }, Comments = new() { ["E"] = "Chưa xong" } }, desk.Judging.Judge.Actor);
        Assert.Equal(before, await Look());
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Typist.Get($"/phieu/{desk.Sheet}/lich-su")).Status);
    }

    [Fact]
    public async Task A_sheet_that_its_judge_handed_in_is_out_of_reach_and_a_waiting_paper_no_longer_counts()
    {
        var desk = await Open();
        var id = IdOf(await Enter(desk.Typist, desk.Sheet, Form()));
        await app.Given.HandIn(desk.Judging.Judge, desk.Sheet, 0.7m);
        Assert.Contains("Ủy viên đã tự nộp phiếu này.", (await desk.Second.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"))).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Typist.Get($"/phieu-giay/phieu/{desk.Sheet}")).Status);
        Assert.Equal(70m, (await Sheet(desk.Sheet)).Total);
    }

    [Theory]
    [InlineData("Phan Thị Út", "phan.ut@ngoai.example", "SNV")]   // the address before the @ is the same
    [InlineData("PHAN THỊ ÚT", "u.p@thu.example", "SKHCN")]       // the same name in the same unit
    public async Task A_second_account_of_the_same_person_is_no_second_person(string name, string email, string unit)
    {
        var desk = await Open();
        var own = await app.Given.Typist(desk.Judging.CycleId);
        await app.Rows(async db =>
        {
            await db.People.Where(item => item.Id == desk.TypistPerson.Id || item.Id == own.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.SortKey, Domain.Text.VietnameseName.SortKey("Phan Thị Út")));
            await db.People.Where(item => item.Id == desk.TypistPerson.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, "Phan Thị Út"));
            await db.Users.Where(item => item.PersonId == desk.TypistPerson.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, "phan.ut@thu.example"));
            var at = await db.Units.Where(item => item.Code == unit).Select(item => item.Id).SingleAsync();
            await db.People.Where(item => item.Id == own.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, name).SetProperty(item => item.UnitId, at));
            return await db.Users.Where(item => item.PersonId == own.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Email, email).SetProperty(item => item.NormalizedEmail, email.ToUpperInvariant()));
        });
        var id = IdOf(await Enter(desk.Typist, desk.Sheet, Form()));
        var again = await app.As(own with { Email = email });
        Assert.Contains("Người nhập không tự đối chiếu: cần người thứ hai.", (await again.Page($"/phieu-giay/ban/{id}")).Text);
        Assert.Contains("Người nhập không tự đối chiếu: cần người thứ hai.", (await again.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"))).Text);
        Assert.False((await Sheet(desk.Sheet)).IsValid);
        await desk.Second.Done($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"));
    }

    [Fact]
    public async Task A_secretary_who_judges_neither_enters_nor_compares_his_own_paper()
    {
        var desk = await Open();
        var own = (await app.Given.SheetId(desk.Judging.Secretary, desk.Judging.Initiatives[0]))!.Value;
        var secretary = await app.As(desk.Judging.Secretary);
        Assert.Equal(HttpStatusCode.NotFound, (await Enter(secretary, own, Form())).Status);
        var id = IdOf(await Enter(desk.Typist, own, Form()));
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"/phieu-giay/ban/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"))).Status);
    }

    [Fact]
    public async Task A_secretary_who_judges_reads_no_other_s_paper_before_he_has_handed_in_his_own_sheet()
    {
        var desk = await Open();
        var id = IdOf(await Enter(desk.Typist, desk.Sheet, Form()));
        var secretary = await app.As(desk.Judging.Secretary);
        foreach (var path in new[] { "", "/ban-quet", "/anh" }) Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"/phieu-giay/ban/{id}{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Post($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"))).Status);
        await app.Given.HandIn(desk.Judging.Secretary, (await app.Given.SheetId(desk.Judging.Secretary, desk.Judging.Initiatives[0]))!.Value, 0.7m);
        Assert.Contains("12,5", (await secretary.Page($"/phieu-giay/ban/{id}")).Text + (await secretary.Page($"/phieu-giay/ban/{id}")).Body);
        await secretary.Done($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"));
    }

    [Fact]
    public async Task After_closing_a_paper_comes_in_only_where_the_secretary_reopened_the_sheet_and_with_a_reason()
    {
        var desk = await Open();
        await app.Send(new CloseScoring.Command { CycleId = desk.Judging.CycleId, Confirm = true }, desk.Judging.Secretary.Actor);
        Assert.Contains("chỉ nhập được phiếu giấy khi thư ký mở lại phiếu", (await Enter(desk.Typist, desk.Sheet, Form())).Text);
        await (await app.As(desk.Judging.Secretary)).Done($"/phieu/{desk.Sheet}/mo-lai", ("Reason", "Phiếu giấy đến muộn qua bưu điện"));
        Assert.Contains("ghi lý do thay", (await Enter(desk.Typist, desk.Sheet, Form())).Text);
        var id = IdOf(await Enter(desk.Typist, desk.Sheet, Form(reason: "Dấu bưu điện trước hạn chấm")));
        await desk.Second.Done($"/phieu-giay/ban/{id}/doi-chieu", ("Matches", "true"));
        var sheet = await Sheet(desk.Sheet);
        Assert.Equal((SheetStatus.Locked, true, false, 80.5m), (sheet.Status, sheet.IsValid, sheet.IsReopened, sheet.Total));
        Assert.Contains("Dấu bưu điện trước hạn chấm", (await (await app.As(desk.Judging.Lead)).Page($"/phieu/{desk.Sheet}/lich-su")).Text);
    }

    [Fact]
    public async Task A_blank_sheet_names_judge_and_dossier_and_no_points()
    {
        var desk = await Open();
        var answer = await desk.Typist.Get($"/phieu-giay/phieu/{desk.Sheet}/trong.pdf");
        var bytes = await answer.Message.Content.ReadAsByteArrayAsync();
        var text = Pdf.Of((_, stream) => stream.Write(bytes)).Text;
        Assert.Contains(desk.Judging.Judge.Name, text);
        Assert.Contains("Sáng kiến thử số 1", text);
        Assert.DoesNotContain(desk.Judging.Author.Name, text);
    }
}
