using System.IO.Compression;
using System.Reflection;
using System.Text.RegularExpressions;
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
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Dictionary<(string Who, string Path), string> before = [];

    /// <summary>Pages that say the fact itself by decision; what they say of it is tested by itself.</summary>
    public Func<string, bool> Except { get; init; } = _ => false;

    /// <summary>Every address that answers to GET, with the given values for its ids. Years are those of the tests' cycle.</summary>
    public static IReadOnlyList<string> Paths(int id) => Paths(id, _ => true);

    private static string[] Paths(int id, Func<MethodInfo, bool> which) =>
    [
        .. typeof(Program).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(which)
            .SelectMany(action => action.GetCustomAttributes<HttpGetAttribute>())
            .Select(get => Regex.Replace(get.Template!, @"\{([^:}?]+)[^}]*\}", match =>
                match.Groups[1].Value.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2026" : match.Groups[1].Value is "version" or "number" ? "1" : $"{id}"))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

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

    private async Task<Dictionary<(string Who, string Path), string>> Answers(int id)
    {
        var answers = new Dictionary<(string Who, string Path), string>();
        var searched = Paths(id, Searches).SelectMany(path => queries.Select(query => $"{path}?q={query}"));
        var paths = Paths(id).Concat(searched).Where(path => !Except(path)).ToList();
        foreach (var (who, user) in people)
            foreach (var path in paths)
                answers[(who, path)] = Stable(await Answer(user, path));
        return answers;
    }

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
