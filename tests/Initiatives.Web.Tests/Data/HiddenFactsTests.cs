using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Data;

/// <summary>
/// What must not be told, planted in the database, changed there, and looked for in every answer of every role: status, headers
/// and body. For whom it is hidden nothing changes. For one of those who may know it every page named in <see cref="Planted"/>
/// does, which proves that the fact was there to leak. One part for each state of a cycle.
/// </summary>
public sealed partial class HiddenFactsTests : IDisposable
{
    private readonly TestApp app = new();
    private readonly Dictionary<TestPerson, TestUser> browsers = [];

    public void Dispose() => app.Dispose();

    private async Task<TestUser> Browser(TestPerson person) => browsers.TryGetValue(person, out var user) ? user : browsers[person] = await app.As(person);

    /// <summary>These sign in now, and not while what others see is being compared.</summary>
    private async Task Enter(params IEnumerable<TestPerson> people)
    {
        foreach (var person in people) await Browser(person);
    }

    /// <summary>Every page, asked for by these people and by nobody in particular.</summary>
    private async Task<HiddenFacts> Hidden(Dictionary<string, string[]> ids, params IEnumerable<TestPerson> people)
    {
        var asking = new Dictionary<string, TestUser> { ["khách"] = app.Anybody() };
        var roles = new Dictionary<string, Role> { ["khách"] = Role.None };
        foreach (var person in people) (asking[$"{person.Actor.Roles} {person.Id}"], roles[$"{person.Actor.Roles} {person.Id}"]) = (await Browser(person), person.Actor.Roles);
        return new HiddenFacts(asking, "hồ+sơ") { RolesOf = who => roles.TryGetValue(who, out var held) ? held : null, Ids = new(ids) };
    }

    /// <summary>One of each role who has no business with the council or the dossiers: at home in the dossiers' unit where that could help him.</summary>
    private async Task<List<TestPerson>> Outsiders(params Role[] without)
    {
        var outsiders = new List<TestPerson>();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None && !without.Contains(role)))
            outsiders.Add(await app.Given.Person(role, role is Role.UnitHead or Role.UnitOfficer or Role.Author ? "11311" : role is Role.IntakeOfficer or Role.Appraiser or Role.DepartmentLead ? "SKHCN" : "SNV"));
        return outsiders;
    }

    /// <summary>Changes a fact: one of those who may know it sees it on each page that is named to tell it.</summary>
    private async Task Change(Fact fact, Dictionary<string, string[]> ids, Func<AppDb, Task<int>> change, params IEnumerable<TestPerson?> entitled)
    {
        var users = new List<TestUser>();
        foreach (var person in entitled) users.Add(person is null ? app.Anybody() : await Browser(person));
        foreach (var user in users) await user.FormToken();
        var pages = Planted.Of(fact);
        var told = await HiddenFacts.Told(1, ids, pages, users, async () =>
        {
            await app.Rows(change);
            app.Services.GetRequiredService<KeptBoards>().Forget();   // it was changed past the journal
        });
        Assert.NotEmpty(pages);
        Assert.Equal(pages, told.Order(StringComparer.Ordinal));
    }

    private static async Task Unchanged(HiddenFacts facts, int id) => Assert.Empty(await facts.Changes(id));

    private async Task<int> Sheet(TestPerson judge, int dossier) => await app.Given.SheetId(judge, dossier) ?? throw new InvalidOperationException("No sheet.");

    [Fact]
    public void Every_page_is_named_with_the_facts_that_are_planted_for_it_or_as_one_that_holds_no_row() =>
        Assert.Equal(HiddenFacts.Routes.Select(route => route.Template), Planted.Templates);
}
