namespace Initiatives.Web.Platform;

/// <summary>
/// Where the site's own files lie: the project's folder under <c>dotnet run</c> and in tests, the folder of the assembly
/// for a published copy, wherever either is started from.
/// </summary>
public static class ContentRoot
{
    public static string Find()
    {
        var own = AppContext.BaseDirectory;
        if (Directory.Exists(Path.Combine(own, "wwwroot"))) return own;
        for (var folder = new DirectoryInfo(own); folder is not null; folder = folder.Parent)
            foreach (var candidate in new[] { folder.FullName, Path.Combine(folder.FullName, "src", "Initiatives.Web") })
                if (File.Exists(Path.Combine(candidate, "Initiatives.Web.csproj"))) return candidate;
        return own;
    }

    /// <summary>The folder of reference and demo data: beside the assembly when published, at the repository's top otherwise.</summary>
    public static string SeedData(IHostEnvironment environment)
    {
        var published = Path.Combine(environment.ContentRootPath, "seed-data");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(environment.ContentRootPath, "..", "..", "seed-data"));
    }
}
