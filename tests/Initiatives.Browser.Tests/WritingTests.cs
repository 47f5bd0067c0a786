using System.Globalization;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>The form that saves itself: through a dead network, a second window, an ended session; and not a word lost.</summary>
[Collection(nameof(Journeys))]
public sealed class WritingTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();
    private TestPerson author = null!, officer = null!;

    public async Task InitializeAsync()
    {
        author = await app.Given.Person(Role.Author, name: "Trần Thị K");
        officer = await app.Given.Person(Role.UnitOfficer, name: "Lê Văn N");
    }

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    private static ILocator Line(Visitor person) => person.Page.Locator("[data-save-line]");

    private static Task Says(Visitor person, string text) => Assertions.Expect(Line(person)).ToContainTextAsync(text, new() { Timeout = 30_000 });

    private static ILocator Field(Visitor person, string name) => person.Page.Locator($"#soan [name=\"{name}\"]").First;

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.AsNoTracking().SingleAsync(item => item.Id == id));

    private static int IdOf(Visitor person) => int.Parse(new Uri(person.Page.Url).AbsolutePath.Split('/')[2], CultureInfo.InvariantCulture);

    private static Task<int> Copies(Visitor person) => person.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(name => name.startsWith('sang-kien-nhap:')).length");

    /// <summary>Leaving with unsaved words is asked about; here the answer is yes.</summary>
    private static void Leaves(Visitor person) => person.Page.Dialog += (_, dialog) => dialog.AcceptAsync();

    [Fact]
    public async Task A_new_draft_saves_itself_and_counts_its_sections()
    {
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        await person.Open("/sang-kien/soan");
        await person.Enter(("Title", "Quầy một cửa lưu động ở chợ Sắt"), ("Scope", "Chợ Sắt"), ("ReplicationConditions", "Hai công chức một buổi"));
        await Says(person, "Đã lưu 09:00:00 · bản");
        await Assertions.Expect(person.Page.Locator("[data-section=\"7\"]")).ToHaveClassAsync("ok");
        await Assertions.Expect(person.Page.Locator("[data-section=\"1\"] small")).ToContainTextAsync("còn");
        await person.Page.WaitForURLAsync("**/sang-kien/*/soan");
        var id = IdOf(person);
        Assert.Equal("Chợ Sắt", (await Stored(id)).Text.Scope);
        Assert.Equal(0, await Copies(person));

        // The caret stays where the writer has it, and what is typed on during a save is saved next.
        await Field(person, "Scope").FocusAsync();
        await person.Page.Keyboard.PressAsync("End");
        await person.Page.Keyboard.TypeAsync(" và ba chợ", new() { Delay = 40 });
        await Says(person, "Đã lưu");
        await person.Page.Keyboard.TypeAsync(" nữa");
        Assert.Equal("Chợ Sắt và ba chợ nữa", await Field(person, "Scope").InputValueAsync());
        await Eventually(async () => (await Stored(id)).Text.Scope == "Chợ Sắt và ba chợ nữa");
        complaints.AreNone();
    }

    [Fact]
    public async Task Words_typed_while_the_network_is_away_live_through_a_closed_window_and_are_saved_when_it_returns()
    {
        var saved = await app.Given.CompleteDraft(author);
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        Leaves(person);
        await person.Open($"/sang-kien/{saved.Id}/soan");
        await person.Page.Context.SetOfflineAsync(true);
        await person.Enter(("Novelty", "Đoạn gõ lúc mất mạng."));
        await Says(person, "đang giữ trên máy này, sẽ lưu khi có mạng lại");
        Assert.Equal(1, await Copies(person));
        Assert.Equal(1, (await Stored(saved.Id)).Version);

        // The network returns: saved by itself, and the copy is let go.
        await person.Page.Context.SetOfflineAsync(false);
        await Says(person, "· bản 2");
        Assert.Equal("Đoạn gõ lúc mất mạng.", (await Stored(saved.Id)).Text.Novelty);
        await Eventually(async () => await Copies(person) == 0);

        // Away again, and the window is closed before anything could be saved.
        await person.Page.Context.SetOfflineAsync(true);
        await person.Enter(("Novelty", "Đoạn gõ rồi đóng cửa sổ."));
        await Says(person, "đang giữ trên máy này");
        await person.Page.GotoAsync("about:blank");
        await person.Page.Context.SetOfflineAsync(false);
        await person.Page.GotoAsync($"{app.Address}/sang-kien/{saved.Id}/soan");
        await Assertions.Expect(Field(person, "Novelty")).ToHaveValueAsync("Đoạn gõ rồi đóng cửa sổ.");
        await Says(person, "· bản 3");   // taken up from the copy, unless the closing window's last request went out when the network came back
        await Eventually(async () => await Copies(person) == 0);
        Assert.Equal("Đoạn gõ rồi đóng cửa sổ.", (await Stored(saved.Id)).Text.Novelty);
        await person.Look();
        complaints.AreNone();
    }

    [Fact]
    public async Task A_new_draft_that_never_reached_the_server_is_there_again()
    {
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        Leaves(person);
        await person.Open("/sang-kien/soan");
        await person.Page.Context.SetOfflineAsync(true);
        await person.Enter(("Title", "Hồ sơ mới gõ lúc mất mạng"), ("Authors[0].Name", "Trần Thị K"));
        await person.Click("Thêm tác giả");
        await person.Enter(("Authors[1].Name", "Lê Văn N"));
        await Says(person, "đang giữ trên máy này");
        await person.Page.GotoAsync("about:blank");
        await person.Page.Context.SetOfflineAsync(false);
        await person.Page.GotoAsync($"{app.Address}/sang-kien/soan");
        await person.Reads("Đã lấy lại phần gõ lúc");
        Assert.Equal("Lê Văn N", await Field(person, "Authors[1].Name").InputValueAsync());
        await Says(person, "Đã lưu");
        Assert.Equal(["Trần Thị K", "Lê Văn N"], (await Stored(IdOf(person))).Authors.OrderBy(line => line.Order).Select(line => line.Name));
    }

    [Fact]
    public async Task Of_two_windows_both_texts_are_merged_and_none_is_lost()
    {
        var saved = await app.Given.CompleteDraft(author);
        await using var first = await Visitor.SignIn(chromium, app, author, complaints);
        await using var second = await Visitor.SignIn(chromium, app, officer, complaints);
        await first.Page.GotoAsync($"{app.Address}/sang-kien/{saved.Id}/soan");
        await second.Page.GotoAsync($"{app.Address}/sang-kien/{saved.Id}/soan");
        await second.Enter(("Novelty", "Điểm mới của Lê Văn N."), ("Scope", "Phạm vi của Lê Văn N."));
        await Says(second, "· bản");
        await first.Enter(("Novelty", "Điểm mới của Trần Thị K."), ("ReplicationConditions", "Điều kiện của Trần Thị K."));
        await first.Reads("Lê Văn N vừa lưu bản");
        Assert.Equal("Điểm mới của Trần Thị K.", await Field(first, "Novelty").InputValueAsync());
        await first.Look();
        await first.PressOn("Xem và trộn hai bản");
        await first.Reads("Phạm vi áp dụng: lấy bản đã lưu");
        await first.Reads("Điều kiện nhân rộng: lấy bản của bạn");
        await Assertions.Expect(first.Page.Locator("[name=\"Joined[Novelty]\"]")).ToHaveValueAsync("Điểm mới của Lê Văn N.\nĐiểm mới của Trần Thị K.");
        await first.Press("Lưu bản đã trộn");
        await first.Reads("Đã trộn và lưu bản");
        var text = (await Stored(saved.Id)).Text;
        Assert.Equal(("Điểm mới của Lê Văn N.\nĐiểm mới của Trần Thị K.", "Phạm vi của Lê Văn N.", "Điều kiện của Trần Thị K."), (text.Novelty, text.Scope, text.ReplicationConditions));
        await Eventually(async () => await Copies(first) == 0);
        await first.Open($"/sang-kien/{saved.Id}/ban-luu");
        await first.Open($"/sang-kien/{saved.Id}/ban-luu/1");
        await first.Open($"/sang-kien/{saved.Id}/ban-luu/so-sanh?cu=1&moi={(await Stored(saved.Id)).Version}");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_session_that_ends_while_typing_costs_nothing()
    {
        var saved = await app.Given.CompleteDraft(author);
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        await person.Open($"/sang-kien/{saved.Id}/soan");
        await person.Page.Context.ClearCookiesAsync(new() { Name = "sangkien" });
        await person.Enter(("Novelty", "Gõ khi phiên đã hết."));
        await person.Reads("Phiên đăng nhập đã hết.");
        await person.Look();
        Assert.Equal(1, (await Stored(saved.Id)).Version);

        var again = await person.Page.Context.RunAndWaitForPageAsync(() => person.Page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập lại trong thẻ mới" }).ClickAsync());
        await again.GetByLabel("Thư điện tử công vụ").FillAsync(author.Email);
        await again.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Given.Password);
        await again.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Assertions.Expect(again.Locator("main")).ToContainTextAsync("phần bạn gõ còn nguyên");
        await again.CloseAsync();
        await person.Page.BringToFrontAsync();
        await person.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await Says(person, "· bản 2");
        Assert.Equal("Gõ khi phiên đã hết.", (await Stored(saved.Id)).Text.Novelty);
        complaints.AreNone();
    }

    [Fact]
    public async Task A_field_that_cannot_be_right_holds_nothing_else_up()
    {
        var saved = await app.Given.CompleteDraft(author);
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        Leaves(person);
        await person.Open($"/sang-kien/{saved.Id}/soan");
        await person.Enter(("Authors[0].Share", "101"), ("Novelty", "Được lưu dù ô kia sai."));
        await Says(person, "trừ 1 ô cần sửa");
        await person.Reads("Tỷ lệ đóng góp từ 0 đến 100%.");
        await person.Look();
        await Eventually(async () => (await Stored(saved.Id)).Text.Novelty == "Được lưu dù ô kia sai.");
        Assert.Equal(1, await Copies(person));

        // Reloaded, the field is as it was typed; put right, it is saved.
        await person.Page.ReloadAsync();
        await Assertions.Expect(Field(person, "Authors[0].Share")).ToHaveValueAsync("101");
        await person.Enter(("Authors[0].Share", "60"));
        await Eventually(async () => (await Stored(saved.Id)).Authors[0].Share == 60);
        await Eventually(async () => await Copies(person) == 0);
        complaints.AreNone();
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_on_a_shared_computer_and_says_so_first()
    {
        var saved = await app.Given.CompleteDraft(author);
        await using var person = await Visitor.SignIn(chromium, app, author, complaints);
        Leaves(person);
        await person.Page.GotoAsync($"{app.Address}/sang-kien/{saved.Id}/soan");
        await person.Page.RouteAsync("**/soan", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await person.Enter(("Novelty", "Chưa lưu được."));
        await Says(person, "đang giữ trên máy này");
        await person.Page.GotoAsync($"{app.Address}/sang-kien");
        await person.Page.Locator("header details.menu summary").Last.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await person.Reads("Trên máy này còn phần soạn chưa lưu lên máy chủ");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ và đăng xuất" }).ClickAsync();
        await person.Page.WaitForURLAsync(url => !url.Contains("/sang-kien", StringComparison.Ordinal));
        Assert.Equal(0, await Copies(person));
    }

    /// <summary>Waits for what a machine under load does a little later.</summary>
    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 150 && !await holds(); i++) await Task.Delay(200);
        Assert.True(await holds());
    }
}
