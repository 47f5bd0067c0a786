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
}
