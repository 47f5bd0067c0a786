using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Scoring;

/// <summary>What becomes of a sheet after it was handed in.</summary>
public class ChangeTests
{
    private static readonly Actor Secretary = new(60, "Thư ký", 90, Role.CouncilMember | Role.CouncilSecretary, SigningCapacity.Head, "");
    private static readonly Actor Typist = new(70, "Tổ thư ký", 90, Role.Secretariat, SigningCapacity.Head, "");
    private static readonly Actor Second = new(71, "Người thứ hai", 90, Role.Secretariat, SigningCapacity.Head, "");
    private static readonly PaperScan Scan = new("phieu.pdf", "application/pdf", new string('a', 64));

    private readonly Cycle cycle = Some.JudgingCycle();
    private readonly ScoreSheet sheet = ScoreSheet.Open(7, 100, 50);

    private static SheetContent At(decimal share, string comment = "", params string[] without) => new(
        Some.Rubric.SubCriteria.Where(part => !without.Contains(part.Code)).ToDictionary(part => part.Code, part => Math.Floor(part.Max * share / Some.Rubric.Step) * Some.Rubric.Step),
        Some.Rubric.Criteria.ToDictionary(criterion => criterion.Code, _ => comment));

    private void HandIn(decimal share = 0.8m)
    {
        Assert.True(sheet.Put(Some.Rubric, cycle, At(share), sheet.Version, Some.InOctober).Ok);
        Assert.True(sheet.Submit(Some.Rubric, cycle, Some.InOctober).Ok);
    }

    private Result Change(SheetContent content, string reason, DateTime? at = null, InitiativeStatus dossier = InitiativeStatus.Judging) =>
        sheet.Change(Some.Rubric, cycle, dossier, content, reason, sheet.Version, at ?? Some.InOctober.AddHours(1));

    private Initiative Close()
    {
        Assert.True(cycle.CloseScoring(Some.InOctober.AddDays(1)).Ok);
        sheet.Lock();
        return Some.Judged();
    }

    private Result<PaperSheet> Enter(SheetContent content, Actor? actor = null, DateOnly? signedOn = null, string reason = "", InitiativeStatus dossier = InitiativeStatus.Judging) =>
        PaperSheet.Enter(sheet, Some.Rubric, cycle, dossier, PaperKind.Sheet, signedOn ?? new DateOnly(2026, 10, 19), content, Scan, reason, actor ?? Typist, [(actor ?? Typist).PersonId], Some.InOctober);

    private Result Verify(PaperSheet paper, Actor? actor = null, InitiativeStatus dossier = InitiativeStatus.Judging) =>
        paper.Verify(sheet, Some.Rubric, cycle, dossier, actor ?? Second, [(actor ?? Second).PersonId], Some.InOctober);

    [Theory]
    [InlineData("")]
    [InlineData("sai ")]
    public void A_change_needs_a_reason_of_five_characters(string reason)
    {
        HandIn();
        Assert.Equal(new Problem(nameof(ScoreSheetVersion.Reason), "Ghi lý do sửa phiếu đã nộp (ít nhất 5 ký tự)."), Assert.Single(Change(At(0.7m), reason).Problems));
        Assert.Equal(80m, sheet.Total);
    }

    [Fact]
    public void A_change_stays_handed_in_at_its_first_hour_and_its_version_keeps_the_reason()
    {
        HandIn();
        Assert.True(Change(At(0.7m), " Đọc lại minh chứng ").Ok);
        Assert.Equal((SheetStatus.Submitted, 70m, Some.InOctober), (sheet.Status, sheet.Total, sheet.SubmittedAt));
        Assert.Equal("Đọc lại minh chứng", ScoreSheetVersion.Of(sheet, 50, Some.InOctober, " Đọc lại minh chứng ").Reason);
    }

    [Fact]
    public void A_change_that_could_not_be_handed_in_is_refused_whole()
    {
        HandIn();
        Assert.Equal(["Points[S1]", "Reason"], Change(At(0.7m, "", "S1"), "").Problems.Select(problem => problem.Field));
        Assert.Equal(["Comments[N]", "Comments[E]", "Comments[S]"], Change(At(1), "Nâng điểm").Problems.Select(problem => problem.Field));
        Assert.Equal((80m, true), (sheet.Total, sheet.IsValid));
    }

    [Fact]
    public void After_the_due_hour_what_was_handed_in_stands()
    {
        HandIn();
        Assert.Contains("Phiếu đã nộp được giữ nguyên.", Assert.Single(Change(At(0.7m), "Đọc lại", Some.ScoringDue).Problems).Message);
        Assert.True(Change(At(0.7m), "Đọc lại", Some.ScoringDue.AddTicks(-1)).Ok);
    }

    [Fact]
    public void The_secretary_reopens_a_locked_sheet_with_a_reason_and_it_counts_as_it_was_until_it_is_changed()
    {
        HandIn();
        var dossier = Close();
        Assert.False(Change(At(0.7m), "Đọc lại", dossier: InitiativeStatus.Judged).Ok);
        Assert.Equal(nameof(ScoreSheetVersion.Reason), Assert.Single(sheet.Reopen(dossier, "vì", Secretary, Some.InOctober).Problems).Field);
        Assert.True(sheet.Reopen(dossier, "Nhầm hồ sơ khi chấm", Secretary, Some.InOctober).Ok);
        Assert.Equal((SheetStatus.Locked, true, 80m), (sheet.Status, sheet.IsValid, sheet.Total));
        Assert.True(Change(At(0.7m), "Chấm nhầm hồ sơ", dossier: InitiativeStatus.Judged).Ok);
        Assert.Equal((SheetStatus.Locked, false, 70m), (sheet.Status, sheet.IsReopened, sheet.Total));
        Assert.False(Change(At(0.6m), "Lần nữa", dossier: InitiativeStatus.Judged).Ok);
        Assert.Equal("Nhầm hồ sơ khi chấm", sheet.ReopenReason);
    }

    [Fact]
    public void A_sheet_is_not_reopened_twice_nor_by_its_judge_nor_before_it_is_locked_nor_after_the_conclusion()
    {
        HandIn();
        Assert.False(sheet.Reopen(Some.Judged(), "Nhầm hồ sơ", Secretary, Some.InOctober).Ok);
        var dossier = Close();
        Assert.False(sheet.Reopen(dossier, "Nhầm hồ sơ", Secretary with { PersonId = 50 }, Some.InOctober).Ok);
        Assert.True(sheet.Reopen(dossier, "Nhầm hồ sơ", Secretary, Some.InOctober).Ok);
        Assert.False(sheet.Reopen(dossier, "Nhầm hồ sơ", Secretary, Some.InOctober).Ok);
        Assert.False(Change(At(0.7m), "Chấm nhầm", dossier: InitiativeStatus.Recommended).Ok);
        var concluded = Some.Judged();
        Assert.True(concluded.Conclude(true, Some.InOctober).Ok);
        var other = ScoreSheet.Open(7, 100, 51);
        other.Lock();
        Assert.Equal("Hội đồng đã kết luận hồ sơ này, không mở lại phiếu được nữa.", Assert.Single(other.Reopen(concluded, "Nhầm hồ sơ", Secretary, Some.InOctober).Problems).Message);
    }

    [Fact]
    public void Every_act_that_says_something_is_one_version_from_1_on_without_a_gap()
    {
        Assert.True(sheet.SetAside(cycle).Ok);
        Assert.Equal(0, sheet.Version);
        HandIn();
        Assert.Equal(1, sheet.Version);
        Assert.True(Change(At(0.7m), "Đọc lại minh chứng").Ok);
        Assert.Equal(2, sheet.Version);
        var dossier = Close();
        Assert.True(sheet.Reopen(dossier, "Nhầm hồ sơ khi chấm", Secretary, Some.InOctober).Ok);
        Assert.Equal(3, sheet.Version);
        Assert.True(Change(At(0.6m), "Chấm nhầm hồ sơ", dossier: InitiativeStatus.Judged).Ok);
        Assert.Equal(4, sheet.Version);
    }

    [Fact]
    public void A_judge_called_again_begins_with_what_he_gave_and_counts_once_he_hands_it_in()
    {
        HandIn();
        Close();
        sheet.CallAgain(Some.ScoringDue.AddDays(20));
        Assert.Equal((SheetStatus.Draft, false, true, 80m), (sheet.Status, sheet.IsValid, sheet.IsCalled, sheet.Total));
        Assert.True(sheet.Put(Some.Rubric, cycle, At(0.7m), sheet.Version, Some.ScoringDue.AddDays(1)).Ok);
        Assert.True(sheet.Submit(Some.Rubric, cycle, Some.ScoringDue.AddDays(1)).Ok);
        Assert.Equal((SheetStatus.Locked, true, 70m, 3), (sheet.Status, sheet.IsValid, sheet.Total, sheet.Version));
    }

    [Fact]
    public void A_sheet_put_aside_comes_back_with_its_next_save()
    {
        Assert.True(sheet.SetAside(cycle).Ok);
        Assert.Equal((true, SheetStatus.NotStarted), (sheet.IsPutAside, sheet.Status));
        Assert.True(sheet.Put(Some.Rubric, cycle, At(0.8m), sheet.Version, Some.InOctober).Ok);
        Assert.False(sheet.IsPutAside);
        Assert.True(sheet.Submit(Some.Rubric, cycle, Some.InOctober).Ok);
        Assert.False(sheet.SetAside(cycle).Ok);
    }

    [Fact]
    public void A_paper_counts_only_after_a_second_person_has_compared_it()
    {
        var paper = Enter(At(0.8m)).Value;
        Assert.Equal((false, 0m), (sheet.IsValid, sheet.Total));
        Assert.Equal("Người nhập không tự đối chiếu: cần người thứ hai.", Assert.Single(Verify(paper, Typist).Problems).Message);
        Assert.False(sheet.IsValid);
        Assert.True(Verify(paper).Ok);
        Assert.Equal((SheetStatus.Submitted, 80m, (int?)70, (int?)71), (sheet.Status, sheet.Total, sheet.EnteredById, sheet.VerifiedById));
        Assert.False(Verify(paper).Ok);
    }

    [Fact]
    public void Nobody_enters_or_verifies_his_own_paper()
    {
        Assert.False(Enter(At(0.8m), Typist with { PersonId = 50 }).Ok);
        Assert.False(Verify(Enter(At(0.8m)).Value, Second with { PersonId = 50 }).Ok);
    }

    [Fact]
    public void A_paper_must_be_as_complete_as_a_sheet_and_dated()
    {
        Assert.Equal(["Points[S1]", nameof(PaperSheet.SignedOn)], Enter(At(0.8m, "", "S1"), signedOn: new DateOnly(2026, 10, 21)).Problems.Select(problem => problem.Field));
        Assert.False(PaperSheet.Enter(sheet, Some.Rubric, cycle, InitiativeStatus.Judging, PaperKind.Opinion, null, At(0.8m), Scan, "", Typist, [Typist.PersonId], Some.InOctober).Ok);
    }

    [Fact]
    public void A_paper_never_stands_against_a_sheet_that_its_judge_has_handed_in()
    {
        var paper = Enter(At(0.6m)).Value;
        HandIn();
        Assert.Equal("Ủy viên đã tự nộp phiếu này.", Assert.Single(Verify(paper).Problems).Message);
        Assert.Equal("Ủy viên đã tự nộp phiếu này.", Assert.Single(Enter(At(0.6m)).Problems).Message);
        Assert.Equal(80m, sheet.Total);
    }

    [Fact]
    public void A_rejected_paper_is_typed_anew_and_a_refusal_says_why()
    {
        var paper = Enter(At(0.8m)).Value;
        Assert.Equal(nameof(PaperSheet.Refusal), Assert.Single(paper.Reject("", Second, [Second.PersonId], Some.InOctober).Problems).Field);
        Assert.True(paper.Reject("Mục E1 ghi 12", Second, [Second.PersonId], Some.InOctober).Ok);
        Assert.False(Verify(paper).Ok);
        Assert.True(Verify(Enter(At(0.7m)).Value).Ok);
        Assert.Equal(70m, sheet.Total);
    }

    [Fact]
    public void After_closing_a_paper_comes_in_only_through_a_reopened_sheet_and_with_a_reason()
    {
        var dossier = Close();
        Assert.Equal("Đã chốt điểm: chỉ nhập được phiếu giấy khi thư ký mở lại phiếu.", Assert.Single(Enter(At(0.8m), dossier: InitiativeStatus.Judged).Problems).Message);
        Assert.True(sheet.Reopen(dossier, "Phiếu giấy đến muộn", Secretary, Some.InOctober).Ok);
        Assert.Equal(nameof(PaperSheet.Reason), Assert.Single(Enter(At(0.8m), dossier: InitiativeStatus.Judged).Problems).Field);
        Assert.True(Verify(Enter(At(0.8m), reason: "Phiếu gửi qua bưu điện", dossier: InitiativeStatus.Judged).Value, dossier: InitiativeStatus.Judged).Ok);
        Assert.Equal((SheetStatus.Locked, true, false), (sheet.Status, sheet.IsValid, sheet.IsReopened));
    }

    [Fact]
    public void A_judge_who_changes_a_sheet_entered_for_him_makes_it_his_own()
    {
        Assert.True(Verify(Enter(At(0.8m)).Value).Ok);
        Assert.True(Change(At(0.7m), "Tự chấm lại").Ok);
        Assert.Equal((false, "", (int?)null), (sheet.IsEntered, sheet.PaperSha256, sheet.VerifiedById));
    }
}
