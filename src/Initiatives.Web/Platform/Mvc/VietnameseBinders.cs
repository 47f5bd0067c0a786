using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>Numbers with comma or point, dates as 24/9/2026: read the Vietnamese way, refused with a sentence.</summary>
public sealed class VietnameseBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new PointsBinder()
        : context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateBinder()
        : context.Metadata.ModelType == typeof(string) ? new TextBinder()
        : null;

    /// <summary>Text without NUL, which PostgreSQL refuses; otherwise as MVC binds it.</summary>
    private sealed class TextBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var found = context.ValueProvider.GetValue(context.ModelName);
            if (found == ValueProviderResult.None) return Task.CompletedTask;
            context.ModelState.SetModelValue(context.ModelName, found);
            var text = found.FirstValue?.Replace("\0", "", StringComparison.Ordinal);
            context.Result = ModelBindingResult.Success(context.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(text) ? null : text);
            return Task.CompletedTask;
        }
    }

    private sealed class PointsBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context) => Bind(context,
            text => VietnameseNumber.TryParsePoints(text, out var value) ? value : null,
            "Ghi số, ví dụ 12,5 (tối đa hai chữ số sau dấu phẩy).");
    }

    private sealed class DateBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context) => Bind(context,
            text => VietnamTime.TryParseDate(text, out var value) ? value : null,
            "Ngày không hợp lệ. Ghi như 24/9/2026.");
    }

    private static Task Bind(ModelBindingContext context, Func<string, object?> parse, string sentence)
    {
        var found = context.ValueProvider.GetValue(context.ModelName);
        if (found == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, found);
        var text = found.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
        {
            if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
            else context.ModelState.TryAddModelError(context.ModelName, "Ô này không được để trống.");
        }
        else if (parse(text) is { } value)
        {
            context.Result = ModelBindingResult.Success(value);
        }
        else
        {
            context.ModelState.TryAddModelError(context.ModelName, sentence);
        }

        return Task.CompletedTask;
    }
}
