using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Initiatives.Web.Data;

/// <summary>Times are UTC in the database and say so when read.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

public sealed class SafeHtmlConverter() : ValueConverter<SafeHtml, string>(
    value => value.Html,
    value => SafeHtml.FromCleaned(value));

/// <summary>Immutable values that no query looks into are kept as JSON text, alike on both databases.</summary>
public static class JsonColumns
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new SafeHtmlJson(), new TieLadderJson() } };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!,
            new ValueComparer<T>((a, b) => Equals(a, b), value => value.GetHashCode(), value => value));

    /// <summary>The same packed with zlib, for long texts of which many versions are kept: a third of the size for a tenth of a millisecond.</summary>
    public static PropertyBuilder<T> AsPackedJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => Pack(value),
            bytes => Unpack<T>(bytes),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));

    private static byte[] Pack<T>(T value)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(zlib, value, Options);
        return packed.ToArray();
    }

    private static T Unpack<T>(byte[] bytes)
    {
        using var zlib = new ZLibStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(zlib, Options)!;
    }

    /// <summary>A ladder is its compact text, which was checked when it was written.</summary>
    private sealed class TieLadderJson : JsonConverter<TieLadder>
    {
        public override TieLadder Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TieLadder.Parse(reader.GetString()).Value;

        public override void Write(Utf8JsonWriter writer, TieLadder value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Cleaned HTML is its text.</summary>
    private sealed class SafeHtmlJson : JsonConverter<SafeHtml>
    {
        public override SafeHtml Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SafeHtml.FromCleaned(reader.GetString());

        public override void Write(Utf8JsonWriter writer, SafeHtml value, JsonSerializerOptions options) => writer.WriteStringValue(value.Html);
    }

    /// <summary>The same for a value that nearly every page reads and hardly any changes: each text is read into one value and shared.</summary>
    public static PropertyBuilder<T> AsSharedJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => Shared<T>.Of(text),
            new ValueComparer<T>((a, b) => Equals(a, b), value => value.GetHashCode(), value => value));

    private static class Shared<T>
        where T : class
    {
        private const int Most = 64;   // versions of it in use; beyond that it begins anew
        private static readonly ConcurrentDictionary<string, T> ByText = new(StringComparer.Ordinal);

        public static T Of(string text)
        {
            if (ByText.TryGetValue(text, out var known)) return known;
            if (ByText.Count >= Most) ByText.Clear();
            return ByText.GetOrAdd(text, JsonSerializer.Deserialize<T>(text, Options)!);
        }
    }
}
