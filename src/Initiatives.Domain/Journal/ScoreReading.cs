using System.Globalization;

namespace Initiatives.Domain.Journal;

/// <summary>That somebody was shown scores of others. Written after the page, in batches; never changed.</summary>
public sealed class ScoreReading
{
    private ScoreReading()
    {
    }

    /// <summary>1, 2, 3 … without gaps: one for each write.</summary>
    public int Batch { get; private set; }

    /// <summary>1, 2, 3 … within the batch.</summary>
    public int Line { get; private set; }
    public int PersonId { get; private set; }
    public string PersonName { get; private set; } = "";

    /// <summary>UTC, in whole microseconds: both databases keep those.</summary>
    public DateTime At { get; private set; }

    /// <summary>Address of the page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The one dossier it was about; null: several.</summary>
    public int? InitiativeId { get; private set; }

    public static ScoreReading Of(int personId, string personName, DateTime at, string page, int? initiativeId) => new()
    {
        PersonId = personId,
        PersonName = personName,
        At = new DateTime(at.Ticks / 10 * 10, DateTimeKind.Utc),
        Page = page,
        InitiativeId = initiativeId,
    };

    /// <summary>Its place is known only inside the save.</summary>
    public void Number(int batch, int line) => (Batch, Line) = (batch, line);

    /// <summary>What a seal covers, in order.</summary>
    public string[] Fields() =>
    [
        Text(Batch),
        Text(Line),
        Text(PersonId),
        PersonName,
        (At.Ticks / 10).ToString(CultureInfo.InvariantCulture),
        Page,
        InitiativeId is { } id ? Text(id) : "",
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// A digest over all readings of some batches. It stands in the journal, whose own seal covers it: a reading that is
/// changed, removed or added later shows.
/// </summary>
public sealed class ReadingSeal
{
    private ReadingSeal()
    {
    }

    public int Id { get; private set; }
    public int FromBatch { get; private set; }
    public int ToBatch { get; private set; }
    public int Count { get; private set; }
    public string Sha256 { get; private set; } = "";
    public DateTime SealedAt { get; private set; }

    /// <summary>As the journal says it.</summary>
    public string Details => FormattableString.Invariant($"Lượt {FromBatch}–{ToBatch}, {Count} dòng: {Sha256}");

    /// <param name="rows">Every reading of the batches, by batch and line; at least one.</param>
    public static ReadingSeal Over(IReadOnlyList<ScoreReading> rows, DateTime now) => new()
    {
        FromBatch = rows[0].Batch,
        ToBatch = rows[^1].Batch,
        Count = rows.Count,
        Sha256 = Digest(rows),
        SealedAt = now,
    };

    /// <summary>True when <paramref name="rows"/> are still what was sealed.</summary>
    public bool Covers(IReadOnlyList<ScoreReading> rows) => rows.Count == Count && Digest(rows) == Sha256;

    /// <summary>The chain of <see cref="HashChain"/> over the rows: 64 lower-case hexadecimal digits.</summary>
    private static string Digest(IReadOnlyList<ScoreReading> rows) =>
        rows.Aggregate(HashChain.Genesis, (before, row) => HashChain.Seal(before, row.Fields()));
}
