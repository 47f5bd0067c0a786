using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>What MVC itself says when input does not fit, in Vietnamese.</summary>
public static class Vietnamese
{
    public static void Messages(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"Giá trị “{value}” không hợp lệ.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"Giá trị “{value}” không hợp lệ.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không hợp lệ.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không hợp lệ.");
        messages.SetValueIsInvalidAccessor(value => $"Giá trị “{value}” không hợp lệ.");
        messages.SetValueMustBeANumberAccessor(_ => "Ô này phải là số.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Ô này phải là số.");
        messages.SetValueMustNotBeNullAccessor(_ => "Ô này không được để trống.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Ô này không được để trống.");
        messages.SetMissingKeyOrValueAccessor(() => "Ô này không được để trống.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung.");
    }
}
