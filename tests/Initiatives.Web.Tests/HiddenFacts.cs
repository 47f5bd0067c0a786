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
        .SelectMany(action => action.GetCustomAttributes<HttpGetAttribute>().Select(get => new Route(get.Template!, action.GetCustomAttribute<NeedsAttribute>()?.Permission, Takes(action, "q"), [.. Usual.Where(item => Takes(action, item.Name))])))
        .DistinctBy(route => route.Template)
        .OrderBy(route => route.Template, StringComparer.Ordinal)]);

    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Dictionary<(string Who, string Path), string> before = [];

    /// <summary>Pages that say the fact itself by decision; what they say of it is tested by itself.</summary>
    public Func<string, bool> Except { get; init; } = _ => false;

    /// <summary>What a person may do: pages that the table of permissions refuses him are not asked for, since it looks at no row; that it does refuse them PolicyTests asks of every page.</summary>
    public Func<string, Role?> RolesOf { get; init; } = _ => null;

    /// <summary>Values of ids by the name that a route gives them, "initiativeId", or by its first part besides, "quyet-dinh id"; the others get the id that is looked for.</summary>
    public Dictionary<string, string[]> Ids { get; init; } = [];

    /// <summary>An address that answers to GET, as the code writes it.</summary>
    public sealed record Route(string Template, Permission? Needed, bool Searches, IReadOnlyList<(string Name, string Value)> Query)
    {
        /// <summary>With each of the values for its id. Years are those of the tests' cycle.</summary>
        public IEnumerable<string> Paths(int id, Dictionary<string, string[]> ids)
        {
            string[] Values(string name) => ids.GetValueOrDefault($"{Template.Split('/')[1]} {name}") ?? ids.GetValueOrDefault(name) ?? [$"{id}"];
            var names = Regex.Matches(Template, @"\{([^:}?]+)").Select(match => match.Groups[1].Value).Where(name => !IsFixed(name)).ToList();
            return Enumerable.Range(0, names.Count == 0 ? 1 : names.Max(name => Values(name).Length)).Select(turn => Regex.Replace(Template, @"\{([^:}?]+)[^}]*\}", match =>
                match.Groups[1].Value is var name && name.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2026" : IsFixed(name) ? "1" : Values(name)[Math.Min(turn, Values(name).Length - 1)]) + (Query.Count == 0 ? "" : "?" + string.Join('&', Query.Select(item => $"{item.Name}={item.Value}"))));
        }

        private static bool IsFixed(string name) => name is "version" or "number" || name.Contains("year", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every address that answers to GET.</summary>
    public static IReadOnlyList<Route> Routes => All.Value;

    /// <summary>Every address that answers to GET, with the given value for its ids.</summary>
    public static IReadOnlyList<string> Paths(int id) => [.. Routes.SelectMany(route => route.Paths(id, [])).Distinct()];

    /// <summary>What pages are asked that take it: the cycle, two versions of a draft.</summary>
    private static (string Name, string Value)[] Usual => [("ky", "2026"), ("cu", "1"), ("moi", "2")];

    /// <summary>The page takes it: by itself, or as a property of what it takes.</summary>
    private static bool Takes(MethodInfo action, string name) => action.GetParameters().Any(taken =>
        string.Equals(taken.Name, name, StringComparison.OrdinalIgnoreCase) || taken.ParameterType.GetProperties().Any(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Asks for everything as it is without the fact.</summary>
    public async Task Look(int id)
    {
        foreach (var user in people.Values) await user.FormToken();   // who comes for the first time is answered with a cookie, and never again
        before = await Answers(id);
    }

    /// <summary>What has changed for somebody since; nothing, where nothing leaks.</summary>
    public async Task<IReadOnlyList<string>> Changes(int id)
    {
        Assert.NotEmpty(before);
        var after = await Answers(id);
        return [.. after.Where(answer => before[answer.Key] != answer.Value).Select(answer => $"{answer.Key.Who} {answer.Key.Path}: {Difference(before[answer.Key], answer.Value)}")];
    }

    /// <summary>Of these pages those whose answer changes for one of these people when the fact does: they prove that it was there to leak.</summary>
    public static async Task<IReadOnlyList<string>> Told(int id, Dictionary<string, string[]> ids, IEnumerable<string> templates, IReadOnlyList<TestUser> entitled, Func<Task> change)
    {
        // The addresses anew after it: the fact may bring its number with it.
        List<(string Template, string Path, TestUser User)> Asked() => [.. templates.SelectMany(template => Routes.Single(route => route.Template == template).Paths(id, ids).SelectMany(path => entitled.Select(user => (template, path, user))))];
        var answers = new List<string>();
        foreach (var (_, path, user) in Asked()) answers.Add(Stable(await Answer(user, path)));
        await change();
        var told = new List<string>();
        foreach (var ((template, path, user), answer) in Asked().Zip(answers))
            if (!told.Contains(template) && Stable(await Answer(user, path)) != answer) told.Add(template);
        return told;
    }

    private IEnumerable<string> PathsOf(Route route, int id) =>
        route.Paths(id, Ids).SelectMany(path => route.Searches ? queries.Select(query => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}q={query}").Prepend(path) : [path]);

    private async Task<Dictionary<(string Who, string Path), string>> Answers(int id)
    {
        var answers = new Dictionary<(string Who, string Path), string>();
        foreach (var (who, user) in people)
        {
            foreach (var path in Routes.Where(route => !IsRefused(route, who)).SelectMany(route => PathsOf(route, id)).Where(path => !Except(path)))
                if (!answers.ContainsKey((who, path))) answers[(who, path)] = Stable(await Answer(user, path));
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
            return Headers(answer) + (answer.Message.Content.Headers.ContentType?.MediaType == Spreadsheet ? answer.Status + await Sheets(answer) : answer.Comparable);
        }
        catch (TaskCanceledException late)
        {
            throw new TimeoutException($"{path} does not answer.", late);
        }
    }

    /// <summary>All but cookies and lengths, which differ by themselves.</summary>
    private static string Headers(Answer answer) => string.Join('\n', answer.Message.Headers.Concat(answer.Message.Content.Headers)
        .Where(header => header.Key is not ("Set-Cookie" or "Content-Length")).Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Append(""));

    /// <summary>What a workbook holds; the archive around it tells the hour at which it was packed.</summary>
    private static async Task<string> Sheets(Answer answer)
    {
        using var zip = new ZipArchive(new MemoryStream(await answer.Message.Content.ReadAsByteArrayAsync()));
        return string.Concat(zip.Entries.Where(entry => entry.FullName is "xl/sharedStrings.xml" || entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
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
