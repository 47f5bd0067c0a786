using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Reviews;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>While the council prepares, scores and meets.</summary>
public sealed partial class HiddenFactsTests
{
    private static async Task<int> Rescore(AppDb db, int sheet)
    {
        await db.Set<SubScore>().Where(item => item.SheetId == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Points, 4.5m));
        await db.Set<CriterionScore>().Where(item => item.SheetId == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, 13.5m).SetProperty(item => item.Comment, "Nhận xét khác hẳn"));
        await db.SheetVersions.Where(item => item.SheetId == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, 45m));
        return await db.Sheets.Where(item => item.Id == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, 45m));
    }

    /// <summary>Everything that the council has of dossiers goes, with what hangs on it, but that some are in conflict with them.</summary>
    private static async Task<int> Remove(AppDb db, IReadOnlyList<int> gone, IReadOnlyList<int> barred)
    {
        await db.OutlierQuestions.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.ScoreReminders.Where(item => db.Sheets.Any(sheet => sheet.PersonId == item.PersonId && gone.Contains(sheet.InitiativeId)) && !db.Sheets.Any(sheet => sheet.PersonId == item.PersonId && !gone.Contains(sheet.InitiativeId))).ExecuteDeleteAsync();
        await db.Sheets.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Assignments.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Reviews.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.ReviewAssignments.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.StandIns.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Conflicts.Where(item => gone.Contains(item.InitiativeId) && !barred.Contains(item.PersonId)).ExecuteDeleteAsync();
        await db.AgendaItems.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Conclusions.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Resolutions.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Dissents.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.Votes.ExecuteUpdateAsync(set => set.SetProperty(item => item.CorrectsId, (int?)null));
        await db.Votes.Where(item => gone.Contains(item.InitiativeId)).ExecuteDeleteAsync();
        await db.TieBallots.ExecuteDeleteAsync();
        return await db.Initiatives.Where(item => gone.Contains(item.Id)).ExecuteUpdateAsync(set => set.SetProperty(item => item.CouncilCode, (string?)null));
    }

    private static string[] Texts(params IEnumerable<int> ids) => [.. ids.Select(id => $"{id}")];

    [Fact]
    public async Task While_judges_are_being_assigned()
    {
        var dossiers = await app.Given.EligibleInitiatives(2);
        var cycle = await app.Rows(db => db.Cycles.Select(item => item.Id).SingleAsync());
        var council = await app.Given.Council(cycle);
        app.Clock.Now = Given.AfterCutOff;
        var (lead, relative) = (await app.Given.Lead(), await app.Given.Person(Role.DepartmentLead, "SKHCN"));
        Given.Sure(await app.Send(new AssignJudges.Command { Year = 2026 }, lead.Actor));
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(cycle, dossiers[0], council[8].Id, ConflictKind.Family, "Người thân của tác giả", lead.Actor, app.Clock.Now).Value);
            db.Add(Conflict.Set(cycle, dossiers[0], relative.Id, ConflictKind.Family, "Người thân của tác giả", lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        var ids = new Dictionary<string, string[]> { ["phan-cong id"] = Texts(dossiers), ["id"] = Texts(dossiers) };
        await Enter(lead);
        var facts = await Hidden(ids, [relative, .. await Outsiders(Role.IntakeOfficer, Role.DepartmentLead)]);
        await facts.Look(dossiers[0]);
        await Change(Fact.Plan, ids, db => Remove(db, [dossiers[0]], [relative.Id]), lead);
        await Unchanged(facts, dossiers[0]);
    }

    [Fact]
    public async Task While_scoring_is_open()
    {
        var judging = await app.Given.OpenScoring(dossiers: 3, judges: 7, conflicted: true);
        var (hidden, reviewer, papered, lone) = (judging.Initiatives[0], judging.Judges[3], judging.Judges[4], judging.Judges[5]);
        await app.Rows(db => db.Sheets.Where(item => item.PersonId == lone.Id && item.InitiativeId != hidden).ExecuteDeleteAsync());
        await app.Rows(db => db.Assignments.Where(item => item.PersonId == lone.Id && item.InitiativeId != hidden).ExecuteDeleteAsync());
        foreach (var dossier in judging.Initiatives) await app.Given.HandIn(judging.Judge, await Sheet(judging.Judge, dossier), 0.8m);
        var review = await app.Given.Review(judging, reviewer, hidden);
        Given.Sure(await app.Send(new WriteReview.Command { Id = review, Strengths = "Mới viết nháp", Op = "luu" }, reviewer.Actor));
        await app.Given.WrittenReview(judging, judging.Chair, hidden);
        var (clerk, barredClerk) = (await app.Given.Typist(judging.CycleId), await app.Given.Typist(judging.CycleId));
        var paper = Given.Sure(await app.Send(new EnterPaperSheet.Command
        {
            SheetId = await Sheet(papered, hidden),
            SignedOn = new DateOnly(2026, 10, 11),
            Points = await app.Rows(async db => (await db.Rubrics.SingleAsync()).Content.SubCriteria.ToDictionary(part => part.Code, _ => "4")),
            Scan = new UploadedFile("phieu.png", new MemoryStream(CraftMedia.Png())),
        }, clerk.Actor)).Value;
        await app.Rows(db =>
        {
            db.Add(ScoreReminder.Of(judging.CycleId, lone.Id, judging.Lead.Id, app.Clock.Now));
            return db.SaveChangesAsync();
        });
        var ids = new Dictionary<string, string[]>
        {
            ["sheetId"] = Texts(await Sheet(judging.Judge, hidden), await Sheet(papered, hidden)),
            ["initiativeId"] = Texts(hidden, judging.Initiatives[1]),
            ["id"] = Texts(hidden, judging.Initiatives[1]),
            ["phan-bien id"] = Texts(review, await app.Given.Review(judging, judging.Chair, hidden)),
            ["phieu-giay id"] = Texts(paper),
        };
        var (intake, barred) = (await app.Given.Person(Role.IntakeOfficer, "SKHCN"), new[] { judging.Secretary, judging.Judges[6], lone, barredClerk });

        await Enter(judging.Judge, reviewer, clerk, lone);
        await Change(Fact.Reminder, ids, db => db.ScoreReminders.ExecuteUpdateAsync(set => set.SetProperty(item => item.SentAt, app.Clock.Now.AddHours(-3))), judging.Lead, intake);
        var everybody = await Hidden(ids, [judging.Author, judging.Chair, judging.Judges[6], barredClerk, judging.Secretary, intake, judging.Lead, .. await Outsiders(Role.IntakeOfficer, Role.DepartmentLead)]);
        await everybody.Look(hidden);
        await Change(Fact.Sheet, ids, async db => await Rescore(db, await Sheet(judging.Judge, hidden)), judging.Judge);
        await Change(Fact.ReviewDraft, ids, db => db.Reviews.Where(item => item.PersonId == reviewer.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Content, new ReviewContent("Viết lại hết", "", "", null, ""))), reviewer);
        await Unchanged(everybody, hidden);
        await Change(Fact.Paper, ids, db => db.PaperSheets.ExecuteUpdateAsync(set => set.SetProperty(item => item.SignedOn, new DateOnly(2026, 10, 3)).SetProperty(item => item.FileName, "ban-khac.png")), clerk);

        await app.Given.Bar(judging, [hidden], barred.Where(person => person != judging.Judges[6]));
        var conflicted = await Hidden(ids, barred);
        await conflicted.Look(hidden);
        await Change(Fact.Dossier, ids, db => Remove(db, [hidden], [.. barred.Select(person => person.Id)]), judging.Lead, judging.Judge, intake, clerk);
        await Unchanged(conflicted, hidden);
    }

    [Fact]
    public async Task While_the_council_meets()
    {
        var laden = await app.Given.LadenCouncil();
        var judging = laden.Judging;
        var (hidden, standIn) = (laden.Hidden[0], laden.StandIn);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = hidden, Approving = 6, Against = 1, Abstaining = 0, Reason = "Đạt mọi điều kiện", CorrectionReason = "Đếm lại phiếu", Op = "luu" }, standIn.Actor));
        var ids = new Dictionary<string, string[]>
        {
            ["sheetId"] = Texts(await Sheet(judging.Judge, hidden), await Sheet(laden.Reviewer, hidden), await Sheet(laden.Called, hidden)),
            ["initiativeId"] = Texts(laden.Hidden),
            ["id"] = Texts(hidden, judging.Initiatives[1]),
            ["phan-bien id"] = Texts(await app.Given.Review(judging, judging.Chair, hidden), await app.Given.Review(judging, laden.Reviewer, hidden)),
            ["phieu-giay id"] = Texts(await app.Rows(db => db.PaperSheets.Where(item => item.InitiativeId == hidden).Select(item => item.Id).SingleAsync())),
        };
        TestPerson[] readers = [judging.Lead, judging.Secretary, standIn];
        var intake = await app.Given.Person(Role.IntakeOfficer, "SKHCN");

        await Enter([.. readers, .. laden.Insiders, laden.Second, judging.Chair, judging.Judge, judging.Judges[7]]);
        await Change(Fact.Conflict, ids, db => db.Conflicts.Where(item => item.InitiativeId == hidden).ExecuteUpdateAsync(set => set.SetProperty(item => item.Kind, ConflictKind.Family)), [.. readers, intake]);
        await Change(Fact.Reading, ids, db =>
        {
            var reading = ScoreReading.Of(judging.Lead.Id, judging.Lead.Name, app.Clock.Now, "/xep-hang/2026", null);
            reading.Number(1, 1);
            db.Add(reading);
            return db.SaveChangesAsync();
        }, await app.Given.Person(Role.Administrator, "SKHCN"));
        var everybody = await Hidden(ids, [judging.Author, intake, .. await Outsiders(Role.IntakeOfficer, Role.DepartmentLead)]);
        var judges = await Hidden(ids, judging.Chair, judging.Judge, judging.Judges[7], laden.Called);
        var lead = await Hidden(ids, judging.Lead);
        foreach (var group in new[] { everybody, judges, lead }) await group.Look(hidden);
        await Change(Fact.Tally, ids, db => db.Votes.Where(item => item.AnnouncedAt == null).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 2).SetProperty(item => item.Against, 5)), standIn);
        await Unchanged(lead, hidden);
        await Change(Fact.Question, ids, db => db.OutlierQuestions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Text, "Câu hỏi khác hẳn")), [.. readers, laden.Reviewer]);
        await Change(Fact.Outcome, ids, async db =>
        {
            await db.Conclusions.Where(item => item.InitiativeId == hidden).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 1).SetProperty(item => item.IsRecommended, false).SetProperty(item => item.Reason, "Chưa đạt"));
            await db.Votes.Where(item => item.InitiativeId == hidden && item.AnnouncedAt != null).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 1).SetProperty(item => item.Against, 6).SetProperty(item => item.Reason, "Chưa đạt"));
            return await db.Initiatives.Where(item => item.Id == hidden).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.NotRecommended));
        }, readers);
        await Change(Fact.Resolution, ids, db => db.Resolutions.ExecuteUpdateAsync(set => set.SetProperty(item => item.Text, "Một nghị quyết khác hẳn.")), readers);
        await Change(Fact.Dissent, ids, db => db.Dissents.ExecuteUpdateAsync(set => set.SetProperty(item => item.Text, "Một ý kiến khác hẳn.")), readers);
        await Change(Fact.TieBallot, ids, db => db.TieBallots.ExecuteUpdateAsync(set => set.SetProperty(item => item.Issued, 6).SetProperty(item => item.Returned, 6)), readers);
        await Unchanged(judges, hidden);
        await Change(Fact.ClosedSheet, ids, async db => await Rescore(db, await Sheet(judging.Judge, hidden)), [.. readers, judging.Chair]);
        await Change(Fact.Review, ids, db => db.Reviews.Where(item => item.PersonId == judging.Chair.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Content, new ReviewContent("Viết lại hết", "", "", ReviewProposal.Improve, ""))), [.. readers, judging.Judge, judging.Chair]);
        await Unchanged(everybody, hidden);

        var barred = laden.Insiders.Where(person => person != standIn).ToList();
        // Also with one that stays: who holds the ballot across the last place goes by whether one is in a conflict at all, which one knows.
        await app.Given.Bar(judging, [.. laden.Hidden, judging.Initiatives[3]], barred);
        var conflicted = await Hidden(ids, barred);
        await conflicted.Look(hidden);
        await Change(Fact.StandIn, ids, db => db.StandIns.Where(item => item.InitiativeId == hidden).ExecuteUpdateAsync(set => set.SetProperty(item => item.PersonId, judging.Chair.Id)), judging.Lead, intake);
        await Change(Fact.Judged, ids, db => Remove(db, laden.Hidden, [.. barred.Select(person => person.Id)]), judging.Lead, judging.Judge, laden.Second, standIn);
        await Unchanged(conflicted, hidden);
    }

    [Fact]
    public async Task In_a_blind_cycle()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5, settings: new CycleSettings { Blind = true });
        var hidden = judging.Initiatives[0];
        var review = await app.Given.WrittenReview(judging, judging.Chair, hidden);
        var ids = new Dictionary<string, string[]> { ["sheetId"] = Texts(await Sheet(judging.Judge, hidden), await Sheet(judging.Chair, hidden)), ["initiativeId"] = Texts(hidden), ["phan-bien id"] = Texts(review), ["id"] = Texts(hidden) };
        var facts = await Hidden(ids, judging.Chair, judging.Judge);
        await facts.Look(hidden);
        await Change(Fact.Writer, ids, async db =>
        {
            var other = await db.Units.Where(unit => unit.Code == "10804").Select(unit => unit.Id).SingleAsync();
            await db.Set<Authorship>().Where(item => item.InitiativeId == hidden).ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, "Người Viết Khác").SetProperty(item => item.Workplace, "Nơi làm việc khác"));
            return await db.Initiatives.ExecuteUpdateAsync(set => set.SetProperty(item => item.UnitId, other));
        }, judging.Lead, judging.Author);
        await Unchanged(facts, hidden);
    }
}
