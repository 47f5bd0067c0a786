using System.Runtime.CompilerServices;

namespace Initiatives.Web.Tests;

internal static class TestHost
{
    /// <summary>A hundred sites in one process: none watches its files, or the machine runs out of watchers.</summary>
    [ModuleInitializer]
    internal static void WatchNothing()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
