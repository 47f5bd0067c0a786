using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>Every action says who may call it, and the site keeps to it. The actions are read from the code: a new one is in at once.</summary>
public sealed class PolicyTests
{
    private static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(role => role != Role.None)];

    private static IEnumerable<MethodInfo> ActionsOf(Type controller) => controller
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.GetCustomAttribute<NonActionAttribute>() is null);

    private static IReadOnlyList<MethodInfo> Actions { get; } =
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract).SelectMany(ActionsOf)];

    private static string Name(MethodInfo action) => $"{action.DeclaringType!.Name}.{action.Name}";

    private static IEnumerable<string> WithoutPolicy(IEnumerable<MethodInfo> actions) => actions
        .Where(action => action.GetCustomAttributes<NeedsAttribute>().Any() == action.GetCustomAttributes<AllowAnonymousAttribute>().Any())
        .Select(Name);

    /// <summary>An action that answers to anything but GET, or says nothing about it, is checked for its form's token.</summary>
    private static IEnumerable<string> WithoutToken(IEnumerable<MethodInfo> actions) => actions
        .Where(action => !action.GetCustomAttributes<HttpMethodAttribute>().Any() || action.GetCustomAttributes<HttpMethodAttribute>().SelectMany(http => http.HttpMethods).Any(method => method is not ("GET" or "HEAD")))
        .Where(action => action.DeclaringType!.GetCustomAttribute<AutoValidateAntiforgeryTokenAttribute>(inherit: true) is null
            || action.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null
            || action.DeclaringType!.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>(inherit: true) is not null)
        .Select(Name);

    private sealed class PlantedController : Controller
    {
        [HttpGet("/ho")]
        public IActionResult Open() => Ok();

        [HttpPost("/gui"), Needs(Permission.SignedIn)]
        public IActionResult Send() => Ok();
    }

    [Fact]
    public void Every_action_has_a_policy_or_is_open_to_all() => Assert.Empty(WithoutPolicy(Actions));

    [Fact]
    public void Every_action_that_changes_something_checks_its_token() => Assert.Equal(["HomeController.Error"], WithoutToken(Actions));

    [Fact]
    public void A_planted_controller_is_found_twice()
    {
        Assert.Equal(["PlantedController.Open"], WithoutPolicy(ActionsOf(typeof(PlantedController))));
        Assert.Equal(["PlantedController.Send"], WithoutToken(ActionsOf(typeof(PlantedController))));
    }

    /// <summary>No controller forgets its mediator: a page is a question, not a query in a controller.</summary>
    [Fact]
    public void Every_controller_asks_through_the_mediator() =>
        Assert.All(Actions.Select(action => action.DeclaringType!).Distinct(), type => Assert.Contains(type.GetConstructors().Single().GetParameters(), parameter => parameter.ParameterType == typeof(IMediator)));

    /// <summary>GET actions with a policy: address with sample values, and what it needs.</summary>
    private static IReadOnlyList<(string Path, Permission[] Needs)> Pages { get; } =
    [
        .. Actions.SelectMany(action => action.GetCustomAttributes<HttpGetAttribute>().Select(get => (
            Path: Regex.Replace(get.Template!, @"\{([^:}?]+)[^}]*\}", match => match.Groups[1].Value.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2026" : "1"),
            Needs: action.GetCustomAttributes<NeedsAttribute>().Select(needs => needs.Permission).ToArray())))
            .Where(page => page.Needs.Length > 0),
    ];

    [Fact]
    public async Task Each_role_alone_gets_403_exactly_where_the_table_says_no()
    {
        using var app = new TestApp();
        foreach (var role in Roles)
        {
            var person = await app.Given.Person(role, "SKHCN");
            var user = await app.As(person);
            foreach (var (path, needs) in Pages)
            {
                var answer = await user.Get(path);
                var may = needs.All(person.Actor.Has);
                Assert.True((answer.Status == HttpStatusCode.Forbidden) == !may && (int)answer.Status < 500, $"{role} {path}: {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task Somebody_who_has_not_signed_in_is_sent_to_sign_in_from_every_such_page()
    {
        using var app = new TestApp();
        var anybody = app.Anybody();
        foreach (var (path, _) in Pages)
        {
            var answer = await anybody.Get(path);
            Assert.True(answer.Status == HttpStatusCode.Redirect && new Uri(new Uri("http://localhost"), answer.Location).AbsolutePath == "/dang-nhap", $"{path}: {answer.Status} {answer.Location}");
        }
    }

    [Fact]
    public void There_are_pages_to_try() => Assert.NotEmpty(Pages);
}
