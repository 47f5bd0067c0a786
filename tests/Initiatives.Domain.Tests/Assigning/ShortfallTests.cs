using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

/// <summary>Planted infeasible cases: the dossiers and the cause are named.</summary>
public sealed class ShortfallTests
{
    private static readonly string[] Names = ["Nguyễn A", "Trần B", "Lê C", "Trần D", "Lê E", "Phạm G", "Hoàng H", "Vũ I", "Đỗ K"];

    private static AssignmentInput Council(int dossiers, int judges, PlanSettings settings, int? cap = null)
    {
        var input = AssignmentPlannerTests.Council(dossiers, judges, settings);
        return input with { Judges = [.. input.Judges.Select((judge, index) => judge with { Name = Names[index], Cap = cap })] };
    }

    private static (string, int, int, string)[] Shortfalls(AssignmentInput input) =>
        [.. AssignmentPlanner.Plan(input).Value.Shortfalls.Select(each => ($"{each.Code}{(each.OfReviewers ? " phản biện" : "")}", each.Given, each.Needed, each.Cause))];

    [Fact]
    public void Too_few_without_conflict_are_named_with_their_conflicts()
    {
        var input = Council(3, 5, new PlanSettings(5)) with { Conflicts = [new(2, 2, "cùng đơn vị"), new(2, 1, "là tác giả")] };
        Assert.Equal([("K7-102", 3, 5, "Chỉ còn 3 thành viên không xung đột (cần 5): Nguyễn A là tác giả; Trần B cùng đơn vị.")], Shortfalls(input));
    }

    [Fact]
    public void Members_of_one_cause_are_named_together_and_two_causes_of_one_member_too()
    {
        var input = Council(1, 5, new PlanSettings(5)) with { Conflicts = [new(1, 2, "cùng đơn vị"), new(1, 4, "cùng đơn vị"), new(1, 5, "là tác giả"), new(1, 5, "cùng đơn vị")] };
        Assert.Equal("Chỉ còn 2 thành viên không xung đột (cần 5): Trần B, Trần D cùng đơn vị; Lê E cùng đơn vị và là tác giả.", Shortfalls(input)[0].Item4);
    }

    [Fact]
    public void Nobody_left_is_said_as_such_and_so_is_a_council_that_is_too_small()
    {
        var all = Council(1, 3, new PlanSettings(3)) with { Conflicts = [new(1, 1, "cùng đơn vị"), new(1, 2, "cùng đơn vị"), new(1, 3, "cùng đơn vị")] };
        Assert.Equal(
        [
            ("K7-101", 0, 3, "Không còn thành viên nào không xung đột (cần 3): Nguyễn A, Trần B, Lê C cùng đơn vị."),
            ("K7-101 phản biện", 0, 2, "Không còn thành viên nào không xung đột (cần 2): Nguyễn A, Trần B, Lê C cùng đơn vị."),
        ], Shortfalls(all));
        Assert.Equal([("K7-101", 3, 5, "Hội đồng chỉ có 3 thành viên (cần 5).")], Shortfalls(Council(1, 3, new PlanSettings(5))));
    }

    [Fact]
    public void Those_at_their_caps_are_named_with_the_cap()
    {
        var input = Council(21, 5, new PlanSettings(4)) with { Conflicts = [new(21, 3, "là tác giả")] };
        var capped = input with
        {
            Judges = [.. input.Judges.Select(judge => judge with { Cap = judge.PersonId >= 4 ? 20 : null })],
            Pins = [.. Enumerable.Range(1, 20).SelectMany(id => new PlanPair[] { new(id, 4, false), new(id, 5, false) })],
        };
        Assert.Equal([("K7-121", 2, 4, "Trần D, Lê E đã đủ mức tối đa 20 hồ sơ.")], Shortfalls(capped));
    }

    [Fact]
    public void Each_dossier_is_told_of_those_whom_it_lacks()
    {
        var input = Council(22, 4, new PlanSettings(4));
        var shortfalls = Shortfalls(input with { Judges = [.. input.Judges.Select(judge => judge with { Cap = judge.PersonId switch { 3 => 20, 4 => 21, _ => null } })] });
        Assert.Equal(
            ["Lê C đã đủ mức tối đa 20 hồ sơ.", "Lê C đã đủ mức tối đa 20 hồ sơ.", "Trần D đã đủ mức tối đa 21 hồ sơ."],
            shortfalls.Select(each => each.Item4).Order(StringComparer.Ordinal));
        Assert.All(shortfalls, each => Assert.Equal((3, 4), (each.Item2, each.Item3)));
    }

    [Fact]
    public void Conflicts_and_caps_are_both_told()
    {
        var input = Council(3, 3, new PlanSettings(3, 0)) with { Conflicts = [new(1, 1, "là tác giả"), new(2, 1, "là tác giả"), new(3, 1, "là tác giả")] };
        input = input with { Judges = [input.Judges[0], input.Judges[1], input.Judges[2] with { Cap = 0 }] };
        Assert.All(Shortfalls(input), each => Assert.Equal((1, 3, "Chỉ còn 2 thành viên không xung đột (cần 3): Nguyễn A là tác giả. Lê C đã đủ mức tối đa 0 hồ sơ."), (each.Item2, each.Item3, each.Item4)));
        Assert.Equal(3, Shortfalls(input).Length);
    }

    [Fact]
    public void What_is_missing_is_spread_evenly()
    {
        var plan = AssignmentPlanner.Plan(Council(6, 4, new PlanSettings(3, 0), cap: 3)).Value;
        Assert.Equal([2, 2, 2, 2, 2, 2], plan.Shortfalls.Select(each => each.Given));
        Assert.Equal([3, 3, 3, 3], plan.Loads.Select(load => load.Dossiers));
    }

    [Fact]
    public void The_whole_council_loses_members_by_their_caps_only_and_where_most_are_left()
    {
        var input = Council(4, 3, new PlanSettings(null, 0)) with { Conflicts = [new(1, 2, "cùng đơn vị"), new(3, 2, "cùng đơn vị"), new(4, 1, "cùng đơn vị")] };
        input = input with { Judges = [input.Judges[0], input.Judges[1], input.Judges[2] with { Cap = 3 }] };
        Assert.Equal([("K7-102", 2, 3, "Lê C đã đủ mức tối đa 3 hồ sơ.")], Shortfalls(input));
    }

    [Fact]
    public void Reviewers_who_are_too_few_or_squeezed_out_by_pins_are_named()
    {
        var input = Council(2, 4, new PlanSettings(2)) with { Reviewers = [1, 2, 3], Conflicts = [new(1, 1, "là tác giả"), new(1, 2, "cùng đơn vị")], Pins = [new(2, 4, false)] };
        Assert.Equal(("K7-101 phản biện", 1, 2, "Chỉ còn 1 ủy viên phản biện không xung đột (cần 2): Nguyễn A là tác giả; Trần B cùng đơn vị."), Shortfalls(input)[0]);
        Assert.Matches("^Các cặp ghim bằng tay không để lại chỗ cho .+, .+\\.$", Shortfalls(input)[1].Item4);
    }

    [Fact]
    public void Long_lists_of_names_are_cut()
    {
        var input = AssignmentPlannerTests.Council(1, 12, new PlanSettings(12, 0));
        var barred = input with { Conflicts = [.. Enumerable.Range(1, 10).Select(id => new PlanConflict(1, id, "cùng đơn vị"))] };
        Assert.EndsWith("Ủy Viên 7, Ủy Viên 8 và 2 người khác cùng đơn vị.", Shortfalls(barred)[0].Item4, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_that_break_a_hard_rule_are_refused_by_name()
    {
        var input = Council(3, 3, new PlanSettings(2), cap: 1) with
        {
            Reviewers = [1, 2],
            Conflicts = [new(1, 1, "là tác giả")],
            Pins = [new(1, 1, true), new(1, 2, false), new(2, 2, false), new(3, 3, true), new(3, 9, false)],
        };
        var plan = AssignmentPlanner.Plan(input);
        Assert.Equal(
        [
            "Nguyễn A là tác giả, không được giao hồ sơ K7-101.",
            "Lê C không phải ủy viên phản biện, không được giao phản biện hồ sơ K7-103.",
            "Một cặp ghim bằng tay có hồ sơ hoặc thành viên không còn trong danh sách. Bỏ ghim cặp đó.",
            "Trần B được ghim 2 hồ sơ, vượt mức tối đa 1 hồ sơ.",
        ], plan.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData(0, 0, 2, "Mỗi hồ sơ cần ít nhất 1 người chấm.")]
    [InlineData(3, -1, 2, "Số người phản biện không được âm.")]
    [InlineData(1, 2, 2, "Số người phản biện không được lớn hơn số người chấm của một hồ sơ.")]
    [InlineData(3, 2, 1001, "Mức ưu tiên chuyên môn phải từ 0 đến 1.000 hồ sơ.")]
    public void Settings_that_make_no_sense_are_refused(int k, int r, int worth, string message) =>
        Assert.Equal(message, Assert.Single(AssignmentPlanner.Plan(Council(2, 3, new PlanSettings(k, r, 0, worth))).Problems).Message);
}
