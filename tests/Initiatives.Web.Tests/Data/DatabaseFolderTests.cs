using Initiatives.Web.Data;

namespace Initiatives.Web.Tests.Data;

/// <summary>A second demo may be given a database of its own before anything has made the folder.</summary>
public sealed class DatabaseFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_folder_of_a_database_is_made_and_a_database_in_memory_needs_none()
    {
        Database.MakeFolder($"Data Source={Path.Combine(folder, "demo", "assigning.db")}");
        Assert.True(Directory.Exists(Path.Combine(folder, "demo")));
        Database.MakeFolder("Data Source=:memory:");
        Database.MakeFolder("Data Source=assigning.db");
        Assert.Equal(["demo"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }
}
