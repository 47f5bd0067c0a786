using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Data;

/// <summary>Two people, or two windows of one, act for the council at the same moment. Each test is about what is left in the database.</summary>
public sealed class RaceTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Hands(int approving, int of, string correction = "", string op = "") =>
        [("Method", "ShowOfHands"), ("Approving", $"{approving}"), ("Against", $"{of - approving}"), ("Abstaining", "0"), ("Reason", $"Kết luận với {approving} phiếu."), ("CorrectionReason", correction), ("Op", op)];

    private static void Answered(params Answer[] answers) => Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{answer.Status} {answer.Text}"));

    private Task<int> Count<T>(Func<Web.Data.AppDb, IQueryable<T>> rows) => app.Rows(db => rows(db).CountAsync());

    [Fact]
    public async Task One_vote_is_announced_in_two_windows()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        var (one, other) = (await app.As(judging.Secretary), await app.As(judging.Secretary));
        var path = Given.Path(judging) + "/bieu-quyet";
        var (first, second) = await Together.Do(app, () => one.Post(path, Hands(5, 5)), () => other.Post(path, Hands(4, 5)));
        Answered(first, second);
        Assert.NotEqual(first.Status, second.Status);   // the other would be a correction, which needs a reason
        var vote = await app.Rows(db => db.Votes.SingleAsync());
        Assert.Equal((vote.Approving, vote.AnnouncedAt != null), (await app.Rows(db => db.Conclusions.Select(item => item.Approving).SingleAsync()), true));

        var (third, fourth) = await Together.Do(app, () => one.Post(path, Hands(3, 5, "Đếm lại phiếu")), () => other.Post(path, Hands(2, 5, "Đếm lại phiếu")));
        Answered(third, fourth);
        var last = await app.Rows(db => db.Votes.OrderByDescending(item => item.Id).FirstAsync());
        Assert.Equal(last.Approving, await app.Rows(db => db.Conclusions.Select(item => item.Approving).SingleAsync()));
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
    }

    [Fact]
    public async Task One_count_is_put_down_in_two_windows()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        var (one, other) = (await app.As(judging.Secretary), await app.As(judging.Secretary));
        var path = Given.Path(judging) + "/bieu-quyet";
        var (first, second) = await Together.Do(app, () => one.Post(path, Hands(5, 5, op: "luu")), () => other.Post(path, Hands(4, 5, op: "luu")));
        Answered(first, second);
        Assert.Equal(1, await Count(db => db.Votes));
        await one.Done(path, Hands(5, 5));
        await one.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
    }

    [Fact]
    public async Task A_sheet_is_handed_in_while_scoring_is_closed()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 5);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        var (judge, secretary, points) = (await app.As(judging.Judge), await app.As(judging.Secretary), await app.Given.Points(0.8m));
        var (handed, closed) = await Together.Do(app, () => judge.Post($"/cham-diem/{sheet}", [("Version", "0"), ("Op", "nop"), .. points]), () => secretary.Post("/tien-do/2026/chot", ("Confirm", "true")));
        Answered(handed, closed);
        Assert.Equal(HttpStatusCode.Redirect, closed.Status);
        var row = await app.Rows(db => db.Sheets.AsNoTracking().SingleAsync(item => item.Id == sheet));
        Assert.Equal((SheetStatus.Locked, handed.Status == HttpStatusCode.Redirect), (row.Status, row.IsValid));
    }

    [Fact]
    public async Task A_judge_is_called_while_the_council_concludes()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 7);
        var left = judging.Judges[6];
        await app.Rows(db => db.Sheets.Where(item => item.PersonId == left.Id).ExecuteDeleteAsync());
        await app.Rows(db => db.Assignments.Where(item => item.PersonId == left.Id).ExecuteDeleteAsync());
        foreach (var judge in judging.Judges.Take(6)) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        Given.Sure(await app.Send(new Web.Features.Scoring.CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        await (await app.As(judging.Secretary)).Done($"/bat-dong/2026/{judging.Initiatives[0]}/moi", ("PersonId", $"{left.Id}"), ("DueOn", "20/11/2026"), ("Reason", "Hai nhóm phiếu lệch xa"));
        await app.Given.Meets(judging);
        var (judge6, secretary, points) = (await app.As(left), await app.As(judging.Secretary), await app.Given.Points(0.5m));
        var sheet = (await app.Given.SheetId(left, judging.Initiatives[0]))!.Value;
        var (handed, concluded) = await Together.Do(app, () => judge6.Post($"/cham-diem/{sheet}", [("Version", "0"), ("Op", "nop"), .. points]), () => secretary.Post(Given.Path(judging) + "/bieu-quyet", Hands(7, 7)));
        Answered(handed, concluded);
        Assert.Equal(HttpStatusCode.Redirect, concluded.Status);
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());   // it rests on the sheets that count
    }

    [Fact]
    public async Task A_conflict_is_set_while_the_council_concludes()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 7);
        var (intake, secretary) = (await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN")), await app.As(judging.Secretary));
        var (set, concluded) = await Together.Do(app,
            () => intake.Post("/hoi-dong/2026/xung-dot", ("InitiativeId", $"{judging.Initiatives[0]}"), ("PersonId", $"{judging.Judges[6].Id}"), ("Kind", "Family"), ("Note", "Người thân của tác giả")),
            () => secretary.Post(Given.Path(judging) + "/bieu-quyet", Hands(7, 7)));
        Answered(set, concluded);
        Assert.NotEqual(set.Status, concluded.Status);   // he votes and was in no conflict, or leaves the room and there are six
    }

    [Fact]
    public async Task The_last_two_dossiers_are_closed_at_once()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3, settings: new CycleSettings { ScoringInSession = true });
        foreach (var judge in judging.Judges)
            foreach (var dossier in judging.Initiatives) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, dossier))!.Value, 0.8m);
        await app.Given.Meets(judging);
        var (one, other) = (await app.As(judging.Secretary), await app.As(judging.Secretary));
        for (var dossier = 0; dossier < 2; dossier++) await one.Done($"{Given.Path(judging, dossier)}/dien-bien", ("NotesVersion", "0"), ("Presenter", "Tác giả"), ("Questions", "Không có câu hỏi"));
        var (first, second) = await Together.Do(app, () => one.Post(Given.Path(judging) + "/chot-diem"), () => other.Post(Given.Path(judging, 1) + "/chot-diem"));
        Answered(first, second);
        Assert.Equal(2, await Count(db => db.Initiatives.Where(item => item.Status == InitiativeStatus.Judged)));
        Assert.NotNull(await app.Rows(db => db.Cycles.Select(item => item.ScoringClosedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_session_ends_while_a_vote_is_corrected()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        var (one, other) = (await app.As(judging.Secretary), await app.As(judging.Secretary));
        var path = Given.Path(judging) + "/bieu-quyet";
        await one.Done(path, Hands(5, 5));
        var (ended, corrected) = await Together.Do(app, () => one.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true")), () => other.Post(path, Hands(1, 5, "Đếm lại phiếu")));
        Answered(ended, corrected);
        var conclusion = await app.Rows(db => db.Conclusions.SingleAsync());
        Assert.Equal((await app.Rows(db => db.Votes.OrderByDescending(item => item.Id).Select(item => item.Approving).FirstAsync()), corrected.Status == HttpStatusCode.Redirect ? 1 : 5), (conclusion.Approving, conclusion.Approving));
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
        Assert.Equal(ended.Status == HttpStatusCode.Redirect, conclusion.Rank > 0);
    }

    /// <summary>Both dossiers are recommended, the last session has ended and nothing is put up yet.</summary>
    private async Task<(Judging Judging, TestUser Secretary, TestUser Department)> Concluded()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 5);
        await app.Given.Concluded(judging, 0, approving: 5);
        await app.Given.Concluded(judging, 1, approving: 4, against: 1);
        Given.Sure(await app.Send(new Web.Features.Sessions.EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        return (judging, await app.As(judging.Secretary), await app.As(judging.Lead));
    }

    private Task<List<int>> Recommended() => app.Rows(db => db.Initiatives.Where(item => item.Status == InitiativeStatus.Recommended).OrderBy(item => item.Id).Select(item => item.Id).ToListAsync());

    [Fact]
    public async Task A_vote_is_corrected_while_the_list_is_posted()
    {
        var (judging, secretary, department) = await Concluded();
        var (corrected, posted) = await Together.Do(app, () => secretary.Post(Given.Path(judging) + "/bieu-quyet", Hands(1, 5, "Đếm lại phiếu")), () => department.Post("/lay-y-kien/2026/niem-yet"));
        Answered(corrected, posted);
        Assert.Equal(HttpStatusCode.Redirect, posted.Status);
        Assert.Equal(await Recommended(), (await app.Rows(db => db.Postings.SingleAsync())).Items.Select(item => item.InitiativeId).Order());   // what is posted is what the council concluded
    }

    [Fact]
    public async Task A_vote_is_corrected_while_the_decision_is_drafted()
    {
        var (judging, secretary, department) = await Concluded();
        var (corrected, drafted) = await Together.Do(app, () => secretary.Post(Given.Path(judging) + "/bieu-quyet", Hands(1, 5, "Đếm lại phiếu")), () => department.Post("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{judging.CycleId}")));
        Answered(corrected, drafted);
        Assert.Equal(HttpStatusCode.Redirect, drafted.Status);
        Assert.Equal(await Recommended(), (await app.Rows(db => db.Decisions.SingleAsync())).Items.Select(item => item.InitiativeId).Order());
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
    }

    [Fact]
    public async Task Two_stand_ins_are_named_at_once()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 5);
        await app.Given.Bar(judging, judging.Initiatives, judging.Secretary);
        var (one, other) = (await app.As(judging.Lead), await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN")));
        Task<Answer> Name(TestUser user, TestPerson person) => user.Post("/hoi-dong/2026/nguoi-thay", ("InitiativeId", $"{judging.Initiatives[0]}"), ("ForPersonId", $"{judging.Secretary.Id}"), ("PersonId", $"{person.Id}"), ("Reason", ""));
        var (first, second) = await Together.Do(app, () => Name(one, judging.Judges[2]), () => Name(other, judging.Judges[3]));
        Answered(first, second);
        Assert.Equal(1, await Count(db => db.StandIns.Where(item => item.EndedAt == null)));
    }

    /// <summary>Eligible dossiers and a council; two of the Department.</summary>
    private async Task<(int Cycle, TestUser One, TestUser Other)> Prepared()
    {
        await app.Given.EligibleInitiatives(3);
        var cycle = await app.Rows(db => db.Cycles.Select(item => item.Id).SingleAsync());
        await app.Rows(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(item => item.Settings, new CycleSettings { JudgesPerDossier = 3, ReviewersPerDossier = 0 })));
        await app.Given.Council(cycle);
        app.Clock.Now = Given.AfterCutOff;
        return (cycle, await app.As(await app.Given.Lead()), await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN")));
    }

    private static (string, string)[] Seen(Answer page) => [.. new[] { "Digest", "Seed", "Source", "Change" }.Select(name => (name, page.Field(name))).Where(field => field.Item2.Length > 0)];

    [Fact]
    public async Task A_plan_is_applied_twice()
    {
        var (_, one, other) = await Prepared();
        var (mine, theirs) = (Seen(await one.Page("/phan-cong/2026/du-kien?seed=5")), Seen(await other.Page("/phan-cong/2026/du-kien?seed=6")));
        var (first, second) = await Together.Do(app, () => one.Post("/phan-cong/2026", mine), () => other.Post("/phan-cong/2026", theirs));
        Answered(first, second);
        Assert.NotEqual(first.Status, second.Status);
        Assert.Equal(1, await Count(db => db.AssignmentRuns));
        Assert.Equal(9, await Count(db => db.Assignments));
    }

    [Fact]
    public async Task Scoring_is_opened_while_a_plan_is_applied()
    {
        var (cycle, one, other) = await Prepared();
        Given.Sure(await app.Send(new AssignJudges.Command { Year = 2026, Seed = 1 }, (await app.Given.Lead()).Actor));
        var plan = Seen(await other.Page("/phan-cong/2026/du-kien?seed=77"));
        var (opened, applied) = await Together.Do(app, () => one.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true")), () => other.Post("/phan-cong/2026", plan));
        Answered(opened, applied);
        Assert.Equal(HttpStatusCode.Redirect, opened.Status);
        Assert.Equal(await app.Rows(db => db.Assignments.OrderBy(item => item.InitiativeId).ThenBy(item => item.PersonId).Select(item => $"{item.InitiativeId} {item.PersonId}").ToListAsync()),
            await app.Rows(db => db.Sheets.OrderBy(item => item.InitiativeId).ThenBy(item => item.PersonId).Select(item => $"{item.InitiativeId} {item.PersonId}").ToListAsync()));
    }

    [Fact]
    public async Task Scoring_is_opened_twice()
    {
        var (cycle, one, other) = await Prepared();
        Given.Sure(await app.Send(new AssignJudges.Command { Year = 2026, Seed = 1 }, (await app.Given.Lead()).Actor));
        Task<Answer> Open(TestUser user) => user.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
        var (first, second) = await Together.Do(app, () => Open(one), () => Open(other));
        Answered(first, second);
        Assert.NotEqual(first.Status, second.Status);
        Assert.Equal(9, await Count(db => db.Sheets));
        Assert.Equal(3, await app.Rows(db => db.Initiatives.Select(item => item.CouncilCode).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_tie_is_counted_in_two_windows()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 5, settings: new CycleSettings { MaxMerit = 1 });
        for (var dossier = 0; dossier < 2; dossier++) await app.Given.Concluded(judging, dossier, approving: 5);
        await app.Given.Board(judging);
        var (one, other) = (await app.As(judging.Secretary), await app.As(judging.Secretary));
        (string, string)[] Count(int first) => [("Issued", "5"), ("Returned", "5"), ("Valid", "5"), ("Invalid", "0"), ($"Votes[{judging.Initiatives[0]}]", $"{first}"), ($"Votes[{judging.Initiatives[1]}]", $"{5 - first}")];
        var (mine, theirs) = await Together.Do(app, () => one.Post("/phien-hop/2026/1/bo-phieu-kin", Count(2)), () => other.Post("/phien-hop/2026/1/bo-phieu-kin", Count(3)));
        Answered(mine, theirs);
        Assert.NotEqual(mine.Status, theirs.Status);   // another is a correction, with a reason
        Assert.Equal(1, await this.Count(db => db.TieBallots));
    }
}
