using Initiatives.Domain.Assigning;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.Assigning;

public sealed class AssignmentRunTests
{
    private static readonly Actor Clerk = new(9, "Vũ Thị Q", 1, Role.IntakeOfficer, SigningCapacity.Head, "");
    private static readonly DateTime Now = new(2026, 10, 5, 2, 0, 0, DateTimeKind.Utc);

    private static AssignmentInput Input(params PlanConflict[] conflicts) => new(
        [new(1, "0001", "LV-A"), new(2, "0002", "LV-B")],
        [new(1, "Nguyễn A", new HashSet<string>(), null), new(2, "Trần B", new HashSet<string>(), null), new(3, "Lê C", new HashSet<string>(), null)],
        conflicts, [], [], [], new PlanSettings(2, 1, 7));

    private static PlanPair[] Pairs(string words) => [.. PlanChange.Apply([], string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => "+" + word)))];

    private static AssignmentRun Applied(string before, string after) =>
        AssignmentRun.Apply(1, 1, RunSource.Plan, PlanDifference.Between(Pairs(before), Pairs(after)), Input(), Clerk, Now).Value;

    private static string After(string present, PlanDifference difference) => string.Join(' ', PlanChange.Apply(Pairs(present), PlanChange.Write(difference)).Select(PlanChange.Word).Order(StringComparer.Ordinal));

    [Fact]
    public void A_run_records_what_was_applied_with_its_seed_and_settings()
    {
        var run = Applied("1:1 2:2", "1:1 1:2p");
        Assert.Equal((7, 2, 1), (run.Seed, run.JudgesPerDossier, run.ReviewersPerDossier));
        Assert.Equal([new PlanPair(1, 2, true)], run.Added);
        Assert.Equal([new PlanPair(2, 2, false)], run.Removed);
    }

    [Fact]
    public void A_pair_in_conflict_a_stranger_and_an_unknown_dossier_are_refused_by_name()
    {
        var difference = PlanDifference.Between([], Pairs("1:1 2:8 5:1"));
        var refused = AssignmentRun.Apply(1, 1, RunSource.Hand, difference, Input(new PlanConflict(1, 1, "là tác giả")), Clerk, Now);
        Assert.Equal(
            ["Nguyễn A là tác giả, không được chấm hồ sơ 0001.", "Hồ sơ 0002: có người không còn là thành viên Hội đồng.", "Có hồ sơ không còn trong danh sách được chấm."],
            refused.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void A_change_of_nothing_is_refused() =>
        Assert.Equal("Không có gì thay đổi so với phân công hiện tại.", AssignmentRun.Apply(1, 1, RunSource.Hand, PlanDifference.Between(Pairs("1:1"), Pairs("1:1")), Input(), Clerk, Now).Problems[0].Message);

    [Fact]
    public void Undo_brings_back_exactly_what_was()
    {
        const string before = "1:1 1:2p 2:3";
        const string after = "1:2 1:3p 2:1 2:3";
        var undone = Applied(before, after).Undo(Pairs(after), Input(), Clerk, Now).Value;
        Assert.Equal(before, After(after, undone));
    }

    [Fact]
    public void Undo_leaves_alone_what_changed_since_and_brings_nobody_back_into_a_conflict()
    {
        var run = Applied("1:1 2:2", "1:3 2:3");
        var undone = run.Undo(Pairs("1:3 2:1"), Input(new PlanConflict(1, 1, "là người thân của tác giả")), Clerk, Now).Value;
        Assert.Equal("2:1 2:2", After("1:3 2:1", undone));
    }

    [Fact]
    public void A_run_is_undone_once()
    {
        var run = Applied("", "1:1");
        Assert.True(run.Undo(Pairs("1:1"), Input(), Clerk, Now).Ok);
        Assert.Equal("Lần phân công này đã được hoàn tác.", run.Undo([], Input(), Clerk, Now).Problems[0].Message);
    }

    [Theory]
    [InlineData("+1:2 -1:1", "1:2")]
    [InlineData("~1:1p", "1:1p")]
    [InlineData("~2:2p", "1:1")]
    [InlineData("+x:1 -1 + ~ +1:2:3 +-1:2", "1:1")]
    public void A_written_change_is_read_and_nonsense_is_passed_over(string change, string plan) =>
        Assert.Equal(plan, string.Join(' ', PlanChange.Apply(Pairs("1:1"), change).Select(PlanChange.Word)));

    [Fact]
    public void The_mark_of_a_change_differs_with_the_plan_in_force_and_with_the_change_and_with_nothing_else()
    {
        string Digest(string present, string wanted) => PlanChange.Digest(Pairs(present), PlanDifference.Between(Pairs(present), Pairs(wanted)));
        Assert.Equal(Digest("1:1 2:2", "1:1"), Digest("2:2 1:1", "1:1"));
        Assert.Equal(3, new[] { Digest("1:1 2:2", "1:1"), Digest("1:1 2:2", "2:2"), Digest("1:1 2:2 2:3", "1:1 2:3") }.Distinct().Count());
    }
}
