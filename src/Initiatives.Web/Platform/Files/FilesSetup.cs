using Initiatives.Web.Platform.Files.Inspection;

namespace Initiatives.Web.Platform.Files;

/// <summary>Files: their store, what they are checked by.</summary>
public static class FilesSetup
{
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileInspection>();
        services.AddScoped<FileIntake>();
        if (builder.Configuration["Scan:Address"] is { Length: > 0 } address) services.AddSingleton<IMalwareScan>(new ClamdScan(address));
    }
}
