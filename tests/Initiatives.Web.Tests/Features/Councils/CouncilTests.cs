using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Councils;
using Initiatives.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Councils;

public sealed class CouncilTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<TestUser> Lead() => await app.As(await app.Given.Lead());

    private static (string, string)[] Form(params (int PersonId, CouncilPost Post)[] members) =>
    [
        ("Version", "0"), ("Name", "Hội đồng sáng kiến 2026"), ("Authority", "CityCommittee"), ("DecisionNumber", "88/QĐ-UBND"), ("DecisionDate", "10/9/2026"),
        .. members.SelectMany((member, index) => new[] { ($"Members[{index}].PersonId", $"{member.PersonId}"), ($"Members[{index}].Post", member.Post.ToString()) }),
    ];

    [Fact]
    public async Task Recording_a_council_grants_its_members_their_roles()
    {
        await app.Given.OpenCycle();
        var people = new[] { await app.Given.Person(Role.CityLeader, "UBND-TP"), await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.UnitHead, "SNV") };
        var lead = await Lead();
        Assert.Contains("Chưa ghi nhận Hội đồng của kỳ 2026", (await lead.Page("/hoi-dong/2026")).Text);
        await lead.Done("/hoi-dong/2026/ghi", Form((people[0].Id, CouncilPost.Chair), (people[1].Id, CouncilPost.Secretary), (0, CouncilPost.Member), (people[2].Id, CouncilPost.Member)));
        var page = await lead.Page("/hoi-dong/2026");
        Assert.Contains("Quyết định số 88/QĐ-UBND ngày 10/9/2026 của Chủ tịch Ủy ban nhân dân thành phố", page.Text);
        Assert.All(people, person => Assert.Contains(person.Name, page.Text));
        var roles = await app.Rows(db => db.People.Where(person => people.Select(item => item.Id).Contains(person.Id)).OrderBy(person => person.Id).Select(person => person.Roles).ToListAsync());
        Assert.Equal([Role.CityLeader | Role.CouncilMember, Role.Appraiser | Role.CouncilMember | Role.CouncilSecretary, Role.UnitHead | Role.CouncilMember], roles);
    }

    [Fact]
    public async Task A_council_without_exactly_one_chair_and_one_secretary_is_refused_and_nothing_typed_is_lost()
    {
        await app.Given.OpenCycle();
        var people = new[] { await app.Given.Judge("UBND-TP"), await app.Given.Judge("SKHCN"), await app.Given.Judge("SNV") };
        var lead = await Lead();
        var twoChairs = await lead.Post("/hoi-dong/2026/ghi", Form((people[0].Id, CouncilPost.Chair), (people[1].Id, CouncilPost.Chair), (people[2].Id, CouncilPost.Secretary)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twoChairs.Status);
        Assert.Contains("Hội đồng cần đúng một Chủ tịch.", twoChairs.Text);
        Assert.Contains($"<option selected=\"selected\" value=\"{people[1].Id}\">", twoChairs.Body);
        Assert.Equal("88/QĐ-UBND", twoChairs.Field("DecisionNumber"));
        var noSecretary = await lead.Post("/hoi-dong/2026/ghi", Form((people[0].Id, CouncilPost.Chair), (people[1].Id, CouncilPost.Member), (people[2].Id, CouncilPost.Member)));
        Assert.Contains("Hội đồng cần đúng một ủy viên thư ký.", noSecretary.Text);
        Assert.Equal(0, await app.Rows(db => db.Councils.CountAsync()));
    }

    [Fact]
    public async Task An_administrator_never_judges()
    {
        await app.Given.OpenCycle();
        var (chair, secretary, admin) = (await app.Given.Judge("UBND-TP"), await app.Given.Judge("SKHCN"), await app.Given.Person(Role.Administrator, name: "Phạm Quản Trị"));
        var answer = await (await Lead()).Post("/hoi-dong/2026/ghi", Form((chair.Id, CouncilPost.Chair), (secretary.Id, CouncilPost.Secretary), (admin.Id, CouncilPost.Member)));
        Assert.Contains("Phạm Quản Trị là quản trị hệ thống nên không được chấm.", answer.Text);
    }

    [Fact]
    public async Task Expertise_cap_and_secretariat_are_recorded_shown_again_and_the_clerks_conflicts_found()
    {
        await app.Given.OpenCycle();
        var (chair, secretary, member) = (await app.Given.Judge("UBND-TP"), await app.Given.Judge("SKHCN"), await app.Given.Judge("SNV"));
        var clerk = await app.Given.Person(Role.IntakeOfficer, "11311", "Ngô Thị Thảo");
        var dossier = await app.Given.ReceivedDossier("11311", "Hồ sơ của đơn vị người giúp việc");
        var lead = await Lead();
        await lead.Done("/hoi-dong/2026/ghi",
        [
            .. Form((chair.Id, CouncilPost.Chair), (secretary.Id, CouncilPost.Secretary), (member.Id, CouncilPost.Reviewer)),
            ("Members[2].Fields", "LV-A"), ("Members[2].Fields", "LV-DD"), ("Members[2].Cap", "25"), ("Clerks[0].PersonId", $"{clerk.Id}"), ("Clerks[1].PersonId", "0"),
        ]);
        var page = (await lead.Page("/hoi-dong/2026")).Text;
        Assert.Contains("a, đ", page);
        Assert.Contains("0 hồ sơ, tối đa 25", page);
        Assert.Contains("1 người trong tổ thư ký", page);
        Assert.Contains("Ngô Thị Thảo", page);
        Assert.Equal(Role.IntakeOfficer | Role.Secretariat, await app.Rows(db => db.People.Where(person => person.Id == clerk.Id).Select(person => person.Roles).SingleAsync()));
        Assert.Equal([ConflictKind.Unit], await app.Rows(db => db.Conflicts.Where(item => item.InitiativeId == dossier && item.PersonId == clerk.Id).Select(item => item.Kind).ToListAsync()));
        var form = (await lead.Page("/hoi-dong/2026/ghi")).Body;
        Assert.Matches("name=\"Members\\[2\\].Fields\" value=\"LV-DD\" checked", form);
        Assert.Contains("Chuyên môn: a, đ · tối đa 25 hồ sơ", (await lead.Page("/hoi-dong/2026/ghi")).Text);
    }

    [Fact]
    public async Task A_preview_shows_every_conflict_namesake_and_thin_dossier_and_saves_nothing()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author | Role.UnitHead, "SNV", "Đỗ Văn Anh");
        var neighbour = await app.Given.Judge("11311");
        var namesake = await app.Given.Person(Role.CouncilMember, "STP", "Nguyễn Thị Bích");
        await app.Given.ReceivedDossier("SNV", "Hồ sơ của thủ trưởng", author);
        await app.Given.ReceivedDossier("11311", "Hồ sơ có người trùng tên", await app.Given.Person(Role.Author, "11311", "Nguyễn Thị Bích"));
        var lead = await Lead();
        var answer = await lead.Post("/hoi-dong/2026/xem-truoc", Form((author.Id, CouncilPost.Chair), (neighbour.Id, CouncilPost.Secretary), (namesake.Id, CouncilPost.Member)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Đỗ Văn Anh , Chủ tịch Hội đồng: xung đột với 1/2 hồ sơ", answer.Text);
        Assert.Contains("0001 Hồ sơ của thủ trưởng: là tác giả", answer.Text);
        Assert.Contains("Đỗ Văn Anh là lãnh đạo đơn vị và là tác giả của 0001 Hồ sơ của thủ trưởng.", answer.Text);
        Assert.Contains("0002 Hồ sơ có người trùng tên: cùng đơn vị", answer.Text);
        Assert.Contains("0002 Hồ sơ có người trùng tên: trùng họ tên với tác giả Nguyễn Thị Bích, cần xác minh", answer.Text);
        Assert.Contains("2 hồ sơ sẽ còn ít hơn 3 người chấm được: 0001 Hồ sơ của thủ trưởng: còn 2 người 0002 Hồ sơ có người trùng tên: còn 2 người", answer.Text);
        Assert.Equal("88/QĐ-UBND", answer.Field("DecisionNumber"));
        Assert.Equal((0, 0), (await app.Rows(db => db.Councils.CountAsync()), await app.Rows(db => db.Conflicts.CountAsync())));
    }

    [Fact]
    public async Task Last_years_members_are_offered_as_a_prefill()
    {
        app.Clock.Now = new DateTime(2025, 9, 15, 2, 0, 0, DateTimeKind.Utc);
        var members = await app.Given.Council(await app.Given.OpenCycle(2025));
        app.Clock.Now = TestClock.Start;
        await app.Given.OpenCycle();
        var lead = await Lead();
        Assert.Contains("Chép thành viên năm 2025", (await lead.Page("/hoi-dong/2026")).Text);
        var form = await lead.Page("/hoi-dong/2026/ghi?chep=true");
        Assert.All(members, member => Assert.Contains($"<option selected=\"selected\" value=\"{member.Id}\">", form.Body));
        Assert.Equal("", form.Field("DecisionNumber"));
    }

    [Fact]
    public async Task Nobody_is_assigned_what_he_wrote_what_his_co_author_wrote_what_his_unit_sent_or_what_he_appraised()
    {
        var cycleId = await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author | Role.CouncilMember, "SNV", "Đỗ Văn Anh");
        var coAuthor = await app.Given.Person(Role.Author, "SNV", "Nguyễn Thị Bích");
        var neighbour = await app.Given.Person(Role.CouncilMember, "11311", "Lê Văn Sơn");
        var appraiser = await app.Given.Person(Role.Appraiser | Role.CouncilMember, "SKHCN", "Phạm Thị Chi");
        await app.Given.Council(cycleId, author, neighbour, appraiser);   // one more member works in SNV
        var own = await app.Given.ReceivedDossier("SNV", "Hồ sơ của chính thành viên", author, coAuthor);
        var unit = await app.Given.ReceivedDossier("11311", "Hồ sơ của đơn vị thành viên");
        var appraised = await app.Given.ReceivedDossier("11329", "Hồ sơ do thành viên thẩm định");
        var free = await app.Given.ReceivedDossier("11359", "Hồ sơ không ai vướng");
        foreach (var id in new[] { own, unit, free }) await app.Given.Proposal(id);
        await app.Given.Proposal(appraised, by: appraiser);
        await app.Given.Approval(own, unit, appraised, free);
        // The co-author has moved to another commune and sends something there.
        var moved = await app.Given.ReceivedDossier("11329", "Hồ sơ của đồng tác giả");
        await app.Rows(db => db.Database.ExecuteSqlAsync($"""UPDATE "Authorships" SET "PersonId" = {coAuthor.Id}, "Name" = {coAuthor.Name} WHERE "InitiativeId" = {moved}"""));
        await app.Given.Proposal(moved);
        await app.Given.Approval(moved);

        var lead = await Lead();
        await lead.Done("/phan-cong/2026");
        var given = await app.Rows(db => db.Assignments.Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync());
        List<int> Of(TestPerson person) => [.. given.Where(item => item.PersonId == person.Id).Select(item => item.InitiativeId).Order()];
        Assert.Equal([unit, appraised, free], Of(author));
        Assert.Equal([own, appraised, free, moved], Of(neighbour));
        Assert.Equal([own, unit, free, moved], Of(appraiser));
        Assert.Equal((5 * 9) - 6, given.Count);   // the other member from SNV works with the co-author who sent from elsewhere

        var page = (await lead.Page("/phan-cong/2026")).Text;
        Assert.Contains("là tác giả", page);
        Assert.Contains("cùng đơn vị", page);
        Assert.Contains("đã thẩm định hồ sơ", page);
        Assert.Contains("39 lượt chấm đã phân công", page);
    }

    [Fact]
    public async Task Assigning_again_adds_what_is_missing_and_takes_back_only_what_became_a_conflict()
    {
        var ids = await app.Given.EligibleInitiatives(2);
        var cycleId = await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync());
        var council = await app.Given.Council(cycleId);
        var lead = await Lead();
        await lead.Done("/phan-cong/2026");
        var before = await app.Rows(db => db.Assignments.OrderBy(item => item.Id).Select(item => item.Id).ToListAsync());
        await lead.Done("/phan-cong/2026");
        Assert.Equal(before, await app.Rows(db => db.Assignments.OrderBy(item => item.Id).Select(item => item.Id).ToListAsync()));

        await app.Rows(db => db.Database.ExecuteSqlAsync($"""UPDATE "Authorships" SET "PersonId" = {council[4].Id} WHERE "InitiativeId" = {ids[0]}"""));
        await lead.Done("/phan-cong/2026");
        var after = await app.Rows(db => db.Assignments.Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync());
        Assert.Equal(17, after.Count);
        Assert.DoesNotContain(after, item => item.InitiativeId == ids[0] && item.PersonId == council[4].Id);
    }

    [Fact]
    public async Task Opening_scoring_freezes_the_rubric_and_gives_codes_and_sheets()
    {
        var opened = await app.Given.ScoringOpen(count: 12);
        var cycle = await app.Rows(db => db.Cycles.SingleAsync());
        Assert.Equal((CyclePhase.Judging, new DateTime(2026, 10, 30, 17, 0, 0, DateTimeKind.Utc)), (cycle.Phase, cycle.ScoringDueAt));
        Assert.Equal(app.Clock.Now, await app.Rows(db => db.Rubrics.Select(rubric => rubric.FrozenAt).SingleAsync()));
        Assert.Equal(12 * 9, await app.Rows(db => db.Sheets.CountAsync()));
        var dossiers = await app.Rows(db => db.Initiatives.OrderBy(item => item.RegisterNumber).Select(item => new { item.Id, item.CouncilCode, item.Status }).ToListAsync());
        Assert.All(dossiers, item => Assert.Equal(InitiativeStatus.Judging, item.Status));
        Assert.Equal(12, dossiers.Select(item => item.CouncilCode).Distinct().Count());
        // One in 12! (479 million) shuffles would stand in the register's order.
        Assert.NotEqual(dossiers.Select(item => item.CouncilCode), dossiers.Select(item => item.CouncilCode).Order(StringComparer.Ordinal));
        var refused = await (await Lead()).Post("/hoi-dong/2026/ghi", Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Đã mở chấm điểm, danh sách Hội đồng không sửa được nữa.", refused.Text);
        Assert.Equal(12, opened.InitiativeIds.Count);
    }

    [Fact]
    public async Task Scoring_does_not_open_before_the_cut_off()
    {
        await app.Given.EligibleInitiatives(1);
        await app.Given.Council(await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync()));
        var lead = await Lead();
        await lead.Done("/phan-cong/2026");
        Assert.DoesNotContain("/mo-cham", (await lead.Page("/phan-cong/2026")).Body);
        var early = await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Chỉ mở chấm điểm khi đã hết hạn nhận hồ sơ.", early.Text);
        Assert.Equal(0, await app.Rows(db => db.Sheets.CountAsync()));
        Assert.Null(await app.Rows(db => db.Rubrics.Select(rubric => rubric.FrozenAt).SingleAsync()));

        app.Clock.Now = new DateTime(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);
        lead = await Lead();
        Assert.Contains("/mo-cham", (await lead.Page("/phan-cong/2026")).Body);
        var past = await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/9/2026"));
        Assert.Contains("Hạn chấm phải ở sau thời điểm này.", past.Text);
        await lead.Done("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
    }

    [Fact]
    public async Task Scoring_does_not_open_while_a_dossier_has_no_approved_result()
    {
        await app.Given.EligibleInitiatives(1);
        await app.Given.ReceivedDossier(title: "Hồ sơ chưa ai thẩm định");
        await app.Given.Proposal(await app.Given.ReceivedDossier(title: "Hồ sơ chờ lãnh đạo duyệt"));
        await app.Given.Council(await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync()));
        app.Clock.Now = Given.AfterCutOff;
        var lead = await Lead();
        await lead.Done("/phan-cong/2026");
        var refused = await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"));
        Assert.Contains("Còn 2 hồ sơ chưa có kết quả thẩm định được duyệt.", refused.Text);
        Assert.Equal(CyclePhase.Open, await app.Rows(db => db.Cycles.Select(cycle => cycle.Phase).SingleAsync()));
    }

    [Fact]
    public async Task Scoring_does_not_open_while_a_dossier_has_no_judge_and_warns_of_few()
    {
        var cycleId = await app.Given.OpenCycle();
        var people = new[] { await app.Given.Judge("11311"), await app.Given.Judge("11311"), await app.Given.Judge("SNV") };
        var lead = await Lead();
        await lead.Done("/hoi-dong/2026/ghi", Form((people[0].Id, CouncilPost.Chair), (people[1].Id, CouncilPost.Secretary), (people[2].Id, CouncilPost.Member)));
        var few = await app.Given.ReceivedDossier("11311", "Hồ sơ chỉ một người chấm được");
        await app.Given.Proposal(few);
        await app.Given.Approval(few);
        await lead.Done("/phan-cong/2026");
        Assert.Contains("Ít hơn 5 người chấm: hồ sơ số 0001 (1 người)", (await lead.Page("/phan-cong/2026")).Text);

        var none = await app.Given.ReceivedDossier("SNV", "Hồ sơ đến sau khi phân công");
        await app.Given.Proposal(none);
        await app.Given.Approval(none);
        app.Clock.Now = Given.AfterCutOff;
        var refused = await (await Lead()).Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"));
        Assert.Contains("Chưa có người chấm: hồ sơ số 2 “Hồ sơ đến sau khi phân công”.", refused.Text);
        Assert.Equal(1, await app.Rows(db => db.Assignments.CountAsync(item => item.CycleId == cycleId)));
    }

    [Fact]
    public async Task Scoring_does_not_open_on_an_assignment_that_no_longer_fits()
    {
        var ids = await app.Given.EligibleInitiatives(2);
        await app.Given.Council(await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync()));
        app.Clock.Now = Given.AfterCutOff;
        var lead = await Lead();
        await lead.Done("/phan-cong/2026");
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = ids[0], Reason = "Làm lại năm sau" }, (await app.Given.Head("11311")).Actor));
        Assert.Contains("Phân công lại rồi mở chấm.", (await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"))).Text);
        await lead.Done("/phan-cong/2026");
        await lead.Done("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
        Assert.Equal(9, await app.Rows(db => db.Sheets.CountAsync()));
    }

    [Theory]
    [InlineData(Role.Appraiser)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.CouncilSecretary)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_manage_the_council_see_who_judges_what(Role role)
    {
        await app.Given.OpenCycle();
        var user = await app.As(await app.Given.Person(role));
        foreach (var path in new[] { "/hoi-dong/2026", "/hoi-dong/2026/ghi", "/phan-cong/2026" })
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Get(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/phan-cong/2026")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"))).Status);
    }
}
