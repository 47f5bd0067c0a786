using System.Net;
using System.Text;
using Initiatives.Web.Tests.Documents;
using Initiatives.Web.Tests.Features.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Catalogue;

public sealed class CatalogueTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Nothing_of_a_dossier_that_must_stay_inside_is_on_a_public_page()
    {
        var published = await app.Given.PublishedCycle(6);
        var merit = await app.Given.PublishedMerit(published);
        await app.DrainJobs();
        var code = await app.Rows(db => db.Certificates.OrderBy(item => item.Id).Select(item => item.LookupCode).FirstAsync());
        var id = published.Cycle.Recommended[0];
        var anybody = app.Anybody();
        var pages = new List<string>();
        foreach (var path in new[] { "/danh-muc", $"/danh-muc/{id}", $"/tra-cuu/{code}" }) pages.Add((await anybody.Page(path)).Body);
        foreach (var path in new[] { $"/danh-muc/quyet-dinh/{published.RecognitionId}.pdf", $"/danh-muc/quyet-dinh/{merit}.pdf", $"/tra-cuu/{code}/bang-khen.pdf" })
            pages.Add(Pdf.Read(await DecisionsTests.Bytes(await anybody.Get(path))).Text);
        Assert.All(pages, page => Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, page)));
    }

    [Fact]
    public async Task What_is_not_recognised_has_no_public_page()
    {
        var published = await app.Given.PublishedCycle(2, 1);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get($"/danh-muc/{published.Cycle.NotRecommended[0]}")).Status);
        Assert.DoesNotContain("số 3", (await app.Anybody().Page("/danh-muc")).Text);
    }

    [Fact]
    public async Task Everybody_sees_the_same_catalogue_signed_in_or_not()
    {
        var published = await app.Given.PublishedCycle(3);
        await app.Send(new Initiatives.Web.Features.Decisions.DraftMerit.Command { CycleId = published.Cycle.Id }, published.Cycle.Department.Actor);
        static string Main(Answer page) => page.Body[page.Body.IndexOf("<main", StringComparison.Ordinal)..page.Body.IndexOf("</main>", StringComparison.Ordinal)];
        var department = await app.As(published.Cycle.Department);
        foreach (var path in new[] { "/danh-muc", "/danh-muc?bang-khen=co", $"/danh-muc/{published.Cycle.Recommended[0]}" })
            Assert.Equal(Main(await app.Anybody().Page(path)), Main(await department.Page(path)));
    }

    [Theory]
    [InlineData("hồ sơ đất đai")]
    [InlineData("ho so dat dai")]
    [InlineData("ĐẤT hồ")]
    [InlineData("dat dai 2")]
    public async Task Words_are_found_with_and_without_diacritics_composed_or_not(string words)
    {
        await app.Given.PublishedCycle(2, 0);
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var page = await app.Anybody().Page("/danh-muc?q=" + Uri.EscapeDataString(words.Normalize(form)));
            Assert.Contains("Sáng kiến hồ sơ đất đai số 2", page.Text);
        }
    }

    [Fact]
    public async Task Every_word_must_occur_and_an_empty_answer_says_what_to_do()
    {
        await app.Given.PublishedCycle(2, 0);
        var page = await app.Anybody().Page("/danh-muc?q=" + Uri.EscapeDataString("đất khongcotunay %_"));
        Assert.Contains("0 kết quả", page.Text);
        Assert.Contains("Không có sáng kiến nào khớp", page.Text);
    }

    [Fact]
    public async Task Filters_narrow_and_count_beside_each_other()
    {
        var published = await app.Given.PublishedCycle(7, 0);
        await app.Given.PublishedMerit(published);
        var anybody = app.Anybody();
        Assert.Contains("7 kết quả", (await anybody.Page("/danh-muc")).Text);
        Assert.Contains("3 kết quả", (await anybody.Page("/danh-muc?linh-vuc=LV-A")).Text);
        Assert.Contains("7 kết quả", (await anybody.Page("/danh-muc?linh-vuc=LV-A&linh-vuc=LV-C&nam=2026&don-vi=11311")).Text);
        Assert.Contains("5 kết quả", (await anybody.Page("/danh-muc?bang-khen=co")).Text);
        Assert.Contains("2 kết quả", (await anybody.Page("/danh-muc?bang-khen=co&linh-vuc=LV-A")).Text);
        Assert.Contains("0 kết quả", (await anybody.Page("/danh-muc?nam=2020")).Text);
        Assert.Contains("0 kết quả", (await anybody.Page("/danh-muc?don-vi=khong-co")).Text);
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        await app.Given.PublishedCycle(23, 0);
        var (first, second) = (await app.Anybody().Page("/danh-muc"), await app.Anybody().Page("/danh-muc?trang=2"));
        Assert.Equal((20, 3), (Articles(first), Articles(second)));
        foreach (var beyond in new[] { 99, 107_374_183, int.MaxValue }) Assert.Equal(3, Articles(await app.Anybody().Page($"/danh-muc?trang={beyond}")));
        Assert.Equal(20, Articles(await app.Anybody().Page($"/danh-muc?trang={int.MinValue}")));
    }

    [Fact]
    public async Task An_empty_catalogue_says_when_there_will_be_something() =>
        Assert.Contains("Chưa có sáng kiến nào được công bố", (await app.Anybody().Page("/danh-muc")).Text);

    [Fact]
    public async Task A_code_is_confirmed_however_it_is_typed()
    {
        var published = await app.Given.PublishedCycle(2, 0);
        await app.Given.PublishedMerit(published);
        await app.DrainJobs();
        var code = await app.Rows(db => db.Certificates.OrderBy(item => item.Id).Select(item => item.LookupCode).FirstAsync());
        var anybody = app.Anybody();
        Assert.Equal($"/tra-cuu/{code}", await Location($"/tra-cuu?ma={code.ToLowerInvariant().Replace("-", "%20")}"));
        var page = await anybody.Page($"/tra-cuu/{code}");
        foreach (var fact in new[] { "Bằng khen hợp lệ", code, "Sáng kiến hồ sơ đất đai số 1", published.Cycle.Author.Name, "4530/QĐ-UBND ngày 24/11/2026", "1 (năm 2026)" })
            Assert.Contains(fact, page.Text);
        Assert.Contains(code, Pdf.Read(await DecisionsTests.Bytes(await anybody.Get($"/tra-cuu/{code}/bang-khen.pdf"))).Text);

        async Task<string?> Location(string path) => (await anybody.Get(path)).Location;
    }

    [Fact]
    public async Task An_unknown_code_answers_404_with_a_sentence()
    {
        var answer = await app.Anybody().Get("/tra-cuu/BK-2026-XXXXXX");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Không có Bằng khen nào mang mã “BK-2026-XXXXXX”", answer.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get("/tra-cuu/BK-2026-XXXXXX/bang-khen.pdf")).Status);
    }

    private static int Articles(Answer page) => page.Body.Split("<article").Length - 1;
}
