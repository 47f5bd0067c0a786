namespace Initiatives.Web.Tests.Features.Intake;

/// <summary>What a form says about the time that is left, in each of its states, without any script.</summary>
public sealed class CutOffTests : IDisposable
{
    private const string Then = "Sau giờ này hồ sơ vẫn được giữ nhưng không gửi được; yêu cầu đã đến máy chủ trước giờ hạn vẫn được tính.";
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(string State, string Text)> Form(TestPerson person, string path)
    {
        var page = await (await app.As(person)).Page(path);
        var box = page.Body[page.Body.IndexOf("class=\"cut-off\"", StringComparison.Ordinal)..];
        var state = System.Text.RegularExpressions.Regex.Match(box, "data-state=\"([^\"]+)\"").Groups[1].Value;
        return (state, page.Text);
    }

    [Fact]
    public async Task Days_before_it_names_the_hour_and_what_happens_then()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        foreach (var (person, path) in new[] { (dossier.Author, "/sang-kien/soan"), (dossier.Head, $"/ky-duyet/{dossier.Id}") })
        {
            var (state, text) = await Form(person, path);
            Assert.Equal("open", state);
            Assert.Contains("Còn 15 ngày 15 giờ đến hạn (hết 23:59:59 ngày 30/9/2026). " + Then, text);
        }
    }

    [Fact]
    public async Task In_the_last_hour_the_seconds_show()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Domain.People.Role.Author);
        app.Clock.Now = CutOff.AddSeconds(-2472);
        var (state, text) = await Form(author, "/sang-kien/soan");
        Assert.Equal("last-hour", state);
        Assert.Contains("Còn 00:41:12 đến hạn", text);
    }

    [Fact]
    public async Task After_it_the_form_stays_and_says_that_nothing_can_be_sent()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff;
        foreach (var (person, path) in new[] { (dossier.Author, "/sang-kien/soan"), (dossier.Head, $"/ky-duyet/{dossier.Id}") })
        {
            var (state, text) = await Form(person, path);
            Assert.Equal("closed", state);
            Assert.Contains("Đã hết hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026). Hồ sơ vẫn được giữ nhưng không gửi được nữa; dùng được cho kỳ sau.", text);
        }
    }

    [Fact]
    public async Task Extended_the_strip_and_the_form_of_its_unit_say_until_when_and_by_what()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        await app.Given.Extension();
        app.Clock.Now = CutOff.AddHours(1);
        var (state, text) = await Form(dossier.Author, "/sang-kien/soan");
        Assert.Equal("open", state);
        Assert.Contains("Đơn vị bạn được gia hạn đến 17:00 ngày 2/10/2026 (văn bản số 512/SKHCN-VP ngày 14/9/2026).", text);
        Assert.Contains("Đang nhận hồ sơ đơn vị bạn được gia hạn đến 17:00 ngày 2/10/2026", text);
        var other = await Form(await app.Given.Person(Domain.People.Role.Author, "10804"), "/sang-kien/soan");
        Assert.Equal("closed", other.State);
        Assert.DoesNotContain("đơn vị bạn được gia hạn", other.Text);
    }

    [Fact]
    public async Task Without_a_cycle_it_says_that_drafts_are_kept()
    {
        var (state, text) = await Form(await app.Given.Person(Domain.People.Role.Author), "/sang-kien/soan");
        Assert.Equal("none", state);
        Assert.Contains("Chưa có kỳ nào mở nhận hồ sơ. Hồ sơ được giữ ở đây, gửi được khi kỳ mở.", text);
    }

    [Fact]
    public async Task The_server_s_clock_is_told_to_the_millisecond()
    {
        app.Clock.Now = CutOff.AddMilliseconds(-1);
        var answer = await app.Anybody().Page("/gio-may-chu");
        Assert.Equal("{\"now\":\"2026-09-30T16:59:59.999Z\"}", answer.Body);
        Assert.True(answer.Message.Headers.CacheControl?.NoStore);
    }
}
