using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Scoring;

public sealed class RemindTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<Judging> OneIsDoneOneHasBegun()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5);
        foreach (var dossier in judging.Initiatives) await app.Given.HandIn(judging.Chair, (await app.Given.SheetId(judging.Chair, dossier))!.Value, 0.8m);
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, 0.8m);
        return judging;
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("con-phieu", 4)]
    [InlineData("chua-bat-dau", 3)]
    [InlineData("dang-cham", 1)]
    [InlineData("da-xong", 1)]
    public async Task Members_are_looked_at_by_how_far_they_are(string tab, int shown)
    {
        var judging = await OneIsDoneOneHasBegun();
        var page = await (await app.As(judging.Secretary)).Page($"/tien-do/2026?tt={tab}");
        Assert.Equal(shown, judging.Judges.Count(judge => page.Body.Contains($"aria-label=\"{judge.Name} đã nộp\"", StringComparison.Ordinal)));
        Assert.Contains("3/10 phiếu đã nộp", page.Text);
    }

    [Fact]
    public async Task Dossiers_that_lack_a_sheet_are_told_from_those_that_have_all()
    {
        var judging = await OneIsDoneOneHasBegun();
        var user = await app.As(judging.Secretary);
        Assert.Contains("Còn thiếu phiếu 2", (await user.Page("/tien-do/2026")).Text);
        Assert.Contains("Không có hồ sơ nào như vậy.", (await user.Page("/tien-do/2026?hs=du")).Text);
    }

    [Fact]
    public async Task The_first_three_mails_are_read_before_they_go_and_each_goes_once()
    {
        var judging = await OneIsDoneOneHasBegun();
        var user = await app.As(judging.Secretary);
        Assert.Contains("Nhắc 4 người còn phiếu", (await user.Page("/tien-do/2026")).Text);
        var preview = await user.Page("/tien-do/2026/nhac?tt=con-phieu");
        Assert.Contains("4 thư nhắc chấm điểm", preview.Text);
        Assert.Contains("Còn 18 ngày 15 giờ: phiếu chấm sáng kiến 2026 chưa nộp", preview.Text);
        Assert.Contains("Hạn chấm: hết 23:59:59 ngày 30/10/2026 (còn 18 ngày 15 giờ).", preview.Text);
        Assert.Contains("Và 1 thư nữa cùng kiểu.", preview.Text);
        Assert.DoesNotContain(judging.Chair.Email, preview.Text);

        Assert.Equal("/tien-do/2026", await user.Done("/tien-do/2026/nhac", ("Tt", "con-phieu"), ("Shown", preview.Field("Shown"))));
        await app.DrainJobs();
        Assert.Equal(judging.Judges.Where(judge => judge != judging.Chair).Select(judge => judge.Email).Order(StringComparer.Ordinal), app.Mails().Select(mail => mail.To));
        Assert.Contains("đã nhắc", (await user.Page("/tien-do/2026")).Text);

        var again = await user.Post("/tien-do/2026/nhac", ("Tt", "con-phieu"), ("Shown", preview.Field("Shown")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Không còn ai cần nhắc", again.Text);
        Assert.Contains("4 người: Đã nhắc trong 24 giờ qua", again.Text);
        await app.DrainJobs();
        Assert.Equal(4, app.Mails().Count);
        Assert.Equal(["4 thư"], await app.Rows(db => db.Journal.Where(entry => entry.Action == "nhac-cham").Select(entry => entry.Details).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_handed_in_since_the_preview_gets_no_mail_and_the_rest_is_looked_at_anew()
    {
        var judging = await OneIsDoneOneHasBegun();
        var user = await app.As(judging.Secretary);
        var shown = (await user.Page("/tien-do/2026/nhac")).Field("Shown");
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[1]))!.Value, 0.8m);
        var refused = await user.Post("/tien-do/2026/nhac", ("Shown", shown));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("3 thư nhắc chấm điểm", refused.Text);
    }

    [Fact]
    public async Task A_reminder_about_a_dossier_that_one_is_in_conflict_with_is_not_told()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        var lead = await app.As(judging.Lead);
        await lead.Done("/tien-do/2026/nhac", ("Shown", (await lead.Page("/tien-do/2026/nhac")).Field("Shown")));
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.Contains("đã nhắc", (await lead.Page("/tien-do/2026")).Text);
        Assert.DoesNotContain("đã nhắc", (await (await app.As(judging.Secretary)).Page("/tien-do/2026")).Text);
    }

    [Fact]
    public async Task An_officer_follows_judges_and_dossiers_by_their_numbers_and_never_reads_a_code()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3);
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, 0.8m);
        var page = await (await app.As(await app.Given.Clerk())).Page("/tien-do/2026");
        var (numbers, codes) = await app.Rows(async db => (await db.Initiatives.OrderBy(item => item.Id).Select(item => item.RegisterNumber!.Value).ToListAsync(), await db.Initiatives.Select(item => item.CouncilCode!).ToListAsync()));
        Assert.Contains("còn 1 hồ sơ · lưu gần nhất 09:00:00 ngày 12/10/2026", page.Text);
        Assert.Contains("còn 2 hồ sơ · chưa lưu phiếu nào", page.Text);
        Assert.Contains($"{judging.Judge.Name} còn thiếu 1 phiếu {numbers[1]:0000}", page.Text);
        Assert.Contains("Còn thiếu phiếu 2", page.Text);
        Assert.All(codes, code => Assert.DoesNotContain(code, page.Body, StringComparison.Ordinal));
        Assert.DoesNotContain("Quá hạn", page.Text);
        app.Clock.Now = new DateTime(2026, 10, 30, 17, 0, 0, DateTimeKind.Utc);   // the first instant of 31/10 in Việt Nam
        Assert.Contains("Quá hạn", (await (await app.As(await app.Given.Clerk())).Page("/tien-do/2026")).Text);
    }

    [Fact]
    public async Task Who_only_reads_the_progress_reminds_nobody()
    {
        await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var reader = await app.As(await app.Given.Person(Role.HomeAffairs, "SNV"));
        Assert.DoesNotContain("người còn phiếu", (await reader.Page("/tien-do/2026")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/tien-do/2026/nhac")).Status);
    }

    [Fact]
    public async Task The_secretary_of_another_council_follows_and_reminds_nobody_of_this_one()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var other = await app.As(await app.Given.Person(Domain.People.Role.CouncilSecretary, "SKHCN"));
        Assert.Contains("Chưa mở chấm điểm", (await other.Page("/tien-do/2026")).Text);
        Assert.DoesNotContain(judging.Judge.Email, (await other.Page("/tien-do/2026/nhac")).Text);
        Assert.Contains("0/3 phiếu đã nộp", (await (await app.As(judging.Secretary)).Page("/tien-do/2026")).Text);
        Assert.Contains(judging.Judge.Email, (await (await app.As(judging.Secretary)).Page("/tien-do/2026/nhac")).Text);
    }
}
