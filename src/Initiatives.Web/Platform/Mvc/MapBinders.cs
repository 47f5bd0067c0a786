using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// Maps, whose keys come with the form, and lists, whose length does: a key that is missing, doubled or of another kind and
/// more rows than any page of ours has are refused with a sentence, not with an exception.
/// </summary>
public sealed class MapBinders : IModelBinderProvider
{
    private readonly DictionaryModelBinderProvider maps = new();
    private readonly CollectionModelBinderProvider lists = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) => (maps.GetBinder(context) ?? Rows(context)) is { } binder ? new Careful(binder) : null;

    /// <summary>Lists of what a form says; files come another way.</summary>
    private IModelBinder? Rows(ModelBinderProviderContext context) => context.Metadata.ElementMetadata?.ModelType != typeof(IFormFile) && !context.Metadata.ModelType.IsArray ? lists.GetBinder(context) : null;

    private sealed class Careful(IModelBinder binder) : IModelBinder
    {
        private const string Sentence = "Dữ liệu gửi lên không đúng mẫu. Tải lại trang rồi làm lại.";

        public async Task BindModelAsync(ModelBindingContext context)
        {
            try
            {
                await binder.BindModelAsync(context);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException or InvalidOperationException)
            {
                context.Result = ModelBindingResult.Failed();
                context.ModelState.TryAddModelError(context.ModelName, Sentence);
                return;
            }

            if (context.ModelMetadata.ElementMetadata?.ModelType is not { IsGenericType: true } pair || pair.GetGenericTypeDefinition() != typeof(KeyValuePair<,>)) return;

            // What the framework says of a key that it cannot read is not in our language.
            if (!context.ModelState.TryGetValue(context.ModelName, out var entry) || entry.Errors.Count == 0) return;
            entry.Errors.Clear();
            entry.Errors.Add(Sentence);
        }
    }
}
