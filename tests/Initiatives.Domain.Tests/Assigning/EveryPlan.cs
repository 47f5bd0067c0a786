using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

/// <summary>Tries every plan of a small input. Keys are compared first to last, the least is best; then comes the cost.</summary>
internal static class EveryPlan
{
    /// <summary>Coverage, who may review among the judges, shortage spread evenly.</summary>
    internal static (int Missing, int WithoutReviewer, int Spread) JudgesKey(AssignmentInput input, bool[,] plan)
    {
        var rows = Enumerable.Range(0, input.Dossiers.Count).Select(dossier => Row(input, plan, dossier)).ToList();
        return (-rows.Sum(row => row.Count),
            -rows.Sum(row => Math.Min(input.Settings.ReviewersPerDossier, row.Count(judge => MayReview(input, judge)))),
            rows.Sum(row => Square((input.Settings.JudgesPerDossier is { } k ? Math.Max(k, row.Count) : input.Judges.Count) - row.Count)));
    }

    internal static (int Missing, int WithoutReviewer, int Spread) ReviewersKey(AssignmentInput input, bool[,] reviews)
    {
        var counts = Enumerable.Range(0, input.Dossiers.Count).Select(dossier => Row(input, reviews, dossier).Count).ToList();
        return (-counts.Sum(), 0, counts.Sum(count => Square(Math.Max(0, input.Settings.ReviewersPerDossier - count))));
    }

    internal static ((int, int, int), long) BestOfJudges(AssignmentInput input) => Best(input, plan => JudgesKey(input, plan), dossier =>
    {
        var pins = Bits(input.Pins.Where(pin => pin.InitiativeId == dossier + 1).Select(pin => pin.PersonId - 1));
        var barred = Bits(input.Conflicts.Where(each => each.InitiativeId == dossier + 1).Select(each => each.PersonId - 1));
        var most = Math.Max(input.Settings.JudgesPerDossier ?? input.Judges.Count, int.PopCount(pins));
        return bits => (bits & pins) == pins && (bits & barred) == 0 && int.PopCount(bits) <= most;
    }, judge => input.Judges[judge].Cap);

    internal static ((int, int, int), long) BestOfReviewers(AssignmentInput input, bool[,] judges) => Best(input, plan => ReviewersKey(input, plan), dossier =>
    {
        var pins = Bits(input.Pins.Where(pin => pin.InitiativeId == dossier + 1 && pin.IsReviewer).Select(pin => pin.PersonId - 1));
        var able = Bits(Row(input, judges, dossier).Where(judge => MayReview(input, judge)));
        var most = Math.Max(input.Settings.ReviewersPerDossier, int.PopCount(pins));
        return bits => (bits & pins) == pins && (bits & ~able) == 0 && int.PopCount(bits) <= most;
    }, _ => null);

    private static ((int, int, int), long) Best(AssignmentInput input, Func<bool[,], (int, int, int)> key, Func<int, Func<int, bool>> allowed, Func<int, int?> cap)
    {
        var rows = input.Dossiers.Select((_, dossier) => Enumerable.Range(0, 1 << input.Judges.Count).Where(allowed(dossier)).ToList()).ToList();
        var plan = new bool[input.Dossiers.Count, input.Judges.Count];
        var best = ((int.MaxValue, 0, 0), 0L);
        Try(0);
        return best;

        void Try(int dossier)
        {
            if (dossier < rows.Count)
            {
                foreach (var bits in rows[dossier])
                {
                    for (var judge = 0; judge < input.Judges.Count; judge++) plan[dossier, judge] = (bits >> judge & 1) == 1;
                    Try(dossier + 1);
                }

                return;
            }

            if (Enumerable.Range(0, input.Judges.Count).Any(judge => Column(judge).Count > cap(judge))) return;
            var found = (key(plan), Enumerable.Range(0, input.Judges.Count).Sum(Cost));
            if (found.CompareTo(best) < 0) best = found;
        }

        List<int> Column(int judge) => [.. Enumerable.Range(0, input.Dossiers.Count).Where(dossier => plan[dossier, judge])];
        long Cost(int judge) => Enumerable.Range(0, Column(judge).Count).Sum() + input.Settings.ExpertiseWorth
            * Column(judge).Count(dossier => input.Dossiers[dossier].FieldCode is { Length: > 0 } field && !input.Judges[judge].Fields.Contains(field));
    }

    private static List<int> Row(AssignmentInput input, bool[,] plan, int dossier) => [.. Enumerable.Range(0, input.Judges.Count).Where(judge => plan[dossier, judge])];

    private static bool MayReview(AssignmentInput input, int judge) => input.Reviewers.Count == 0 || input.Reviewers.Contains(judge + 1);

    private static int Bits(IEnumerable<int> indexes) => indexes.Aggregate(0, (bits, index) => bits | 1 << index);

    private static int Square(int number) => number * number;
}
