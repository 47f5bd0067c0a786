using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Versions;

public sealed class VersionTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A draft saved three times: its first text, half an hour later a longer one, then one from which nearly all is gone.</summary>
    private async Task<(TestPerson Author, int Id)> Written()
    {
        var author = await app.Given.Person(Role.Author, name: "Trần Thị K");
        var form = Given.CompleteForm();
        var saved = Given.Sure(await app.Send(form, author.Actor)).Value;
        app.Clock.Now = app.Clock.Now.AddMinutes(30);
        Given.Sure(await app.Send(form with { Id = saved.Id, Version = 1, Novelty = form.Novelty + " Người bán không mất buổi chợ nào.", Scope = "Cả thành phố" }, author.Actor));
        app.Clock.Now = app.Clock.Now.AddMinutes(2);
        Given.Sure(await app.Send(form with { Id = saved.Id, Version = 2, Novelty = "Xóa nhầm", Scope = "Cả thành phố" }, author.Actor));
        return (author, saved.Id);
    }

    [Fact]
    public async Task The_list_says_when_by_whom_and_what_changed_and_reaches_every_version()
    {
        var (author, id) = await Written();
        var page = await (await app.As(author)).Page($"/sang-kien/{id}/ban-luu");
        Assert.Contains("3 bản, không bản nào mất", page.Text);
        Assert.Contains("09:30 đến 09:32 ngày 15/9/2026 Trần Thị K", page.Text);
        Assert.Contains("Điểm mới · Phạm vi áp dụng", page.Text);
        Assert.Contains("2 bản trong lần này, từ bản 2 đến bản 3", page.Text);
        foreach (var version in new[] { 1, 2, 3 }) Assert.Contains($"href=\"/sang-kien/{id}/ban-luu/{version}\"", page.Body);
    }

    [Fact]
    public async Task One_version_is_read_as_it_was()
    {
        var (author, id) = await Written();
        var page = await (await app.As(author)).Page($"/sang-kien/{id}/ban-luu/2");
        Assert.Contains("Người bán không mất buổi chợ nào.", page.Text);
        Assert.Contains("Cả thành phố", page.Text);
        Assert.DoesNotContain("Xóa nhầm", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(author)).Get($"/sang-kien/{id}/ban-luu/9")).Status);
    }

    [Fact]
    public async Task Two_versions_are_compared_word_by_word()
    {
        var (author, id) = await Written();
        var user = await app.As(author);
        var page = await user.Page($"/sang-kien/{id}/ban-luu/so-sanh?cu=1&moi=2");
        Assert.Matches("<ins>.*Người bán không mất buổi chợ nào\\..*</ins>", page.Body.ReplaceLineEndings(" "));
        Assert.DoesNotContain("<del>Trước đây", page.Body);
        Assert.Equal(page.Text, (await user.Page($"/sang-kien/{id}/ban-luu/so-sanh?cu=2&moi=1")).Text.Replace("cu=2&moi=1", "cu=1&moi=2", StringComparison.Ordinal));
        Assert.Contains("Hai bản giống hệt nhau.", (await user.Page($"/sang-kien/{id}/ban-luu/so-sanh?cu=2&moi=2")).Text);
    }

    [Fact]
    public async Task An_earlier_version_is_brought_back_as_a_new_one_and_journalled()
    {
        var (author, id) = await Written();
        var user = await app.As(author);
        var page = await user.Page($"/sang-kien/{id}/ban-luu/2");
        await user.Done($"/sang-kien/{id}/ban-luu/2/khoi-phuc", ("hienTai", page.Field("hienTai")));
        var stored = await app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));
        Assert.Equal((4, true), (stored.Version, stored.Text.Novelty.EndsWith("buổi chợ nào.", StringComparison.Ordinal)));
        Assert.Equal([1, 2, 3, 4], await app.Rows(db => db.InitiativeVersions.OrderBy(item => item.Version).Select(item => item.Version).ToListAsync()));
        Assert.Equal("Bản 2 thành bản 4", (await app.Rows(db => db.Journal.SingleAsync(entry => entry.Action == JournalActions.DraftRestored.Code))).Details);
        Assert.Contains("Khôi phục từ bản 2", (await user.Page($"/sang-kien/{id}/ban-luu")).Text);
    }

    [Fact]
    public async Task What_was_saved_meanwhile_is_not_overwritten_by_a_restoring()
    {
        var (author, id) = await Written();
        var answer = await (await app.As(author)).Post($"/sang-kien/{id}/ban-luu/1/khoi-phuc", ("hienTai", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hồ sơ vừa được lưu bản mới hơn. Xem lại rồi khôi phục.", answer.Text);
        Assert.Equal(3, (await app.Rows(db => db.Initiatives.SingleAsync())).Version);
    }

    [Fact]
    public async Task A_content_comes_out_of_its_version_to_the_letter()
    {
        var (_, id) = await Written();
        var (stored, version) = await app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == id), await db.InitiativeVersions.SingleAsync(item => item.Version == 3)));
        Assert.Empty(DraftPart.Different(stored.Content(), version.Content));
        Assert.Equal(ContentDigest.Of(stored.Content(), []), ContentDigest.Of(version.Content, []));
    }

    [Fact]
    public async Task An_unrecognised_dossier_is_copied_once_however_often_the_button_is_pressed()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var id = await app.Given.SubmittedInitiative(author: author);
        var user = await app.As(author);
        var refused = await user.Post($"/sang-kien/{id}/chep", ("FormKey", $"{Guid.NewGuid()}"));
        Assert.Contains("Chỉ chép được hồ sơ không được công nhận, không đủ điều kiện hoặc đã rút.", refused.Text);
        await user.Done($"/sang-kien/{id}/rut", ("Reason", "Để sang năm"));
        var page = await user.Page($"/sang-kien/{id}");
        var key = page.Field("FormKey");
        var place = await user.Done($"/sang-kien/{id}/chep", ("FormKey", key));
        Assert.Equal(place, await user.Done($"/sang-kien/{id}/chep", ("FormKey", key)));
        var copy = await app.Rows(db => db.Initiatives.SingleAsync(item => item.CopiedFromId == id));
        Assert.Equal(($"/sang-kien/{copy.Id}/soan", InitiativeStatus.Draft), (place, copy.Status));
        Assert.Contains("Chép nội dung từ", (await user.Page($"/sang-kien/{copy.Id}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.Author))).Post($"/sang-kien/{id}/chep")).Status);
    }
}
