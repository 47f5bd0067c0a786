using System.Text.Json;

namespace Initiatives.Load.Crash;

/// <summary>One thing that a client knows.</summary>
/// <param name="What">
/// try: a save is about to be sent. saved, file, put, sent: the site's answer to it arrived. receipt: what the receipt says.
/// </param>
/// <param name="Digest">Of the texts, the file's bytes, or the receipt's code of the content.</param>
internal sealed record Entry(string What, int Id = 0, int Version = 0, string Digest = "", string Number = "", string Time = "", Guid FormKey = default)
{
    public bool IsAcknowledged => What != "try";
}

/// <summary>
/// What one client was told, in a file of its own to which lines are only added. A line is written after the answer arrived
/// and lies on disk before the client goes on: what stands here, the site has said.
/// </summary>
internal sealed class Ledger(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);

    public async Task WriteAsync(Entry entry)
    {
        await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(entry));
        await file.WriteAsync("\n"u8.ToArray());
        file.Flush(flushToDisk: entry.IsAcknowledged);
    }

    public void Dispose() => file.Dispose();

    public static List<Entry> Read(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Entry>(line)!)];
}
