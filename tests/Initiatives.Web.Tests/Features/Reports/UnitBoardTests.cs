using System.Text;
using ExcelDataReader;
using Initiatives.Domain.People;

namespace Initiatives.Web.Tests.Features.Reports;

/// <summary>The unit's own lists: its officers see all of it, its heads what was put before them, others nothing.</summary>
public sealed class UnitBoardTests : IDisposable
{
    private static readonly string[] Pages = ["/don-vi", "/don-vi?nam=2026", "/don-vi/bao-cao-quy", "/don-vi/bao-cao-quy?nam=2026&quy=3"];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_officer_finds_each_dossier_where_it_waits_and_no_other_units()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        await app.Given.CompleteDraft(author, "Bản đang viết của phường");
        var awaiting = await app.Given.AwaitingDossier(author: author);
        var sent = await app.Given.SubmittedInitiative(author: author);
        var foreign = await app.Given.Person(Role.Author, "10804");
        await app.Given.CompleteDraft(foreign, "Bản của nơi khác");

        var page = await (await app.As(await app.Given.Person(Role.UnitOfficer))).Page("/don-vi");
        Assert.Contains("Bản đang viết của phường", page.Text, StringComparison.Ordinal);
        Assert.Contains("HS-2026-0001 gửi 15/9/2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 đang soạn 1 chờ thủ trưởng 1 Sở, Hội đồng đang xét", page.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/sang-kien/{awaiting.Id}\"", page.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"/sang-kien/{sent}\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản của nơi khác", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_sees_nothing_of_a_draft_on_any_of_these_pages()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        await app.Given.SubmittedInitiative(author: author);
        var head = await app.As(await app.Given.Head());
        var before = new List<string>();
        foreach (var path in Pages) before.Add((await head.Page(path)).Comparable);

        await app.Given.CompleteDraft(author, "Bản nháp không cho thủ trưởng thấy");
        var after = new List<string>();
        foreach (var path in Pages) after.Add((await head.Page(path)).Comparable);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task The_workbook_holds_the_same_dossiers_as_the_page()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        await app.Given.SubmittedInitiative(author: author);
        await app.Given.CompleteDraft(author, "Bản đang viết");
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var answer = await officer.Page("/don-vi/danh-sach.xlsx?nam=2026");
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(await answer.Message.Content.ReadAsStreamAsync());
        var rows = new List<string>();
        while (reader.Read()) rows.Add($"{reader.GetValue(0)}|{reader.GetValue(1)}|{reader.GetValue(4)}|{reader.GetValue(6)}");
        Assert.Equal("STT|Tên sáng kiến|Số tiếp nhận|Trạng thái", rows[1]);
        Assert.Equal(["1|", "2|"], rows.Skip(2).Select(row => row[..2]));
        Assert.Contains(rows, row => row.EndsWith("|HS-2026-0001|Đã nộp", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("|Bản đang viết|", StringComparison.Ordinal) && row.EndsWith("|Nháp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_quarterly_report_says_what_was_sent_in_its_span()
    {
        await app.Given.OpenCycle();
        await app.Given.SubmittedInitiative();   // on 15/9/2026: the span of the fourth quarter
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        var fourth = await officer.Page("/don-vi/bao-cao-quy");
        Assert.Contains("đã gửi Sở Khoa học và Công nghệ 01 hồ sơ đề nghị công nhận sáng kiến cải cách hành chính. Hiện có 01 hồ sơ đang được thẩm định, chấm điểm.", fourth.Text, StringComparison.Ordinal);
        var third = await officer.Page("/don-vi/bao-cao-quy?nam=2026&quy=3");
        Assert.Contains("chưa gửi hồ sơ sáng kiến cải cách hành chính. Hiện có 01 hồ sơ", third.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.Get("/don-vi/bao-cao-quy?nam=2026&quy=5")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.Get("/don-vi?nam=1999")).Status);
    }
}
