using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Data;

/// <summary>
/// What stands behind each door of the council: for somebody who turns out to be in conflict with dossiers, and for somebody
/// who has no business there. A new door is named here, among those with a wall or among those without.
/// </summary>
public sealed class CouncilWallTests : IDisposable
{
    private const Role Preparers = Role.IntakeOfficer | Role.DepartmentLead;
    private const Role Followers = Preparers | Role.Appraiser | Role.CityLeader | Role.HomeAffairs;

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A door with the wall of conflicts.</summary>
    /// <param name="Roles">Who finds something behind it in a council to which he does not belong.</param>
    /// <param name="Dossiers">Of what is behind it.</param>
    private sealed record Door(Role Roles, Func<AppDb, ScopedDb, IQueryable<int>> Dossiers);

    private static readonly Dictionary<string, Door> Walled = new()
    {
        ["AssignableInitiatives"] = new(Preparers | Role.Appraiser, (_, db) => db.AssignableInitiatives.Select(item => item.Id)),
        ["RecusableInitiatives"] = new(Preparers, (_, db) => db.RecusableInitiatives.Select(item => item.Id)),
        ["CouncilInitiatives"] = new(Role.DepartmentLead, (_, db) => db.CouncilInitiatives.Select(item => item.Id)),
        ["AssignedInitiatives"] = new(Role.None, (_, db) => db.AssignedInitiatives.Select(item => item.Id)),
        ["ReviewedInitiatives"] = new(Role.None, (_, db) => db.ReviewedInitiatives.Select(item => item.Id)),
        ["PaperInitiatives"] = new(Role.None, (_, db) => db.PaperInitiatives.Select(item => item.Id)),
        ["Assignments"] = new(Preparers, (_, db) => db.Assignments.Select(item => item.InitiativeId)),
        ["Conflicts"] = new(Preparers, (_, db) => db.Conflicts.Select(item => item.InitiativeId)),
        ["StandIns"] = new(Preparers, (_, db) => db.StandIns.Select(item => item.InitiativeId)),
        ["Progress"] = new(Followers, (_, db) => db.Progress.Select(item => item.InitiativeId)),
        ["ScoreReminders"] = new(Followers, (raw, db) => raw.Sheets.Where(sheet => db.ScoreReminders.Any(item => item.PersonId == sheet.PersonId)).Select(sheet => sheet.InitiativeId)),
        ["OwnSheets"] = new(Role.None, (_, db) => db.OwnSheets.Select(item => item.InitiativeId)),
        ["ClosedSheets"] = new(Role.DepartmentLead, (_, db) => db.ClosedSheets.Select(item => item.InitiativeId)),
        ["SheetsToLock"] = new(Role.None, (_, db) => db.SheetsToLock.Select(item => item.InitiativeId)),
        ["SheetCounts"] = new(Role.None, (_, db) => db.SheetCounts.Select(item => item.InitiativeId)),
        ["SheetVersions"] = new(Role.DepartmentLead, (raw, db) => raw.Sheets.Where(sheet => db.SheetVersions.Any(item => item.SheetId == sheet.Id)).Select(sheet => sheet.InitiativeId)),
        ["OwnReviewAssignments"] = new(Role.None, (_, db) => db.OwnReviewAssignments.Select(item => item.InitiativeId)),
        ["OwnReviews"] = new(Role.None, (_, db) => db.OwnReviews.Select(item => item.InitiativeId)),
        ["AssignedReviews"] = new(Role.None, (_, db) => db.AssignedReviews.Select(item => item.InitiativeId)),
        ["CouncilReviewAssignments"] = new(Role.DepartmentLead, (_, db) => db.CouncilReviewAssignments.Select(item => item.InitiativeId)),
        ["CouncilReviews"] = new(Role.DepartmentLead, (_, db) => db.CouncilReviews.Select(item => item.InitiativeId)),
        ["PaperTargets"] = new(Role.None, (_, db) => db.PaperTargets.Select(item => item.InitiativeId)),
        ["PaperSheets"] = new(Role.None, (_, db) => db.PaperSheets.Select(item => item.InitiativeId)),
        ["OutlierQuestions"] = new(Role.DepartmentLead, (_, db) => db.OutlierQuestions.Select(item => item.InitiativeId)),
        ["OwnQuestions"] = new(Role.None, (_, db) => db.OwnQuestions.Select(item => item.InitiativeId)),
        ["AgendaItems"] = new(Role.DepartmentLead, (_, db) => db.AgendaItems.Select(item => item.InitiativeId)),
        ["VotesToDiscard"] = new(Role.None, (_, db) => db.VotesToDiscard.Select(item => item.InitiativeId)),
        ["Votes"] = new(Role.DepartmentLead, (_, db) => db.Votes.Select(item => item.InitiativeId)),
        ["Resolutions"] = new(Role.DepartmentLead, (_, db) => db.Resolutions.Select(item => item.InitiativeId)),
        ["Dissents"] = new(Role.DepartmentLead, (_, db) => db.Dissents.Select(item => item.InitiativeId)),
        ["Conclusions"] = new(Role.DepartmentLead, (_, db) => db.Conclusions.Select(item => item.InitiativeId)),
        ["TieBallots"] = new(Role.DepartmentLead, (_, db) => db.TieBallots.Select(item => item.Lines.Min(line => line.InitiativeId))),   // the hidden one hides the ballot
        ["DossierAttachments"] = new(Preparers | Role.Appraiser, (raw, db) => db.DossierAttachments.Where(file => !raw.Initiatives.Any(item => item.Id == file.InitiativeId && db.ReceivedInitiatives.Any(received => received.Id == item.Id)) || db.AssignableInitiatives.Any(item => item.Id == file.InitiativeId)).Select(file => file.InitiativeId)),
    };

    /// <summary>Doors to all rows at once, which are moved and not shown, and those of what has no dossier: who finds something in a council to which he does not belong.</summary>
    private static readonly Dictionary<string, Door> Unwalled = new()
    {
        ["AssignmentRuns"] = new(Preparers, (_, db) => db.AssignmentRuns.Select(item => item.Id)),
        ["ConclusionsToDecide"] = new(Role.None, (_, db) => db.ConclusionsToDecide.Select(item => item.InitiativeId)),   // not while the council meets
        ["LockableSheets"] = new(Role.None, (_, db) => db.LockableSheets.Select(item => item.InitiativeId)),
        ["MovedInitiatives"] = new(Role.None, (_, db) => db.MovedInitiatives.Select(item => item.Id)),
        ["OpeningAssignments"] = new(Preparers, (_, db) => db.OpeningAssignments.Select(item => item.InitiativeId)),
        ["OpeningReviewAssignments"] = new(Preparers, (_, db) => db.OpeningReviewAssignments.Select(item => item.InitiativeId)),
        ["RecordedConflicts"] = new(Preparers, (_, db) => db.RecordedConflicts.Select(item => item.InitiativeId)),
        ["ReadingSeals"] = new(Role.Administrator, (_, db) => db.ReadingSeals.Select(item => item.ToBatch)),
        ["ScoreReadings"] = new(Role.Administrator, (_, db) => db.ScoreReadings.Select(item => item.Batch)),
        ["Sessions"] = new(Role.DepartmentLead, (_, db) => db.Sessions.Select(item => item.Id)),
    };

    /// <summary>Doors that a conflict does not shut: no council behind them, or the outcome is out.</summary>
    private static readonly string[] Open =
    [
        "AccountLinks", "Acknowledgements", "AppraisalDrafts", "Appraisals", "AskedOpinions", "AuthorConfirmations", "ChaseLetters", "ChecklistEntries", "ConsultedAttachments", "ConsultedInitiatives",
        "Cycles", "DecidedInitiatives", "Decisions", "DossierFileTexts", "Endorsements", "ExtensionNotices", "Extensions", "HeadLooks", "Journal", "OutsideArrivals", "OwnAttachments", "OwnFileTexts",
        "OwnInitiatives", "OwnNotices", "OwnSupplementAnswers", "OwnSupplementFiles", "OwnSupplements", "OwnVersions", "PublishedInitiatives", "ReceivedInitiatives", "ReceivedNotices", "ReceivedOpinions",
        "ReceivedSupplementAnswers", "ReceivedSupplementFiles", "ReceivedSupplements", "ScreeningAssignments", "SentDossiers", "UnitLetters", "WrittenInitiatives",
        "AskedRemonstrances", "LockableRescoring", "OwnRemonstrances", "OwnResults", "Postings", "ReceivedRemonstrances", "Remarks", "RescoredRemonstrances", "RescoredSheets", "RescoringAssignments",
        "ReconsideredAssignments", "ReconsideredRemonstrances", "ReconsideredSheets", "ResultAssignments", "ResultConclusions", "ResultSheets", "SentResults",
    ];

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
        Assert.False(await app.Rows(async db => await db.For(both.Actor).ActsAsSecretaryAsync(await db.Initiatives.SingleAsync(item => item.Id == judging.Initiatives[0]), CancellationToken.None)));

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

    [Fact]
    public async Task A_reminder_is_known_to_those_who_see_a_sheet_that_was_open_then()
    {
        var laden = await app.Given.LadenCouncil();
        var (judge, hidden) = (laden.Judging.Judge, laden.Hidden[0]);
        await app.Rows(db =>
        {
            db.Add(ScoreReminder.Of(laden.Judging.CycleId, judge.Id, laden.Judging.Lead.Id, app.Clock.Now));
            return db.SaveChangesAsync();
        });
        await app.Rows(db => db.Sheets.Where(item => item.InitiativeId == hidden && item.PersonId == judge.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, (DateTime?)null)));
        await app.Given.Bar(laden.Judging, [hidden], laden.Judging.Secretary);
        IQueryable<int> Reminded(ScopedDb db) => db.ScoreReminders.Select(item => item.PersonId);
        Assert.Equal([judge.Id, laden.Lone.Id], (await Seen(laden.Judging.Lead, Reminded)).Order());
        Assert.Equal([laden.Lone.Id], await Seen(laden.Judging.Secretary, Reminded));
    }

    [Fact]
    public async Task A_conflict_that_is_lifted_hides_nothing_and_one_row_more_or_less_no_count()
    {
        var laden = await app.Given.LadenCouncil();
        var judge = laden.Judging.Judge;
        Task<List<int>> Counts() => Seen(judge, db => db.SheetCounts.Where(item => item.InitiativeId == laden.Hidden[0]).Select(item => item.Count));
        var counted = await Counts();
        Assert.Equal(await app.Rows(db => db.Sheets.CountAsync(item => item.InitiativeId == laden.Hidden[0] && item.SubmittedAt != null)), Assert.Single(counted));
        await app.Given.Bar(laden.Judging, laden.Hidden, judge, laden.Reviewer);
        Assert.Empty(await Counts());
        await app.Rows(db => db.Conflicts.Where(item => item.PersonId == judge.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.LiftedAt, app.Clock.Now)));
        Assert.Equal(counted, await Counts());
        Task<List<int>> Reviewed() => Seen(judge, db => db.AssignedReviews.Where(item => item.InitiativeId == laden.Hidden[0]).Select(item => item.PersonId));
        Assert.DoesNotContain(laden.Reviewer.Id, await Reviewed());
        await app.Rows(db => db.Conflicts.Where(item => item.PersonId == laden.Reviewer.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.LiftedAt, app.Clock.Now)));
        Assert.Contains(laden.Reviewer.Id, await Reviewed());

        // From a judge this one dossier is taken, and no other.
        await app.Rows(db => db.Assignments.Where(item => item.PersonId == laden.Papered.Id && item.InitiativeId == laden.Hidden[0]).ExecuteDeleteAsync());
        Assert.Equal(counted[0] - 1, Assert.Single(await Counts()));
        Assert.DoesNotContain(laden.Papered.Id, await Seen(laden.Judging.Lead, db => db.Progress.Where(item => item.InitiativeId == laden.Hidden[0]).Select(item => item.PersonId)));

        // What is not before the council, or is no longer given to anybody, is in no progress; an outcome that is out is hidden from nobody.
        await app.Rows(db => db.Assignments.Where(item => item.PersonId == laden.Lone.Id).ExecuteDeleteAsync());
        Assert.DoesNotContain(laden.Lone.Id, await Seen(laden.Judging.Lead, db => db.Progress.Select(item => item.PersonId)));
        Assert.DoesNotContain(laden.Lone.Id, await Seen(judge, db => db.PoolTotals(laden.Judging.CycleId).Select(item => item.PersonId)));
        await app.Given.Bar(laden.Judging, [laden.Judging.Initiatives[1]], laden.Judging.Secretary);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == laden.Judging.Initiatives[1]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Recognised)));
        Assert.Contains(laden.Judging.Initiatives[1], await Seen(laden.Judging.Secretary, db => db.CouncilInitiatives.Select(item => item.Id)));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == laden.Judging.Initiatives[3]).ExecuteUpdateAsync(set => set.SetProperty(item => item.CouncilCode, (string?)null)));
        foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { db => db.MovedInitiatives.Select(item => item.Id), db => db.PaperInitiatives.Select(item => item.Id) })
            Assert.DoesNotContain(laden.Judging.Initiatives[3], await Seen(laden.Judging.Secretary, door));

        // Nor does that one hide a ballot, or one of another year.
        await app.Given.DecidingCycle(1, 0, year: 2025);
        Assert.NotEmpty(await Seen(laden.Judging.Secretary, Walled["TieBallots"].Dossiers));
    }

    [Fact]
    public async Task A_paper_is_for_those_whom_it_does_not_name_and_who_have_given_their_own()
    {
        var judging = await app.Given.OpenScoring(dossiers: 3, judges: 4);
        await app.Given.OnPaper(judging.Judge, judging.Initiatives[0]);
        await app.Rows(db => db.Sheets.Where(item => item.InitiativeId != judging.Initiatives[0]).ExecuteDeleteAsync());
        await app.Rows(db => db.Assignments.Where(item => item.InitiativeId == judging.Initiatives[2] && item.PersonId == judging.Secretary.Id).ExecuteDeleteAsync());
        var clerk = await app.Given.Typist(judging.CycleId);
        Assert.Equal([judging.Initiatives[2]], await Seen(judging.Secretary, Walled["PaperInitiatives"].Dossiers));   // which he is not given to judge
        IQueryable<int> Papers(ScopedDb db) => db.PaperSheets.Select(item => item.PersonId);
        IQueryable<int> Targets(ScopedDb db) => db.PaperTargets.Select(item => item.PersonId);
        Assert.Equal([judging.Judge.Id], await Seen(clerk, Papers));
        Assert.Empty(await Seen(judging.Secretary, Papers));   // he judges, and has not handed in
        Assert.Empty(await Seen(judging.Secretary, Targets));
        await app.Given.HandIn(judging.Secretary, (await app.Given.SheetId(judging.Secretary, judging.Initiatives[0]))!.Value, 0.8m);
        Assert.Equal([judging.Initiatives[0], judging.Initiatives[2]], await Seen(judging.Secretary, Walled["PaperInitiatives"].Dossiers));
        Assert.Equal([judging.Judge.Id], await Seen(judging.Secretary, Papers));
        Assert.Equal([judging.Chair.Id, judging.Judge.Id, judging.Judges[3].Id], await Seen(judging.Secretary, Targets));
        await app.Given.HandIn(judging.Judges[3], (await app.Given.SheetId(judging.Judges[3], judging.Initiatives[0]))!.Value, 0.8m);
        Assert.Equal([judging.Chair.Id, judging.Judge.Id], await Seen(clerk, Targets));

        var both = judging.Judge with { Actor = judging.Judge.Actor with { Roles = Role.CouncilMember | Role.Secretariat } };
        await app.Rows(async db =>
        {
            var council = await db.Councils.SingleAsync();
            return await db.Set<CouncilClerk>().Where(item => item.PersonId == clerk.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.PersonId, both.Id));
        });
        Assert.Empty(await Seen(both, Papers));   // his own
        Assert.DoesNotContain(both.Id, await Seen(both, Targets));
    }

    [Fact]
    public async Task A_ballot_across_the_last_place_is_seen_and_held_by_those_who_are_in_no_conflict_before_this_council()
    {
        var laden = await app.Given.LadenCouncil();
        var (judging, secretary, lead, dossiers) = (laden.Judging, laden.Judging.Secretary, laden.Judging.Lead, laden.Judging.Initiatives);
        Task<(bool Sees, int? Holder)> Sight(TestPerson person) => app.Rows(async db => await db.For(person.Actor).TieSightAsync(await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == judging.CycleId), CancellationToken.None));
        Task<int?> Held(TestPerson person) => app.Rows(async db => await db.For(person.Actor).TieToHoldAsync(await db.Cycles.SingleAsync(item => item.Id == judging.CycleId), CancellationToken.None));
        async Task<bool> Board() => await app.Rows(db => db.For(secretary.Actor).TieBoardAsync(2026, 1, CancellationToken.None)) is not null;
        await app.Rows(db => db.TieBallots.ExecuteDeleteAsync());
        Assert.Equal(((int?)1, (int?)null, true), (await Held(secretary), await Held(lead), await Board()));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == dossiers[3]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Judged)));
        Assert.Null(await Held(secretary));
        await app.Rows(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, SessionStatus.Planned)));
        Assert.False(await Board());

        // Neither a conflict in another cycle counts, nor one that was lifted, nor one with what is not before the council.
        var last = await app.Given.DecidingCycle(1, 0, year: 2025);
        await app.Rows(db =>
        {
            foreach (var person in new[] { secretary, lead }) db.Add(Conflict.Set(last.Id, last.Recommended[0], person.Id, ConflictKind.Family, "Người thân của tác giả", last.Department.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        await app.Given.Bar(judging, [dossiers[0], dossiers[3]], secretary, lead);
        await app.Rows(db => db.Conflicts.Where(item => item.InitiativeId == dossiers[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.LiftedAt, app.Clock.Now)));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == dossiers[3]).ExecuteUpdateAsync(set => set.SetProperty(item => item.CouncilCode, (string?)null)));
        foreach (var person in new[] { secretary, lead }) Assert.Equal((true, (int?)secretary.Id), await Sight(person));
        foreach (var person in new[] { judging.Chair, judging.Judge, laden.StandIn, As(secretary, Role.Author) }) Assert.Equal((false, (int?)secretary.Id), await Sight(person));

        // All in conflict: who stands in for the secretary here and now, not who did, does in another cycle or for somebody else.
        var posts = await app.Rows(async db => (await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == judging.CycleId)).Members.Where(member => member.Post != CouncilPost.Member).Select(member => member.PersonId).ToList());
        await app.Given.Bar(judging, [dossiers[1]], judging.Judges.Where(judge => posts.Contains(judge.Id)).Append(laden.StandIn));
        var others = new[] { await app.Given.Person(Role.CouncilSecretary, "SNV"), await app.Given.Person(Role.CouncilSecretary, "SNV"), await app.Given.Person(Role.CouncilSecretary, "SNV") };
        await app.Rows(db =>
        {
            StandIn Named(int cycle, int dossier, TestPerson whom, TestPerson person) => StandIn.Name(cycle, dossier, whom.Id, person.Id, [whom.Id], "Có xung đột lợi ích", last.Department.Actor, app.Clock.Now).Value;
            var former = Named(judging.CycleId, dossiers[1], secretary, others[0]);
            former.End(app.Clock.Now);
            db.AddRange(former, Named(last.Id, last.Recommended[0], secretary, others[1]), Named(judging.CycleId, dossiers[1], lead, others[2]));
            return db.SaveChangesAsync();
        });
        foreach (var (person, sees) in new[] { (laden.StandIn, true), (lead, true), (secretary, false), (judging.Chair, false) }) Assert.Equal((sees, (int?)laden.StandIn.Id), await Sight(person));
        await app.Given.Bar(judging, [dossiers[1]], lead);
        Assert.False((await Sight(lead)).Sees);
    }

    [Fact]
    public async Task A_vote_that_is_not_announced_is_behind_the_door_of_whoever_entered_it()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện", Op = "luu" }, judging.Secretary.Actor));
        Assert.Equal(judging.Initiatives, await Seen(judging.Secretary, db => db.Votes.Select(item => item.InitiativeId)));
        Assert.Empty(await Seen(judging.Lead, db => db.Votes.Select(item => item.InitiativeId)));
        Assert.Equal(judging.Initiatives, await Seen(judging.Secretary, Walled["VotesToDiscard"].Dossiers));
        Assert.Empty(await Seen(judging.Lead, Walled["VotesToDiscard"].Dossiers));
        await app.Rows(db => db.Votes.ExecuteUpdateAsync(set => set.SetProperty(item => item.AnnouncedAt, app.Clock.Now)));
        Assert.Empty(await Seen(judging.Secretary, Walled["VotesToDiscard"].Dossiers));
    }
}
