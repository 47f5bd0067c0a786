using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Recusals;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Recusals;

public sealed class RecusalTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<(int PersonId, ConflictKind Kind, ConflictSource Source)>> Standing(int initiativeId) => app.Rows(async db =>
        (await db.Conflicts.Where(item => item.InitiativeId == initiativeId && item.LiftedAt == null).OrderBy(item => item.Id).ToListAsync()).ConvertAll(item => (item.PersonId, item.Kind, item.Source)));

    private Task<List<int>> Judges(int initiativeId) => app.Rows(db => db.Assignments.Where(item => item.InitiativeId == initiativeId).OrderBy(item => item.Id).Select(item => item.PersonId).ToListAsync());

    private async Task Set(Judging judging, TestPerson person, int dossier) =>
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossier, PersonId = person.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor));

    [Fact]
    public async Task A_judge_declares_a_conflict_and_the_dossier_leaves_his_desk()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 4);
        var (dossier, user) = (judging.Initiatives[0], await app.As(judging.Judge));
        var sheet = await app.Given.SheetId(judging.Judge, dossier);
        Assert.Contains("Khai xung đột lợi ích", (await user.Page($"/cham-diem/{sheet}/xung-dot")).Text);
        var done = await user.Post($"/cham-diem/{sheet}/xung-dot", ("Kind", "Family"), ("Note", ""), ("Confirm", "true"));
        Assert.Equal("/cham-diem", done.Location);
        Assert.Equal([(judging.Judge.Id, ConflictKind.Family, ConflictSource.Declared)], await Standing(dossier));
        Assert.DoesNotContain(judging.Judge.Id, await Judges(dossier));
        Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/cham-diem/{sheet}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await user.Post($"/cham-diem/{sheet}", ("Op", "luu"))).Status);
        var desk = (await user.Page("/cham-diem")).Body;
        Assert.DoesNotContain($"/cham-diem/{sheet}\"", desk, StringComparison.Ordinal);
        Assert.Contains($"/cham-diem/{await app.Given.SheetId(judging.Judge, judging.Initiatives[1])}\"", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaring_needs_a_kind_a_confirmation_and_for_another_reason_a_note()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        var sheet = await app.Given.SheetId(judging.Judge, judging.Initiatives[0]);
        var user = await app.As(judging.Judge);
        Assert.Contains("Đánh dấu vào ô xác nhận.", (await user.Post($"/cham-diem/{sheet}/xung-dot", ("Kind", "Family"))).Text);
        Assert.Contains("Chọn loại xung đột lợi ích.", (await user.Post($"/cham-diem/{sheet}/xung-dot", ("Kind", ""), ("Confirm", "true"))).Text);
        Assert.Contains("Chọn loại xung đột lợi ích.", (await user.Post($"/cham-diem/{sheet}/xung-dot", ("Kind", "Author"), ("Confirm", "true"))).Text);
        Assert.Contains("Ghi ngắn gọn lý do.", (await user.Post($"/cham-diem/{sheet}/xung-dot", ("Kind", "Other"), ("Note", "vì"), ("Confirm", "true"))).Text);
        Assert.Empty(await Standing(judging.Initiatives[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judging.Chair)).Get($"/cham-diem/{sheet}/xung-dot")).Status);
    }

    [Fact]
    public async Task A_conflict_is_set_with_a_reason_and_lifted_with_one_but_never_by_oneself()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        var dossier = judging.Initiatives[0];
        var secretary = await app.As(judging.Secretary);
        const string Page = "/hoi-dong/2026/xung-dot";
        Assert.Contains("Ghi lý do xác định xung đột lợi ích.", (await secretary.Post(Page, ("InitiativeId", $"{dossier}"), ("PersonId", $"{judging.Judge.Id}"), ("Kind", "Family"), ("Note", ""))).Text);
        await secretary.Done(Page, ("InitiativeId", $"{dossier}"), ("PersonId", $"{judging.Judge.Id}"), ("Kind", "Family"), ("Note", "Em ruột của tác giả"));
        Assert.Contains("đã có xung đột lợi ích", (await secretary.Post(Page, ("InitiativeId", $"{dossier}"), ("PersonId", $"{judging.Judge.Id}"), ("Kind", "Family"), ("Note", "Em ruột của tác giả"))).Text);
        var id = await app.Rows(db => db.Conflicts.Where(item => item.PersonId == judging.Judge.Id).Select(item => item.Id).SingleAsync());
        Assert.Contains("Ghi lý do gỡ.", (await secretary.Post($"{Page}/{id}/go", ("LiftReason", ""))).Text);
        await secretary.Done($"{Page}/{id}/go", ("LiftReason", "Nhầm người trùng tên"));
        Assert.Empty(await Standing(dossier));
        Assert.Contains("Nhầm người trùng tên", (await secretary.Page(Page)).Text);
    }

    [Fact]
    public async Task What_the_rules_found_cannot_be_lifted()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4, conflicted: true);
        var conflicted = judging.Judges[3];
        Assert.Equal([(conflicted.Id, ConflictKind.Unit, ConflictSource.Found)], await Standing(judging.Initiatives[0]));
        var id = await app.Rows(db => db.Conflicts.Select(item => item.Id).SingleAsync());
        Assert.Equal("Hồ sơ cho thấy xung đột này, không gỡ được.", Assert.Single((await app.Send(new LiftConflict.Command { Id = id, LiftReason = "Không đúng" }, judging.Secretary.Actor)).Problems).Message);
    }

    [Fact]
    public async Task For_a_conflicted_secretary_the_dossier_does_not_exist_and_his_stand_in_acts_on_it()
    {
        var judging = await app.Given.OpenSession(dossiers: 3, judges: 5);
        var (dossier, other) = (judging.Initiatives[0], judging.Initiatives[1]);
        await Set(judging, judging.Secretary, dossier);
        var secretary = await app.As(judging.Secretary);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"/phien-hop/2026/1/{dossier}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await secretary.Get($"/phien-hop/2026/1/{other}")).Status);
        Assert.Contains("2 hồ sơ", (await secretary.Page("/xep-hang/2026")).Text);

        var clerk = await app.Given.Person(Role.IntakeOfficer, "SKHCN");
        var user = await app.As(clerk);
        Assert.Contains("Chưa có người thay.", (await user.Page("/hoi-dong/2026/xung-dot")).Text);
        await user.Done("/hoi-dong/2026/nguoi-thay", ("InitiativeId", $"{dossier}"), ("ForPersonId", $"{judging.Secretary.Id}"), ("PersonId", $"{judging.Judge.Id}"), ("Reason", ""));
        Assert.Contains($"Người thay: {judging.Judge.Name}.", (await user.Page("/hoi-dong/2026/xung-dot")).Text);

        var standIn = await app.As(judging.Judge);   // signs in again: he holds the role now
        Assert.Equal(HttpStatusCode.OK, (await standIn.Get($"/phien-hop/2026/1/{dossier}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await standIn.Get($"/phien-hop/2026/1/{other}")).Status);
        Assert.Contains("1 hồ sơ", (await standIn.Page("/xep-hang/2026")).Text);
    }

    [Fact]
    public async Task A_stand_in_is_named_only_for_somebody_in_conflict_and_is_in_none_himself()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4, conflicted: true);
        var dossier = judging.Initiatives[0];
        var clerk = (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor;
        async Task<string> Refused(TestPerson instead, TestPerson person) =>
            Assert.Single((await app.Send(new NameStandIn.Command { InitiativeId = dossier, ForPersonId = instead.Id, PersonId = person.Id }, clerk)).Problems).Message;
        Assert.Equal("Người này không có xung đột lợi ích với hồ sơ, không cần người thay.", await Refused(judging.Secretary, judging.Judge));
        await Set(judging, judging.Secretary, dossier);
        Assert.Equal("Chọn một người khác.", await Refused(judging.Secretary, judging.Secretary));
        Assert.Equal("Người này cũng có xung đột lợi ích với hồ sơ.", await Refused(judging.Secretary, judging.Judges[3]));
    }

    [Fact]
    public async Task Nobody_comes_to_read_sheets_by_standing_in_who_is_not_of_the_council_nor_in_the_place_of_a_judge()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        var dossier = judging.Initiatives[0];
        await Set(judging, judging.Judges[3], dossier);
        await Set(judging, judging.Secretary, dossier);
        var clerk = await app.Given.Person(Role.IntakeOfficer, "SKHCN");
        var user = await app.As(clerk);
        Task<Answer> Name(TestPerson instead, TestPerson person) => user.Post("/hoi-dong/2026/nguoi-thay", ("InitiativeId", $"{dossier}"), ("ForPersonId", $"{instead.Id}"), ("PersonId", $"{person.Id}"), ("Reason", ""));
        Assert.Contains("Chọn người thay trong danh sách.", (await Name(judging.Secretary, clerk)).Text);
        Assert.Contains("Chỉ cử người thay thư ký Hội đồng hoặc lãnh đạo Sở KH&CN.", (await Name(judging.Judges[3], judging.Judge)).Text);
        Assert.Equal(0, await app.Rows(db => db.StandIns.CountAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Get($"/bat-dong/2026/{dossier}")).Status);
    }

    [Fact]
    public async Task Who_stands_in_is_done_when_the_conflict_is_lifted_or_he_turns_out_to_be_in_one_himself()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 5);
        var clerk = await app.Given.Person(Role.IntakeOfficer, "SKHCN");
        var user = await app.As(clerk);
        foreach (var dossier in judging.Initiatives)
        {
            await Set(judging, judging.Secretary, dossier);
            Given.Sure(await app.Send(new NameStandIn.Command { InitiativeId = dossier, ForPersonId = judging.Secretary.Id, PersonId = judging.Judge.Id }, clerk.Actor));
        }

        await Set(judging, judging.Lead, judging.Initiatives[0]);
        Given.Sure(await app.Send(new NameStandIn.Command { InitiativeId = judging.Initiatives[0], ForPersonId = judging.Lead.Id, PersonId = judging.Judges[3].Id }, clerk.Actor));
        var standIn = await app.As(judging.Judge);
        Assert.Equal(HttpStatusCode.OK, (await standIn.Get($"/bat-dong/2026/{judging.Initiatives[0]}")).Status);
        Assert.Contains("href=\"/phien-hop/2026\"", (await standIn.Page("/cham-diem")).Body);
        var id = await app.Rows(db => db.Conflicts.Where(item => item.InitiativeId == judging.Initiatives[0] && item.PersonId == judging.Secretary.Id).Select(item => item.Id).SingleAsync());
        await user.Done($"/hoi-dong/2026/xung-dot/{id}/go", ("LiftReason", "Nhầm người trùng tên"));
        Assert.Equal(HttpStatusCode.NotFound, (await standIn.Get($"/bat-dong/2026/{judging.Initiatives[0]}")).Status);
        Task<List<(int, int)>> Standing() => app.Rows(async db => (await db.StandIns.Where(item => item.EndedAt == null).OrderBy(item => item.InitiativeId).ToListAsync()).ConvertAll(item => (item.InitiativeId, item.ForPersonId)));
        Assert.Equal([(judging.Initiatives[0], judging.Lead.Id), (judging.Initiatives[1], judging.Secretary.Id)], await Standing());
        app.Clock.Now += TimeSpan.FromMinutes(10);
        foreach (var dossier in judging.Initiatives) await Set(judging, judging.Judge, dossier);
        Assert.Contains("Chưa có người thay.", (await user.Page("/hoi-dong/2026/xung-dot")).Text);
        Assert.Equal([(judging.Initiatives[0], judging.Lead.Id)], await Standing());
        Assert.Equal(2, await app.Rows(db => db.StandIns.Where(item => item.EndedAt != null).Select(item => item.EndedAt).Distinct().CountAsync()));   // what has ended does not end again
        Assert.DoesNotContain("href=\"/phien-hop/2026\"", (await standIn.Page("/cham-diem")).Body);
        Assert.Contains("href=\"/phien-hop/2026\"", (await (await app.As(judging.Secretary)).Page("/cham-diem")).Body);
    }

    [Fact]
    public async Task A_judge_who_is_a_secretary_elsewhere_is_taken_off_the_dossier_as_every_other()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        await app.Rows(db => db.People.Where(item => item.Id == judging.Judge.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Roles, Role.CouncilMember | Role.CouncilSecretary)));
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        await app.Given.HandIn(judging.Judge, sheet, 0.9m);
        await (await app.As(judging.Judge)).Done($"/cham-diem/{sheet}/xung-dot", ("Kind", "Family"), ("Note", ""), ("Confirm", "true"));
        Assert.DoesNotContain(judging.Judge.Id, await Judges(judging.Initiatives[0]));
    }

    [Fact]
    public async Task Once_published_the_wall_is_gone()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 5);
        await Set(judging, judging.Lead, judging.Initiatives[0]);
        Task<int> Seen() => app.Rows(db => db.For(judging.Lead.Actor).CouncilInitiatives.CountAsync());
        Assert.Equal(1, await Seen());
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judging.Initiatives[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, Initiatives.Domain.Submissions.InitiativeStatus.NotRecognised)));
        Assert.Equal(2, await Seen());
    }
}
