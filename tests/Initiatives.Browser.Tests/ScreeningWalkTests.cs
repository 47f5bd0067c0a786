using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Browser.Tests;

/// <summary>What is asked and answered while a dossier is screened; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class ScreeningWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();
    private int id;

    public async Task InitializeAsync()
    {
        await app.Given.OpenCycle();
        id = await app.Given.ReceivedDossier();
    }

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Words_typed_into_a_supplement_are_saved_by_whatever_leaves_the_page()
    {
        var asked = await app.Given.Supplement(id, targets: [nameof(DraftContent.Novelty), nameof(DraftContent.Scope)]);
        var (novelty, scope) = ($"#Value-{asked.Items[0].Id}", $"#Value-{asked.Items[1].Id}");
        await using var person = await Visitor.SignIn(chromium, app, await app.Given.AuthorIn("11311"), complaints);
        await person.Open($"/sang-kien/{id}/bo-sung");
        await person.Page.FillAsync(scope, "Chợ Sắt và chợ An Dương");
        await person.Press("Lưu mục này");   // of the first item
        Assert.Equal("Chợ Sắt và chợ An Dương", await person.Page.InputValueAsync(scope));
        await person.Page.FillAsync(novelty, "Chưa nơi nào mang kết quả đến tận sạp.");
        await person.Press("Gửi bổ sung");
        await person.Reads("Đã gửi bổ sung.");
        await person.Look();
        var text = await app.Rows(db => db.Initiatives.Where(item => item.Id == id).Select(item => new { item.Text.Novelty, item.Text.Scope }).SingleAsync());
        Assert.Equal(("Chưa nơi nào mang kết quả đến tận sạp.", "Chợ Sắt và chợ An Dương"), (text.Novelty, text.Scope));

        await using var appraiser = await Visitor.SignIn(chromium, app, await app.Given.Appraiser(), complaints);
        await appraiser.Open($"/tham-dinh/{id}/bo-sung");
        await appraiser.Reads("chợ An Dương");
        complaints.AreNone();
    }

    [Fact]
    public async Task Screening_asks_the_unit_and_another_department()
    {
        await using var appraiser = await Visitor.SignIn(chromium, app, await app.Given.Appraiser(), complaints);
        await appraiser.Open("/tham-dinh");
        await appraiser.Open($"/tham-dinh/{id}");
        await appraiser.Open($"/tham-dinh/{id}/yeu-cau-bo-sung");
        await appraiser.PressOn("Gửi yêu cầu cho đơn vị");
        await appraiser.Reads("Chọn ít nhất một mục cần bổ sung.");
        await appraiser.Open($"/tham-dinh/{id}/hoi-y-kien");
        var opinion = await app.Given.Opinion(id, "SYT");
        await appraiser.Open($"/tham-dinh/{id}");

        await using var asked = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.UnitOfficer, "SYT"), complaints);
        await asked.Open("/y-kien");
        await asked.Open($"/y-kien/{opinion}");
        await asked.Open("/don-vi");

        await app.Given.Proposal(id, isFirst: false);
        await using var lead = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints);
        await lead.Open("/tham-dinh/duyet");
        await lead.Tick("Ids", $"{id}");
        await lead.PressOn("Duyệt không đủ điều kiện");
        await lead.Open("/thong-bao");

        await using var officer = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.UnitOfficer), complaints);
        await officer.Open("/don-vi");
        await officer.Open("/don-vi/bao-cao-quy");
        complaints.AreNone();
    }
}
