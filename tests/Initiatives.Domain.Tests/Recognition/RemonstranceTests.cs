using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Recognition;

public sealed class RemonstranceTests
{
    private static readonly DateTime Published = VietnamTime.ToUtc(new DateTime(2026, 11, 25, 9, 0, 0));
    private static readonly RemonstranceContent Words = new("Điểm hiệu quả chưa tính quý ba.", "Đề nghị xem lại minh chứng.");

    private static Initiative Declined()
    {
        var initiative = Some.Judged();
        Assert.True(initiative.Conclude(false, Published).Ok);
        Assert.True(initiative.Decline("Chưa đạt.", Published).Ok);
        return initiative;
    }

    private static Remonstrance Written(DateTime? at = null) => Remonstrance.Write(Declined(), new CycleSettings(), Guid.NewGuid(), Words, Some.Author, at ?? Published).Value;

    private static DepartmentNotice Letter(int number = 7, DepartmentNoticeKind kind = DepartmentNoticeKind.Answer, int remonstrance = 1) =>
        DepartmentNotice.Issue(kind, [Declined()], new NoticeHead(number, new DateOnly(2026, 11, 25), "Nguyễn Thị Bình", SigningCapacity.Head), "x", Some.Lead, Published, kind == DepartmentNoticeKind.Answer ? remonstrance : null).Value;

    private static readonly Dictionary<int, ConflictKind> Nobody = [];

    private static HashSet<int> First(params int[] judges) => [.. judges];

    private static Remonstrance Ordered()
    {
        var item = Written();
        Assert.True(item.OrderRescoring("Có số liệu chưa được xét.", new DateOnly(2026, 12, 10), true, "", Some.Lead, Published).Ok);
        return item;
    }

    [Fact]
    public void It_is_in_time_to_the_last_instant_of_the_tenth_working_day_and_late_after_it()
    {
        var last = VietnamTime.EndOfDay(new DateOnly(2026, 12, 9));
        Assert.False(Written(last.AddTicks(-1)).IsLate);
        Assert.True(Written(last).IsLate);
        Assert.True(Written(last.AddYears(1)).IsLate);
    }

    [Fact]
    public void It_is_answered_within_ten_working_days_of_its_receipt() => Assert.Equal("hết 23:59:59 ngày 9/12/2026", VietnamTime.Deadline(Written().DueAt));

    [Fact]
    public void Days_to_submit_and_days_to_answer_are_two_settings()
    {
        var settings = new CycleSettings { RemonstranceWorkingDays = 3, AnswerWorkingDays = 20 };
        Assert.Equal(VietnamTime.EndOfDay(new DateOnly(2026, 11, 30)), Remonstrance.InTimeUntil(Published, settings));
        Assert.Equal(VietnamTime.EndOfDay(new DateOnly(2026, 12, 23)), Remonstrance.Write(Declined(), settings, Guid.NewGuid(), Words, Some.Author, Published).Value.DueAt);
        Assert.Equal("AnswerWorkingDays", (settings with { AnswerWorkingDays = 0 }).Check().Problems[0].Field);
        Assert.Equal("RemonstranceWorkingDays", (settings with { RemonstranceWorkingDays = 61 }).Check().Problems[0].Field);
    }

    [Fact]
    public void Only_a_dossier_that_ended_without_recognition_has_one()
    {
        Assert.True(Remonstrance.MayBeRaised(InitiativeStatus.NotRecognised));
        Assert.True(Remonstrance.MayBeRaised(InitiativeStatus.Ineligible));
        Assert.All(Enum.GetValues<InitiativeStatus>().Except([InitiativeStatus.NotRecognised, InitiativeStatus.Ineligible]), status => Assert.False(Remonstrance.MayBeRaised(status)));
        Assert.False(Remonstrance.Write(Some.Judged(), new CycleSettings(), Guid.NewGuid(), Words, Some.Author, Published).Ok);
    }

    [Fact]
    public void Its_number_is_given_once()
    {
        var item = Written();
        item.Register(3);
        item.Register(4);
        Assert.Equal("KN-2026-0003", item.Code);
    }

    [Fact]
    public void A_dossier_that_never_reached_the_council_has_nothing_to_explain_or_to_score()
    {
        Assert.False(Written().Forward("Vì sao điểm như vậy?", judged: false, Some.Lead, Published).Ok);
        Assert.False(Written().OrderRescoring("Có số liệu chưa được xét.", new DateOnly(2026, 12, 10), judged: false, "", Some.Lead, Published).Ok);
        Assert.Equal("Chỉ còn hai người.", Written().OrderRescoring("Có số liệu chưa được xét.", new DateOnly(2026, 12, 10), judged: true, "Chỉ còn hai người.", Some.Lead, Published).Problems[0].Message);
    }

    [Fact]
    public void No_answer_goes_out_without_its_text_or_while_others_score()
    {
        var item = Ordered();
        Assert.Contains("Soạn nội dung", item.Answer(Letter(), Some.Lead, Published).Problems[0].Message);
        Assert.True(item.Draft("Đã xem xét minh chứng.", RemonstranceOutcome.Kept).Ok);
        Assert.True(Rescoring.Name(item, Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5, 6], 2, Some.Lead, Published).Ok);
        Assert.Contains("chưa chốt", item.Answer(Letter(), Some.Lead, Published).Problems[0].Message);
        Assert.True(Rescoring.Close(item, [], Some.Lead, item.RescoringDueAt!.Value).Ok);
        Assert.True(item.Answer(Letter(), Some.Lead, Published).Ok);
        Assert.Equal("07/SKHCN-SK", item.AnswerNumber);
        Assert.False(item.Draft("Sửa lại câu trả lời.", RemonstranceOutcome.Reconsider).Ok);
        Assert.Equal([RemonstranceAct.Received, RemonstranceAct.RescoringOrdered, RemonstranceAct.RescorersNamed, RemonstranceAct.RescoringClosed, RemonstranceAct.Answered], item.Steps.Select(step => step.Act));
    }

    [Fact]
    public void Whoever_scored_is_in_conflict_or_keeps_the_first_scores_does_not_score_again()
    {
        var council = Some.Council();
        var members = Rescoring.Among(council, new Dictionary<int, ConflictKind> { [9] = ConflictKind.Author }, First(3), First());
        Assert.Equal("đã chấm lần trước", members.Single(member => member.PersonId == 3).Bar);
        Assert.Equal("là tác giả", members.Single(member => member.PersonId == 9).Bar);
        Assert.Equal("là thư ký, đã biết điểm lần trước", members.Single(member => member.PersonId == 2).Bar);
        Assert.Equal(6, members.Count(member => member.May));
    }

    [Fact]
    public void Three_others_at_least_are_named_and_a_shortage_names_the_way_out()
    {
        Assert.Contains("mới chọn 2", Rescoring.Name(Ordered(), Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5], 2, Some.Lead, Published).Problems[0].Message);
        Assert.Contains("không chấm lại hồ sơ này", Rescoring.Name(Ordered(), Some.Council(), Nobody, First(1, 2, 3), First(), [3, 4, 5], 2, Some.Lead, Published).Problems[0].Message);
        Assert.Contains("Chỉ chọn được thành viên", Rescoring.Name(Ordered(), Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5, 77], 2, Some.Lead, Published).Problems[0].Message);
        Assert.Equal("Hội đồng chỉ còn 2 thành viên chấm lại được, cần ít nhất 3. Không giao chấm lại được; trả lời theo hồ sơ và giải trình của thư ký Hội đồng.",
            Rescoring.Name(Ordered(), Some.Council(), Nobody, First(1, 2, 3, 4, 5, 6, 7), First(), [8, 9], 2, Some.Lead, Published).Problems[0].Message);
        var own = new Dictionary<int, ConflictKind> { [Some.Lead.PersonId] = ConflictKind.Appraiser };
        Assert.Contains("Bạn đã thẩm định hồ sơ", Rescoring.Name(Ordered(), Some.Council(), own, First(1), First(), [4, 5, 6], 2, Some.Lead, Published).Problems[0].Message);
    }

    [Fact]
    public void A_later_round_has_sheets_and_days_of_its_own_while_the_cycle_is_long_past()
    {
        var named = Rescoring.Name(Ordered(), Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5, 6], 2, Some.Lead, Published).Value;
        var sheet = named[0].Sheet;
        var cycle = Some.JudgingCycle();
        Assert.True(cycle.CloseScoring(Published).Ok);
        Assert.Equal((2, 2, 4, 4), (sheet.Round, named[0].Assignment.Round, sheet.PersonId, named[0].Assignment.PersonId));
        Assert.True(sheet.IsOpenIn(cycle));
        Assert.False(ScoreSheet.Open(7, 100, 4).IsOpenIn(cycle));
        var content = new SheetContent(Some.Rubric.SubCriteria.ToDictionary(part => part.Code, part => Math.Floor(part.Max * 0.8m)), Some.Rubric.Criteria.ToDictionary(criterion => criterion.Code, _ => "Nhận xét."));
        var due = VietnamTime.EndOfDay(new DateOnly(2026, 12, 10));
        Assert.True(sheet.Put(Some.Rubric, cycle, content, 0, due.AddTicks(-1)).Ok);
        Assert.False(sheet.Submit(Some.Rubric, cycle, due).Ok);
        Assert.True(sheet.Submit(Some.Rubric, cycle, due.AddTicks(-1)).Ok);
        sheet.Lock();
        Assert.False(sheet.Put(Some.Rubric, cycle, content, sheet.Version, due.AddTicks(-1)).Ok);
    }

    [Fact]
    public void A_round_ends_when_all_have_handed_in_or_when_its_day_is_over()
    {
        var item = Ordered();
        var sheets = Rescoring.Name(item, Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5, 6], 2, Some.Lead, Published).Value.Select(pair => pair.Sheet).ToList();
        Assert.Contains("Mới có 0/3 phiếu.", Rescoring.Close(item, sheets, Some.Lead, item.RescoringDueAt!.Value.AddTicks(-1)).Problems[0].Message);
        Assert.True(Rescoring.Close(item, sheets, Some.Lead, item.RescoringDueAt!.Value).Ok);
        Assert.All(sheets, sheet => Assert.Equal(SheetStatus.Locked, sheet.Status));
    }

    [Fact]
    public void A_gap_in_the_register_and_an_answer_without_paper_are_faults()
    {
        var (one, three) = (Written(), Written());
        one.Register(1);
        three.Register(3);
        Assert.Equal("Sổ kiến nghị năm 2026: số không liền từ 1.", Assert.Single(RemonstranceFaults.Of([one, three], new Dictionary<int, string>())));
        Assert.Empty(RemonstranceFaults.Of([one], new Dictionary<int, string>()));
        Assert.True(one.Draft("Đã xem xét minh chứng.", RemonstranceOutcome.Kept).Ok);
        Assert.True(one.Answer(Letter(), Some.Lead, Published).Ok);
        Assert.Contains("công văn mang số đã ghi", Assert.Single(RemonstranceFaults.Of([one], new Dictionary<int, string>())));
        Assert.Empty(RemonstranceFaults.Of([one], new Dictionary<int, string> { [one.Id] = "07/SKHCN-SK" }));
    }

    [Fact]
    public void A_gap_among_letters_and_a_second_letter_on_one_thing_are_faults()
    {
        Assert.Empty(NoticeFaults.Of([Letter(1), Letter(2, remonstrance: 2)]));
        Assert.Equal("Sổ công văn sáng kiến năm 2026: số không liền từ 1.", Assert.Single(NoticeFaults.Of([Letter(1), Letter(3, remonstrance: 2)])));
        Assert.Contains("có 2 công văn trả lời", Assert.Single(NoticeFaults.Of([Letter(1), Letter(2)])));
        Assert.Contains("có 2 công văn thông báo kết quả", Assert.Single(NoticeFaults.Of([Letter(1, DepartmentNoticeKind.NotRecognised), Letter(2, DepartmentNoticeKind.NotRecognised)])));
    }

    [Fact]
    public void Only_an_answer_that_proposes_it_and_a_round_that_passes_lead_to_a_supplement()
    {
        static RankedPlace Place(bool passes) => new(100, 1, 80m, 80m, new Dictionary<string, decimal>(), 3, 3, [new RuleCheck("mean", passes, "")], "");
        Remonstrance Answered(RemonstranceOutcome outcome)
        {
            var item = Ordered();
            Assert.True(Rescoring.Name(item, Some.Council(), Nobody, First(1, 2, 3), First(), [4, 5, 6], 2, Some.Lead, Published).Ok);
            Assert.True(Rescoring.Close(item, [], Some.Lead, item.RescoringDueAt!.Value).Ok);
            Assert.True(item.Draft("Đã xem xét minh chứng.", outcome).Ok);
            Assert.True(item.Answer(Letter(), Some.Lead, Published).Ok);
            return item;
        }

        var asked = Answered(RemonstranceOutcome.Reconsider);
        Assert.Equal("Kiến nghị KN-2026-0000, công văn số 07/SKHCN-SK: chấm lại 3 phiếu, trung bình 80 (lần đầu 50)", Reconsidered.From(asked, InitiativeStatus.NotRecognised, 50m, Place(true))!.Ground);
        Assert.Null(Reconsidered.From(asked, InitiativeStatus.NotRecognised, 50m, Place(false)));
        Assert.Null(Reconsidered.From(asked, InitiativeStatus.NotRecognised, 50m, null));
        Assert.Null(Reconsidered.From(asked, InitiativeStatus.Recognised, 50m, Place(true)));
        Assert.Null(Reconsidered.From(Answered(RemonstranceOutcome.Kept), InitiativeStatus.NotRecognised, 50m, Place(true)));
    }

    [Fact]
    public void Comments_are_shuffled_by_what_they_say_and_not_by_who_said_them()
    {
        string[] comments = ["Một", "Hai", "Ba", "Bốn", "Năm", ""];
        var shuffled = InitiativeResult.Shuffle(comments, "100/E");
        Assert.Equal(5, shuffled.Count);
        Assert.Equal(shuffled, InitiativeResult.Shuffle(comments.Reverse(), "100/E"));
        Assert.Contains(Enumerable.Range(0, 20).Select(i => InitiativeResult.Shuffle(comments, $"{i}")), other => !other.SequenceEqual(shuffled));
    }
}
