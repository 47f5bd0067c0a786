using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Cycles;

public class ExtensionTests
{
    private const int Unit = 10, Other = 11;
    private static readonly DateTime Later = VietnamTime.ToUtc(new DateTime(2026, 10, 2, 17, 0, 0));
    private static readonly DateTime Morning = VietnamTime.ToUtc(new DateTime(2026, 10, 1, 8, 0, 0));
    private static readonly ExtensionGrounds Grounds = new("UBND phường An Dương", "Mất điện cả phường từ 20 giờ", "Lê Văn T, Phó Giám đốc Sở", "512/SKHCN-VP", new DateOnly(2026, 9, 14));

    private static Extension Granted(Cycle cycle, int? unit = Unit, DateTime? closesAt = null, DateTime? at = null, int id = 1) =>
        cycle.Extend(unit, closesAt ?? Later, Grounds, [], Some.Lead, at ?? Some.Now).Value.Numbered(id);

    private static string Refused(Result result) => Assert.Single(result.Problems).Message;

    [Fact]
    public void It_moves_the_cut_off_of_its_unit_and_of_no_other()
    {
        var cycle = Some.LaunchedCycle();
        var rows = new[] { Granted(cycle).Notice() };
        var window = IntakeWindow.Of(cycle, rows, Unit);
        Assert.Equal((true, true, Later), (window.IsExtended, window.Accepts(Later.AddTicks(-1)), window.ClosesAt));
        Assert.False(window.Accepts(Later));
        Assert.Equal((CyclePhase.Open, CyclePhase.Closed), (window.PhaseAt(Morning), cycle.PhaseAt(Morning)));
        Assert.Equal((false, true), (window.IsByExtension(Some.Closes.AddTicks(-1)), window.IsByExtension(Some.Closes)));
        foreach (var unit in new int?[] { Other, null })
        {
            var own = IntakeWindow.Of(cycle, rows, unit);
            Assert.Equal((false, false, Some.Closes), (own.IsExtended, own.Accepts(Some.Closes), own.ClosesAt));
        }
    }

    [Fact]
    public void For_all_units_it_moves_every_cut_off_and_the_later_of_two_holds()
    {
        var cycle = Some.LaunchedCycle();
        var all = Granted(cycle, unit: null, closesAt: Some.Closes.AddHours(6)).Notice();
        var own = Granted(cycle, id: 2).Notice();
        Assert.Equal(Some.Closes.AddHours(6), IntakeWindow.Of(cycle, [all, own], Other).ClosesAt);
        Assert.Equal(Some.Closes.AddHours(6), IntakeWindow.Of(cycle, [all, own]).ClosesAt);
        Assert.Equal((Later, 2), (IntakeWindow.Of(cycle, [all, own], Unit).ClosesAt, IntakeWindow.Of(cycle, [own, all], Unit).Extension!.Id));
    }

    [Fact]
    public void Rows_of_another_cycle_count_for_nothing()
    {
        var cycle = Some.LaunchedCycle();
        Assert.False(IntakeWindow.Of(cycle, [Granted(cycle).Notice() with { CycleId = 99 }], Unit).IsExtended);
    }

    [Fact]
    public void Ended_by_a_new_row_it_reaches_to_that_instant_only()
    {
        var cycle = Some.LaunchedCycle();
        var wrong = Granted(cycle);
        var ended = cycle.EndExtension(wrong.Notice(), Grounds with { RequestedBy = "" }, [wrong.Notice()], Some.Lead, Morning.AddHours(-1)).Value.Numbered(2);
        var rows = new[] { wrong.Notice(), ended.Notice() };
        var window = IntakeWindow.Of(cycle, rows, Unit);
        Assert.Equal((true, false), (window.Accepts(ended.ClosesAt.AddTicks(-1)), window.Accepts(ended.ClosesAt)));
        Assert.Equal(Later, wrong.ClosesAt);
        Assert.Equal("Gia hạn này đã hết hoặc đã được kết thúc.", Refused(cycle.EndExtension(wrong.Notice(), Grounds, rows, Some.Lead, Morning)));
        Assert.Equal("Gia hạn này đã hết hoặc đã được kết thúc.", Refused(cycle.EndExtension(ended.Notice(), Grounds, rows, Some.Lead, Morning)));
        Assert.Equal("Gia hạn này đã hết hoặc đã được kết thúc.", Refused(cycle.EndExtension(wrong.Notice(), Grounds, [wrong.Notice()], Some.Lead, Later)));
    }

    [Fact]
    public void Ended_before_the_cut_off_it_never_was()
    {
        var cycle = Some.LaunchedCycle();
        var wrong = Granted(cycle);
        var ended = cycle.EndExtension(wrong.Notice(), Grounds, [wrong.Notice()], Some.Lead, Some.Now.AddHours(1)).Value.Numbered(2);
        var window = IntakeWindow.Of(cycle, [wrong.Notice(), ended.Notice()], Unit);
        Assert.Equal((false, Some.Closes), (window.IsExtended, window.ClosesAt));
    }

    [Fact]
    public void An_hour_in_the_past_or_before_the_one_that_holds_is_refused()
    {
        var cycle = Some.LaunchedCycle();
        Assert.Equal("Hạn mới phải ở sau thời điểm này (08:00:00 ngày 1/10/2026).", Refused(cycle.Extend(Unit, Morning, Grounds, [], Some.Lead, Morning)));
        Assert.Equal("Hạn mới phải ở sau hạn đang áp dụng (hết 23:59:59 ngày 30/9/2026).", Refused(cycle.Extend(Unit, Some.Closes, Grounds, [], Some.Lead, Some.Now)));
        Assert.Equal("Hạn mới phải ở sau hạn đang áp dụng (17:00 ngày 2/10/2026).", Refused(cycle.Extend(Unit, Later, Grounds, [Granted(cycle).Notice()], Some.Lead, Morning)));
        Assert.True(cycle.Extend(Other, Later, Grounds, [Granted(cycle).Notice()], Some.Lead, Morning).Ok);
        Assert.Equal("Hạn mới phải trước hạn ký quyết định (30/11/2026).", Refused(cycle.Extend(Unit, VietnamTime.EndOfDay(new(2026, 12, 1)), Grounds, [], Some.Lead, Morning)));
        Assert.Equal("Ghi giờ và ngày của hạn mới.", Refused(cycle.Extend(Unit, null, Grounds, [], Some.Lead, Morning)));
    }

    [Fact]
    public void Everything_that_makes_it_answerable_must_be_said()
    {
        var cycle = Some.LaunchedCycle();
        Assert.Equal([nameof(Extension.RequestedBy), nameof(Extension.Reason), nameof(Extension.AllowedBy), nameof(Extension.DocumentNumber), nameof(Extension.DocumentDate)],
            cycle.Extend(Unit, Later, new ExtensionGrounds(" ", "", "", "", null), [], Some.Lead, Some.Now).Problems.Select(problem => problem.Field));
        Assert.Equal("Ngày văn bản không thể ở sau hôm nay.", Refused(cycle.Extend(Unit, Later, Grounds with { DocumentDate = new DateOnly(2026, 9, 30) }, [], Some.Lead, VietnamTime.StartOfDay(new(2026, 9, 29)))));
    }

    [Fact]
    public void Only_a_launched_cycle_that_is_not_yet_scored_is_extended()
    {
        Assert.Equal("Kỳ chưa phát động, chưa có hạn để gia hạn.", Refused(Some.PreparedCycle().Extend(Unit, Later, Grounds, [], Some.Lead, Some.Now)));
        Assert.Equal("Kỳ đã mở chấm điểm, không gia hạn được nữa.", Refused(Some.JudgingCycle().Extend(Unit, Later.AddDays(20), Grounds, [], Some.Lead, Some.InOctober)));
    }

    [Fact]
    public void Scoring_does_not_open_while_anybody_may_still_send()
    {
        var cycle = Some.LaunchedCycle();
        var rows = new[] { Granted(cycle).Notice() };
        var rubric = Rubric.Create(Some.Rubric).Value;
        Assert.Equal("Còn đơn vị được gia hạn nhận hồ sơ đến 17:00 ngày 2/10/2026. Mở chấm được sau thời điểm đó.", Refused(cycle.OpenScoring(rubric, rows, Some.ScoringDue, Later.AddTicks(-1))));
        Assert.True(cycle.OpenScoring(rubric, rows, Some.ScoringDue, Later).Ok);
        Assert.False(IntakeWindow.Of(cycle, rows, Unit).Accepts(Later.AddTicks(-1)));
        Assert.True(IntakeWindow.Of(cycle, rows, Unit).Contains(Later.AddTicks(-1)));
    }

    [Fact]
    public void The_refusal_names_the_hour_that_held_and_the_instant_of_arrival()
    {
        var window = IntakeWindow.Of(Some.LaunchedCycle(), [Granted(Some.LaunchedCycle()).Notice()], Unit);
        Assert.Equal("Đã quá hạn nhận hồ sơ Kỳ 2026 (17:00 ngày 2/10/2026). Yêu cầu của bạn đến máy chủ lúc 17:00:00 ngày 2/10/2026. Hồ sơ vẫn được giữ, dùng được cho kỳ sau.",
            Refused(Some.Awaiting().Endorse(window, Some.Read, Some.Head, Later)));
        Assert.True(Some.Awaiting().Endorse(window, Some.Read, Some.Head, Later.AddTicks(-1)).Ok);
    }
}
