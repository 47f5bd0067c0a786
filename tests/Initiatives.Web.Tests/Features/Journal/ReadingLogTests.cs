using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Features.Journal;

/// <summary>Who read scores of others, when; sealed so that nothing is changed later.</summary>
public sealed class ReadingLogTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task Flush() => app.Services.GetRequiredService<ReadingLog>().FlushAsync(CancellationToken.None);

    private Task<List<ScoreReading>> Rows() => app.Rows(db => db.ScoreReadings.OrderBy(row => row.Batch).ThenBy(row => row.Line).ToListAsync());

    private async Task<string> Check()
    {
        await using var output = new StringWriter();
        await app.Rows(async db => await InvariantCheck.RunAsync(db, app.Services.GetRequiredService<FileStore>(), output));
        return output.ToString();
    }

    [Fact]
    public async Task A_page_with_scores_of_others_leaves_a_row_and_a_refused_one_none()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        var secretary = await app.As(judging.Secretary);
        await secretary.Page("/xep-hang/2026");
        await secretary.Page($"/phieu/{sheet}/lich-su");
        await secretary.Get("/xep-hang/2031");
        await (await app.As(judging.Judge)).Get("/xep-hang/2026");
        Assert.Empty(await Rows());
        await Flush();
        Assert.Equal([(1, 1, judging.Secretary.Id, "/xep-hang/2026", (int?)null), (1, 2, judging.Secretary.Id, $"/phieu/{sheet}/lich-su", judging.Initiatives[0])],
            (await Rows()).Select(row => (row.Batch, row.Line, row.PersonId, row.Page, row.InitiativeId)));
    }

    [Fact]
    public async Task Reading_one_s_own_sheet_is_no_reading_of_others()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        await (await app.As(judging.Judge)).Page($"/phieu/{await app.Given.SheetId(judging.Judge, judging.Initiatives[0])}/lich-su");
        await Flush();
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task The_hourly_seal_stands_in_the_journal_once_and_only_over_what_is_new()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var lead = await app.As(judging.Lead);
        await lead.Page("/xep-hang/2026");
        await Flush();
        await Seal();
        await Seal();
        await lead.Page("/xep-hang/2026");
        await lead.Page("/xep-hang/2026");
        await Flush();
        await Seal();
        var seals = await app.Rows(db => db.ReadingSeals.OrderBy(seal => seal.Id).ToListAsync());
        Assert.Equal([(1, 1, 1), (2, 2, 2)], seals.Select(seal => (seal.FromBatch, seal.ToBatch, seal.Count)));
        Assert.Equal(seals.Select(seal => seal.Details), await app.Rows(db => db.Journal.Where(entry => entry.Action == "niem-phong-doc-diem").OrderBy(entry => entry.Sequence).Select(entry => entry.Details).ToListAsync()));
        Assert.Contains("ok   Nhật ký đọc điểm khớp với niêm phong", await Check());
    }

    [Theory]
    [InlineData("""UPDATE "ScoreReadings" SET "PersonName" = 'Người khác'""")]
    [InlineData("""DELETE FROM "ScoreReadings" WHERE "Line" = 2""")]
    [InlineData("""INSERT INTO "ScoreReadings" ("Batch", "Line", "PersonId", "PersonName", "At", "Page") SELECT 1, 3, "PersonId", "PersonName", "At", "Page" FROM "ScoreReadings" WHERE "Line" = 1""")]
    public async Task A_row_changed_removed_or_added_after_the_seal_is_found(string sql)
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var lead = await app.As(judging.Lead);
        await lead.Page("/xep-hang/2026");
        await lead.Page("/xep-hang/2026");
        await Flush();
        await Seal();
        await app.Rows(db => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("các dòng từ lượt 1 đến 1 không còn như lúc niêm phong.", await Check());
    }

    [Fact]
    public async Task A_seal_taken_away_is_missed_by_the_journal()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        await (await app.As(judging.Lead)).Page("/xep-hang/2026");
        await Flush();
        await Seal();
        await app.Rows(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "ReadingSeals" """));
        Assert.Contains("Nhật ký có niêm phong đọc điểm 1, bảng niêm phong không có.", await Check());
    }

    [Fact]
    public async Task Administrators_list_readings_by_person_and_year_and_nobody_else_does()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        await (await app.As(judging.Lead)).Page("/xep-hang/2026");
        await (await app.As(judging.Secretary)).Page("/xep-hang/2026");
        await Flush();
        var admin = await app.As(await app.Given.Person(Role.Administrator));
        Assert.Contains("2 lượt đọc", (await admin.Page("/nhat-ky/doc-diem")).Text);
        Assert.Contains("1 lượt đọc", (await admin.Page($"/nhat-ky/doc-diem?nguoi={judging.Lead.Id}&nam=2026")).Text);
        Assert.Contains("0 lượt đọc", (await admin.Page("/nhat-ky/doc-diem?nam=2025&trang=-4")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Lead)).Get("/nhat-ky/doc-diem")).Status);
    }

    private Task Seal() => app.Send(new SealReadings());
}
