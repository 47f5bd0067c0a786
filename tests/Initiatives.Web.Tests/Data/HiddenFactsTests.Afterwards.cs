using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Postings;
using Initiatives.Web.Features.Remonstrances;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>Once the council's work is done.</summary>
public sealed partial class HiddenFactsTests
{
    [Fact]
    public async Task Around_publication()
    {
        var judged = await app.Given.JudgedCycle(publish: false);
        var (judging, author) = (judged.Judging, judged.Judging.Author);
        var ids = new Dictionary<string, string[]>
        {
            ["quyet-dinh id"] = Texts(judged.DecisionId),
            ["danh-muc id"] = Texts(judged.DecisionId, judged.Good),
            ["id"] = Texts(judged.Poor, judged.Good),
            ["initiativeId"] = Texts(judged.Poor),
            ["sheetId"] = Texts(await Sheet(judging.Judge, judged.Poor)),
        };
        var (intake, head, officer, press) = (await app.Given.Person(Role.IntakeOfficer, "SKHCN"), await app.Given.Head(), await app.Given.Person(Role.UnitOfficer), await app.Given.Person(Role.Press, "SNV"));
        var leader = await app.Given.Person(Role.CityLeader, "UBND-TP");
        var others = await Outsiders(Role.IntakeOfficer, Role.DepartmentLead, Role.CityLeader, Role.HomeAffairs);
        var (homeAffairs, administrator) = (await app.Given.Person(Role.HomeAffairs, "SNV"), await app.Given.Person(Role.Administrator, "SKHCN"));

        await Enter(judging.Lead, leader);
        var before = await Hidden(ids, [author, judging.Chair, .. others]);
        await before.Look(judged.Poor);
        await Change(Fact.Decision, ids, async db =>
        {
            await db.Conclusions.Where(item => item.InitiativeId == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 3).SetProperty(item => item.IsRecommended, true).SetProperty(item => item.Reason, "Kết luận khác hẳn"));
            await db.Decisions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, DecisionStatus.AwaitingSignature));
            return await db.Initiatives.Where(item => item.Id == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Recommended));
        }, judging.Lead, leader);
        await Unchanged(before, judged.Poor);

        await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.NotRecommended)));
        await app.Rows(db => db.Decisions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, DecisionStatus.Signed)));
        await Change(Fact.Publication, ids, async _ =>
        {
            Given.Sure(await app.Send(new PublishDecision.Command { Id = judged.DecisionId }, judging.Lead.Actor));
            return await app.DrainJobs();
        }, null, author, head, officer, press, intake, judging.Lead, homeAffairs, administrator);

        var remonstrance = Given.Sure(await app.Send(new WriteRemonstrance.Command { HoSo = judged.Poor, Content = "Điểm hiệu quả chưa tính số liệu quý ba đã gửi kèm.", Asks = "Đề nghị xem lại minh chứng và giải thích điểm.", Files = [new UploadedFile("so-lieu.pdf", new MemoryStream(Given.ScannedPaper))] }, author.Actor)).Value;
        Given.Sure(await app.Send(new DraftAnswer.Command { Id = remonstrance, Version = await app.Rows(db => db.Remonstrances.Select(item => item.Version).SingleAsync()), AnswerText = "Số liệu quý ba đã được tính.", Outcome = RemonstranceOutcome.Kept }, judging.Lead.Actor));
        var merit = Given.Sure(await app.Send(new DraftMerit.Command { CycleId = judging.CycleId }, judging.Lead.Actor)).Value;
        ids["kien-nghi id"] = Texts(remonstrance);
        ids["fileId"] = ["1"];
        ids["quyet-dinh id"] = Texts(judged.DecisionId, merit);
        var neighbour = await app.Given.Person(Role.Author | Role.UnitOfficer | Role.UnitHead, "10804");
        await Enter(author, judging.Lead, intake);
        var after = await Hidden(ids, [judging.Chair, neighbour, .. others.Where(person => person.Actor.UnitId != author.Actor.UnitId)]);
        await after.Look(judged.Poor);
        await Change(Fact.Result, ids, async db =>
        {
            await db.Set<CriterionScore>().ExecuteUpdateAsync(set => set.SetProperty(item => item.Comment, "Nhận xét khác hẳn"));
            return await db.Conclusions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 2).SetProperty(item => item.Reason, "Lý do khác hẳn").SetProperty(item => item.Mean, 61m));
        }, author, judging.Lead);
        await Change(Fact.Remonstrance, ids, async db =>
        {
            await db.Set<RemonstranceFile>().ExecuteUpdateAsync(set => set.SetProperty(item => item.FileName, "tep-khac.pdf"));
            return await db.Remonstrances.ExecuteUpdateAsync(set => set.SetProperty(item => item.Content, "Nội dung khác hẳn").SetProperty(item => item.Number, 77));
        }, author, judging.Lead, intake);
        await Unchanged(after, judged.Poor);
    }

    [Fact]
    public async Task While_the_list_is_posted()
    {
        var cycle = await app.Given.DecidingCycle(2, 1, postingDays: 5);
        var ids = new Dictionary<string, string[]> { ["id"] = Texts(cycle.Recommended[0]) };
        var others = await Outsiders(Role.IntakeOfficer, Role.DepartmentLead);
        await Change(Fact.Posting, ids, async _ =>
        {
            Given.Sure(await app.Send(new PostList.Command { Year = 2026 }, cycle.Department.Actor));
            return 1;
        }, null, cycle.Department);
        Given.Sure(await app.Send(new LeaveRemark.Command { Year = 2026, Name = "Đỗ Thị Dân", Contact = "0912345678", Text = "Nội dung góp ý đủ dài." }, Actor.Public));
        await Enter(cycle.Department);
        var facts = await Hidden(ids, [cycle.Author, cycle.Leader, cycle.HomeAffairs, .. others]);
        await facts.Look(cycle.Recommended[0]);
        await Change(Fact.Remark, new() { ["code"] = [await app.Rows(db => db.Remarks.Select(item => item.Code).SingleAsync())], ["id"] = ids["id"] },
            db => db.Remarks.ExecuteUpdateAsync(set => set.SetProperty(item => item.Text, "Một góp ý khác hẳn.").SetProperty(item => item.ReceivedAt, app.Clock.Now.AddDays(-1))), null, cycle.Department);
        await Unchanged(facts, cycle.Recommended[0]);
    }
}
