using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Notices;
using Initiatives.Web.Features.Opinions;
using Initiatives.Web.Features.Screening;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Features.Supplements;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What stands behind the doors of screening, person by person. Each predicate was once removed and a test seen red.</summary>
public sealed class ScreeningWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<int>> Seen(TestPerson person, Func<ScopedDb, IQueryable<int>> door) => app.Rows(db => door(db.For(person.Actor)).Distinct().OrderBy(id => id).ToListAsync());

    /// <summary>Is no longer with the Department, which has another.</summary>
    private Task Unsent(int id) => app.Rows(db => db.Initiatives.Where(item => item.Id == id).ExecuteUpdateAsync(set => set.SetProperty(item => item.SubmittedAt, (DateTime?)null)));

    [Fact]
    public async Task The_Departments_own_notes()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var (appraiser, lead) = (await app.Given.Appraiser(), await app.Given.Lead());
        await app.Given.Checked(id);
        Given.Sure(await app.Send(new AssignAppraisers.Command { Ids = [id], Appraisers = [appraiser.Id] }, lead.Actor));
        Given.Sure(await app.Send(new KeepAppraisalDraft.Command { Id = id, FirstReason = "Có thể trùng" }, appraiser.Actor));
        Func<ScopedDb, IQueryable<int>>[] doors = [db => db.ChecklistEntries.Select(item => item.InitiativeId), db => db.ScreeningAssignments.Select(item => item.InitiativeId), db => db.AppraisalDrafts.Select(item => item.InitiativeId)];
        TestPerson[] others = [await app.Given.AuthorIn("11311"), await app.Given.Head(), await app.Given.Person(Role.UnitOfficer), await app.Given.Person(Role.CouncilMember, "SNV"), await app.Given.Person(Role.Administrator, "SKHCN")];
        foreach (var door in doors)
        {
            foreach (var member in new[] { appraiser, lead, await app.Given.Person(Role.IntakeOfficer, "SKHCN") }) Assert.Equal([id], await Seen(member, door));
            foreach (var other in others) Assert.Empty(await Seen(other, door));
        }

        await app.Given.ReceivedDossier("10804");
        await Unsent(id);
        foreach (var door in doors) Assert.Empty(await Seen(lead, door));
    }

    [Fact]
    public async Task Supplements_and_answers_that_are_being_written()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var asked = await app.Given.Supplement(id);
        await app.Given.Answer(id, asked.Items[0].Id, "Viết dở");
        var (author, lead) = (await app.Given.AuthorIn("11311"), await app.Given.Lead());
        IQueryable<int> Own(ScopedDb db) => db.OwnSupplements.Select(item => item.InitiativeId);
        IQueryable<int> Received(ScopedDb db) => db.ReceivedSupplements.Select(item => item.InitiativeId);
        IQueryable<int> OwnAnswers(ScopedDb db) => db.OwnSupplementAnswers.Select(item => item.InitiativeId);
        IQueryable<int> SentAnswers(ScopedDb db) => db.ReceivedSupplementAnswers.Select(item => item.InitiativeId);
        await app.Given.ReceivedDossier("10804");
        var stranger = await app.Given.Person(Role.Author | Role.UnitOfficer, "10804");
        foreach (var person in new[] { author, await app.Given.Person(Role.UnitOfficer), await app.Given.Head() })
        {
            Assert.Equal([id], await Seen(person, Own));
            Assert.Equal([id], await Seen(person, OwnAnswers));
            Assert.Empty(await Seen(person, Received));
            Assert.Empty(await Seen(person, SentAnswers));
        }

        foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { Own, Received, OwnAnswers, SentAnswers }) Assert.Empty(await Seen(stranger, door));
        Assert.Equal([id], await Seen(lead, Received));
        Assert.Empty(await Seen(lead, SentAnswers));
        Assert.Empty(await Seen(lead, Own));
        Assert.Empty(await Seen(lead, OwnAnswers));
        await app.Given.SendSupplement(id);
        Assert.Equal([id], await Seen(lead, SentAnswers));
        Assert.Empty(await Seen(author, SentAnswers));
        Assert.Empty(await Seen(stranger, SentAnswers));
        await Unsent(id);
        foreach (var door in new Func<ScopedDb, IQueryable<int>>[] { Received, SentAnswers }) Assert.Empty(await Seen(lead, door));
    }

    [Fact]
    public async Task A_unit_that_is_asked_for_an_opinion()
    {
        await app.Given.OpenCycle();
        var (id, other) = (await app.Given.ReceivedDossier(), await app.Given.ReceivedDossier(title: "Hồ sơ không ai hỏi"));
        var opinion = await app.Given.Opinion(id, "SYT");
        IQueryable<int> Asked(ScopedDb db) => db.AskedOpinions.Select(item => item.InitiativeId);
        IQueryable<int> Consulted(ScopedDb db) => db.ConsultedInitiatives.Select(item => item.Id);
        IQueryable<int> Received(ScopedDb db) => db.ReceivedOpinions.Select(item => item.InitiativeId);
        var (officer, head, lead) = (await app.Given.Person(Role.UnitOfficer, "SYT"), await app.Given.Person(Role.UnitHead, "SYT"), await app.Given.Lead());
        TestPerson[] others = [await app.Given.Person(Role.Author, "SYT"), await app.Given.Person(Role.CouncilMember, "SYT"), await app.Given.Person(Role.UnitOfficer | Role.UnitHead, "SNV"), await app.Given.Head(), lead];
        foreach (var person in new[] { officer, head })
        {
            Assert.Equal([id], await Seen(person, Asked));
            Assert.Equal([id], await Seen(person, Consulted));
            Assert.Empty(await Seen(person, Received));
        }

        foreach (var person in others)
        {
            Assert.Empty(await Seen(person, Asked));
            Assert.Empty(await Seen(person, Consulted));
        }

        Assert.Equal([id], await Seen(lead, Received));
        foreach (var person in others.Where(person => person != lead)) Assert.Empty(await Seen(person, Received));
        Given.Sure(await app.Send(new AnswerOpinion.Command { Id = opinion, Answer = "Chưa có trong ngành" }, officer.Actor));
        Assert.Equal([id], await Seen(head, Consulted));
        var second = await app.Given.Opinion(other, "SYT");
        Given.Sure(await app.Send(new WithdrawOpinion.Command { Id = second, Reason = "Không cần hỏi nữa" }, (await app.Given.Appraiser()).Actor));
        Assert.Equal([id], await Seen(officer, Asked));
        Assert.Equal([id], await Seen(officer, Consulted));
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = id, Reason = "Gộp vào hồ sơ khác" }, (await app.Given.AuthorIn("11311")).Actor));
        Assert.Empty(await Seen(officer, Consulted));
        Assert.Equal([id, other], await Seen(lead, Received));
        await Unsent(other);
        Assert.Equal([id], await Seen(lead, Received));
    }

    [Fact]
    public async Task Files_that_a_unit_is_asked_about_only_where_they_are_shared()
    {
        await app.Given.OpenCycle();
        var ids = new[] { await WithFile("Hồ sơ hỏi kèm tệp"), await WithFile("Hồ sơ hỏi không kèm tệp"), await WithFile("Hồ sơ không ai hỏi") };
        await app.Given.Opinion(ids[0], "SYT", parts: DossierPart.Solution | DossierPart.Files);
        await app.Given.Opinion(ids[1], "SYT", parts: DossierPart.Solution);
        Assert.Equal(ids, await app.Rows(db => db.Attachments.Select(file => file.InitiativeId).Distinct().OrderBy(id => id).ToListAsync()));
        IQueryable<int> Shared(ScopedDb db) => db.ConsultedAttachments.Select(file => file.InitiativeId);
        Assert.Equal([ids[0]], await Seen(await app.Given.Person(Role.UnitOfficer, "SYT"), Shared));
        foreach (var other in new[] { await app.Given.Person(Role.Author, "SYT"), await app.Given.Person(Role.UnitOfficer, "SNV"), await app.Given.Head(), await app.Given.Lead() })
            Assert.Empty(await Seen(other, Shared));
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = ids[0], Reason = "Gộp vào hồ sơ khác" }, (await app.Given.AuthorIn("11311")).Actor));
        Assert.Empty(await Seen(await app.Given.Person(Role.UnitOfficer, "SYT"), Shared));
    }

    private async Task<int> WithFile(string title)
    {
        var author = await app.Given.AuthorIn("11311");
        var saved = await app.Given.CompleteDraft(author, title);
        Given.Sure(await app.Send(new AttachFile.Command { Id = saved.Id, Kind = AttachmentKind.Evidence, File = new UploadedFile("minh-chung.pdf", new MemoryStream(Given.ScannedPaper)) }, author.Actor));
        await app.Given.Confirmed(saved.Id, author);
        Given.Sure(await app.Send(new SendToHead(saved.Id, saved.Version), author.Actor));
        Given.Sure(await app.Send(new EndorseInitiative.Command { Id = saved.Id }, (await app.Given.Head()).Actor));
        return saved.Id;
    }

    [Fact]
    public async Task Files_of_an_answer_are_the_units_until_they_are_sent()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var asked = await app.Given.Supplement(id, targets: "Tep-Evidence");
        var (author, lead) = (await app.Given.AuthorIn("11311"), await app.Given.Lead());
        Given.Sure(await app.Send(new AttachSupplementFile.Command { Id = id, ItemId = asked.Items[0].Id, Tep = new UploadedFile("so-tiep-dan.pdf", new MemoryStream(Given.ScannedPaper)) }, author.Actor));
        IQueryable<int> Own(ScopedDb db) => db.OwnSupplementFiles.Select(file => file.InitiativeId);
        IQueryable<int> Received(ScopedDb db) => db.ReceivedSupplementFiles.Select(file => file.InitiativeId);
        await app.Given.ReceivedDossier("10804");
        TestPerson[] others = [await app.Given.Person(Role.Author | Role.UnitOfficer | Role.UnitHead, "10804"), await app.Given.Person(Role.CouncilMember, "SNV"), await app.Given.Person(Role.Administrator, "SKHCN")];
        foreach (var sent in new[] { false, true })
        {
            if (sent) await app.Given.SendSupplement(id);
            foreach (var person in new[] { author, await app.Given.Person(Role.UnitOfficer), await app.Given.Head() })
            {
                Assert.Equal([id], await Seen(person, Own));
                Assert.Empty(await Seen(person, Received));
            }

            Assert.Equal(sent ? [id] : [], await Seen(lead, Received));
            Assert.Empty(await Seen(lead, Own));
            foreach (var other in others)
            {
                Assert.Empty(await Seen(other, Own));
                Assert.Empty(await Seen(other, Received));
            }
        }

        await Unsent(id);
        Assert.Empty(await Seen(lead, Received));
    }

    [Fact]
    public async Task Notices()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        await app.Given.Proposal(id, isFirst: false);
        await app.Given.Approval(id);
        var lead = await app.Given.Lead();
        Given.Sure(await app.Send(new IssueNotices.Command { Year = 2026, Kind = DepartmentNoticeKind.Ineligible, Ids = [id], Numbers = new() { [id] = "1" }, Date = Domain.Time.VietnamTime.Today(app.Clock.Now), SignerName = "Nguyễn Thị Bình" }, lead.Actor));
        IQueryable<int> Own(ScopedDb db) => db.OwnNotices.Select(item => item.Number);
        IQueryable<int> Received(ScopedDb db) => db.ReceivedNotices.Select(item => item.Number);
        foreach (var person in new[] { await app.Given.AuthorIn("11311"), await app.Given.Head() })
        {
            Assert.Equal([1], await Seen(person, Own));
            Assert.Empty(await Seen(person, Received));
        }

        Assert.Equal([1], await Seen(lead, Received));
        Assert.Empty(await Seen(lead, Own));
        await app.Given.ReceivedDossier("11329");
        Assert.Empty(await Seen(await app.Given.AuthorIn("11329"), Own));
        Assert.Empty(await Seen(await app.Given.Person(Role.CouncilMember, "SNV"), Received));
    }
}
