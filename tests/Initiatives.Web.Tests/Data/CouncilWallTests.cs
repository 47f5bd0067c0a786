using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What stands behind each door of the council for somebody who is in conflict with a dossier, and for somebody who is not.</summary>
public sealed class CouncilWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(TestPerson person, Func<ScopedDb, IQueryable<int>> door) =>
        app.Rows(db => door(db.For(person.Actor)).Distinct().OrderBy(id => id).ToListAsync());

    public static TheoryData<string, Func<ScopedDb, IQueryable<int>>> Doors => new()
    {
        { "dossiers", db => db.CouncilInitiatives.Select(item => item.Id) },
        { "assignments", db => db.Assignments.Select(item => item.InitiativeId) },
        { "progress", db => db.Progress.Select(item => item.InitiativeId) },
        { "sheets", db => db.ClosedSheets.Select(item => item.InitiativeId) },
        { "versions", db => db.SheetVersions.Join(db.ClosedSheets, version => version.SheetId, sheet => sheet.Id, (version, sheet) => sheet.InitiativeId) },
        { "agenda", db => db.AgendaItems.Select(item => item.InitiativeId) },
        { "votes", db => db.Votes.Select(item => item.InitiativeId) },
        { "conclusions", db => db.Conclusions.Select(item => item.InitiativeId) },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task A_dossier_with_which_one_is_in_conflict_is_behind_no_door(string what, Func<ScopedDb, IQueryable<int>> door)
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 5);
        foreach (var dossier in judging.Initiatives)
            Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = dossier, Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện" }, judging.Secretary.Actor));
        var relative = await app.Given.Person(Role.DepartmentLead, "SKHCN");
        Assert.True(judging.Initiatives.SequenceEqual(await Seen(relative, door)), what);
        await app.Rows(db =>
        {
            foreach (var person in new[] { judging.Secretary, relative })
                db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], person.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.True(judging.Initiatives.SequenceEqual(await Seen(judging.Lead, door)), what);
        foreach (var barred in new[] { judging.Secretary, relative })
            Assert.True(judging.Initiatives.Skip(1).SequenceEqual(await Seen(barred, door)), what);
    }

    [Fact]
    public async Task A_vote_that_is_not_announced_is_behind_the_door_of_whoever_entered_it()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện", Op = "luu" }, judging.Secretary.Actor));
        Assert.Equal(judging.Initiatives, await Seen(judging.Secretary, db => db.Votes.Select(item => item.InitiativeId)));
        Assert.Empty(await Seen(judging.Lead, db => db.Votes.Select(item => item.InitiativeId)));
    }

    [Fact]
    public async Task Who_is_in_conflict_is_told_to_nobody_who_is_himself()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5, conflicted: true);
        IQueryable<int> Conflicts(ScopedDb db) => db.Conflicts.Select(item => item.InitiativeId);
        Assert.Equal(judging.Initiatives, await Seen(judging.Secretary, Conflicts));
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.Equal(judging.Initiatives.Skip(1), await Seen(judging.Secretary, Conflicts));
        Assert.Equal(judging.Initiatives, await Seen(judging.Lead, Conflicts));
    }
}
