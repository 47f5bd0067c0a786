using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What stands behind the doors of intake, person by person.</summary>
public sealed class IntakeWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(Actor actor, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(actor)).OrderBy(id => id).ToListAsync());

    [Fact]
    public async Task Extensions()
    {
        await app.Given.OpenCycle();
        await app.Given.Extension();
        await app.Given.Extension(unit: null, reason: "Đứt cáp quang");
        var (one, all) = (await app.Rows(db => db.Extensions.Where(row => row.UnitId != null).Select(row => row.Id).SingleAsync()), await app.Rows(db => db.Extensions.Where(row => row.UnitId == null).Select(row => row.Id).SingleAsync()));
        IQueryable<int> Whole(ScopedDb db) => db.Extensions.Select(row => row.Id);
        IQueryable<int> Told(ScopedDb db) => db.ExtensionNotices.Select(row => row.Id);
        foreach (var role in new[] { Role.IntakeOfficer, Role.DepartmentLead }) Assert.Equal([one, all], await Seen((await app.Given.Person(role, "SKHCN")).Actor, Whole));
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.IntakeOfficer or Role.DepartmentLead)))
        {
            var person = await app.Given.Person(role, "10804");
            Assert.Empty(await Seen(person.Actor, Whole));
            Assert.Equal([one, all], await Seen(person.Actor, Told));
        }

        Assert.Empty(await Seen(Actor.Public, Whole));
        Assert.Equal([all], await Seen(Actor.Public, Told));
    }

    [Fact]
    public async Task Dossiers_from_outside()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.OutsideDossier();
        await app.Given.SubmittedInitiative("10804");
        IQueryable<int> Arrived(ScopedDb db) => db.OutsideArrivals.Select(item => item.InitiativeId);
        foreach (var person in new[] { await app.Given.Person(Role.UnitOfficer), await app.Given.Head(), await app.Given.Clerk(), await app.Given.Lead(), await app.Given.Appraiser() })
            Assert.Equal([id], await Seen(person.Actor, Arrived));
        foreach (var other in new[] { await app.Given.Person(Role.Author), await app.Given.Person(Role.UnitOfficer | Role.UnitHead, "10804"), await app.Given.Person(Role.CouncilMember, "SNV"), await app.Given.Person(Role.Administrator, "SKHCN") })
            Assert.Empty(await Seen(other.Actor, Arrived));
        Assert.Empty(await Seen(Actor.Public, Arrived));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == id).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, (DateTime?)null)));
        Assert.Empty(await Seen((await app.Given.Lead()).Actor, Arrived));
    }

    [Fact]
    public async Task A_receipt_by_its_code_only()
    {
        await app.Given.OpenCycle();
        await app.Given.SubmittedInitiative();
        await app.Given.SubmittedInitiative("10804");
        var codes = await app.Rows(db => db.Endorsements.OrderBy(item => item.Id).Select(item => item.Code!).ToListAsync());
        Assert.Equal(2, codes.Distinct().Count());
        for (var i = 0; i < codes.Count; i++) Assert.Equal([i + 1], await Seen(Actor.Public, db => db.ReceiptOf(codes[i]).Select(told => told.Number)));
        Assert.Empty(await Seen((await app.Given.Lead()).Actor, db => db.ReceiptOf("AAAA-AAAA-AAAA-AAAA").Select(told => told.Number)));
        await app.Rows(db => db.Initiatives.ExecuteUpdateAsync(set => set.SetProperty(item => item.RegisterNumber, (int?)null)));
        Assert.Empty(await Seen(Actor.Public, db => db.ReceiptOf(codes[0]).Select(told => told.UnitName.Length)));
    }
}
