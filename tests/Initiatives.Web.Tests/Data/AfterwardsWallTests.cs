using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Postings;
using Initiatives.Web.Features.Remonstrances;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What stands behind the doors of what follows the council's work, person by person.</summary>
public sealed class AfterwardsWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(TestPerson person, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(person.Actor)).Distinct().OrderBy(id => id).ToListAsync());

    private static readonly Func<ScopedDb, IQueryable<int>>[] Results =
    [
        db => db.ResultSheets.Select(item => item.InitiativeId), db => db.ResultAssignments.Select(item => item.InitiativeId), db => db.ResultConclusions.Select(item => item.InitiativeId),
    ];

    private static IQueryable<int> Own(ScopedDb db) => db.OwnResults.Select(item => item.Id);

    private static IQueryable<int> Sent(ScopedDb db) => db.SentResults.Select(item => item.Id);

    [Fact]
    public async Task Results_exist_from_publication_on_for_owners_and_for_those_who_send_them()
    {
        var judged = await app.Given.JudgedCycle(publish: false);
        var (author, lead) = (judged.Judging.Author, judged.Judging.Lead);
        var head = await app.Given.Person(Role.UnitHead);
        TestPerson[] others = [judged.Judging.Secretary, judged.Judging.Judge, await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.Author | Role.UnitOfficer | Role.UnitHead, "11074"), await app.Given.Person(Role.Administrator, "SKHCN"), await app.Given.Person(Role.Press, "SVHTTDL")];
        foreach (var person in others.Concat([author, lead, head]))
            foreach (var door in Results.Concat([Own, Sent])) Assert.Empty(await Seen(person, door));
        Assert.True((await app.Send(new PublishDecision.Command { Id = judged.DecisionId }, lead.Actor)).Ok);
        int[] both = [judged.Good, judged.Poor];
        foreach (var person in new[] { author, head })
        {
            foreach (var door in Results.Append(Own)) Assert.Equal(both, await Seen(person, door));
            Assert.Empty(await Seen(person, Sent));
        }

        // A sheet that was never handed in, or was never locked, is behind no result.
        IQueryable<int> Judges(ScopedDb db) => db.ResultSheets.Where(item => item.InitiativeId == judged.Good).Select(item => item.PersonId);
        var (gone, open) = (judged.Judging.Judge.Id, judged.Judging.Chair.Id);
        Assert.Superset(new HashSet<int> { gone, open }, (await Seen(author, Judges)).ToHashSet());
        await app.Rows(db => db.Sheets.Where(item => item.PersonId == gone).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, (DateTime?)null)));
        await app.Rows(db => db.Sheets.Where(item => item.PersonId == open).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, SheetStatus.Submitted)));
        Assert.Empty((await Seen(author, Judges)).Intersect([gone, open]));
        foreach (var door in Results.Append(Sent)) Assert.Equal(both, await Seen(lead, door));
        Assert.Empty(await Seen(lead, Own));
        foreach (var person in others)
            foreach (var door in Results.Concat([Own, Sent])) Assert.Empty(await Seen(person, door));

        // Of two results one is his, or out.
        var foreign = await app.Given.UnitId("10804");
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.UnitId, foreign)));
        foreach (var door in Results.Append(Own)) Assert.Equal([judged.Good], await Seen(head, door));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.NotRecommended)));
        foreach (var door in Results.Append(Sent)) Assert.Equal([judged.Good], await Seen(lead, door));
    }

    [Fact]
    public async Task Remarks_are_the_Departments()
    {
        var cycle = await app.Given.DecidingCycle(2, 0, postingDays: 5);
        Given.Sure(await app.Send(new PostList.Command { Year = 2026 }, cycle.Department.Actor));
        Given.Sure(await app.Send(new LeaveRemark.Command { Year = 2026, Name = "Đỗ Thị Dân", Contact = "0912345678", Text = "Nội dung góp ý đủ dài." }, Actor.Public));
        IQueryable<int> Door(ScopedDb db) => db.Remarks.Select(item => item.Id);
        foreach (var person in new[] { cycle.Department, await app.Given.Person(Role.IntakeOfficer, "SKHCN") }) Assert.Single(await Seen(person, Door));
        foreach (var person in new[] { cycle.Author, cycle.Leader, cycle.HomeAffairs, await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.CouncilSecretary | Role.CouncilMember, "SNV"), await app.Given.Person(Role.Administrator, "SKHCN") }) Assert.Empty(await Seen(person, Door));

        // By its code, and by the form that made it, one and not the other.
        Given.Sure(await app.Send(new LeaveRemark.Command { Year = 2026, Name = "Đỗ Thị Dân", Contact = "0912345678", Text = "Một góp ý thứ hai." }, Actor.Public));
        var left = await app.Rows(db => db.Remarks.OrderBy(item => item.Id).Select(item => new { item.Id, item.Code, item.FormKey }).ToListAsync());
        Assert.Equal(2, left.Count);
        foreach (var one in left)
            foreach (var person in new[] { cycle.Department.Actor, Actor.Public })
            {
                Assert.Equal([one.Id], await app.Rows(db => db.For(person).RemarkOf(one.Code).Select(item => item.Id).ToListAsync()));
                Assert.Equal([one.Id], await app.Rows(db => db.For(person).RemarkOf(one.FormKey).Select(item => item.Id).ToListAsync()));
            }
    }

    /// <summary>Reads in the council, and another dossier than the one that was remonstrated.</summary>
    private async Task<TestPerson> Beside(Judged judged)
    {
        var person = await app.Given.Person(Role.CouncilSecretary, "SNV");
        await app.Rows(db =>
        {
            db.Add(StandIn.Name(judged.Judging.CycleId, judged.Good, judged.Judging.Secretary.Id, person.Id, [judged.Judging.Secretary.Id], "Có xung đột lợi ích", judged.Judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.Equal([judged.Good], await Seen(person, db => db.CouncilInitiatives.Select(item => item.Id)));
        return person;
    }

    [Fact]
    public async Task Remonstrances_are_their_owners_the_Departments_and_once_asked_the_secretarys()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var (author, lead, secretary) = (judged.Judging.Author, judged.Judging.Lead, judged.Judging.Secretary);
        var id = Given.Sure(await app.Send(new WriteRemonstrance.Command { HoSo = judged.Poor, Content = "Chưa tính số liệu quý ba.", Asks = "Xem lại minh chứng." }, author.Actor)).Value;
        IQueryable<int> OwnDoor(ScopedDb db) => db.OwnRemonstrances.Select(item => item.Id);
        IQueryable<int> Received(ScopedDb db) => db.ReceivedRemonstrances.Select(item => item.Id);
        IQueryable<int> Asked(ScopedDb db) => db.AskedRemonstrances.Select(item => item.Id);
        TestPerson[] others = [judged.Judging.Judge, await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Head("10804"), await app.Given.Person(Role.CouncilSecretary | Role.CouncilMember, "SNV"), await Beside(judged)];
        var foreign = others[2].Actor.UnitId;
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Good).ExecuteUpdateAsync(set => set.SetProperty(item => item.UnitId, foreign)));   // a head with a dossier of his own
        Assert.Equal([id], await Seen(author, OwnDoor));
        Assert.Equal([id], await Seen(lead, Received));
        Assert.Empty(await Seen(secretary, Asked));
        Given.Sure(await app.Send(new ForwardRemonstrance.Command { Id = id, Question = "Điểm được lập thế nào?" }, lead.Actor));
        Assert.Equal([id], await Seen(secretary, Asked));
        Assert.Empty(await Seen(secretary, Received));
        Assert.Empty(await Seen(lead, Asked));
        foreach (var person in others)
            foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { OwnDoor, Received, Asked }) Assert.Empty(await Seen(person, door));
    }

    [Fact]
    public async Task Sheets_of_a_later_round_enter_no_official_set_and_are_read_only_once_the_round_is_closed()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var (lead, secretary) = (judged.Judging.Lead, judged.Judging.Secretary);
        var rescorers = judged.Judging.Judges.TakeLast(3).ToList();
        var id = Given.Sure(await app.Send(new WriteRemonstrance.Command { HoSo = judged.Poor, Content = "Chưa tính số liệu quý ba.", Asks = "Xem lại minh chứng." }, judged.Judging.Author.Actor)).Value;
        Given.Sure(await app.Send(new OrderRescoring.Command { Id = id, RescoringReason = "Có số liệu chưa được xét.", RescoringDueOn = new DateOnly(2026, 12, 10) }, lead.Actor));
        Given.Sure(await app.Send(new NameRescorers.Command { Id = id, Chosen = [.. rescorers.Select(judge => judge.Id)] }, lead.Actor));
        foreach (var judge in rescorers) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judged.Poor))!.Value, 0.8m);
        IQueryable<int> Rescored(ScopedDb db) => db.RescoredSheets.Select(item => item.PersonId);
        int[] names = [.. rescorers.Select(judge => judge.Id).Order()];
        foreach (var person in new[] { lead, secretary, rescorers[0] }) Assert.Empty(await Seen(person, db => db.Assignments.Where(item => item.InitiativeId == judged.Poor && names.Contains(item.PersonId)).Select(item => item.PersonId)));
        foreach (var person in new[] { lead, secretary }) Assert.Empty(await Seen(person, Rescored));
        IQueryable<int> Open(ScopedDb db) => db.LockableRescoring.Select(item => item.PersonId);
        Func<ScopedDb, IQueryable<int>>[] running = [Open, db => db.RescoringAssignments.Select(item => item.PersonId), db => db.RescoredRemonstrances.Select(item => item.Id)];
        await app.Rows(db => db.Sheets.Where(item => item.InitiativeId == judged.Good && item.PersonId == rescorers[0].Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, SheetStatus.Submitted)));   // of the first round
        foreach (var person in new[] { lead, secretary })
        {
            foreach (var door in running.Take(2)) Assert.Equal(names, await Seen(person, door));
            Assert.Equal([id], await Seen(person, running[2]));
        }

        Assert.Equal([rescorers[0].Id], await Seen(secretary, db => db.LockableSheets.Select(item => item.PersonId)));
        var ordered = await app.Rows(db => db.Remonstrances.Where(item => item.Id == id).Select(item => item.RescoringOrderedAt).SingleAsync());
        await app.Rows(db => db.Remonstrances.ExecuteUpdateAsync(set => set.SetProperty(item => item.RescoringOrderedAt, (DateTime?)null)));
        Assert.Empty(await Seen(lead, running[2]));
        await app.Rows(db => db.Remonstrances.ExecuteUpdateAsync(set => set.SetProperty(item => item.RescoringOrderedAt, ordered)));
        TestPerson[] outside = [judged.Judging.Author, judged.Judging.Judge, await app.Given.Person(Role.IntakeOfficer, "SKHCN"), await app.Given.Person(Role.CouncilSecretary | Role.CouncilMember, "SNV"), await Beside(judged)];
        foreach (var person in outside)
            foreach (var door in running) Assert.Empty(await Seen(person, door));
        Given.Sure(await app.Send(new CloseRescoring.Command { Id = id }, secretary.Actor));
        foreach (var person in new[] { lead, secretary })
        {
            Assert.Equal(names, await Seen(person, Rescored));
            Assert.Empty(await Seen(person, Open));
            Assert.DoesNotContain(names[0], await Seen(person, db => db.ClosedSheets.Where(item => item.InitiativeId == judged.Poor).Select(item => item.PersonId)));
            Assert.DoesNotContain(names[0], await Seen(person, db => db.Assignments.Where(item => item.InitiativeId == judged.Poor).Select(item => item.PersonId)));
            Assert.DoesNotContain(names[0], await Seen(person, db => db.Progress.Where(item => item.InitiativeId == judged.Poor).Select(item => item.PersonId)));
        }

        foreach (var person in outside) Assert.Empty(await Seen(person, Rescored));
        Assert.DoesNotContain(names[0], await Seen(judged.Judging.Author, db => db.ResultSheets.Select(item => item.PersonId).Where(person => person == names[0] || person == names[1] || person == names[2])
            .Where(person => db.ResultSheets.Any(item => item.InitiativeId == judged.Poor && item.PersonId == person))));
        Assert.DoesNotContain(names[0], await Seen(judged.Judging.Author, db => db.ResultAssignments.Where(item => item.InitiativeId == judged.Poor).Select(item => item.PersonId)));
    }
}
