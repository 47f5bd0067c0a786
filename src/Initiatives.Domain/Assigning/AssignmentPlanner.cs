namespace Initiatives.Domain.Assigning;

/// <summary>
/// Plans who judges and who reviews which dossier. Hard: conflicts, caps, k, pins. Then, each before the next: as many
/// pairs as can be; enough of those who may review among a dossier's judges; what is missing spread evenly; load balanced
/// and expertise used; the draw of the seed. Reviewers are chosen in a second flow from each dossier's judges, balanced on
/// their own. Deterministic and independent of the order of the input; complexity as in <see cref="MinCostFlow"/>, with
/// one path for each pair (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 9).
/// </summary>
public sealed class AssignmentPlanner
{
    private readonly AssignmentInput input;
    private readonly PlanSettings settings;
    private readonly PlanDossier[] dossiers;
    private readonly PlanJudge[] judges;
    private readonly Dictionary<int, int> dossierIndex;
    private readonly Dictionary<int, int> judgeIndex;
    private readonly string?[,] barred;
    private readonly bool[,] outOfField;
    private readonly bool[,] pinned;
    private readonly bool[,] given;
    private readonly bool[,] reviewing;
    private readonly bool[] mayReview;

    private AssignmentPlanner(AssignmentInput input)
    {
        (this.input, settings) = (input, input.Settings);
        dossiers = [.. input.Dossiers.OrderBy(dossier => dossier.InitiativeId)];
        judges = [.. input.Judges.OrderBy(judge => judge.PersonId)];
        dossierIndex = dossiers.Index().ToDictionary(each => each.Item.InitiativeId, each => each.Index);
        judgeIndex = judges.Index().ToDictionary(each => each.Item.PersonId, each => each.Index);
        barred = new string?[dossiers.Length, judges.Length];
        outOfField = new bool[dossiers.Length, judges.Length];
        pinned = new bool[dossiers.Length, judges.Length];
        given = new bool[dossiers.Length, judges.Length];
        reviewing = new bool[dossiers.Length, judges.Length];
        mayReview = [.. judges.Select(judge => input.Reviewers.Count == 0 || input.Reviewers.Contains(judge.PersonId))];
        foreach (var conflict in input.Conflicts.GroupBy(each => (each.InitiativeId, each.PersonId)))
            if (dossierIndex.TryGetValue(conflict.Key.InitiativeId, out var dossier) && judgeIndex.TryGetValue(conflict.Key.PersonId, out var judge))
                barred[dossier, judge] = string.Join(" và ", conflict.Select(each => each.Reason).Distinct().Order(StringComparer.Ordinal));
        foreach (var (dossier, judge) in All)
            outOfField[dossier, judge] = dossiers[dossier].FieldCode.Length > 0 && !judges[judge].Fields.Contains(dossiers[dossier].FieldCode);
    }

    /// <summary>
    /// The plan. Never fails for want of judges: what is short is named with its cause. Refused for settings that make no
    /// sense and for pins that break a hard rule (conflict, cap, someone who may not review, someone not of the council).
    /// </summary>
    /// <exception cref="ArgumentException">A dossier, judge, pin or present pair stands in the input twice.</exception>
    public static Result<AssignmentPlan> Plan(AssignmentInput input)
    {
        if (input.Settings.JudgesPerDossier < 1) return Result.Fail(nameof(PlanSettings.JudgesPerDossier), "Mỗi hồ sơ cần ít nhất 1 người chấm.");
        if (input.Settings.ReviewersPerDossier < 0) return Result.Fail(nameof(PlanSettings.ReviewersPerDossier), "Số người phản biện không được âm.");
        if (input.Settings.ReviewersPerDossier > input.Settings.JudgesPerDossier)
            return Result.Fail(nameof(PlanSettings.ReviewersPerDossier), "Số người phản biện không được lớn hơn số người chấm của một hồ sơ.");
        if (input.Settings.ExpertiseWorth is < 0 or > 1000) return Result.Fail(nameof(PlanSettings.ExpertiseWorth), "Mức ưu tiên chuyên môn phải từ 0 đến 1.000 hồ sơ.");
        var planner = new AssignmentPlanner(input);
        var refused = planner.Pin();
        if (!refused.Ok) return Result.Fail(refused.Problems);
        planner.GiveToJudges();
        planner.ChooseReviewers();
        return planner.Written();
    }

    private IEnumerable<(int Dossier, int Judge)> All =>
        from dossier in Enumerable.Range(0, dossiers.Length)
        from judge in Enumerable.Range(0, judges.Length)
        select (dossier, judge);

    private Result Pin()
    {
        var problems = new List<Problem>();
        foreach (var pin in input.Pins.OrderBy(pin => pin.InitiativeId).ThenBy(pin => pin.PersonId))
        {
            if (!dossierIndex.TryGetValue(pin.InitiativeId, out var dossier) || !judgeIndex.TryGetValue(pin.PersonId, out var judge))
            {
                problems.Add(new(nameof(AssignmentInput.Pins), "Một cặp ghim bằng tay có hồ sơ hoặc thành viên không còn trong danh sách. Bỏ ghim cặp đó."));
                continue;
            }

            if (pinned[dossier, judge]) throw new ArgumentException($"Pinned twice: {pin}.", nameof(input));
            if (barred[dossier, judge] is { } reason)
                problems.Add(new(nameof(AssignmentInput.Pins), $"{judges[judge].Name} {reason}, không được giao hồ sơ {dossiers[dossier].Code}."));
            if (pin.IsReviewer && !mayReview[judge])
                problems.Add(new(nameof(AssignmentInput.Pins), $"{judges[judge].Name} không phải ủy viên phản biện, không được giao phản biện hồ sơ {dossiers[dossier].Code}."));
            pinned[dossier, judge] = true;
            reviewing[dossier, judge] = pin.IsReviewer;
            given[dossier, judge] = true;
        }

        for (var judge = 0; judge < judges.Length; judge++)
            if (Carried(judge) > judges[judge].Cap)
                problems.Add(new(nameof(AssignmentInput.Pins), $"{judges[judge].Name} được ghim {Carried(judge)} hồ sơ, vượt mức tối đa {judges[judge].Cap} hồ sơ."));
        return Result.From(problems);
    }

    private int Room(int judge) => (judges[judge].Cap ?? int.MaxValue) - Carried(judge);

    /// <summary>
    /// For the whole council a dossier needs all who may judge it, and its shortage counts the conflicts too. Who has room
    /// for all takes all: only what the others must leave out is a choice.
    /// </summary>
    private void GiveToJudges()
    {
        var open = Grid((dossier, judge) => barred[dossier, judge] is null && !given[dossier, judge]);
        if (settings.JudgesPerDossier is null)
        {
            var takesAll = ByJudge(judge => Count(dossier => open[dossier, judge]) <= Room(judge));
            foreach (var (dossier, judge) in All.Where(at => takesAll[at.Judge] && open[at.Dossier, at.Judge])) (given[dossier, judge], open[dossier, judge]) = (true, false);
        }

        var openOf = ByDossier(dossier => Enumerable.Range(0, judges.Length).Count(judge => open[dossier, judge]));
        Fill(given, Draw(1), new Vacancies(
            settings.JudgesPerDossier is { } k ? ByDossier(dossier => Math.Max(0, Math.Min(k, judges.Length) - JudgesOf(dossier))) : openOf,
            ByDossier(dossier => settings.JudgesPerDossier is null ? judges.Length - JudgesOf(dossier) - openOf[dossier] : 0),
            open, outOfField, mayReview, ByDossier(dossier => Math.Max(0, settings.ReviewersPerDossier - ReviewersAmongJudges(dossier))),
            ByJudge(Carried), ByJudge(judge => Math.Min(Room(judge), dossiers.Length))));
    }

    private void ChooseReviewers() => Fill(reviewing, Draw(2), new Vacancies(
        ByDossier(dossier => Math.Max(0, Math.Min(settings.ReviewersPerDossier, judges.Length) - ReviewersOf(dossier))),
        ByDossier(_ => 0),
        Grid((dossier, judge) => given[dossier, judge] && mayReview[judge] && !reviewing[dossier, judge]),
        outOfField, ByJudge(_ => false), ByDossier(_ => 0), ByJudge(ReviewsOf), ByJudge(_ => dossiers.Length)));

    private void Fill(bool[,] plan, Func<int, int, int> draw, Vacancies vacancies)
    {
        var flow = MinCostFlow.Solve(PlanNetwork.Of(vacancies, settings.ExpertiseWorth, draw));
        foreach (var (dossier, judge) in All) plan[dossier, judge] |= flow[dossier, judge];
    }

    private AssignmentPlan Written()
    {
        PlannedPair[] pairs = [.. All.Where(at => given[at.Dossier, at.Judge]).Select(at => new PlannedPair(
            dossiers[at.Dossier].InitiativeId, judges[at.Judge].PersonId, reviewing[at.Dossier, at.Judge], pinned[at.Dossier, at.Judge], !outOfField[at.Dossier, at.Judge]))];
        JudgeLoad[] loads = [.. judges.Select((judge, index) => new JudgeLoad(
            judge.PersonId, judge.Name, judge.Cap, Carried(index), ReviewsOf(index), Count(at => given[at, index] && outOfField[at, index]), Count(at => barred[at, index] is not null)))];
        return new AssignmentPlan(
            pairs, loads, Shortfalls(), PlanDifference.Between(input.Present, pairs.Select(pair => new PlanPair(pair.InitiativeId, pair.PersonId, pair.IsReviewer))),
            Cost(pairs), Cost(pairs.Where(pair => pair.IsReviewer)), settings.Seed);
    }

    private long Cost(IEnumerable<PlannedPair> pairs) => pairs.GroupBy(pair => pair.PersonId)
        .Sum(of => (long)of.Count() * (of.Count() - 1) / 2 + (long)settings.ExpertiseWorth * of.Count(pair => !pair.InField));

    private List<PlanShortfall> Shortfalls()
    {
        var found = new List<PlanShortfall>();
        var full = ByJudge(judge => Room(judge) <= 0);
        for (var dossier = 0; dossier < dossiers.Length; dossier++)
        {
            var cause = new ShortfallCause(Enumerable.Range(0, judges.Length).Select(judge => new Candidate(
                judges[judge].Name, barred[dossier, judge], given[dossier, judge], full[judge] ? judges[judge].Cap : null, mayReview[judge])));
            Add(false, settings.JudgesPerDossier ?? cause.Free, JudgesOf(dossier), cause.OfJudges);
            Add(true, settings.ReviewersPerDossier, ReviewersOf(dossier), cause.OfReviewers);

            void Add(bool ofReviewers, int needed, int has, Func<int, string> words)
            {
                if (has < needed) found.Add(new(dossiers[dossier].InitiativeId, dossiers[dossier].Code, ofReviewers, has, needed, words(needed)));
            }
        }

        return found;
    }

    private int JudgesOf(int dossier) => Enumerable.Range(0, judges.Length).Count(judge => given[dossier, judge]);

    private int ReviewersAmongJudges(int dossier) => Enumerable.Range(0, judges.Length).Count(judge => given[dossier, judge] && mayReview[judge]);

    private int ReviewersOf(int dossier) => Enumerable.Range(0, judges.Length).Count(judge => reviewing[dossier, judge]);

    private int Carried(int judge) => Count(dossier => given[dossier, judge]);

    private int ReviewsOf(int judge) => Count(dossier => reviewing[dossier, judge]);

    private int Count(Func<int, bool> counts) => Enumerable.Range(0, dossiers.Length).Count(counts);

    private T[] ByDossier<T>(Func<int, T> value) => [.. Enumerable.Range(0, dossiers.Length).Select(value)];

    private T[] ByJudge<T>(Func<int, T> value) => [.. Enumerable.Range(0, judges.Length).Select(value)];

    private bool[,] Grid(Func<int, int, bool> value)
    {
        var grid = new bool[dossiers.Length, judges.Length];
        foreach (var (dossier, judge) in All) grid[dossier, judge] = value(dossier, judge);
        return grid;
    }

    /// <summary>Equally good pairs are parted by a hash of seed and ids (finaliser of SplitMix64, Steele et al. 2014), so that panels are mixed.</summary>
    private Func<int, int, int> Draw(int stage) => (dossier, judge) =>
    {
        var hash = Mix((uint)settings.Seed + ((ulong)stage << 32));
        hash = Mix(hash ^ (uint)dossiers[dossier].InitiativeId);
        hash = Mix(hash ^ (uint)judges[judge].PersonId);
        return (int)(hash % PlanNetwork.Draws);
    };

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
