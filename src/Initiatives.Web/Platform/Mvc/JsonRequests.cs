namespace Initiatives.Web.Platform.Mvc;

/// <summary>A script of ours asks for data where a browser would be shown a page.</summary>
public static class JsonRequests
{
    public static bool WantsJson(this HttpRequest request) =>
        request.Headers.Accept.Any(value => value?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true);
}
