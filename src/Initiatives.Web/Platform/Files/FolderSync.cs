using System.Runtime.InteropServices;

namespace Initiatives.Web.Platform.Files;

/// <summary>
/// Brings a folder's own list of names to disk. A file that was synced may still be lost with a power cut when the folder
/// that names it was not. .NET opens no folders, so the three calls are made directly; Windows needs none of them.
/// </summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) throw new IOException($"open {folder}: {Marshal.GetLastPInvokeError()}");
        try
        {
            if (Sync(handle) != 0) throw new IOException($"fsync {folder}: {Marshal.GetLastPInvokeError()}");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
