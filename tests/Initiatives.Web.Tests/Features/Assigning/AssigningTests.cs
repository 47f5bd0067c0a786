using System.Net;
using System.Text;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Recusals;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Assigning;

public sealed class AssigningTests : IDisposable
{
    private readonly TestApp app = new();
    private IReadOnlyList<TestPerson> council = [];
    private IReadOnlyList<int> dossiers = [];

    public void Dispose() => app.Dispose();

    /// <summary>Eligible dossiers and a council of nine before scoring opens.</summary>
    private async Task<TestUser> Prepared(int count = 6, int? judges = null, int reviewers = 0)
    {
        dossiers = await app.Given.EligibleInitiatives(count);
        await app.Rows(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(cycle => cycle.Settings, new CycleSettings { JudgesPerDossier = judges, ReviewersPerDossier = reviewers })));
        council = await app.Given.Council(await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync()));
        app.Clock.Now = Given.AfterCutOff;
        return await app.As(await app.Given.Lead());
    }

    private Task<List<(int, int)>> Pairs() => app.Rows(async db =>
        (await db.Assignments.OrderBy(item => item.InitiativeId).ThenBy(item => item.PersonId).ToListAsync()).ConvertAll(item => (item.InitiativeId, item.PersonId)));

    private static async Task<Answer> ApplySeen(TestUser user, Answer seen) =>
        await user.Post("/phan-cong/2026", [.. new[] { "Digest", "Seed", "Source", "Change" }.Select(name => (name, seen.Field(name))).Where(field => field.Item2.Length > 0)]);

    private static async Task Apply(TestUser user, Answer seen)
    {
        var answer = await ApplySeen(user, seen);
        Assert.True(answer.Status == HttpStatusCode.Redirect, answer.Text);
    }

    [Fact]
    public async Task A_dry_run_saves_nothing_and_what_is_applied_is_what_was_seen()
    {
        var lead = await Prepared(count: 6, judges: 3);
        var seen = await lead.Page("/phan-cong/2026/du-kien?seed=5");
        Assert.Contains("Mỗi hồ sơ 3 người chấm. Đây là bản xem trước, chưa ghi gì.", seen.Text);
        Assert.Contains("18 lượt chấm 18 giao mới 0 bỏ 5 số của cách chia này", seen.Text);
        Assert.Empty(await Pairs());
        Assert.Equal(seen.Comparable, (await lead.Page("/phan-cong/2026/du-kien?seed=5")).Comparable);

        await Apply(lead, seen);
        var pairs = await Pairs();
        Assert.All(dossiers, id => Assert.Equal(3, pairs.Count(pair => pair.Item1 == id)));
        Assert.All(council, judge => Assert.Equal(2, pairs.Count(pair => pair.Item2 == judge.Id)));
        var run = await app.Rows(db => db.AssignmentRuns.AsNoTracking().SingleAsync());
        Assert.Equal((1, RunSource.Plan, 5, 3, 18, 0), (run.Number, run.Source, run.Seed, run.JudgesPerDossier, run.Added.Count, run.Removed.Count));
        Assert.Contains("lần 1, cách chia số 5: 6 hồ sơ, 18 lượt chấm: thêm 18, bỏ 0", await app.Rows(db => db.Journal.Where(entry => entry.Action == JournalActions.JudgesAssigned.Code).Select(entry => entry.Details).SingleAsync()));
        Assert.Contains("Bản dự kiến giống hệt phân công hiện tại", (await lead.Page("/phan-cong/2026/du-kien?seed=5")).Text);
    }

    [Fact]
    public async Task What_was_seen_is_not_applied_once_something_changed_and_is_shown_again()
    {
        var lead = await Prepared(count: 4, judges: 3);
        var seen = await lead.Page("/phan-cong/2026/du-kien?seed=5");
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien?seed=6"));
        var before = await Pairs();
        var stale = await ApplySeen(lead, seen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("Từ lúc xem trước đến nay phân công, Hội đồng hoặc hồ sơ đã đổi, nên chưa ghi gì.", stale.Text);
        Assert.Equal("5", stale.Field("Seed"));
        Assert.Equal(before, await Pairs());
        await Apply(lead, stale);
        Assert.NotEqual(before, await Pairs());
    }

    [Fact]
    public async Task Undo_brings_back_the_former_assignments_run_by_run_until_scoring_opens()
    {
        var lead = await Prepared(count: 5, judges: 4);
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien?seed=1"));
        var first = await Pairs();
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien?seed=2"));
        Assert.NotEqual(first, await Pairs());
        var page = await lead.Page("/phan-cong/2026");
        Assert.Contains("Hoàn tác lần 2", page.Text);
        Assert.Contains("không còn là lần gần nhất", (await lead.Post("/phan-cong/2026/hoan-tac", ("Number", "1"))).Text);
        await lead.Done("/phan-cong/2026/hoan-tac", ("Number", "2"));
        Assert.Equal(first, await Pairs());
        await lead.Done("/phan-cong/2026/hoan-tac", ("Number", "1"));
        Assert.Empty(await Pairs());
        Assert.Equal(2, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == JournalActions.AssignmentUndone.Code)));

        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien"));
        await lead.Done("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
        Assert.DoesNotContain("Hoàn tác lần", (await lead.Page("/phan-cong/2026")).Text);
        Assert.Contains("Đã mở chấm điểm, phân công không đổi được nữa.", (await lead.Post("/phan-cong/2026/hoan-tac", ("Number", "3"))).Text);
    }

    [Fact]
    public async Task Ticks_made_by_hand_are_seen_first_and_touch_only_the_dossiers_of_their_form()
    {
        var lead = await Prepared(count: 3);
        await lead.Done("/phan-cong/2026");
        var (id, kept) = (dossiers[0], council.Skip(2).Select(judge => ("Judges", $"{dossiers[0]}:{judge.Id}")).ToArray());
        var seen = await lead.Post("/phan-cong/2026/sua", [("Rows", $"{id}"), .. kept]);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Sửa bằng tay. Đây là bản xem trước, chưa ghi gì.", seen.Text);
        Assert.Contains("0 giao mới 2 bỏ", seen.Text);
        Assert.Contains("Hồ sơ 0001: 7/9 người chấm.", seen.Text);
        Assert.Equal(27, (await Pairs()).Count);
        await Apply(lead, seen);
        var pairs = await Pairs();
        Assert.Equal((25, 7), (pairs.Count, pairs.Count(pair => pair.Item1 == id)));
        Assert.Equal(RunSource.Hand, await app.Rows(db => db.AssignmentRuns.OrderByDescending(run => run.Number).Select(run => run.Source).FirstAsync()));
        Assert.Contains("Không có gì thay đổi", (await lead.Post("/phan-cong/2026/sua", [("Rows", $"{id}"), .. kept])).Text);
    }

    [Fact]
    public async Task Nobody_is_given_a_dossier_he_is_in_conflict_with_neither_by_hand_nor_by_a_forged_change_nor_by_file()
    {
        var lead = await Prepared(count: 2);
        await app.Rows(db => db.Database.ExecuteSqlAsync($"""UPDATE "Authorships" SET "PersonId" = {council[4].Id} WHERE "InitiativeId" = {dossiers[0]}"""));
        var sentence = $"{council[4].Name} là tác giả, không được chấm hồ sơ 0001.";
        Assert.Contains(sentence, (await lead.Post("/phan-cong/2026/sua", ("Rows", $"{dossiers[0]}"), ("Judges", $"{dossiers[0]}:{council[4].Id}"))).Text);
        Assert.Contains(sentence, (await lead.Post("/phan-cong/2026", ("Change", $"+{dossiers[0]}:{council[4].Id}"))).Text);
        Assert.Contains(sentence, (await lead.Upload("/phan-cong/2026/tep", "file", "phan-cong.csv", Encoding.UTF8.GetBytes($"so_ho_so;nguoi_cham\n1;{council[4].Name}\n"))).Text);
        Assert.Empty(await Pairs());
    }

    [Fact]
    public async Task The_file_that_is_downloaded_can_be_changed_and_uploaded_and_is_seen_before_it_is_applied()
    {
        var lead = await Prepared(count: 2);
        await lead.Done("/phan-cong/2026");
        var file = await lead.Page("/phan-cong/2026/phan-cong.csv");
        Assert.Equal("text/csv", file.Message.Content.Headers.ContentType!.MediaType);
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("so_ho_so,sang_kien,don_vi,nguoi_cham,email,phan_bien", lines[0]);
        Assert.Equal(19, lines.Length);
        Assert.Contains("Tệp giống hệt phân công hiện tại", (await lead.Upload("/phan-cong/2026/tep", "file", "a.csv", Encoding.UTF8.GetBytes(file.Body))).Text);

        var fewer = string.Join("\r\n", lines.Where(line => !(line.StartsWith("0002", StringComparison.Ordinal) && line.Contains(council[8].Email, StringComparison.Ordinal))));
        var seen = await lead.Upload("/phan-cong/2026/tep", "file", "a.csv", Encoding.UTF8.GetBytes(fewer));
        Assert.Contains("Theo tệp tải lên.", seen.Text);
        Assert.Contains($"Hồ sơ 0002: bỏ {council[8].Name}", seen.Text);
        await Apply(lead, seen);
        Assert.Equal(17, (await Pairs()).Count);
        Assert.DoesNotContain((dossiers[1], council[8].Id), await Pairs());

        var wrong = await lead.Upload("/phan-cong/2026/tep", "file", "a.csv", Encoding.UTF8.GetBytes("so_ho_so,email\n9,ai@do.example\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Dòng 2: không có hồ sơ số “9” trong danh sách được chấm.", wrong.Text);
        Assert.Contains("Chọn tệp CSV rồi bấm Kiểm tra tệp.", (await lead.Upload("/phan-cong/2026/tep", "file", "a.csv", [])).Text);
        Assert.Contains("Tệp không phải CSV mã UTF-8.", (await lead.Upload("/phan-cong/2026/tep", "file", "a.csv", [0xC3, 0x28])).Text);
    }

    [Fact]
    public async Task Two_reviewers_are_given_with_the_plan_and_changed_by_hand()
    {
        var lead = await Prepared(count: 3, judges: 4, reviewers: 2);
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien?seed=3"));
        var pairs = await Pairs();
        var reviews = await app.Rows(db => db.ReviewAssignments.Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync());
        Assert.All(dossiers, id => Assert.Equal(2, reviews.Count(item => item.InitiativeId == id)));
        Assert.All(reviews, item => Assert.Contains((item.InitiativeId, item.PersonId), pairs));

        var judges = pairs.Where(pair => pair.Item1 == dossiers[0]).Select(pair => ("Judges", $"{pair.Item1}:{pair.Item2}")).ToArray();
        var one = reviews.First(item => item.InitiativeId == dossiers[0]);
        var seen = await lead.Post("/phan-cong/2026/sua", [("Rows", $"{dossiers[0]}"), ("SetsReviewers", "true"), .. judges, ("Reviewers", $"{one.InitiativeId}:{one.PersonId}")]);
        Assert.Contains("0 giao mới 0 bỏ 1 đổi phản biện", seen.Text);
        await Apply(lead, seen);
        Assert.Equal([one.PersonId], await app.Rows(db => db.ReviewAssignments.Where(item => item.InitiativeId == dossiers[0]).Select(item => item.PersonId).ToListAsync()));
        await lead.Done("/phan-cong/2026/hoan-tac", ("Number", "2"));
        Assert.Equal(2, await app.Rows(db => db.ReviewAssignments.CountAsync(item => item.InitiativeId == dossiers[0])));
        var stranger = council.First(judge => !pairs.Contains((dossiers[0], judge.Id)));
        Assert.Contains("Người phản biện là một trong những người chấm", (await lead.Post("/phan-cong/2026/sua", [("Rows", $"{dossiers[0]}"), ("SetsReviewers", "true"), .. judges, ("Reviewers", $"{dossiers[0]}:{stranger.Id}")])).Text);
    }

    [Fact]
    public async Task Opening_with_too_few_judges_or_without_a_stand_in_needs_a_tick()
    {
        var lead = await Prepared(count: 2, judges: 5);
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien"));
        var first = (await Pairs()).Where(pair => pair.Item1 == dossiers[0]).Select(pair => ("Judges", $"{pair.Item1}:{pair.Item2}")).ToArray();
        await Apply(lead, await lead.Post("/phan-cong/2026/sua", [("Rows", $"{dossiers[0]}"), .. first[1..]]));
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossiers[1], PersonId = council[2].Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, (await app.Given.Clerk()).Actor));
        var refused = await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ít người chấm hơn quy định: hồ sơ 0001 (4/5 người)", refused.Text);
        Assert.Contains($"Thư ký Hội đồng {council[2].Name} có xung đột lợi ích mà chưa có người thay: hồ sơ 0002.", refused.Text);
        Assert.Equal(0, await app.Rows(db => db.Sheets.CountAsync()));
        await lead.Done("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
        Assert.NotEqual(0, await app.Rows(db => db.Sheets.CountAsync()));
    }

    [Fact]
    public async Task After_scoring_opened_one_more_judge_is_called_with_a_reason_and_nobody_is_taken_away()
    {
        var lead = await Prepared(count: 2, judges: 5);
        await Apply(lead, await lead.Page("/phan-cong/2026/du-kien"));
        Assert.Contains("Mở chấm rồi không quay lại được.", (await lead.Post("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"))).Text);
        await lead.Done("/phan-cong/2026/mo-cham", ("DueOn", "30/10/2026"), ("Confirm", "true"));
        var path = $"/phan-cong/2026/ho-so/{dossiers[0]}";
        var before = await Pairs();
        var free = council.Where(judge => !before.Contains((dossiers[0], judge.Id))).ToList();
        var (called, barred) = (free[0], free[1]);
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossiers[0], PersonId = barred.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, (await app.Given.Clerk()).Actor));
        Assert.Contains("Gọi thêm người chấm", (await lead.Page(path)).Text);
        Assert.Contains("Ghi lý do gọi thêm người chấm (ít nhất 5 ký tự).", (await lead.Post($"{path}/goi-them", ("PersonId", $"{called.Id}"), ("Reason", ""))).Text);
        Assert.Contains("không được chấm hồ sơ này.", (await lead.Post($"{path}/goi-them", ("PersonId", $"{barred.Id}"), ("Reason", "Điểm lệch nhau nhiều"))).Text);
        await lead.Done($"{path}/goi-them", ("PersonId", $"{called.Id}"), ("Reason", "Điểm lệch nhau nhiều"));
        Assert.Equal([.. before.Append((dossiers[0], called.Id)).Order()], await Pairs());
        Assert.NotNull(await app.Given.SheetId(called, dossiers[0]));
        Assert.Contains("đang chấm hồ sơ này", (await lead.Post($"{path}/goi-them", ("PersonId", $"{called.Id}"), ("Reason", "Điểm lệch nhau nhiều"))).Text);
        Assert.Equal($"{called.Name}. Điểm lệch nhau nhiều", await app.Rows(db => db.Journal.Where(entry => entry.Action == JournalActions.JudgeAdded.Code).Select(entry => entry.Details).SingleAsync()));
        Assert.Contains("Đã mở chấm điểm", (await lead.Post("/phan-cong/2026/sua", ("Rows", $"{dossiers[0]}"))).Text);
    }

    [Fact]
    public async Task One_whose_conflict_was_lifted_is_called_back_to_the_sheet_he_had()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 5);
        var (dossier, judge, clerk) = (judging.Initiatives[0], judging.Judges[3], (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor);
        var sheet = await app.Given.SheetId(judge, dossier);
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossier, PersonId = judge.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, clerk));
        var conflict = await app.Rows(db => db.Conflicts.Where(item => item.PersonId == judge.Id).Select(item => item.Id).SingleAsync());
        Given.Sure(await app.Send(new LiftConflict.Command { Id = conflict, LiftReason = "Xác minh: chỉ trùng họ tên" }, clerk));
        await (await app.As(judging.Lead)).Done($"/phan-cong/2026/ho-so/{dossier}/goi-them", ("PersonId", $"{judge.Id}"), ("Reason", "Xung đột đã được gỡ"));
        Assert.Equal(sheet, await app.Given.SheetId(judge, dossier));
        Assert.Contains($"/cham-diem/{sheet}\"", (await (await app.As(judge)).Page("/cham-diem")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_assigns_and_is_in_conflict_sees_and_changes_nothing_of_that_dossier()
    {
        var lead = await Prepared(count: 3);
        await lead.Done("/phan-cong/2026");
        var officer = await app.Given.Person(Role.IntakeOfficer, "SKHCN");
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossiers[1], PersonId = officer.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, (await app.Given.Clerk()).Actor));
        var user = await app.As(officer);
        foreach (var path in new[] { "/phan-cong/2026", "/phan-cong/2026/du-kien", "/phan-cong/2026/phan-cong.csv" })
        {
            Assert.DoesNotContain("0002", (await user.Page(path)).Body, StringComparison.Ordinal);
            Assert.Contains("0003", (await lead.Page(path)).Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/phan-cong/2026/ho-so/{dossiers[1]}")).Status);
        Assert.Contains("Có hồ sơ không còn trong danh sách được chấm.", (await user.Post("/phan-cong/2026", ("Change", $"-{dossiers[1]}:{council[0].Id}"))).Text);
        Assert.Contains("Không có gì thay đổi", (await user.Post("/phan-cong/2026/sua", ("Rows", $"{dossiers[1]}"))).Text);
        Assert.Equal(27, (await Pairs()).Count);
    }
}
