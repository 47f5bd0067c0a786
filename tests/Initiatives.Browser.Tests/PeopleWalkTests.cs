using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Browser.Tests;

/// <summary>Authors confirm, the head reads what changed and sends, the officer sends by a signed letter; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class PeopleWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();
    private TestPerson author = null!, officer = null!, head = null!;

    public async Task InitializeAsync()
    {
        await app.Given.OpenCycle();
        author = await app.Given.Person(Role.Author, "11311", "Lê Văn Nam");
        officer = await app.Given.Person(Role.UnitOfficer, "11311", "Trần Thị Kim");
        head = await app.Given.Person(Role.UnitHead, "11311", "Đỗ Văn Minh");
    }

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    private static SaveDraft.Command Form(TestPerson writer, string title) => Given.CompleteForm(title) with
    {
        Authors =
        [
            Given.CompleteForm().Authors[0] with { PersonId = writer.Id, Name = writer.Name, Share = 60 },
            Given.CompleteForm().Authors[0] with { Name = "Phạm Thị A", Post = "Nhân viên Bưu điện văn hóa", Workplace = "Bưu điện Hồng Bàng", Share = 40 },
        ],
    };

    [Fact]
    public async Task A_coauthor_confirms_by_a_link_and_the_dossier_goes_to_the_head()
    {
        var saved = Given.Sure(await app.Send(Form(author, "Quầy một cửa lưu động ở chợ Sắt"), author.Actor)).Value;
        await using var writer = await Visitor.SignIn(chromium, app, author, complaints);
        await writer.Open($"/sang-kien/{saved.Id}");
        await writer.PressOn("Trình thủ trưởng");
        await writer.Reads("Chưa có xác nhận của Phạm Thị A.");
        await writer.Open($"/sang-kien/{saved.Id}/xac-nhan");
        await writer.PressOn("Tạo liên kết cho Phạm Thị A");
        await writer.Reads("chờ từ 15/9");
        var link = await writer.Page.Locator("#lien-ket-chep").InputValueAsync();
        await writer.Open($"/sang-kien/{saved.Id}/soan");

        await using (var coauthor = await Visitor.Come(chromium, app, complaints, script: false))
        {
            await coauthor.Page.GotoAsync(link);
            await coauthor.Reads("Hồ sơ ghi về bạn");
            await coauthor.Page.Locator("main summary").ClickAsync();
            await coauthor.Click("Báo chưa đúng");
            await coauthor.Reads("Ghi chỗ chưa đúng, ví dụ “Tỷ lệ của tôi là 40%”.");
        }

        await using (var coauthor = await Visitor.Come(chromium, app, complaints))
        {
            await coauthor.Open(new Uri(link).PathAndQuery);
            await coauthor.PressOn("Tôi xác nhận");
            await coauthor.Reads("Bạn đã xác nhận");
        }

        await writer.Open($"/sang-kien/{saved.Id}/xac-nhan");
        await writer.Reads("đã xác nhận 15/9");
        await writer.Open($"/sang-kien/{saved.Id}");
        await writer.PressOn("Trình thủ trưởng");
        await writer.Reads("Chờ thủ trưởng");
        complaints.AreNone();
    }

    [Fact]
    public async Task The_head_sees_what_changed_and_sends_what_he_ticks()
    {
        var first = await app.Given.AwaitingDossier(author: author);
        var second = await app.Given.AwaitingDossier(author: author);
        await using var boss = await Visitor.SignIn(chromium, app, head, complaints);
        await boss.Open($"/ky-duyet/{first.Id}");
        Given.Sure(await app.Send(new ReturnInitiative.Command { Id = first.Id, Reason = "Ghi số liệu tháng 8" }, head.Actor));
        var stored = await app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == first.Id));
        var saved = Given.Sure(await app.Send(Given.CompleteForm(stored.Title) with { Id = first.Id, Version = stored.Version, Scope = "Cổng chính chợ Sắt và chợ An Dương, áp dụng được ở các chợ loại một." }, author.Actor)).Value;
        Given.Sure(await app.Send(new SendToHead(first.Id, saved.Version), author.Actor));

        await boss.Open("/ky-duyet");
        await boss.Reads("đã sửa 1 phần: phạm vi áp dụng");
        await boss.Open($"/ky-duyet/{first.Id}");
        await boss.Reads("Từ lần bạn xem trước");
        await boss.Open("/ky-duyet");
        await boss.Tick("Ids", $"{first.Id}");
        await boss.Tick("Ids", $"{second.Id}");
        await boss.PressOn("Xác nhận và gửi hồ sơ đã chọn");
        await boss.Reads("Đã xác nhận và gửi 2 hồ sơ tới Sở KH&CN");
        complaints.AreNone();
    }

    [Fact]
    public async Task The_officer_sends_by_a_signed_letter()
    {
        var dossier = await app.Given.AwaitingDossier(author: author);
        await using var person = await Visitor.SignIn(chromium, app, officer, complaints);
        await person.Open("/to-trinh");
        await person.Tick("Ids", $"{dossier.Id}");
        await person.Enter(($"BaseDecisions[{dossier.Id}]", "45/QĐ-UBND ngày 12/8/2026"));
        await person.PressOn("Lập tờ trình cho hồ sơ đã chọn");
        await person.PressOn("Tải lên và gửi 1 hồ sơ");
        await person.Reads("Chọn bản chụp hoặc tệp tờ trình đã ký.");
        await person.Enter(("Number", "125/TTr-UBND"), ("Date", "15/9/2026"), ("SignerId", $"{head.Id}"), ("SignerPost", "Chủ tịch UBND phường"));
        await person.Page.Locator("main input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "to-trinh.png", MimeType = "image/png", Buffer = Picture() });
        await person.PressOn("Tải lên và gửi 1 hồ sơ");
        await person.Reads("Tờ trình số 125/TTr-UBND ngày 15/9/2026");
        await person.Reads("HS-2026-0001");
        await person.Open("/to-trinh");
        Assert.Equal(EndorsementMeans.SignedLetter, await app.Rows(db => db.Endorsements.Select(item => item.Means).SingleAsync()));
        complaints.AreNone();
    }

    private static byte[] Picture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(40, 40);
        bitmap.Erase(SkiaSharp.SKColors.White);
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
