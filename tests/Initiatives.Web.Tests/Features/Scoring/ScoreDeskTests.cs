using System.Net;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Scoring;

public sealed class ScoreDeskTests : IDisposable
{
    private static readonly (string Code, string Points)[] Good =
        [("N1", "12"), ("N2", "8"), ("N3", "4"), ("E1", "12,5"), ("E2", "8"), ("E3", "8"), ("E4", "4"), ("S1", "8"), ("S2", "8"), ("S3", "8")];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_judge_hands_in_a_sheet_and_is_led_to_the_next_one()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2);
        var user = await app.As(judging.Judge);
        var desk = await user.Page("/cham-diem");
        Assert.Contains("0/2 đã nộp", desk.Text);
        var queue = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items;
        Assert.Equal($"/cham-diem/{queue[1].SheetId}", await user.Done($"/cham-diem/{queue[0].SheetId}", Form(0, "nop")));
        Assert.Contains($"Đã nộp phiếu {queue[0].Code}: 80,5 điểm.", (await user.Page($"/cham-diem/{queue[1].SheetId}")).Text);
        Assert.Equal("/cham-diem", await user.Done($"/cham-diem/{queue[1].SheetId}", Form(0, "nop")));
        Assert.Contains("2/2 đã nộp", (await user.Page("/cham-diem")).Text);
    }

    [Fact]
    public async Task A_judge_without_sheets_is_told_what_comes()
    {
        var member = await app.Given.Person(Domain.People.Role.CouncilMember);
        Assert.Contains("Bạn chưa có hồ sơ nào để chấm", (await (await app.As(member)).Page("/cham-diem")).Text);
    }

    [Theory]
    [InlineData("15,5", "Điểm E1 tối đa 15.")]
    [InlineData("12,3", "Điểm E1 theo bước 0,5: ghi 12 hoặc 12,5.")]
    [InlineData("mười", "Điểm E1: ghi số, ví dụ 12,5.")]
    [InlineData("-1", "Điểm E1: ghi số, ví dụ 12,5.")]
    public async Task Wrong_points_are_refused_by_a_sentence_and_stay_as_typed(string typed, string sentence)
    {
        var (user, sheet) = await Desk();
        var answer = await user.Post($"/cham-diem/{sheet}", Form(0, "luu", ("E1", typed)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal(typed, answer.Field("Points[E1]"));
        Assert.Equal((SheetStatus.NotStarted, 0m, 0), await Sheet(sheet));
    }

    [Theory]
    [InlineData("12.5")]
    [InlineData("12,5")]
    [InlineData(" 12,50 ")]
    public async Task Comma_and_point_are_the_same(string typed)
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "luu", ("E1", typed)));
        Assert.Equal((SheetStatus.Draft, 80.5m, 1), await Sheet(sheet));
        Assert.Equal("12,5", (await user.Page($"/cham-diem/{sheet}")).Field("Points[E1]"));
    }

    [Fact]
    public async Task A_sheet_with_a_gap_stays_a_draft_and_names_the_gap()
    {
        var (user, sheet) = await Desk();
        var answer = await user.Post($"/cham-diem/{sheet}", Form(0, "nop", ("S3", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chưa chấm mục S3.", answer.Text);
        Assert.Equal("1", answer.Field("Version"));
        Assert.Equal((SheetStatus.Draft, 72.5m, 1), await Sheet(sheet));
    }

    [Fact]
    public async Task An_extreme_band_needs_a_comment()
    {
        var (user, sheet) = await Desk();
        (string, string)[] best = [("N1", "15"), ("N2", "10"), ("N3", "5")];
        var answer = await user.Post($"/cham-diem/{sheet}", Form(0, "nop", best));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tiêu chí Tính mới ở mức Xuất sắc: ghi nhận xét để giải thích.", answer.Text);
        await user.Done($"/cham-diem/{sheet}", [.. Form(1, "nop", best), ("Comments[N]", "Lần đầu có ở thành phố.")]);
        Assert.Equal(SheetStatus.Submitted, (await Sheet(sheet)).Status);
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "luu", ("E1", "10")));
        var answer = await user.Post($"/cham-diem/{sheet}", Form(0, "luu", ("E1", "14")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Phiếu vừa được lưu ở nơi khác. Kiểm tra lại điểm bên dưới rồi lưu.", answer.Text);
        Assert.Equal(("14", "1"), (answer.Field("Points[E1]"), answer.Field("Version")));
        Assert.Equal(78m, (await Sheet(sheet)).Total);
    }

    [Fact]
    public async Task The_same_sheet_posted_twice_is_saved_once()
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        Assert.Equal(SheetStatus.Submitted, (await Sheet(sheet)).Status);
        Assert.Equal(1, await app.Rows(db => db.SheetVersions.CountAsync(item => item.SheetId == sheet)));
    }

    [Fact]
    public async Task Every_save_keeps_its_version_and_leaves_a_journal_entry()
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "luu", ("E1", "10")));
        await user.Done($"/cham-diem/{sheet}", Form(1, "nop"));
        var kept = await app.Rows(db => db.SheetVersions.Where(item => item.SheetId == sheet).OrderBy(item => item.Version).ToListAsync());
        Assert.Equal([(1, 78m, SheetStatus.Draft), (2, 80.5m, SheetStatus.Submitted)], kept.Select(item => (item.Version, item.Total, item.Status)));
        Assert.Equal(["luu-phieu", "nop-phieu"], await app.Rows(db => db.Journal.Where(item => item.Subject == nameof(ScoreSheet)).OrderBy(item => item.Sequence).Select(item => item.Action).ToListAsync()));
    }

    [Fact]
    public async Task After_the_due_hour_points_are_kept_but_not_handed_in()
    {
        var (user, sheet) = await Desk(VietnamTime.EndOfDay(new DateOnly(2026, 10, 30)));
        var answer = await user.Post($"/cham-diem/{sheet}", Form(0, "nop"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã quá hạn chấm (hết 23:59:59 ngày 30/10/2026). Điểm vừa nhập đã được giữ; liên hệ thư ký Hội đồng.", answer.Text);
        Assert.Equal((SheetStatus.Draft, 80.5m, 1), await Sheet(sheet));
    }

    [Fact]
    public async Task In_the_last_second_a_sheet_is_handed_in()
    {
        var (user, sheet) = await Desk(VietnamTime.EndOfDay(new DateOnly(2026, 10, 30)).AddMilliseconds(-1));
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        Assert.Equal(SheetStatus.Submitted, (await Sheet(sheet)).Status);
    }

    [Fact]
    public async Task After_closing_the_sheet_is_only_read()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        var user = await app.As(judging.Judge);
        var page = await user.Page($"/cham-diem/{sheet}");
        Assert.Contains("Thư ký đã chốt điểm, phiếu chỉ còn để đọc.", page.Text);
        Assert.DoesNotContain("name=\"Op\"", page.Body);
        var answer = await user.Post($"/cham-diem/{sheet}", Form(3, "luu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Thư ký đã chốt điểm, phiếu không sửa được nữa.", answer.Text);
    }

    [Fact]
    public async Task Nobody_else_opens_a_sheet_not_even_the_secretary()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        foreach (var other in new[] { judging.Chair, judging.Secretary })
        {
            var user = await app.As(other);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/cham-diem/{sheet}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/cham-diem/{sheet}/phieu.pdf")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Post($"/cham-diem/{sheet}", Form(0, "luu"))).Status);
        }
    }

    [Fact]
    public async Task The_dossier_beside_the_sheet_shows_no_birth_date()
    {
        var (user, sheet) = await Desk();
        var page = await user.Page($"/cham-diem/{sheet}");
        Assert.Contains("Sáng kiến thử số 1", page.Text);
        Assert.DoesNotContain("1987", page.Body);
    }

    [Fact]
    public async Task Levels_offer_the_middle_of_their_range()
    {
        var (user, sheet) = await Desk();
        var page = await user.Page($"/cham-diem/{sheet}");
        Assert.Contains("data-from=\"11,5\" data-to=\"13\" data-offer=\"12,5\"", page.Body);
    }

    [Fact]
    public async Task The_sheet_prints_as_a_document()
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        var answer = await user.Get($"/cham-diem/{sheet}/phieu.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.Status, answer.Message.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("%PDF", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_was_changed_is_printed_with_the_day_of_the_change()
    {
        var (user, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, app.Clock.Now.AddDays(-2))));   // first handed in two days before
        var printed = Documents.Pdf.Read(await Decisions.DecisionsTests.Bytes(await user.Get($"/cham-diem/{sheet}/phieu.pdf")));
        printed.Reads($"Hải Phòng, {VietnamTime.Nd30Date(VietnamTime.Today(app.Clock.Now))}");
    }

    private static (string, string)[] Form(int version, string op, params (string Code, string Points)[] changed) =>
    [
        ("Version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Op", op),
        .. Good.Select(item => ($"Points[{item.Code}]", changed.FirstOrDefault(other => other.Code == item.Code, item).Points)),
    ];

    private async Task<(TestUser User, int Sheet)> Desk(DateTime? at = null)
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        if (at is { } now) app.Clock.Now = now;
        return (await app.As(judging.Judge), (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value);
    }

    private Task<(SheetStatus Status, decimal Total, int Version)> Sheet(int id) =>
        app.Rows(async db => (await db.Sheets.Where(sheet => sheet.Id == id).Select(sheet => new { sheet.Status, sheet.Total, sheet.Version }).SingleAsync()) is var row ? (row.Status, row.Total, row.Version) : default);
}
