using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

public sealed partial class CouncilWallTests
{
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
