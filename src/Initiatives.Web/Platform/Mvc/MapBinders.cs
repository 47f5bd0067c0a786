using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>Maps, whose keys come with the form: one that is missing, doubled or of another kind is refused with a sentence, not with an exception.</summary>
public sealed class MapBinders : IModelBinderProvider
{
    private readonly DictionaryModelBinderProvider maps = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) => maps.GetBinder(context) is { } binder ? new Careful(binder) : null;

    private sealed class Careful(IModelBinder binder) : IModelBinder
    {
        private const string Sentence = "Dữ liệu gửi lên không đúng mẫu. Tải lại trang rồi làm lại.";

        public async Task BindModelAsync(ModelBindingContext context)
        {
            try
            {
                await binder.BindModelAsync(context);
            }
            catch (Exception failure) when (failure is ArgumentException or FormatException or OverflowException)
            {
                context.Result = ModelBindingResult.Failed();
                context.ModelState.TryAddModelError(context.ModelName, Sentence);
                return;
            }

            // What the framework says of a key that it cannot read is not in our language.
            if (!context.ModelState.TryGetValue(context.ModelName, out var entry) || entry.Errors.Count == 0) return;
            entry.Errors.Clear();
            entry.Errors.Add(Sentence);
        }
    }
}
