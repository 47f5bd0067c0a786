using System.Text.Encodings.Web;
using System.Text.Json;
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
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => JsonSerializer.Deserialize<T>(text, Options)!,
            new ValueComparer<T>((a, b) => Equals(a, b), value => value.GetHashCode(), value => value));
}
