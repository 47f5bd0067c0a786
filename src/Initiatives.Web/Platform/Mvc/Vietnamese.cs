using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>What MVC itself says when input does not fit, in Vietnamese.</summary>
public static class Vietnamese
{
    /// <summary>Characters of a refused value that its refusal quotes.</summary>
    private const int Quoted = 60;

    public static void Messages(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Invalid(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Invalid);
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không hợp lệ.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không hợp lệ.");
        messages.SetValueIsInvalidAccessor(Invalid);
        messages.SetValueMustBeANumberAccessor(_ => "Ô này phải là số.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Ô này phải là số.");
        messages.SetValueMustNotBeNullAccessor(_ => "Ô này không được để trống.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Ô này không được để trống.");
        messages.SetMissingKeyOrValueAccessor(() => "Ô này không được để trống.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung.");
    }

    /// <summary>What was sent is quoted so far as a sentence can hold it: a page, a header and a cookie stay small whatever comes.</summary>
    private static string Invalid(string value) => $"Giá trị “{Short(value, Quoted)}” không hợp lệ.";

    /// <summary>The beginning of a text, with an ellipsis where something is left out.</summary>
    public static string Short(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
}
