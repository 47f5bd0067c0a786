using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Letters;
using Initiatives.Web.Features.Notices;
using Initiatives.Web.Features.Opinions;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Features.Supplements;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>What a unit and the Department write before there is a council; of drafts see DraftSecrecyTests.</summary>
public sealed partial class HiddenFactsTests
{
    [Fact]
    public async Task Before_there_is_a_council()
    {
        await app.Given.OpenCycle();
        var (author, head, officer) = (await app.Given.AuthorIn("11311"), await app.Given.Head(), await app.Given.Person(Role.UnitOfficer));
        var (lead, intake, appraiser, asked) = (await app.Given.Lead(), await app.Given.Clerk(), await app.Given.Appraiser(), await app.Given.Person(Role.UnitOfficer, "SYT"));
        var ids = new Dictionary<string, string[]> { ["id"] = ["1"], ["tep id"] = ["1", "2"] };
        TestPerson[] unit = [author, officer, head];
        TestPerson[] department = [lead, intake, appraiser];
        static UploadedFile Scan(string name, byte[] content) => new(name, new MemoryStream(content));

        await Change(Fact.Draft, ids, async _ =>
        {
            var saved = Given.Sure(await app.Send(Given.CompleteForm(), author.Actor)).Value;
            foreach (var (name, content) in new[] { ("minh-chung.pdf", Given.ScannedPaper), ("anh.png", CraftMedia.Png()) })
                Given.Sure(await app.Send(new AttachFile.Command { Id = saved.Id, Kind = AttachmentKind.Evidence, File = Scan(name, content) }, author.Actor));
            await app.Given.Confirmed(saved.Id, author);
            Given.Sure(await app.Send(Given.CompleteForm("Quầy một cửa lưu động") with { Id = saved.Id, Version = saved.Version }, author.Actor));
            return 1;
        }, author, officer);
        await Change(Fact.Sent, ids, async db =>
        {
            Given.Sure(await app.Send(new SendToHead(1, await db.Initiatives.Select(item => item.Version).SingleAsync()), author.Actor));
            return 1;
        }, unit);
        ids["code"] = ["00000000"];
        await Change(Fact.Receipt, ids, async db =>
        {
            Given.Sure(await app.Send(new EndorseInitiative.Command { Id = 1 }, head.Actor));
            ids["code"][0] = await db.Endorsements.Select(item => item.Code!).SingleAsync();
            return await app.DrainJobs();
        }, [null, .. unit, .. department]);
        var (waiting, other) = ((await app.Given.AwaitingDossier(author: author)).Id, await app.Given.ReceivedDossier("11329", "Sáng kiến trùng với năm trước"));
        ids["tiep-nhan id"] = Texts(other + 1);

        var facts = await Hidden(ids, await Outsiders(Role.IntakeOfficer, Role.DepartmentLead, Role.Appraiser, Role.Author, Role.UnitOfficer, Role.UnitHead, Role.Administrator));
        await facts.Look(1);
        await Change(Fact.Letter, ids, async db =>
        {
            Given.Sure(await app.Send(new PrepareLetter.Command { FormKey = Guid.NewGuid(), Ids = [waiting] }, officer.Actor));
            var scan = await db.Attachments.Select(file => file.Sha256).FirstAsync();   // signed, and not yet sent
            return await db.UnitLetters.ExecuteUpdateAsync(set => set.SetProperty(item => item.ScanSha256, scan).SetProperty(item => item.ScanName, "ban-ky.pdf").SetProperty(item => item.ScanType, "application/pdf"));
        }, officer);
        await Change(Fact.Opinion, ids, async _ => await app.Given.Opinion(1, "SYT", parts: DossierPart.Solution | DossierPart.Files), [asked, .. department]);
        await Change(Fact.Reply, ids, async _ =>
        {
            Given.Sure(await app.Send(new AnswerOpinion.Command { Id = 1, Answer = "Trong ngành chưa có quy trình này.", Tep = Scan("y-kien.pdf", Given.ScannedPaper) }, asked.Actor));
            return 1;
        }, [asked, .. department]);
        await Change(Fact.Supplement, ids, async _ =>
        {
            var request = await app.Given.Supplement(1, null, nameof(DraftContent.Novelty), "Tep-Evidence");
            await app.Given.Answer(1, request.Items.Single(item => item.Target == nameof(DraftContent.Novelty)).Id, "Điểm mới được viết rõ hơn nhiều.", author);
            Given.Sure(await app.Send(new AttachSupplementFile.Command { Id = 1, ItemId = request.Items.Single(item => item.Target != nameof(DraftContent.Novelty)).Id, Tep = Scan("so-tiep-dan.pdf", CraftPdf.Sound()) }, author.Actor));
            return 1;
        }, [.. unit, .. department]);
        ids["id"] = Texts(other);
        await Change(Fact.Screening, ids, async _ =>
        {
            await app.Given.Proposal(other, isFirst: false);
            return 1;
        }, department);
        await Change(Fact.Approval, ids, async _ =>
        {
            await app.Given.Approval(other);
            return 1;
        }, department);
        ids["thong-bao id"] = ["1"];
        await Change(Fact.Notice, ids, async _ =>
        {
            Given.Sure(await app.Send(new IssueNotices.Command { Year = 2026, Kind = DepartmentNoticeKind.Ineligible, Ids = [other], Numbers = { [other] = "7" }, Date = VietnamTime.Today(app.Clock.Now), SignerName = "Nguyễn Thị Bình" }, lead.Actor));
            return 1;
        }, [await app.Given.AuthorIn("11329"), .. department]);
        await Unchanged(facts, 1);
        await Change(Fact.Outside, ids, async _ => await app.Given.OutsideDossier(), [intake, .. unit]);   // the public is told how many came in
    }
}
