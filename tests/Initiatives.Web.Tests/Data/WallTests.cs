using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>
/// What stands behind each door of <see cref="ScopedDb"/>, person by person. Pages are guarded by policies too, so a wall
/// that fell would not show there; here every predicate is looked at by itself. Each was once removed and a test seen red.
/// </summary>
public sealed class WallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(Actor actor, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(actor)).OrderBy(id => id).ToListAsync());

    private Task<List<int>> Seen(TestPerson person, Func<ScopedDb, IQueryable<int>> door) => Seen(person.Actor, door);

    private static IQueryable<int> Own(ScopedDb db) => db.OwnInitiatives.Select(item => item.Id);

    private static IQueryable<int> Received(ScopedDb db) => db.ReceivedInitiatives.Select(item => item.Id);

    [Fact]
    public async Task Dossiers_of_a_unit()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var draft = (await app.Given.CompleteDraft(author)).Id;
        var withdrawn = (await app.Given.CompleteDraft(author)).Id;
        Assert.True((await app.Send(new WithdrawInitiative.Command { Id = withdrawn, Reason = "Chưa từng trình" }, author.Actor)).Ok);
        var returned = await app.Given.AwaitingDossier(author: author);
        Assert.True((await app.Send(new ReturnInitiative.Command { Id = returned.Id, Reason = "Bổ sung số liệu" }, returned.Head.Actor)).Ok);
        var sent = await app.Given.SubmittedInitiative(author: author);
        var foreign = await app.Given.SubmittedInitiative("10804");

        Assert.Equal([draft, withdrawn, returned.Id, sent], await Seen(author, Own));
        Assert.Empty(await Seen(await app.Given.Person(Role.Author), Own));
        Assert.Equal([draft, withdrawn, returned.Id, sent], await Seen(await app.Given.Person(Role.UnitOfficer), Own));
        Assert.Equal([foreign], await Seen(await app.Given.Person(Role.UnitOfficer, "10804"), Own));
        Assert.Equal([sent], await Seen(returned.Head, Own));
        Assert.Equal([foreign], await Seen(await app.Given.Head("10804"), Own));

        foreach (var role in new[] { Role.IntakeOfficer, Role.Appraiser, Role.DepartmentLead })
            Assert.Equal([sent, foreign], await Seen(await app.Given.Person(role, "SKHCN"), Received));
        foreach (var role in new[] { Role.Author, Role.UnitHead, Role.CouncilMember, Role.CouncilSecretary, Role.HomeAffairs, Role.CityLeader, Role.Administrator, Role.Press })
            Assert.Empty(await Seen(await app.Given.Person(role, "SKHCN"), Received));
        Assert.Empty(await Seen(Actor.Public, Received));

        Task<int> Counted() => app.Rows(db => db.For(Actor.Public).SentDossiers.CountAsync());
        Assert.Equal(2, await Counted());
        Assert.True((await app.Send(new WithdrawInitiative.Command { Id = sent, Reason = "Gộp vào hồ sơ khác" }, author.Actor)).Ok);
        Assert.Equal(1, await Counted());
    }

    [Fact]
    public async Task What_belongs_to_a_dossier()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var dossier = await app.Given.AwaitingDossier(author: author);
        await app.Send(new ReturnInitiative.Command { Id = dossier.Id, Reason = "Thêm minh chứng" }, dossier.Head.Actor);
        using var content = new MemoryStream(CraftPdf.Sound());
        Assert.True((await app.Send(new AttachFile.Command { Id = dossier.Id, Kind = AttachmentKind.Evidence, File = new UploadedFile("minh-chung.pdf", content) }, author.Actor)).Ok);
        var version = await app.Rows(db => db.Initiatives.Where(item => item.Id == dossier.Id).Select(item => item.Version).SingleAsync());
        Assert.True((await app.Send(new SendToHead(dossier.Id, version), author.Actor)).Ok);

        IQueryable<int> Files(ScopedDb db) => db.OwnAttachments.Select(file => file.InitiativeId);
        IQueryable<int> Read(ScopedDb db) => db.DossierAttachments.Select(file => file.InitiativeId);
        IQueryable<int> Receipts(ScopedDb db) => db.Endorsements.Select(item => item.InitiativeId);
        IQueryable<int> Proposals(ScopedDb db) => db.Appraisals.Select(item => item.InitiativeId);
        var lead = await app.Given.Lead();
        Assert.Equal([dossier.Id], await Seen(author, Files));
        Assert.Empty(await Seen(await app.Given.Person(Role.Author), Files));
        Assert.Empty(await Seen(lead, Read));

        Assert.True((await app.Send(new EndorseInitiative.Command { Id = dossier.Id }, dossier.Head.Actor)).Ok);
        await app.Given.Proposal(dossier.Id);
        Assert.Equal([dossier.Id], await Seen(lead, Read));
        Assert.Empty(await Seen(await app.Given.Person(Role.CouncilMember, "SNV"), Read));
        Assert.Empty(await Seen(Actor.Public, Read));
        Assert.Equal([dossier.Id], await Seen(author, Receipts));
        Assert.Equal([dossier.Id], await Seen(lead, Receipts));
        Assert.Empty(await Seen(await app.Given.Head("10804"), Receipts));
        Assert.Equal([dossier.Id], await Seen(lead, Proposals));
        Assert.Empty(await Seen(author, Proposals));
        Assert.Empty(await Seen(dossier.Head, Proposals));

        async Task<List<string>> Story(TestPerson person, Audience audience) =>
            (await app.Rows(db => db.For(person.Actor).TimelineAsync<Initiative>(dossier.Id, audience, CancellationToken.None))).Select(entry => entry.Action).ToList();
        Assert.DoesNotContain(JournalActions.AppraisalProposed.Code, await Story(author, Audience.Owners));
        Assert.Contains(JournalActions.AppraisalProposed.Code, await Story(lead, Audience.Department));

        // Of another unit's dossier nothing, and of this one nothing more once it is not with the Department.
        var other = await app.Given.SubmittedInitiative("10804");
        Assert.Equal([other], await Seen(await app.Given.Head("10804"), Receipts));
        Assert.DoesNotContain(JournalActions.AppraisalProposed.Code, (await app.Rows(db => db.For(lead.Actor).TimelineAsync<Initiative>(other, Audience.Department, CancellationToken.None))).Select(entry => entry.Action));
        Assert.Empty(await app.Rows(db => db.For(lead.Actor).TimelineAsync<JournalEntry>(dossier.Id, Audience.Department, CancellationToken.None)));
        await app.Rows(db => db.Initiatives.Where(item => item.Id == dossier.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, (DateTime?)null)));
        foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { Read, Proposals }) Assert.Empty(await Seen(lead, door));
        Assert.Equal([other], await Seen(lead, Receipts));
    }

    [Fact]
    public async Task Judging()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 4, conflicted: true);
        var (conflicted, stranger) = (judging.Judges[3], await app.Given.Person(Role.CouncilMember | Role.CouncilSecretary, "SNV"));
        IQueryable<int> Assigned(ScopedDb db) => db.AssignedInitiatives.Select(item => item.Id);
        IQueryable<int> Council(ScopedDb db) => db.CouncilInitiatives.Select(item => item.Id);
        IQueryable<int> Sheets(ScopedDb db) => db.OwnSheets.Select(sheet => sheet.PersonId).Distinct();
        IQueryable<int> Closed(ScopedDb db) => db.ClosedSheets.Select(sheet => sheet.PersonId).Distinct();
        IQueryable<int> Lockable(ScopedDb db) => db.LockableSheets.Select(sheet => sheet.PersonId).Distinct();
        IQueryable<int> Assignments(ScopedDb db) => db.Assignments.Select(item => item.PersonId).Distinct();
        IQueryable<int> Progress(ScopedDb db) => db.Progress.Select(sheet => sheet.PersonId).Distinct();
        var judges = judging.Judges.Take(3).Select(judge => judge.Id).ToList();

        Assert.Equal(judging.Initiatives, await Seen(judging.Judge, Assigned));
        Assert.Empty(await Seen(conflicted, Assigned));
        Assert.Empty(await Seen(stranger, Assigned));
        Assert.Equal(judging.Initiatives, await Seen(judging.Secretary, Council));
        Assert.Equal(judging.Initiatives, await Seen(judging.Lead, Council));
        Assert.Empty(await Seen(stranger, Council));
        Assert.Empty(await Seen(judging.Judge, Council));

        foreach (var judge in judging.Judges.Take(3)) Assert.Equal([judge.Id], await Seen(judge, Sheets));
        foreach (var other in new[] { stranger, judging.Lead, judging.Author }) Assert.Empty(await Seen(other, Sheets));
        foreach (var anybody in judging.Judges.Append(judging.Lead).Append(stranger)) Assert.Empty(await Seen(anybody, Closed));
        Assert.Equal(judges, await Seen(judging.Secretary, Lockable));
        foreach (var other in new[] { stranger, judging.Lead, judging.Chair }) Assert.Empty(await Seen(other, Lockable));
        Assert.Equal(judges, await Seen(judging.Lead, Assignments));
        Assert.Equal([judging.Judge.Id], await Seen(judging.Judge, Assignments));
        Assert.Equal(judges, await Seen(judging.Secretary, Progress));
        foreach (var other in new[] { judging.Judge, judging.Author }) Assert.Empty(await Seen(other, Progress));

        var (first, second) = (judging.Initiatives[0], judging.Initiatives[1]);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == second).ExecuteUpdateAsync(set => set.SetProperty(item => item.CouncilCode, (string?)null)));
        Assert.Equal([first], await Seen(judging.Lead, Council));   // one without a code is not before the council
        Assert.Equal([first], await Seen(judging.Secretary, Council));
    }

    [Fact]
    public async Task After_scoring_was_closed()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var stranger = await app.Given.Person(Role.CouncilMember | Role.CouncilSecretary, "SNV");
        IQueryable<int> Closed(ScopedDb db) => db.ClosedSheets.Select(sheet => sheet.PersonId).Distinct();
        IQueryable<int> Lockable(ScopedDb db) => db.LockableSheets.Select(sheet => sheet.PersonId).Distinct();
        IQueryable<int> Sessions(ScopedDb db) => db.Sessions.Select(session => session.CycleId);
        foreach (var reader in new[] { judging.Secretary, judging.Lead })
        {
            Assert.Equal(judging.Judges.Select(judge => judge.Id), await Seen(reader, Closed));
            Assert.Equal([judging.CycleId], await Seen(reader, Sessions));
        }

        foreach (var other in new[] { stranger, judging.Judge, judging.Author }) Assert.Empty(await Seen(other, Closed));
        foreach (var other in new[] { judging.Judge, judging.Author }) Assert.Empty(await Seen(other, Sessions));
        Assert.Empty(await Seen(judging.Secretary, Lockable));
    }

    [Fact]
    public async Task Decisions_and_outcomes()
    {
        var cycle = await app.Given.DecidingCycle(2, 1);
        var member = await app.Given.Person(Role.CouncilMember, "SYT");
        var id = await app.Given.FilledRecognition(cycle);
        IQueryable<int> Decisions(ScopedDb db) => db.Decisions.Select(item => item.Id);
        IQueryable<int> Decided(ScopedDb db) => db.DecidedInitiatives.Select(item => item.Id);
        IQueryable<int> Published(ScopedDb db) => db.PublishedInitiatives.Select(item => item.Id);
        IQueryable<int> Conclusions(ScopedDb db) => db.Conclusions.Select(item => item.InitiativeId);

        Assert.Equal([id], await Seen(cycle.Department, Decisions));
        foreach (var other in new[] { cycle.Leader, cycle.HomeAffairs, cycle.Author, member }) Assert.Empty(await Seen(other, Decisions));
        Assert.Equal(cycle.Recommended, await Seen(cycle.Department, Decided));
        foreach (var other in new[] { cycle.Author, member }) Assert.Empty(await Seen(other, Decided));
        Assert.Equal([.. cycle.Recommended, .. cycle.NotRecommended], await Seen(cycle.Department, Conclusions));
        foreach (var other in new[] { cycle.Author, member, cycle.HomeAffairs }) Assert.Empty(await Seen(other, Conclusions));

        IQueryable<int> ToDecide(ScopedDb db) => db.ConclusionsToDecide.Select(item => item.InitiativeId);
        Assert.Equal([.. cycle.Recommended, .. cycle.NotRecommended], await Seen(cycle.Department, ToDecide));
        foreach (var other in new[] { cycle.Leader, cycle.HomeAffairs, cycle.Author, member }) Assert.Empty(await Seen(other, ToDecide));

        Assert.True((await app.Send(new FreezeDecision.Command { Id = id }, cycle.Department.Actor)).Ok);
        Assert.Equal([id], await Seen(cycle.Leader, Decisions));
        Assert.True((await app.Send(new SignDecision.Command { Id = id }, cycle.Leader.Actor)).Ok);
        Assert.Empty(await Seen(Actor.Public, Decisions));
        Assert.Empty(await Seen(Actor.Public, Published));

        Assert.True((await app.Send(new PublishDecision.Command { Id = id }, cycle.Department.Actor)).Ok);
        Assert.Equal([id], await Seen(Actor.Public, Decisions));
        Assert.Equal(cycle.Recommended, await Seen(Actor.Public, Published));

        var merit = (await app.Send(new DraftMerit.Command { CycleId = cycle.Id }, cycle.Department.Actor)).Value;
        Assert.Equal([id, merit], await Seen(cycle.HomeAffairs, Decisions));
        Assert.Equal([id], await Seen(cycle.Leader, Decisions));
    }

    [Fact]
    public async Task Cycles_and_the_journal()
    {
        var prepared = await app.Given.PreparedCycle();
        IQueryable<int> Cycles(ScopedDb db) => db.Cycles.Select(item => item.Id);
        IQueryable<int> Journal(ScopedDb db) => db.Journal.Select(entry => entry.PersonId).Distinct();
        Assert.Equal([prepared], await Seen(await app.Given.Lead(), Cycles));
        Assert.Empty(await Seen(await app.Given.Person(Role.Author), Cycles));
        Assert.Empty(await Seen(Actor.Public, Cycles));
        Assert.NotEmpty(await Seen(await app.Given.Person(Role.Administrator, "SKHCN"), Journal));
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.Administrator)))
            Assert.Empty(await Seen(await app.Given.Person(role, "SKHCN"), Journal));
    }
}
