using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

public sealed class AssignmentPlannerTests
{
    [Fact]
    public void No_other_plan_is_better_on_small_cases()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var input = AnyInput.Of(seed, dossiers: 3, judges: 4);
            var plan = AssignmentPlanner.Plan(input).Value;
            var found = (EveryPlan.JudgesKey(input, PlanOf(input, plan, pair => true)), plan.Cost);
            Assert.True(found == EveryPlan.BestOfJudges(input), $"Case {seed}: {found}, not {EveryPlan.BestOfJudges(input)}");
            var reviews = (EveryPlan.ReviewersKey(input, PlanOf(input, plan, pair => pair.IsReviewer)), plan.ReviewCost);
            Assert.True(reviews == EveryPlan.BestOfReviewers(input, PlanOf(input, plan, pair => true)), $"Case {seed}: reviews {reviews}");
        }
    }

    [Fact]
    public void Hard_rules_hold_on_ten_thousand_cases_and_every_shortfall_is_named_with_its_cause()
    {
        for (var seed = 0; seed < 10_000; seed++)
        {
            var input = AnyInput.Of(seed, dossiers: 10, judges: 8);
            var plan = AssignmentPlanner.Plan(input).Value;
            if (Broken(input, plan) is { } rule) Assert.Fail($"Case {seed}: {rule}");
        }
    }

    /// <summary>The first hard rule that a plan breaks, read from the input alone.</summary>
    private static string? Broken(AssignmentInput input, AssignmentPlan plan)
    {
        var pairs = plan.Pairs.ToDictionary(pair => (pair.InitiativeId, pair.PersonId));
        var barred = input.Conflicts.Select(conflict => (conflict.InitiativeId, conflict.PersonId)).ToHashSet();
        var (k, r) = (input.Settings.JudgesPerDossier, input.Settings.ReviewersPerDossier);
        if (pairs.Keys.Any(barred.Contains)) return "a conflict";
        if (input.Pins.Any(pin => !pairs.TryGetValue((pin.InitiativeId, pin.PersonId), out var pair) || !pair.IsPinned || (pin.IsReviewer && !pair.IsReviewer))) return "a pin";
        if (pairs.Values.Count(pair => pair.IsPinned) != input.Pins.Count) return "a pin too many";
        if (pairs.Values.Any(pair => pair.IsReviewer && input.Reviewers.Count > 0 && !input.Reviewers.Contains(pair.PersonId))) return "who may review";
        foreach (var judge in input.Judges)
        {
            var load = plan.Loads.Single(each => each.PersonId == judge.PersonId);
            if (load.Dossiers != pairs.Values.Count(pair => pair.PersonId == judge.PersonId)) return "a load";
            if (load.Reviews != pairs.Values.Count(pair => pair.PersonId == judge.PersonId && pair.IsReviewer)) return "a load of reviews";
            if (load.Dossiers > judge.Cap) return "a cap";
        }

        foreach (var dossier in input.Dossiers)
        {
            var of = pairs.Values.Where(pair => pair.InitiativeId == dossier.InitiativeId).ToList();
            var pinned = input.Pins.Where(pin => pin.InitiativeId == dossier.InitiativeId).ToList();
            var free = input.Judges.Where(judge => !barred.Contains((dossier.InitiativeId, judge.PersonId))).ToList();
            var needed = k ?? free.Count;
            if (of.Count > Math.Max(needed, pinned.Count)) return "k exceeded";
            if (of.Count(pair => pair.IsReviewer) > Math.Max(r, pinned.Count(pin => pin.IsReviewer))) return "r exceeded";
            if (of.Count < needed && free.Any(judge => of.All(pair => pair.PersonId != judge.PersonId) && !IsFull(judge))) return "short though a judge is free";
            if (!Says(false, of.Count, needed) || !Says(true, of.Count(pair => pair.IsReviewer), r)) return "a shortfall";

            bool IsFull(PlanJudge judge) => pairs.Values.Count(pair => pair.PersonId == judge.PersonId) >= judge.Cap;
            bool Says(bool ofReviewers, int given, int need)
            {
                var said = plan.Shortfalls.Where(each => each.InitiativeId == dossier.InitiativeId && each.OfReviewers == ofReviewers).ToList();
                return given >= need ? said.Count == 0 : said is [{ Cause.Length: > 0 } one] && (one.Given, one.Needed) == (given, need);
            }
        }

        return null;
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var input = AnyInput.Of(seed, dossiers: 10, judges: 8);
            var random = new Random(seed);
            T[] Shuffled<T>(IReadOnlyList<T> list) => [.. list.OrderBy(_ => random.Next())];
            var shuffled = input with
            {
                Dossiers = Shuffled(input.Dossiers),
                Judges = Shuffled(input.Judges),
                Conflicts = Shuffled(input.Conflicts),
                Reviewers = Shuffled(input.Reviewers),
                Pins = Shuffled(input.Pins),
                Present = Shuffled(input.Present),
            };
            Assert.Equivalent(AssignmentPlanner.Plan(input).Value, AssignmentPlanner.Plan(shuffled).Value, strict: true);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan_and_another_seed_another_of_equal_cost()
    {
        var input = Council(dossiers: 30, judges: 9, new PlanSettings(3));
        AssignmentPlan With(int seed) => AssignmentPlanner.Plan(input with { Settings = input.Settings with { Seed = seed } }).Value;
        Assert.Equal(With(7).Pairs, With(7).Pairs);
        Assert.NotEqual(With(7).Pairs, With(8).Pairs);
        Assert.Equal((9 * 45L, 405L, 7), (With(7).Cost, With(8).Cost, With(7).Seed));
    }

    [Fact]
    public void The_draw_mixes_panels()
    {
        var plan = AssignmentPlanner.Plan(Council(dossiers: 84, judges: 9, new PlanSettings(3))).Value;
        var panels = plan.Pairs.GroupBy(pair => pair.InitiativeId).Select(of => string.Join('-', of.Select(pair => pair.PersonId))).ToList();
        Assert.True(panels.Distinct().Count() > 40, $"{panels.Distinct().Count()} of 84 possible panels");
    }

    [Fact]
    public void The_whole_council_is_every_member_less_conflicts()
    {
        var input = Council(dossiers: 4, judges: 9, new PlanSettings(null)) with { Conflicts = [new(2, 5, "là tác giả"), new(2, 6, "cùng đơn vị"), new(3, 6, "cùng đơn vị")] };
        var plan = AssignmentPlanner.Plan(input).Value;
        Assert.Equal(4 * 9 - 3, plan.Pairs.Count);
        Assert.DoesNotContain(plan.Pairs, pair => (pair.InitiativeId, pair.PersonId) is (2, 5) or (2, 6) or (3, 6));
        Assert.Empty(plan.Shortfalls);
        Assert.Equal([(3, 1), (2, 2)], plan.Loads.Where(load => load.PersonId is 5 or 6).Select(load => (load.Dossiers, load.Barred)));
        Assert.All(plan.Pairs.GroupBy(pair => pair.InitiativeId), of => Assert.Equal(2, of.Count(pair => pair.IsReviewer)));
        Assert.Equal([0, 1], plan.Loads.Select(load => load.Reviews).Distinct().Order());
    }

    [Fact]
    public void A_judge_is_given_his_field_until_he_carries_too_much_more_than_another()
    {
        AssignmentPlan With(int worth)
        {
            var input = Council(dossiers: 10, judges: 2, new PlanSettings(1, 0, 0, worth));
            return AssignmentPlanner.Plan(input with { Judges = [input.Judges[0] with { Fields = new HashSet<string> { "LV-C" } }, input.Judges[1]], Dossiers = [.. input.Dossiers.Select(each => each with { FieldCode = "LV-C" })] }).Value;
        }

        Assert.Equal([5, 5], With(0).Loads.Select(load => load.Dossiers));
        Assert.Equal([6, 4], With(2).Loads.Select(load => load.Dossiers));
        Assert.Equal([8, 2], With(6).Loads.Select(load => load.Dossiers));
        Assert.Equal((2, 28L + 1 + 12), (With(6).Loads[1].OutOfField, With(6).Cost));
    }

    [Fact]
    public void Pins_stay_and_count_as_load()
    {
        var input = Council(dossiers: 4, judges: 4, new PlanSettings(1, 1)) with { Pins = [new(1, 3, true), new(2, 3, false)] };
        var plan = AssignmentPlanner.Plan(input).Value;
        Assert.Equal([0, 1, 1, 2], plan.Loads.Select(load => load.Dossiers).Order());
        Assert.Equal(2, plan.Loads[2].Dossiers);
        Assert.Equal([(1, 3, true), (2, 3, true)], plan.Pairs.Where(pair => pair.IsPinned).Select(pair => (pair.InitiativeId, pair.PersonId, pair.IsReviewer)));
    }

    [Fact]
    public void Reviewers_are_of_those_who_may_and_among_the_judges()
    {
        var plan = AssignmentPlanner.Plan(Council(dossiers: 12, judges: 9, new PlanSettings(3)) with { Reviewers = [1, 2, 3, 4] }).Value;
        Assert.Empty(plan.Shortfalls);
        Assert.All(plan.Pairs.Where(pair => pair.IsReviewer), pair => Assert.InRange(pair.PersonId, 1, 4));
        Assert.Equal([6, 6, 6, 6, 0, 0, 0, 0, 0], plan.Loads.Select(load => load.Reviews));
        Assert.Equal(36, plan.Pairs.Count);
    }

    [Fact]
    public void The_difference_names_what_comes_goes_and_changes()
    {
        var input = Council(dossiers: 1, judges: 3, new PlanSettings(null, 1)) with
        {
            Conflicts = [new(1, 3, "là tác giả")],
            Pins = [new(1, 2, true)],
            Present = [new(1, 2, false), new(1, 3, true), new(9, 1, false)],
        };
        var difference = AssignmentPlanner.Plan(input).Value.Difference;
        Assert.Equal([new PlanPair(1, 1, false)], difference.Added);
        Assert.Equal([new PlanPair(1, 3, true), new PlanPair(9, 1, false)], difference.Removed);
        Assert.Equal([new PlanPair(1, 2, true)], difference.Changed);
        Assert.Equal((0, false), (difference.Kept, difference.IsEmpty));
    }

    [Fact]
    public void Planning_again_from_the_plan_in_force_changes_nothing()
    {
        var input = Council(dossiers: 20, judges: 7, new PlanSettings(3));
        var present = AssignmentPlanner.Plan(input).Value.Pairs.Select(pair => new PlanPair(pair.InitiativeId, pair.PersonId, pair.IsReviewer)).ToList();
        var again = AssignmentPlanner.Plan(input with { Present = present }).Value.Difference;
        Assert.Equal((true, 60), (again.IsEmpty, again.Kept));
    }

    [Fact]
    public void Nothing_to_plan_is_an_empty_plan()
    {
        Assert.Empty(AssignmentPlanner.Plan(Council(0, 5, new PlanSettings(3))).Value.Pairs);
        Assert.Equal("Hội đồng không có thành viên nào (cần 3).", AssignmentPlanner.Plan(Council(1, 0, new PlanSettings(3))).Value.Shortfalls[0].Cause);
    }

    private static bool[,] PlanOf(AssignmentInput input, AssignmentPlan plan, Func<PlannedPair, bool> which)
    {
        var grid = new bool[input.Dossiers.Count, input.Judges.Count];
        foreach (var pair in plan.Pairs.Where(which)) grid[pair.InitiativeId - 1, pair.PersonId - 1] = true;
        return grid;
    }

    internal static AssignmentInput Council(int dossiers, int judges, PlanSettings settings) => new(
        [.. Enumerable.Range(1, dossiers).Select(id => new PlanDossier(id, $"K7-{100 + id}", ""))],
        [.. Enumerable.Range(1, judges).Select(id => new PlanJudge(id, $"Ủy Viên {id}", new HashSet<string>(), null))],
        [], [], [], [], settings);
}
