using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What was saved on the way to a dossier: those who write it, and nobody else at any time.</summary>
public sealed class WritingWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(Actor actor, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(actor)).Distinct().OrderBy(id => id).ToListAsync());

    private static IQueryable<int> Versions(ScopedDb db) => db.OwnVersions.Select(version => version.InitiativeId);

    private static IQueryable<int> Written(ScopedDb db) => db.WrittenInitiatives.Select(item => item.Id);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Versions_of_a_draft_and_of_a_dossier_that_was_sent(bool sent)
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var coauthor = await app.Given.Person(Role.Author);
        var form = Given.CompleteForm();
        var id = Given.Sure(await app.Send(form with { Authors = [form.Authors[0] with { Share = 60 }, form.Authors[0] with { Name = coauthor.Name, PersonId = coauthor.Id, Share = 40 }] }, author.Actor)).Value.Id;
        var foreign = (await app.Given.CompleteDraft(await app.Given.Person(Role.Author, "10804"))).Id;
        var head = await app.Given.Head();
        if (sent)
        {
            await app.Given.Confirmed(id, author);
            Given.Sure(await app.Send(new SendToHead(id, 1), author.Actor));
            Given.Sure(await app.Send(new EndorseInitiative.Command { Id = id }, head.Actor));
        }

        foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { Versions, Written })
        {
            Assert.Equal([id], await Seen(author.Actor, door));
            Assert.Equal([id], await Seen(coauthor.Actor, door));
            Assert.Equal([id], await Seen((await app.Given.Person(Role.UnitOfficer)).Actor, door));
            Assert.Equal([foreign], await Seen((await app.Given.Person(Role.UnitOfficer, "10804")).Actor, door));
            Assert.Empty(await Seen((await app.Given.Person(Role.Author)).Actor, door));
            Assert.Empty(await Seen(head.Actor, door));
            foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.Author or Role.UnitOfficer)))
                Assert.Empty(await Seen((await app.Given.Person(role)).Actor, door));
            Assert.Empty(await Seen(Actor.Public, door));
            Assert.Empty(await Seen(author.Actor with { Roles = Role.UnitHead }, door));
        }
    }
}
