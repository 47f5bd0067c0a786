using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Recusals;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Data;

/// <summary>
/// What the council must not tell, planted in the database, changed there, and looked for in every answer of every role. For
/// whom the fact is hidden nothing changes; for whoever may know it the pages named in <see cref="Planted"/> do, which proves
/// that the fact was there to leak.
/// </summary>
public sealed class HiddenFactsTests : IDisposable
{
    private readonly TestApp app = new();
    private readonly Dictionary<string, TestUser> people = [];
    private readonly Dictionary<string, Role> roles = [];

    public void Dispose() => app.Dispose();

    private async Task Add(string who, TestPerson person)
    {
        people[who] = await app.As(person);
        roles[who] = await app.Rows(db => db.People.Where(item => item.Id == person.Id).Select(item => item.Roles).SingleAsync());
    }

    /// <summary>One of each role who has nothing to do with the council, in the dossiers' unit and outside.</summary>
    private async Task AddEverybody(Judging judging)
    {
        people["khách"] = app.Anybody();
        roles["khách"] = Role.None;
        await Add("tác giả", judging.Author);
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.None or Role.DepartmentLead)))
            await Add($"{role}", await app.Given.Person(role, role is Role.UnitHead or Role.UnitOfficer ? "11311" : role is Role.IntakeOfficer or Role.Appraiser ? "SKHCN" : "SNV"));
    }

    private HiddenFacts Facts(Judging judging, int sheet) => new(people, "hồ+sơ")
    {
        RolesOf = who => roles.TryGetValue(who, out var held) ? held : null,
        Ids = new Dictionary<string, int> { ["sheetId"] = sheet, ["initiativeId"] = judging.Initiatives[0], ["id"] = judging.Initiatives[0] },
    };

    private async Task Told(HiddenFacts facts, Judging judging, string fact, params string[] entitled)
    {
        app.Services.GetRequiredService<KeptBoards>().Forget();   // the fact was changed past the journal
        var changed = await facts.Changed(judging.Initiatives[0]);
        Assert.Empty(changed.Where(item => !entitled.Contains(item.Key.Who)).Select(item => item.Value));
        Assert.Equal(Planted.Of(fact), changed.Keys.Select(key => key.Template).Distinct().Order(StringComparer.Ordinal));
    }

    private async Task<int> Sheet(TestPerson judge, int dossier) => await app.Given.SheetId(judge, dossier) ?? throw new InvalidOperationException("No sheet.");

    private Task Rescore(int sheet) => app.Rows(async db =>
    {
        var content = (await db.Sheets.AsNoTracking().SingleAsync(item => item.Id == sheet)).Content();
        await db.Set<SubScore>().Where(item => item.SheetId == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Points, 4.5m));
        await db.Set<CriterionScore>().Where(item => item.SheetId == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, 13.5m).SetProperty(item => item.Comment, "Nhận xét khác hẳn"));
        return await db.Sheets.Where(item => item.Id == sheet).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, 45m));
    });

    private async Task Bar(Judging judging, TestPerson person) => Given.Sure(await app.Send(
        new SetConflict.Command { Year = 2026, InitiativeId = judging.Initiatives[0], PersonId = person.Id, Kind = ConflictKind.Family, Note = "Người thân của tác giả" },
        (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor));

    [Fact]
    public async Task What_a_judge_writes_is_his_own_until_scoring_is_closed()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5);
        foreach (var dossier in judging.Initiatives) await app.Given.HandIn(judging.Judge, await Sheet(judging.Judge, dossier), 0.8m);
        await AddEverybody(judging);
        await Add("chủ tịch", judging.Chair);
        await Add("thư ký", judging.Secretary);
        await Add("lãnh đạo Sở", judging.Lead);
        await Add("thành viên khác", judging.Judges[3]);
        await Add("người chấm", judging.Judge);
        var sheet = await Sheet(judging.Judge, judging.Initiatives[0]);
        var facts = Facts(judging, sheet);
        await facts.Look(judging.Initiatives[0]);
        await Rescore(sheet);
        await Told(facts, judging, Planted.Sheet, "người chấm");
    }

    [Fact]
    public async Task For_the_conflicted_a_dossier_never_came_before_the_council()
    {
        var judging = await app.Given.OpenScoring(dossiers: 3, judges: 6, conflicted: true);
        foreach (var dossier in judging.Initiatives) await app.Given.HandIn(judging.Judge, await Sheet(judging.Judge, dossier), 0.8m);
        await Bar(judging, judging.Secretary);
        await Add("ủy viên cùng đơn vị", judging.Judges[5]);
        await Add("thư ký có xung đột", judging.Secretary);
        await Add("lãnh đạo Sở", judging.Lead);
        var (gone, sheet) = (judging.Initiatives[0], await Sheet(judging.Judge, judging.Initiatives[0]));
        var facts = Facts(judging, sheet);
        await facts.Look(gone);
        await app.Rows(async db =>
        {
            await db.SheetVersions.Where(item => db.Sheets.Any(each => each.Id == item.SheetId && each.InitiativeId == gone)).ExecuteDeleteAsync();
            await db.Set<SubScore>().Where(item => db.Sheets.Any(each => each.Id == item.SheetId && each.InitiativeId == gone)).ExecuteDeleteAsync();
            await db.Set<CriterionScore>().Where(item => db.Sheets.Any(each => each.Id == item.SheetId && each.InitiativeId == gone)).ExecuteDeleteAsync();
            await db.Sheets.Where(item => item.InitiativeId == gone).ExecuteDeleteAsync();
            await db.Assignments.Where(item => item.InitiativeId == gone).ExecuteDeleteAsync();
            return await db.Initiatives.Where(item => item.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(item => item.CouncilCode, (string?)null));
        });
        await Told(facts, judging, Planted.Dossier, "lãnh đạo Sở");
    }

    [Fact]
    public async Task What_the_council_concluded_is_told_by_publication_and_never_before_to_the_conflicted()
    {
        var judging = await app.Given.OpenSession(dossiers: 3, judges: 6, conflicted: true);
        foreach (var dossier in judging.Initiatives)
            Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = dossier, Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện" }, judging.Secretary.Actor));
        var relative = await app.Given.Person(Role.DepartmentLead, "SKHCN");
        foreach (var person in new[] { judging.Secretary, relative })
        {
            await app.Rows(db =>
            {
                db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], person.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
                return db.SaveChangesAsync();
            });
        }

        await AddEverybody(judging);
        await Add("chủ tịch", judging.Chair);
        await Add("thư ký có xung đột", judging.Secretary);
        await Add("lãnh đạo có xung đột", relative);
        await Add("ủy viên cùng đơn vị", judging.Judges[5]);
        await Add("lãnh đạo Sở", judging.Lead);
        await Add("người đã chấm", judging.Judge);
        var (changed, sheet) = (judging.Initiatives[0], await Sheet(judging.Judge, judging.Initiatives[0]));
        var facts = Facts(judging, sheet);
        await facts.Look(changed);
        await app.Rows(async db =>
        {
            await db.Conclusions.Where(item => item.InitiativeId == changed).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 1).SetProperty(item => item.IsRecommended, false).SetProperty(item => item.Reason, "Chưa đạt"));
            await db.Votes.Where(item => item.InitiativeId == changed).ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 1).SetProperty(item => item.Against, 4).SetProperty(item => item.Reason, "Chưa đạt"));
            return await db.Initiatives.Where(item => item.Id == changed).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.NotRecommended));
        });
        await Told(facts, judging, Planted.Outcome, "lãnh đạo Sở", "chủ tịch");   // the chair holds the ballot across the last place: the secretary is in conflict

        // The other judges are told how theirs lie beside the pool's mean, and no single sheet.
        await facts.Look(changed);
        await Rescore(await Sheet(judging.Judges[3], changed));
        await Told(facts, judging, Planted.ClosedSheet, "lãnh đạo Sở", "chủ tịch", "người đã chấm");
    }

    [Fact]
    public async Task A_vote_that_is_not_announced_is_its_counter_s_alone()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 6, conflicted: true);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện", Op = "luu" }, judging.Secretary.Actor));
        await AddEverybody(judging);
        await Add("chủ tịch", judging.Chair);
        await Add("thư ký", judging.Secretary);
        await Add("ủy viên cùng đơn vị", judging.Judges[5]);
        await Add("lãnh đạo Sở", judging.Lead);
        var facts = Facts(judging, await Sheet(judging.Judge, judging.Initiatives[0]));
        await facts.Look(judging.Initiatives[0]);
        await app.Rows(db => db.Votes.ExecuteUpdateAsync(set => set.SetProperty(item => item.Approving, 2).SetProperty(item => item.Against, 3)));
        await Told(facts, judging, Planted.Tally, "thư ký");
    }

    [Fact]
    public async Task A_judge_of_a_blind_cycle_is_not_told_who_wrote_it_or_where()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5, settings: new CycleSettings { Blind = true });
        await app.Given.WrittenReview(judging, judging.Chair, judging.Initiatives[0]);
        await Add("chủ tịch", judging.Chair);
        await Add("người chấm", judging.Judge);
        await Add("lãnh đạo Sở", judging.Lead);
        var facts = Facts(judging, await Sheet(judging.Judge, judging.Initiatives[0]));
        await facts.Look(judging.Initiatives[0]);
        await app.Rows(async db =>
        {
            var other = await db.Units.Where(unit => unit.Code == "10804").Select(unit => unit.Id).SingleAsync();
            await db.Set<Authorship>().Where(item => item.InitiativeId == judging.Initiatives[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, "Người Viết Khác").SetProperty(item => item.Workplace, "Nơi làm việc khác"));
            return await db.Initiatives.ExecuteUpdateAsync(set => set.SetProperty(item => item.UnitId, other));
        });
        await Told(facts, judging, Planted.Writer, "lãnh đạo Sở");
    }

    [Fact]
    public void Every_page_is_named_with_the_facts_that_are_planted_for_it_or_with_the_reason_why_none_is() =>
        Assert.Equal(HiddenFacts.Routes.Select(route => route.Template), Planted.Templates);
}
