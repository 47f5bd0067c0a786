using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// The digest that a receipt carries: SHA-256 over everything a dossier says and over the digests of its files, so that
/// whoever holds the receipt can show that not a letter was changed since. Where an author's mail goes is no part of it.
/// </summary>
public static class ContentDigest
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lower-case hex, 64 digits. The order of the files does not matter; that of authors and effects does.</summary>
    public static string Of(DraftContent content, IEnumerable<DossierFile> files)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain)) Write(json, content, files);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.ToArray()));
    }

    /// <summary>One fixed order of names, nothing left out: what is empty is written as empty.</summary>
    private static void Write(Utf8JsonWriter json, DraftContent content, IEnumerable<DossierFile> files)
    {
        json.WriteStartObject();
        json.WriteString("title", content.Title);
        json.WriteString("solutionType", content.SolutionType?.ToString());
        json.WriteString("field", content.FieldCode);
        Array(json, "indices", content.Indices.Order(StringComparer.Ordinal), json.WriteStringValue);
        json.WriteString("firstAppliedOn", Day(content.FirstAppliedOn));
        json.WriteString("summary", content.Summary);
        json.WriteString("priorSituation", content.PriorSituation);
        json.WriteString("solution", content.Solution.Html);
        json.WriteString("novelty", content.Novelty);
        json.WriteString("scope", content.Scope);
        json.WriteString("replicationConditions", content.ReplicationConditions);
        json.WriteString("confidential", content.Confidential);
        Array(json, "authors", content.Authors, author => Row(json, author.Name, Day(author.BirthDate), author.Workplace, author.Post,
            author.Qualification, author.Share?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)));
        Array(json, "participants", content.Participants, person => Row(json, person.Name, person.Workplace, person.Post, person.Contribution));
        Array(json, "effects", content.Effects, effect => Row(json, effect.Measure, effect.Before, effect.After, effect.Unit, effect.HowMeasured));
        Array(json, "files", files.OrderBy(file => file.Sha256, StringComparer.Ordinal), file => Row(json, file.Kind.ToString(), file.FileName, file.Sha256));
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<string?> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
