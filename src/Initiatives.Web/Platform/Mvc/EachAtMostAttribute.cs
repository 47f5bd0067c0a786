using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>Every text of a list or of a map is at most so long; a map's refusal lands beside the field of its key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachAtMostAttribute(int length) : ValidationAttribute
{
    public int Length { get; } = length;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        IDictionary map => map.Keys.Cast<object>().Where(key => IsLong(map[key])).Select(key => new ValidationResult(ErrorMessage, [$"[{key}]"])).FirstOrDefault(),
        IEnumerable list when list.Cast<object?>().Any(IsLong) => new ValidationResult(ErrorMessage),
        _ => ValidationResult.Success,
    };

    private bool IsLong(object? item) => item is string text && text.Length > Length;
}
