using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// An empty field is an empty text. MVC would make it null, also where the property says that it never is null, and a
/// rule that trims it would throw. Properties declared <c>string?</c> keep null.
/// </summary>
public sealed class EmptyStrings : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && context.Key.PropertyInfo is { } property
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
