using System.Net;
using System.Text.Json;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Files;

/// <summary>What must not come in does not, and its sender reads why and what to do. What is sound comes in.</summary>
public sealed class HostileFileTests(HostileFileTests.Desk desk) : IClassFixture<HostileFileTests.Desk>
{
    /// <summary>An author before an empty draft.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        public TestApp App { get; } = new();
        public TestUser User { get; private set; } = null!;
        public int Dossier { get; private set; }

        public async Task InitializeAsync()
        {
            var author = await App.Given.Person(Role.Author);
            Dossier = (await App.Given.CompleteDraft(author)).Id;
            User = await App.As(author);
        }

        public Task DisposeAsync()
        {
            App.Dispose();
            return Task.CompletedTask;
        }
    }

    private static readonly Dictionary<string, (byte[] Bytes, string Sentence)> Hostile = HostileFiles.ByHead()
        .Concat(HostileFiles.Pdfs()).Concat(HostileFiles.Documents()).Concat(HostileFiles.Media()).Concat(HostileFiles.ByName())
        .ToDictionary(file => file.Name, file => (file.Bytes, file.Sentence), StringComparer.Ordinal);

    private static readonly Dictionary<string, (byte[] Bytes, string Type)> Sound = SoundFiles.All().ToDictionary(file => file.Name, file => (file.Bytes, file.Type), StringComparer.Ordinal);

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    public static TheoryData<string> SoundNames => [.. Sound.Keys];

    [Theory, MemberData(nameof(HostileNames))]
    public async Task It_is_refused_with_its_sentence(string name)
    {
        var (bytes, sentence) = Hostile[name];
        var answer = await desk.User.UploadAsScript($"/sang-kien/{desk.Dossier}/tep", "Tep", name, bytes, ("Loai", "Evidence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal([sentence], json.RootElement.GetProperty("problems").EnumerateArray().Select(item => item.GetString()));
        Assert.Empty(json.RootElement.GetProperty("files").EnumerateArray());
        Assert.Empty(Directory.EnumerateFiles(desk.App.Services.GetRequiredService<IConfiguration>()["Files:Folder"]!, "*.part"));
    }

    [Theory, MemberData(nameof(SoundNames))]
    public async Task It_is_taken_as_what_it_is(string name)
    {
        var (bytes, type) = Sound[name];
        var answer = await desk.User.UploadAsScript($"/sang-kien/{desk.Dossier}/tep", "Tep", name, bytes, ("Loai", "Evidence"));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        using var json = JsonDocument.Parse(answer.Body);
        var id = json.RootElement.GetProperty("files")[0].GetProperty("id").GetInt32();
        var file = await desk.App.Rows(db => db.Attachments.SingleAsync(item => item.Id == id));
        Assert.Equal((type, bytes.LongLength), (file.ContentType, file.Size));
        Assert.Equal(bytes, await (await desk.User.Page($"/tep/{id}")).Message.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public void There_are_enough_of_both() => Assert.True(Hostile.Count >= 100 && Sound.Count >= 20, $"{Hostile.Count} hostile, {Sound.Count} sound");
}
