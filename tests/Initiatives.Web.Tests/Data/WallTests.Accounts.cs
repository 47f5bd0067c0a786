using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Chase;
using Initiatives.Web.Features.Invitations;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>The doors to links, acknowledgements, letters and counts, person by person.</summary>
public sealed class AccountWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(Actor actor, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(actor)).OrderBy(id => id).ToListAsync());

    [Fact]
    public async Task Links_are_the_administrator_s_and_one_s_own_and_behind_a_token_only_its_holder_s()
    {
        var admin = await app.Given.Person(Role.Administrator);
        var (one, two) = (await app.Given.Person(Role.Author), await app.Given.Person(Role.UnitHead));
        var slips = Given.Sure(await app.Send(new IssueLinks.Command { Ids = [one.Id, two.Id] }, admin.Actor)).Value.Slips;
        IQueryable<int> Links(ScopedDb db) => db.AccountLinks.Select(link => link.PersonId);
        Assert.Equal([one.Id, two.Id], await Seen(admin.Actor, Links));
        Assert.Equal([one.Id], await Seen(one.Actor, Links));
        Assert.Empty(await Seen(Actor.Public, Links));
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.Administrator)))
            Assert.Empty(await Seen((await app.Given.Person(role, "SKHCN")).Actor, Links));

        string Digest(TestPerson person) => LinkTokens.DigestOf(LinkToken.Read(slips.Single(slip => slip.Email == person.Email).Code));
        Assert.Equal([one.Id], await Seen(Actor.Public, db => db.LinksBehind(Digest(one)).Select(link => link.PersonId)));
        Assert.Equal([two.Id], await Seen(Actor.Public, db => db.LinksBehind(Digest(two)).Select(link => link.PersonId)));
        Assert.Empty(await Seen(admin.Actor, db => db.LinksBehind(LinkTokens.DigestOf("")).Select(link => link.PersonId)));
        await app.Send(new IssueLinks.Command { Ids = [two.Id], ByMail = true }, admin.Actor);   // waits without a token
        Assert.Empty(await Seen(admin.Actor, db => db.LinksBehind(null!).Select(link => link.PersonId)));
    }

    [Fact]
    public async Task Acknowledgements_and_letters_of_a_launch()
    {
        await app.Given.OpenCycle();
        var (own, foreign) = (await app.Given.Person(Role.UnitOfficer), await app.Given.Person(Role.UnitOfficer, "10804"));
        await app.Given.Acknowledged(own);
        var lead = await app.Given.Lead();
        var unit = await app.Given.UnitId("10804");
        var preview = await app.Send(new SendChaseLetters.Query { Year = 2026, Dv = [unit] }, lead.Actor);
        Given.Sure(await app.Send(new SendChaseLetters.Command { Year = 2026, Dv = [unit], Shown = preview.Shown }, lead.Actor));

        IQueryable<int> Received(ScopedDb db) => db.Acknowledgements.Select(item => item.PersonId);
        IQueryable<int> Letters(ScopedDb db) => db.ChaseLetters.Select(letter => letter.UnitId);
        foreach (var reader in new[] { lead, own, await app.Given.Head(), await app.Given.Person(Role.IntakeOfficer, "SKHCN") }) Assert.Equal([own.Id], await Seen(reader.Actor, Received));
        foreach (var other in new[] { foreign, await app.Given.Person(Role.Author), await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.Administrator) }) Assert.Empty(await Seen(other.Actor, Received));
        Assert.Empty(await Seen(Actor.Public, Received));
        Assert.Equal([unit], await Seen(lead.Actor, Letters));
        foreach (var other in new[] { own, foreign, await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.Administrator) }) Assert.Empty(await Seen(other.Actor, Letters));
    }

    [Fact]
    public async Task Counts_of_units_are_for_those_who_chase_and_leave_out_what_was_withdrawn()
    {
        var id = await app.Given.OpenCycle();
        var cycle = await app.Rows(db => db.Cycles.SingleAsync(item => item.Id == id));
        var author = await app.Given.Person(Role.Author);
        await app.Given.CompleteDraft(author);
        var withdrawn = await app.Given.CompleteDraft(author);
        await app.Send(new WithdrawInitiative.Command { Id = withdrawn.Id, Reason = "Chưa từng trình" }, author.Actor);
        await app.Given.SubmittedInitiative(author: author);
        await app.Send(new WithdrawInitiative.Command { Id = await app.Given.SubmittedInitiative(author: author), Reason = "Gộp vào hồ sơ khác" }, author.Actor);
        var now = app.Clock.Now;
        await app.Given.DecidingCycle(1, 0, year: 2025);
        app.Clock.Now = now;
        async Task<List<UnitCount>> Counts(Actor actor, Cycle of, DateTime now) => await app.Rows(db => db.For(actor).UnitCounts(of, now).ToListAsync());

        var unit = await app.Given.UnitId("11311");
        foreach (var reader in new[] { await app.Given.Lead(), await app.Given.Person(Role.IntakeOfficer, "SKHCN") })
            Assert.Equal(new UnitCount { UnitId = unit, Drafts = 1, Awaiting = 0, Sent = 1 }, Assert.Single(await Counts(reader.Actor, cycle, app.Clock.Now)));
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.IntakeOfficer or Role.DepartmentLead)))
            Assert.Empty(await Counts((await app.Given.Person(role)).Actor, cycle, app.Clock.Now));
        Assert.Empty(await Counts(Actor.Public, cycle, app.Clock.Now));

        // Of a cycle that is over a draft that was saved in its time, and none that was saved later.
        async Task<int> Drafts() => Assert.Single(await Counts((await app.Given.Lead()).Actor, cycle, cycle.ClosesAt.AddDays(30))).Drafts;
        Assert.Equal(1, await Drafts());
        await app.Rows(db => db.Initiatives.Where(item => item.CycleId == null).ExecuteUpdateAsync(set => set.SetProperty(item => item.SavedAt, cycle.ClosesAt)));
        Assert.Equal(0, await Drafts());
    }
}
