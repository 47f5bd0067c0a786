using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Initiatives.Web.Tests;

/// <summary>
/// Finds what leaks: every page of the site is asked for by every given person before and after something came into being
/// that he must not know of, and the whole answers are compared. The pages are read from the code, so a new one is in at
/// once; a page that searches is also asked for the words of what is hidden.
/// </summary>
public sealed class HiddenFacts(IReadOnlyDictionary<string, TestUser> people, params string[] queries)
{
    private static readonly Lazy<IReadOnlyList<Route>> All = new(() => [.. typeof(Program).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(action => action.GetCustomAttributes<HttpGetAttribute>().Select(get => new Route(get.Template!, action.GetCustomAttribute<NeedsAttribute>()?.Permission, Searches(action))))
        .DistinctBy(route => route.Template)
        .OrderBy(route => route.Template, StringComparer.Ordinal)]);

    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Dictionary<(string Who, string Path), string> before = [];

    /// <summary>Pages that say the fact itself by decision; what they say of it is tested by itself.</summary>
    public Func<string, bool> Except { get; init; } = _ => false;

    /// <summary>What a person may do: pages that the table of permissions refuses him are asked for once and not again, since it looks at no row.</summary>
    public Func<string, Role?> RolesOf { get; init; } = _ => null;

    /// <summary>Values of ids by the name that a route gives them; the others get the id that is looked for.</summary>
    public IReadOnlyDictionary<string, int> Ids { get; init; } = new Dictionary<string, int>();

    /// <summary>An address that answers to GET, as the code writes it.</summary>
    public sealed record Route(string Template, Permission? Needed, bool Searches)
    {
        /// <summary>With values for its ids. Years are those of the tests' cycle.</summary>
        public string Path(int id, IReadOnlyDictionary<string, int> ids) => Regex.Replace(Template, @"\{([^:}?]+)[^}]*\}", match =>
            match.Groups[1].Value is var name && name.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2026" : name is "version" or "number" ? "1" : $"{ids.GetValueOrDefault(name, id)}");
    }

    /// <summary>Every address that answers to GET.</summary>
    public static IReadOnlyList<Route> Routes => All.Value;

    /// <summary>Every address that answers to GET, with the given value for its ids.</summary>
    public static IReadOnlyList<string> Paths(int id) => [.. Routes.Select(route => route.Path(id, new Dictionary<string, int>())).Distinct()];

    /// <summary>The page takes q: by itself, or as a property of what it takes.</summary>
    private static bool Searches(MethodInfo action) => action.GetParameters().Any(taken =>
        string.Equals(taken.Name, "q", StringComparison.OrdinalIgnoreCase) || taken.ParameterType.GetProperty("Q") is not null);

    /// <summary>Asks for everything as it is without the fact.</summary>
    public async Task Look(int id) => before = await Answers(id);

    /// <summary>What has changed for somebody since; nothing, where nothing leaks.</summary>
    public async Task<IReadOnlyList<string>> Changes(int id)
    {
        Assert.NotEmpty(before);
        var after = await Answers(id);
        return [.. after.Where(answer => before[answer.Key] != answer.Value).Select(answer => $"{answer.Key.Who} {answer.Key.Path}: {Difference(before[answer.Key], answer.Value)}")];
    }

    /// <summary>Routes whose answer has changed for somebody since.</summary>
    public async Task<IReadOnlyDictionary<(string Who, string Template), string>> Changed(int id)
    {
        var after = await Answers(id);
        var routes = Routes.SelectMany(route => PathsOf(route, id).Select(path => (path, route.Template))).DistinctBy(item => item.path).ToDictionary(item => item.path, item => item.Template);
        return after.Where(answer => before[answer.Key] != answer.Value).GroupBy(answer => (answer.Key.Who, routes[answer.Key.Path]))
            .ToDictionary(group => group.Key, group => $"{group.Key.Who} {group.First().Key.Path}: {Difference(before[group.First().Key], group.First().Value)}");
    }

    private IEnumerable<string> PathsOf(Route route, int id) =>
        route.Searches ? queries.Select(query => $"{route.Path(id, Ids)}?q={query}").Prepend(route.Path(id, Ids)) : [route.Path(id, Ids)];

    private async Task<Dictionary<(string Who, string Path), string>> Answers(int id)
    {
        var answers = new Dictionary<(string Who, string Path), string>();
        foreach (var (who, user) in people)
        {
            foreach (var route in Routes)
            {
                foreach (var path in PathsOf(route, id).Where(path => !Except(path)))
                {
                    if (answers.ContainsKey((who, path))) continue;
                    answers[(who, path)] = IsRefused(route, who) && before.TryGetValue((who, path), out var refused) ? refused : Stable(await Answer(user, path));
                }
            }
        }

        return answers;
    }

    private bool IsRefused(Route route, string who) =>
        RolesOf(who) is { } roles && route.Needed is { } needed && !(Actor.Public with { PersonId = 1, Roles = roles }).Has(needed);

    private static async Task<string> Answer(TestUser user, string path)
    {
        try
        {
            var answer = await user.Get(path);
            return answer.Message.Content.Headers.ContentType?.MediaType == Spreadsheet ? answer.Status + await Sheets(answer) : answer.Comparable;
        }
        catch (TaskCanceledException late)
        {
            throw new TimeoutException($"{path} does not answer.", late);
        }
    }

    /// <summary>What a workbook holds; the archive around it tells the hour at which it was packed.</summary>
    private static async Task<string> Sheets(Answer answer)
    {
        using var zip = new ZipArchive(new MemoryStream(await answer.Message.Content.ReadAsByteArrayAsync()));
        return string.Concat(zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    /// <summary>Without what is new on every answer: keys of forms, and the times and numbers inside a PDF.</summary>
    private static string Stable(string answer) => Regex.Replace(
        Regex.Replace(answer, "name=\"FormKey\"[^>]*>", ""),
        @"/(CreationDate|ModDate) ?\([^)]*\)|/ID ?\[[^\]]*\]", "");

    private static string Difference(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 120)].OnOneLine();
        return $"“{Around(before)}” → “{Around(after)}”";
    }
}

file static class Lines
{
    public static string OnOneLine(this string text) => Regex.Replace(text, @"\s+", " ");
}
