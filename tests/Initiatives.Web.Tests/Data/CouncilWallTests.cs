using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Data;

/// <summary>
/// What stands behind each door of the council: for somebody who turns out to be in conflict with dossiers, and for somebody
/// who has no business there. A new door is named here, among those with a wall or among those without.
/// </summary>
public sealed partial class CouncilWallTests : IDisposable
{
    private const Role Preparers = Role.IntakeOfficer | Role.DepartmentLead;
    private const Role Followers = Preparers | Role.Appraiser | Role.CityLeader | Role.HomeAffairs;

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(TestPerson person, Func<AppDb, ScopedDb, IQueryable<int>> door) =>
        app.Rows(db => door(db, db.For(person.Actor)).Distinct().OrderBy(id => id).ToListAsync());

    private Task<List<int>> Seen(TestPerson person, Func<ScopedDb, IQueryable<int>> door) => Seen(person, (_, db) => door(db));

    private static TestPerson As(TestPerson person, Role roles) => person with { Actor = person.Actor with { Roles = roles } };

    [Fact]
    public void Every_door_is_named() => Assert.Equal(
        typeof(ScopedDb).GetProperties().Where(door => door.PropertyType.IsGenericType && door.PropertyType.GetGenericTypeDefinition() == typeof(IQueryable<>)).Select(door => door.Name).Order(StringComparer.Ordinal),
        Walled.Keys.Concat(Unwalled.Keys).Concat(Open).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_dossier_with_which_one_is_in_conflict_is_behind_no_door()
    {
        var laden = await app.Given.LadenCouncil();
        await app.Rows(db => db.Votes.Where(item => item.InitiativeId == laden.Hidden[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.AnnouncedAt, (DateTime?)null)));
        var before = new Dictionary<(string Door, TestPerson Person), List<int>>();
        foreach (var (name, door) in Walled)
            foreach (var person in laden.Insiders) before[(name, person)] = await Seen(person, door.Dossiers);
        Assert.All(Walled.Keys, name => Assert.Contains(laden.Insiders, person => before[(name, person)].Intersect(laden.Hidden).Any()));
        var pool = (await Seen(laden.Papered, db => db.PoolTotals(laden.Judging.CycleId).Select(item => item.PersonId))).Contains(laden.Lone.Id);

        await app.Given.Bar(laden.Judging, laden.Hidden, laden.Insiders);
        foreach (var ((name, person), seen) in before)
            Assert.True(seen.Except(laden.Hidden).SequenceEqual(await Seen(person, Walled[name].Dossiers)), $"{name} {person.Actor.Roles}");
        Assert.True(pool);
        Assert.DoesNotContain(laden.Lone.Id, await Seen(laden.Papered, db => db.PoolTotals(laden.Judging.CycleId).Select(item => item.PersonId)));
    }

    [Fact]
    public async Task Behind_the_doors_of_a_council_is_nothing_for_those_who_do_not_belong_to_it()
    {
        var laden = await app.Given.LadenCouncil();
        await app.Rows(db =>
        {
            var reading = ScoreReading.Of(laden.Judging.Lead.Id, laden.Judging.Lead.Name, app.Clock.Now, "/xep-hang/2026", null);
            reading.Number(1, 1);
            db.AddRange(reading, ReadingSeal.Over([reading], app.Clock.Now));
            return db.SaveChangesAsync();
        });
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None))
        {
            var stranger = await app.Given.Person(role, role is Role.Author or Role.UnitOfficer or Role.UnitHead ? "11311" : "SNV");
            foreach (var (name, door) in Walled.Concat(Unwalled)) Assert.True((await Seen(stranger, door.Dossiers)).Count > 0 == stranger.Actor.Is(door.Roles), $"{name} {role}");
        }

        // The post without the role opens nothing, the role with another post no more than to a stranger; what is one's own needs the role too.
        const Role Both = Role.CouncilSecretary | Role.Secretariat;
        var (former, chair, reviewer) = (As(laden.Judging.Secretary, Role.Author), As(laden.Judging.Chair, Both), As(laden.Reviewer, Role.Author | Both));
        foreach (var name in new[] { "CouncilInitiatives", "PaperInitiatives", "AssignedInitiatives", "OwnSheets" }) Assert.Empty(await Seen(former, Walled[name].Dossiers));
        foreach (var name in new[] { "CouncilInitiatives", "PaperInitiatives", "SheetsToLock" }) Assert.Empty(await Seen(chair, Walled[name].Dossiers));
        foreach (var name in new[] { "ReviewedInitiatives", "OwnReviews", "AssignedInitiatives" }) Assert.Empty(await Seen(reviewer, Walled[name].Dossiers));
        foreach (var name in new[] { "LockableSheets", "MovedInitiatives", "Sessions" })
        {
            Assert.NotEmpty(await Seen(laden.Judging.Secretary, Unwalled[name].Dossiers));
            foreach (var person in new[] { former, chair }) Assert.Empty(await Seen(person, Unwalled[name].Dossiers));
        }

        Assert.Empty(await Seen(As(laden.Clerk, Role.Author), Walled["PaperInitiatives"].Dossiers));
        Assert.Equal([laden.Called.Id], await Seen(laden.Judging.Secretary, db => db.LockableSheets.Select(item => item.PersonId)));

        // Who stands in is there on his dossiers and no longer where he was replaced.
        Assert.Equal(laden.Hidden, await Seen(laden.StandIn, db => db.CouncilInitiatives.Select(item => item.Id)));
        Assert.Equal(laden.Hidden, await Seen(laden.StandIn, db => db.Votes.Select(item => item.InitiativeId)));
        Assert.Single(await Seen(laden.StandIn, db => db.Sessions.Select(item => item.Id)));
        foreach (var door in Walled.Values.Append(Unwalled["Sessions"])) Assert.Empty(await Seen(As(laden.StandIn, Role.Author), door.Dossiers));   // nor once the role is taken from him
    }

    [Fact]
    public async Task A_judge_finds_his_own_and_of_others_what_they_have_handed_in()
    {
        var laden = await app.Given.LadenCouncil();
        var (first, second) = (laden.Judging.Initiatives[0], laden.Judging.Initiatives[1]);
        Func<ScopedDb, IQueryable<int>>[] own =
        [
            db => db.OwnSheets.Select(item => item.PersonId), db => db.OwnReviews.Select(item => item.PersonId), db => db.OwnReviewAssignments.Select(item => item.PersonId),
            db => db.Assignments.Select(item => item.PersonId),
        ];
        foreach (var judge in new[] { laden.Reviewer, laden.Papered })
            foreach (var door in own) Assert.Equal([judge.Id], await Seen(judge, door));
        Assert.Equal([laden.Judging.Initiatives[2]], await Seen(laden.Lone, Walled["AssignedInitiatives"].Dossiers));
        Assert.Equal([first, second], await Seen(laden.Reviewer, Walled["ReviewedInitiatives"].Dossiers));
        Assert.Equal([laden.Reviewer.Id], await Seen(laden.Reviewer, db => db.OwnQuestions.Select(item => item.PersonId)));
        Assert.Empty(await Seen(laden.Papered, db => db.OwnQuestions.Select(item => item.PersonId)));

        Assert.Equal([laden.Judging.Chair.Id, laden.Reviewer.Id, laden.Papered.Id], await Seen(laden.Judging.Judge, db => db.AssignedReviews.Where(item => item.InitiativeId == first).Select(item => item.PersonId)));
        foreach (var reader in new[] { laden.Judging.Lead, laden.Judging.Secretary })
            Assert.Equal([laden.Reviewer.Id], await Seen(reader, db => db.CouncilReviews.Where(item => item.InitiativeId == second).Select(item => item.PersonId)));
        Assert.Equal([laden.Reviewer.Id], await Seen(laden.Judging.Judge, db => db.AssignedReviews.Where(item => item.InitiativeId == second).Select(item => item.PersonId)));
        Assert.DoesNotContain(laden.Called.Id, await Seen(laden.Judging.Lead, db => db.ClosedSheets.Select(item => item.PersonId)));
        Assert.Equal([laden.Called.Id], await Seen(laden.Judging.Secretary, db => db.SheetsToLock.Select(item => item.PersonId)));

        // The pool is of others, of valid sheets, and for whoever has given his own; a judge reads no paper before he has.
        var pool = await Seen(laden.Papered, db => db.PoolTotals(laden.Judging.CycleId).Select(item => item.PersonId));
        Assert.Contains(laden.Reviewer.Id, pool);
        Assert.DoesNotContain(laden.Papered.Id, pool);
        Assert.DoesNotContain(laden.Called.Id, pool);
        Assert.Empty(await Seen(laden.Called, db => db.PoolTotals(laden.Judging.CycleId).Select(item => item.PersonId)));
        Assert.Equal([laden.Judging.Initiatives[2]], await Seen(laden.Lone, (raw, db) => raw.Sheets.Where(sheet => db.SheetVersions.Any(item => item.SheetId == sheet.Id)).Select(sheet => sheet.InitiativeId)));
    }

    [Fact]
    public async Task One_is_compared_with_valid_sheets_of_dossiers_for_which_one_has_given_a_valid_one()
    {
        var laden = await app.Given.LadenCouncil();
        var (first, second, called) = (laden.Judging.Initiatives[0], laden.Judging.Initiatives[1], laden.Called);
        Task<int> Valid(int dossier) => app.Rows(db => db.Sheets.CountAsync(item => item.InitiativeId == dossier && item.SubmittedAt != null));
        Task<int> Pool(int cycle) => app.Rows(db => db.For(called.Actor).PoolTotals(cycle).CountAsync());
        Task Sheet(TestPerson judge, int dossier, SheetStatus status, DateTime? submitted) => app.Rows(db => db.Sheets.Where(item => item.PersonId == judge.Id && item.InitiativeId == dossier)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, status).SetProperty(item => item.SubmittedAt, submitted)));
        Task Take(TestPerson judge, int dossier) => app.Rows(db => db.Assignments.Where(item => item.PersonId == judge.Id && item.InitiativeId == dossier).ExecuteDeleteAsync());
        var (of, more) = (await Valid(first), await Valid(second));
        await Sheet(called, first, SheetStatus.Locked, app.Clock.Now);
        await Sheet(called, second, SheetStatus.Locked, null);
        Assert.Equal((of, 0), (await Pool(laden.Judging.CycleId), await Pool(laden.Judging.CycleId + 1)));
        await Sheet(called, second, SheetStatus.Submitted, app.Clock.Now);
        Assert.Equal(of, await Pool(laden.Judging.CycleId));
        await Sheet(called, second, SheetStatus.Locked, app.Clock.Now);
        Assert.Equal(of + more, await Pool(laden.Judging.CycleId));

        await Sheet(laden.Reviewer, first, SheetStatus.Submitted, app.Clock.Now);
        await Sheet(laden.Papered, first, SheetStatus.Locked, null);
        await Take(laden.Judging.Judge, first);
        Assert.Equal(of - 3 + more, await Pool(laden.Judging.CycleId));
        await Take(called, second);
        Assert.Equal(of - 3, await Pool(laden.Judging.CycleId));
    }

    [Fact]
    public async Task Who_writes_for_the_council_on_a_dossier_is_its_secretary_or_who_stands_in_there()
    {
        var laden = await app.Given.LadenCouncil();
        var (hidden, seen) = (laden.Hidden[0], laden.Judging.Initiatives[1]);
        Task<CouncilSeat?> Seat(TestPerson person, int dossier) => app.Rows(db => db.For(person.Actor).SeatAsync(2026, dossier, CancellationToken.None));
        Task<bool> Acts(TestPerson person, int dossier) => app.Rows(async db => await db.For(person.Actor).ActsAsSecretaryAsync(await db.Initiatives.SingleAsync(item => item.Id == dossier), CancellationToken.None));
        foreach (var dossier in new[] { hidden, seen })
        {
            Assert.Equal((true, true), ((await Seat(laden.Judging.Secretary, dossier))!.Writes, await Acts(laden.Judging.Secretary, dossier)));
            Assert.Equal((false, false), ((await Seat(laden.Judging.Lead, dossier))!.Writes, await Acts(laden.Judging.Lead, dossier)));
            foreach (var other in new[] { laden.Judging.Judge, await app.Given.Person(Role.CouncilSecretary, "SNV") }) Assert.Equal((null, false), (await Seat(other, dossier), await Acts(other, dossier)));
            var both = As(laden.Judging.Lead, Role.DepartmentLead | Role.CouncilSecretary);   // of another council: he reads, and others stand in
            Assert.Equal((false, false), ((await Seat(both, dossier))!.Writes, await Acts(both, dossier)));
        }

        Assert.Equal((true, true), ((await Seat(laden.StandIn, hidden))!.Writes, await Acts(laden.StandIn, hidden)));
        var former = As(laden.StandIn, Role.DepartmentLead | Role.CouncilSecretary);   // he reads what he no longer acts on
        Assert.Equal((false, false), ((await Seat(former, seen))!.Writes, await Acts(former, seen)));
        var reads = As(laden.StandIn, Role.DepartmentLead);
        Assert.Equal((false, false), ((await Seat(reads, hidden))!.Writes, await Acts(reads, hidden)));
        Assert.Null(await app.Rows(db => db.For(laden.Judging.Secretary.Actor).SeatAsync(2025, seen, CancellationToken.None)));

        // Judges are asked by who writes, until the council has concluded.
        async Task<(bool May, int Dossier, int Judge)> Asks(TestPerson person)
        {
            var seat = (await Seat(person, seen))!;
            var sheet = await app.Rows(db => db.For(person.Actor).FormerSheetAsync(seat, laden.Reviewer.Id, CancellationToken.None));
            return (seat.MayAsk, sheet?.InitiativeId ?? 0, sheet?.PersonId ?? 0);
        }

        Assert.Equal((false, 0, 0), await Asks(laden.Judging.Secretary));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == seen).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Judged)));
        Assert.Equal((true, seen, laden.Reviewer.Id), await Asks(laden.Judging.Secretary));
        Assert.Equal((false, 0, 0), await Asks(laden.Judging.Lead));
        await app.Given.Bar(laden.Judging, laden.Hidden, laden.Judging.Secretary);
        Assert.Null(await Seat(laden.Judging.Secretary, hidden));
        Assert.NotNull(await Seat(laden.Judging.Secretary, seen));

        // Who has stood in on a dossier is informed of it, and of no other.
        await app.Rows(db => db.StandIns.Where(item => item.InitiativeId == seen).ExecuteDeleteAsync());
        async Task<bool> Informed(int dossier) => (await app.Rows(db => db.For(laden.Judging.Lead.Actor).InformedAsync(dossier, CancellationToken.None))).Contains(laden.StandIn.Id);
        Assert.Equal((true, false), (await Informed(hidden), await Informed(seen)));

        await app.Rows(db => db.StandIns.ExecuteUpdateAsync(set => set.SetProperty(item => item.EndedAt, app.Clock.Now)));
        foreach (var name in new[] { "CouncilInitiatives", "Votes" }) Assert.Empty(await Seen(laden.StandIn, Walled[name].Dossiers));
        Assert.Empty(await Seen(laden.StandIn, Unwalled["Sessions"].Dossiers));
    }

    [Fact]
    public async Task The_secretary_of_last_year_s_council_finds_nothing_of_this_year_s()
    {
        var last = await app.Given.DecidingCycle(1, 0, year: 2025);
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var person = await app.Rows(async db =>
        {
            var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == last.Id);
            var secretary = council.Members.Single(member => member.Post == CouncilPost.Secretary).PersonId;
            return await db.People.SingleAsync(item => item.Id == secretary);
        });
        var secretary = new TestPerson(person.Id, person.Name, "", person.AsActor());
        var standIn = await app.Given.Person(Role.CouncilSecretary, "SNV");
        await app.Rows(db =>
        {
            db.Add(ScoreReminder.Of(judging.CycleId, judging.Chair.Id, judging.Lead.Id, app.Clock.Now));
            db.Add(ScoreReminder.Of(last.Id, judging.Judge.Id, judging.Lead.Id, app.Clock.Now));
            db.Add(StandIn.Name(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, standIn.Id, [judging.Secretary.Id], "Có xung đột lợi ích", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.Equal(last.Recommended, await Seen(secretary, Walled["CouncilInitiatives"].Dossiers));
        foreach (var name in new[] { "CouncilInitiatives", "PaperInitiatives", "Progress", "SheetsToLock" }) Assert.DoesNotContain(judging.Initiatives[0], await Seen(secretary, Walled[name].Dossiers));
        foreach (var name in new[] { "MovedInitiatives", "LockableSheets" }) Assert.DoesNotContain(judging.Initiatives[0], await Seen(secretary, Unwalled[name].Dossiers));
        Assert.Equal(last.Recommended, await Seen(await app.Given.Typist(last.Id), Walled["PaperInitiatives"].Dossiers));
        Assert.NotEmpty(await Seen(secretary, Unwalled["Sessions"].Dossiers));
        foreach (var other in new[] { judging.Secretary, standIn }) Assert.Empty(await Seen(other, Unwalled["Sessions"].Dossiers));   // this year's has not met
        Assert.Equal([judging.Chair.Id], await Seen(judging.Secretary, db => db.ScoreReminders.Select(item => item.PersonId)));
        Assert.Empty(await Seen(secretary, db => db.ScoreReminders.Select(item => item.PersonId)));
        var both = As(secretary, Role.DepartmentLead | Role.CouncilSecretary);   // he reads this year's and writes last year's
        Assert.False((await app.Rows(db => db.For(both.Actor).SeatAsync(2026, judging.Initiatives[0], CancellationToken.None)))!.Writes);
        Task<bool> Acts(TestPerson one) => app.Rows(async db => await db.For(one.Actor).ActsAsSecretaryAsync(await db.Initiatives.SingleAsync(item => item.Id == judging.Initiatives[0]), CancellationToken.None));
        async Task<bool> ActsFor(TestPerson instead)
        {
            await app.Rows(db => db.StandIns.ExecuteUpdateAsync(set => set.SetProperty(item => item.ForPersonId, instead.Id)));
            return await Acts(As(standIn, Role.DepartmentLead | Role.CouncilSecretary));
        }

        Assert.False(await Acts(both));
        Assert.Equal((true, false, false), (await ActsFor(judging.Secretary), await ActsFor(secretary), await ActsFor(judging.Chair)));

        await app.Given.Bar(judging, judging.Initiatives, judging.Judge);
        Task<ILookup<int, int>> Outside(int cycle) => app.Rows(db => db.For(secretary.Actor).AgendaConflictsAsync(cycle, CancellationToken.None));
        Assert.Empty(await app.Rows(db => db.For(secretary.Actor).UnconcludedIdsAsync(last.Id, CancellationToken.None)));
        Assert.Equal((0, 1), ((await Outside(last.Id)).Count, (await Outside(judging.CycleId)).Count));
        await app.Rows(db => db.Conflicts.ExecuteUpdateAsync(set => set.SetProperty(item => item.LiftedAt, app.Clock.Now)));
        Assert.Empty(await Outside(judging.CycleId));

        Assert.NotEmpty(await Seen(judging.Lead, Unwalled["ConclusionsToDecide"].Dossiers));
        await app.Rows(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(item => item.Phase, item => item.Id == last.Id ? CyclePhase.Deliberating : CyclePhase.Deciding)));
        Assert.Empty(await Seen(judging.Lead, Unwalled["ConclusionsToDecide"].Dossiers));
    }

    [Fact]
    public async Task A_board_that_is_kept_is_for_those_who_see_the_same_dossiers()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3);
        Task<string> Board(TestPerson person) => app.Rows(async db =>
            await db.For(person.Actor).KeptAsync(app.Services.GetRequiredService<KeptBoards>(), await db.Cycles.SingleAsync(), () => Task.FromResult(person.Name), CancellationToken.None));
        foreach (var person in new[] { judging.Lead, judging.Secretary }) Assert.Equal(judging.Lead.Name, await Board(person));
        await app.Given.Bar(judging, [judging.Initiatives[0]], judging.Secretary);
        Assert.Equal(judging.Secretary.Name, await Board(judging.Secretary));
    }
}
