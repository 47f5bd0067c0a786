using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>Behind the doors of what authors confirm and of what a unit sends: each predicate was once removed and a test seen red.</summary>
public sealed class PeopleWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(Actor actor, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(actor)).OrderBy(id => id).ToListAsync());

    [Fact]
    public async Task What_authors_have_said()
    {
        IQueryable<int> Said(ScopedDb db) => db.AuthorConfirmations.Select(item => item.InitiativeId);
        var author = await app.Given.Person(Role.Author);
        var draft = (await app.Given.CompleteDraft(author)).Id;
        await app.Given.Confirmed(draft, author);
        var head = await app.Given.Head();
        Assert.Equal([draft], await Seen(author.Actor, Said));
        Assert.Equal([draft], await Seen((await app.Given.Person(Role.UnitOfficer)).Actor, Said));
        foreach (var other in new[] { head, await app.Given.Person(Role.Author), await app.Given.Person(Role.UnitOfficer, "10804"), await app.Given.Lead() })
            Assert.Empty(await Seen(other.Actor, Said));
        Assert.Empty(await Seen(Actor.Public, Said));
    }

    [Fact]
    public async Task What_a_link_opens()
    {
        var author = await app.Given.Person(Role.Author);
        var (first, second) = ((await app.Given.CompleteDraft(author)).Id, (await app.Given.CompleteDraft(author)).Id);
        var token = await app.Given.AuthorLink(first, author, await app.Given.AuthorKey(first, author, "Trần Thị K"));
        await app.Given.AuthorLink(second, author, await app.Given.AuthorKey(second, author, "Trần Thị K"));
        var hash = LinkTokens.DigestOf(LinkToken.Read(token));
        Assert.Equal([first], await Seen(Actor.Public, db => db.LinkedInitiatives(hash).Select(item => item.Id)));
        Assert.Equal([first], await Seen(Actor.Public, db => db.LinkedConfirmations(hash).Select(item => item.InitiativeId)));
        var nothing = LinkTokens.DigestOf(LinkToken.Read("khong-co"));
        Assert.Empty(await Seen(Actor.Public, db => db.LinkedInitiatives(nothing).Select(item => item.Id)));
        Assert.Empty(await Seen(Actor.Public, db => db.LinkedConfirmations(nothing).Select(item => item.InitiativeId)));
    }
}
