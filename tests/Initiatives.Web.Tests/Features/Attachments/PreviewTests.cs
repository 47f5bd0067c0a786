using System.Net;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Attachments;

public sealed class PreviewTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser User, int Dossier, TestPerson Author)> Draft()
    {
        var author = await app.Given.Person(Role.Author);
        return (await app.As(author), (await app.Given.CompleteDraft(author)).Id, author);
    }

    private async Task<int> Add(TestUser user, int dossier, string name, byte[] bytes)
    {
        Assert.Equal(HttpStatusCode.OK, (await user.UploadAsScript($"/sang-kien/{dossier}/tep", "Tep", name, bytes)).Status);
        return await app.Rows(db => db.Attachments.MaxAsync(file => file.Id));
    }

    private static string Policy(Answer answer) => answer.Message.Headers.GetValues("Content-Security-Policy").Single();

    [Fact]
    public async Task A_picture_is_shown_in_a_frame_that_may_do_nothing()
    {
        var (user, dossier, _) = await Draft();
        var png = CraftMedia.Png();
        var id = await Add(user, dossier, "ảnh chụp.png", png);
        Assert.Contains($"<iframe class=\"preview\" sandbox src=\"/tep/{id}/noi-dung\" title=\"Ảnh ảnh chụp.png\">", (await user.Page($"/tep/{id}/xem")).Body);
        var raw = await user.Page($"/tep/{id}/noi-dung");
        Assert.Equal("sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'", Policy(raw));
        Assert.Equal(("inline", "image/png", "nosniff"), (raw.Message.Content.Headers.ContentDisposition?.DispositionType, raw.Message.Content.Headers.ContentType?.MediaType, raw.Message.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(png, await raw.Message.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_PDF_is_drawn_by_a_frame_without_origin_and_never_given_inline()
    {
        var (user, dossier, _) = await Draft();
        var id = await Add(user, dossier, "a.pdf", CraftPdf.Sound());
        var page = await user.Page($"/tep/{id}/xem");
        Assert.Contains("sandbox=\"allow-scripts\" src=\"/tep/khung\"", page.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/tep/{id}/noi-dung")).Status);
        var frame = await user.Page("/tep/khung");
        Assert.StartsWith("sandbox allow-scripts; default-src 'none'; script-src 'self'", Policy(frame));
        Assert.DoesNotContain("a.pdf", frame.Body);
    }

    [Fact]
    public async Task Anything_else_is_only_given_out_to_be_saved()
    {
        var (user, dossier, _) = await Draft();
        foreach (var (name, bytes) in new[] { ("a.docx", CraftOffice.Docx()), ("a.mp4", CraftMedia.Mp4()) })
        {
            var id = await Add(user, dossier, name, bytes);
            Assert.DoesNotContain("<iframe", (await user.Page($"/tep/{id}/xem")).Body);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/tep/{id}/noi-dung")).Status);
            Assert.Equal("attachment", (await user.Page($"/tep/{id}")).Message.Content.Headers.ContentDisposition?.DispositionType);
        }

        Assert.DoesNotContain("/xem\"", (await user.Page($"/sang-kien/{dossier}/tai-lieu")).Body);
    }

    [Fact]
    public async Task It_is_shown_to_whoever_may_have_the_file_and_is_unknown_to_all_others()
    {
        await app.Given.OpenCycle();
        var (user, dossier, author) = await Draft();
        var id = await Add(user, dossier, "anh.png", CraftMedia.Png());
        var appraiser = await app.As(await app.Given.Person(Role.Appraiser, "SKHCN"));
        var strangers = new List<TestUser> { appraiser };
        foreach (var role in new[] { Role.Author, Role.UnitHead, Role.CouncilMember, Role.Administrator }) strangers.Add(await app.As(await app.Given.Person(role)));
        foreach (var stranger in strangers)
        {
            foreach (var view in new[] { "xem", "noi-dung" })
            {
                var (there, nowhere) = (await stranger.Get($"/tep/{id}/{view}"), await stranger.Get($"/tep/{id + 1000}/{view}"));
                Assert.Equal(HttpStatusCode.NotFound, there.Status);
                Assert.Equal(nowhere.Comparable, there.Comparable);
            }
        }

        var version = await app.Rows(db => db.Initiatives.Select(item => item.Version).SingleAsync());
        Given.Sure(await app.Send(new SendToHead(dossier, version), author.Actor));
        Given.Sure(await app.Send(new Web.Features.Endorsing.EndorseInitiative.Command { Id = dossier }, (await app.Given.Head()).Actor));
        await appraiser.Page($"/tep/{id}/xem");
        await appraiser.Page($"/tep/{id}/noi-dung");
        Assert.Contains($"/tep/{id}/xem", (await appraiser.Page($"/tham-dinh/{dossier}")).Body);
    }
}
