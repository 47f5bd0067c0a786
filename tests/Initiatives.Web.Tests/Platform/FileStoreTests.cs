using Initiatives.Web.Platform.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Platform;

public sealed class FileStoreTests
{
    [Fact]
    public async Task What_a_dead_upload_left_is_swept_and_a_living_one_is_not()
    {
        using var app = new TestApp();
        var store = app.Services.GetRequiredService<FileStore>();
        var saved = await store.SaveAsync([1, 2, 3], CancellationToken.None);
        var folder = app.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["Files:Folder"]!;
        var (dead, living) = (Path.Combine(folder, "dead.part"), Path.Combine(folder, "living.part"));
        await File.WriteAllTextAsync(dead, "half");
        await using var writing = new FileStream(living, FileMode.CreateNew, FileAccess.Write, FileShare.None);

        Assert.Equal(1, store.Sweep());
        Assert.False(File.Exists(dead));
        Assert.True(File.Exists(living));
        Assert.True(store.Exists(saved.Sha256));
    }
}
