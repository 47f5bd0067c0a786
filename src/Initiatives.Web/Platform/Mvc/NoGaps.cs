using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// A list that names a row of which no field came (<c>Authors.index=0</c>) is bound with nothing in that place, and so is a
/// text that is empty. Whatever an action is handed has no such gaps: rules may trust what their types say.
/// </summary>
public sealed class NoGaps : IActionFilter, IOrderedFilter
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    /// <summary>Before every other: whoever looks at the arguments sees them whole.</summary>
    public int Order => int.MinValue;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        // Of a body that could not be read nothing is bound, not even what the address says; from one that could, what is ours always is.
        if (context.ActionDescriptor.Parameters.Any(parameter => IsOurs(parameter.ParameterType) && !parameter.ParameterType.IsValueType && !context.ActionArguments.ContainsKey(parameter.Name)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        foreach (var (name, value) in context.ActionArguments.ToList()) context.ActionArguments[name] = Whole(value);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    /// <summary>The same without gaps; another object only where an array had some.</summary>
    private static object? Whole(object? value)
    {
        switch (value)
        {
            case null or string: return value;
            case Array array: return WholeArray(array);
            case IDictionary map:
                foreach (var key in map.Keys.Cast<object>().ToList())
                    if (map[key] is null) map.Remove(key);
                    else Whole(map[key]);
                return map;
            case IList { IsReadOnly: false, IsFixedSize: false } list:
                for (var i = list.Count - 1; i >= 0; i--)
                    if (list[i] is null) list.RemoveAt(i);
                    else Whole(list[i]);
                return list;
        }

        foreach (var property in Known.GetOrAdd(value.GetType(), PropertiesOf))
        {
            var held = property.GetValue(value);
            if (Whole(held) is var whole && !ReferenceEquals(whole, held)) property.SetValue(value, whole);
        }

        return value;
    }

    private static Array WholeArray(Array array)
    {
        var kept = array.Cast<object?>().Where(item => item is not null).Select(Whole).ToArray();
        if (kept.Length == array.Length) return array;
        var whole = Array.CreateInstance(array.GetType().GetElementType()!, kept.Length);
        Array.Copy(kept, whole, kept.Length);
        return whole;
    }

    /// <summary>What the binder sets and what can have gaps: lists, maps, and types of ours.</summary>
    private static PropertyInfo[] PropertiesOf(Type type) => IsOurs(type)
        ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(item => item.CanRead && item.SetMethod is { IsPublic: true } && item.GetIndexParameters().Length == 0 && MayHaveGaps(item.PropertyType))]
        : [];

    private static bool MayHaveGaps(Type type) => type != typeof(string) && !type.IsValueType && (typeof(IEnumerable).IsAssignableFrom(type) || IsOurs(type));

    private static bool IsOurs(Type type) => type.Assembly.GetName().Name?.StartsWith("Initiatives.", StringComparison.Ordinal) == true;
}
