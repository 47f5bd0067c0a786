using System.Reflection;
using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>Whoever is shown scores of others leaves a row: no page of those who may read them is without its mark.</summary>
public sealed class ReadingTests
{
    /// <summary>Policies behind which scores of others are read. A permission that comes to show them is added here.</summary>
    private static readonly Permission[] Readers = [Permission.ReadRanking, Permission.RunSession, Permission.ReadSheetHistory];

    private static IEnumerable<string> Unmarked(IEnumerable<Type> controllers) => controllers
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(action => action.GetCustomAttributes<HttpGetAttribute>().Any())
        .Where(action => action.GetCustomAttributes<NeedsAttribute>().Any(needs => Readers.Contains(needs.Permission)))
        .Where(action => action.GetCustomAttribute<ReadsScoresAttribute>() is null)
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}");

    private sealed class PlantedController : Controller
    {
        [HttpGet("/diem"), Needs(Permission.ReadRanking)]
        public IActionResult Show() => Ok();

        [HttpGet("/diem/ghi"), Needs(Permission.RunSession), ReadsScores]
        public IActionResult Log() => Ok();
    }

    [Fact]
    public void Every_page_that_shows_scores_of_others_is_logged() =>
        Assert.Empty(Unmarked(typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract)));

    [Fact]
    public void A_planted_page_is_found() => Assert.Equal(["PlantedController.Show"], Unmarked([typeof(PlantedController)]));
}
