using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Initiatives.Load.Crash;

/// <summary>
/// Compares what the clients were told with what lies on disk, by plain SQL over the database and a walk over the files.
/// Lost: something acknowledged is not there, byte for byte. Half-written: something is there without what belongs to it.
/// </summary>
internal sealed class Audit
{
    public int Acknowledged { get; private set; }
    public List<string> Lost { get; } = [];
    public List<string> HalfWritten { get; } = [];
    public string Summary { get; private set; } = "";

    private sealed record Dossier(int Id, int Status, int Version, int? Number, string SubmittedAt, string Digest, string EndorsedAt, Guid FormKey, string Receipt);

    private sealed record Stored(int Id, string Sha256, long Size);

    public static Audit Run(Site site, IReadOnlyList<Entry> entries)
    {
        var audit = new Audit { Acknowledged = entries.Count(entry => entry.IsAcknowledged) };
        var dossiers = Dossiers(site.Database).ToDictionary(item => item.Id);
        audit.Saves(site, entries, dossiers);
        audit.Files(site, entries);
        audit.Sends(site, entries, dossiers);
        audit.Leftovers(site, dossiers);
        int Count(string what) => entries.Count(entry => entry.What == what);
        audit.Summary = string.Create(CultureInfo.InvariantCulture,
            $"Acknowledged: {Count("saved")} saves, {Count("file")} files, {Count("put")} put before the head, {Count("sent")} sent, {Count("receipt")} receipts. On disk: {dossiers.Count} dossiers.");
        return audit;
    }

    /// <summary>Each acknowledged save: its texts stand in the version that was named. The row says what its last version says.</summary>
    private void Saves(Site site, IReadOnlyList<Entry> entries, Dictionary<int, Dossier> dossiers)
    {
        var versions = Database.Rows(site.Database, "SELECT InitiativeId, Version, Content FROM InitiativeVersions ORDER BY InitiativeId, Version",
            row => (Id: row.GetInt32(0), Version: row.GetInt32(1), Digest: DigestOf(row.GetFieldValue<byte[]>(2))));
        var stored = versions.ToDictionary(version => (version.Id, version.Version), version => version.Digest);
        foreach (var saved in entries.Where(entry => entry.What == "saved"))
        {
            if (!dossiers.TryGetValue(saved.Id, out var dossier)) Lost.Add($"draft {saved.Id}: no row, though version {saved.Version} was acknowledged");
            else if (dossier.Version < saved.Version) Lost.Add($"draft {saved.Id}: version {saved.Version} was acknowledged, the row is {dossier.Version}");
            else if (!stored.TryGetValue((saved.Id, saved.Version), out var digest)) Lost.Add($"draft {saved.Id}: version {saved.Version} was acknowledged and is not kept");
            else if (digest != saved.Digest) Lost.Add($"draft {saved.Id}: version {saved.Version} does not hold the texts that were acknowledged");
        }

        var last = versions.GroupBy(version => version.Id).ToDictionary(group => group.Key, group => group.Last());
        foreach (var dossier in dossiers.Values)
        {
            if (!last.TryGetValue(dossier.Id, out var version)) HalfWritten.Add($"dossier {dossier.Id} without a version");
            else if (version.Digest != dossier.Digest) HalfWritten.Add($"dossier {dossier.Id}: the row does not say what its version {version.Version} says");
        }
    }

    /// <summary>A version is kept as JSON, packed.</summary>
    private static string DigestOf(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var json = JsonDocument.Parse(zlib);
        return DraftText.DigestOf(DraftText.Names.Select(name => json.RootElement.GetProperty(name).GetString() ?? ""));
    }

    private void Files(Site site, IReadOnlyList<Entry> entries)
    {
        var attached = Database.Rows(site.Database, "SELECT InitiativeId, Sha256, Size FROM Attachments", row => new Stored(row.GetInt32(0), row.GetString(1), row.GetInt64(2)));
        var stored = Database.Rows(site.Database, "SELECT Sha256, Size FROM StoredFiles", row => new Stored(0, row.GetString(0), row.GetInt64(1))).ToDictionary(file => file.Sha256);
        var rows = attached.Select(file => (file.Id, file.Sha256)).ToHashSet();
        foreach (var entry in entries.Where(entry => entry.What == "file"))
        {
            if (!rows.Contains((entry.Id, entry.Digest))) Lost.Add($"file {entry.Digest[..12]} of dossier {entry.Id}: no row");
            else if (new FileInfo(PathOf(site, entry.Digest)) is { Exists: false }) Lost.Add($"file {entry.Digest[..12]} of dossier {entry.Id}: no bytes");
        }

        foreach (var file in attached.Where(file => !stored.ContainsKey(file.Sha256))) HalfWritten.Add($"attachment {file.Sha256[..12]} of dossier {file.Id} without its row of the store");
        foreach (var file in stored.Values)
        {
            var path = PathOf(site, file.Sha256);
            if (!File.Exists(path))
            {
                HalfWritten.Add($"row of file {file.Sha256[..12]} without bytes");
                continue;
            }

            using var content = File.OpenRead(path);
            if (content.Length != file.Size || Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256) HalfWritten.Add($"file {file.Sha256[..12]} does not hold its bytes");
        }
    }

    private void Sends(Site site, IReadOnlyList<Entry> entries, Dictionary<int, Dossier> dossiers)
    {
        foreach (var entry in entries)
        {
            if (entry.What is not ("put" or "sent" or "receipt")) continue;
            if (!dossiers.TryGetValue(entry.Id, out var dossier)) Lost.Add($"dossier {entry.Id} ({entry.What}): no row");
            else if (entry.What == "put" && dossier.Status < 1) Lost.Add($"dossier {entry.Id}: put before the head, but a draft");
            else if (entry.What != "put" && (dossier.Status < 2 || dossier.Number is null)) Lost.Add($"dossier {entry.Id}: sent, but its status is {dossier.Status} and its number {dossier.Number}");
            else if (entry.What == "receipt" && !Agrees(entry, dossier)) Lost.Add($"dossier {entry.Id}: the receipt said {entry.Number}, {entry.Time}, {entry.Digest[..12]}; stored are {dossier.Number}, {dossier.SubmittedAt}, {dossier.Receipt}");
        }

        var journal = Database.Rows(site.Database, "SELECT SubjectId, Action FROM Journal WHERE Subject = 'Initiative'", row => (row.GetInt32(0), row.GetString(1))).ToHashSet();
        foreach (var dossier in dossiers.Values)
        {
            if (!journal.Contains((dossier.Id, "soan-ho-so"))) HalfWritten.Add($"dossier {dossier.Id}: its beginning is not in the journal");
            if (dossier.Status >= 2 && !journal.Contains((dossier.Id, "gui-ho-so"))) HalfWritten.Add($"dossier {dossier.Id}: sent, but not in the journal");
            if (dossier.Status >= 2 != (dossier.Number is not null && dossier.SubmittedAt.Length > 0 && dossier.Receipt.Length == 64))
                HalfWritten.Add($"dossier {dossier.Id}: status {dossier.Status}, number {dossier.Number}, time {dossier.SubmittedAt}, endorsement {dossier.Receipt}");
            if (dossier.EndorsedAt.Length > 0 && dossier.EndorsedAt != dossier.SubmittedAt) HalfWritten.Add($"dossier {dossier.Id}: endorsed at {dossier.EndorsedAt}, sent at {dossier.SubmittedAt}");
        }

        var numbers = dossiers.Values.Select(item => item.Number).OfType<int>().Order().ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))) HalfWritten.Add($"register numbers are not 1 to {numbers.Count}");
    }

    /// <summary>Parts of files that no start has swept away, and temporary files of uploads.</summary>
    private void Leftovers(Site site, Dictionary<int, Dossier> dossiers)
    {
        foreach (var part in Directory.EnumerateFiles(site.Files, "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path).Length != 64)) HalfWritten.Add($"a part of a file was left: {Path.GetFileName(part)}");
        var texts = Database.Rows(site.Database, "SELECT InitiativeId FROM InitiativeTexts", row => row.GetInt32(0)).ToHashSet();
        foreach (var dossier in dossiers.Values.Where(dossier => !texts.Contains(dossier.Id))) HalfWritten.Add($"dossier {dossier.Id} without texts");
    }

    private static bool Agrees(Entry entry, Dossier dossier) =>
        entry.Number.EndsWith($"-{dossier.Number:0000}", StringComparison.Ordinal)
        && DateTime.Parse(entry.Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
            == DateTime.Parse(dossier.SubmittedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        && string.Equals(entry.Digest, dossier.Receipt, StringComparison.OrdinalIgnoreCase);

    private static List<Dossier> Dossiers(string database) => Database.Rows(database,
        """
        SELECT i.Id, i.Status, i.Version, i.RegisterNumber, i.SubmittedAt, e.At, e.Digest, i.FormKey,
               i.Title, i.Summary, t.PriorSituation, t.Solution, t.Novelty, t.Scope, t.ReplicationConditions
        FROM Initiatives i LEFT JOIN InitiativeTexts t ON t.InitiativeId = i.Id LEFT JOIN Endorsements e ON e.InitiativeId = i.Id
        """,
        row => new Dossier(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.Text(4),
            DraftText.DigestOf(Enumerable.Range(8, 7).Select(row.Text)), row.Text(5), Guid.Parse(row.GetString(7)), row.Text(6)));

    private static string PathOf(Site site, string sha256) => Path.Combine(site.Files, sha256[..2], sha256);
}
