using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Initiatives.Web.Platform.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>No text comes in from a form without a bound.</summary>
public sealed class LengthTests
{
    /// <summary>What forms fill: the commands that actions take, and what they consist of.</summary>
    private static IEnumerable<Type> Inputs => typeof(Program).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(action => action.GetParameters())
        .Select(parameter => parameter.ParameterType)
        .Where(type => type.Name == "Command")
        .SelectMany(Parts)
        .Distinct();

    private static IEnumerable<Type> Parts(Type type) =>
        [type, .. Properties(type).SelectMany(property => Held(property.PropertyType)).Where(part => part.Assembly == typeof(Program).Assembly && part.IsClass).SelectMany(Parts)];

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static IEnumerable<Type> Held(Type type) => type.IsGenericType ? type.GetGenericArguments() : [type];

    private static IEnumerable<string> Unbounded(IEnumerable<Type> inputs) => inputs.SelectMany(type => Properties(type)
        .Where(property => Held(property.PropertyType).Contains(typeof(string)))
        .Where(property => property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string)
            ? property.GetCustomAttribute<EachAtMostAttribute>() is null
            : property.GetCustomAttribute<StringLengthAttribute>() is null)
        .Select(property => $"{type.FullName}.{property.Name}"));

    private sealed record Planted
    {
        public string Text { get; init; } = "";
        public List<string> Texts { get; init; } = [];
        public Dictionary<int, string> Map { get; init; } = [];
    }

    [Fact]
    public void Every_text_of_a_form_has_a_greatest_length() => Assert.Empty(Unbounded(Inputs));

    [Fact]
    public void There_are_forms_and_a_planted_one_is_found()
    {
        Assert.Contains(typeof(Web.Features.Submissions.EffectInput), Inputs);
        Assert.Equal(["Text", "Texts", "Map"], Unbounded([typeof(Planted)]).Select(name => name.Split('.')[^1]));
    }

    [Fact]
    public void A_map_s_refusal_names_its_key()
    {
        var planted = new Dictionary<string, string> { ["N"] = "vừa", ["E"] = "dài quá" };
        var refusal = new EachAtMostAttribute(3) { ErrorMessage = "Dài quá." }.GetValidationResult(planted, new ValidationContext(planted));
        Assert.Equal(("Dài quá.", "[E]"), (refusal!.ErrorMessage, Assert.Single(refusal.MemberNames)));
    }
}
