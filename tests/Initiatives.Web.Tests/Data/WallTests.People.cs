using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Letters;
using Initiatives.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>Behind the doors of what authors confirm and of what a unit sends, person by person.</summary>
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
        await app.Given.CompleteDraft(await app.Given.Person(Role.Author, "10804"));
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

    [Fact]
    public async Task What_a_head_has_looked_at()
    {
        IQueryable<int> Looks(ScopedDb db) => db.HeadLooks.Select(look => look.InitiativeId);
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        await app.Given.SubmittedInitiative("10804");
        var deputy = await app.Given.Person(Role.UnitHead);
        await (await app.As(dossier.Head)).Page($"/ky-duyet/{dossier.Id}");
        Assert.Equal([dossier.Id], await Seen(dossier.Head.Actor, Looks));
        foreach (var other in new[] { deputy, dossier.Author, await app.Given.Person(Role.UnitOfficer) }) Assert.Empty(await Seen(other.Actor, Looks));
        Assert.Empty(await Seen(dossier.Head.Actor with { UnitId = await app.Given.UnitId("10804") }, Looks));   // gone to another unit
    }

    [Fact]
    public async Task Letters_of_a_unit()
    {
        IQueryable<int> Letters(ScopedDb db) => db.UnitLetters.Select(letter => letter.Id);
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var (officer, clerk) = (await app.Given.Person(Role.UnitOfficer), await app.Given.Person(Role.IntakeOfficer, "SKHCN"));
        var id = Given.Sure(await app.Send(new PrepareLetter.Command { FormKey = Guid.NewGuid(), Ids = [dossier.Id] }, officer.Actor)).Value;
        foreach (var reader in new[] { officer, dossier.Head }) Assert.Equal([id], await Seen(reader.Actor, Letters));
        foreach (var other in new[] { clerk, dossier.Author, await app.Given.Person(Role.UnitOfficer, "10804"), await app.Given.Head("10804"), await app.Given.Person(Role.CouncilMember) })
            Assert.Empty(await Seen(other.Actor, Letters));
        Assert.Empty(await Seen(Actor.Public, Letters));

        await app.Rows(db => db.UnitLetters.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Status, UnitLetterStatus.Sent)));
        Assert.Equal([id], await Seen(clerk.Actor, Letters));
        Assert.Empty(await Seen((await app.Given.Person(Role.UnitOfficer, "10804")).Actor, Letters));
    }
}
