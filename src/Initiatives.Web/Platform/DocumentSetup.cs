using Initiatives.Web.Documents;

namespace Initiatives.Web.Platform;

public static class DocumentSetup
{
    /// <summary>The document fonts, built with the other assets.</summary>
    public static void AddDocuments(this IServiceCollection services) => services.AddSingleton(provider =>
        new Fonts(Path.Combine(provider.GetRequiredService<IWebHostEnvironment>().WebRootPath, "assets", "fonts", "doc")));
}
