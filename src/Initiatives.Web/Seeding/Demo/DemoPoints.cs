using System.Globalization;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Scoring;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What a judge of the demo writes on a sheet. The same start gives the same points: a judge leans one way, and differs a little from part to part.</summary>
internal static class DemoPoints
{
    /// <param name="seat">Of the judge in his council.</param>
    /// <param name="profile">Total that is meant, before the judge's leaning; null: the dossier's own.</param>
    public static SheetContent Of(DemoStage stage, DemoInitiative source, int seat, decimal? profile = null)
    {
        var rubric = stage.Data.Rubric;
        var random = new Random(HashCode(source.ScoresAs ?? source.Id) * 31 + seat);
        var lean = (seat - 4) * 1.1m + (decimal)(random.NextDouble() - 0.5) * 5m;
        var mean = (profile ?? (source.ScoreProfile ?? 75m) + lean) / 100m;
        var points = new Dictionary<string, decimal>();
        var comments = new Dictionary<string, string>();
        var owed = 0m;
        foreach (var criterion in rubric.Criteria)
        {
            foreach (var part in criterion.SubCriteria)
            {
                var wanted = mean * part.Max + owed;
                points[part.Code] = Math.Clamp(Math.Round(wanted / rubric.Step) * rubric.Step, 0, part.Max);
                owed = wanted - points[part.Code];   // rounding is carried on, so that the sheet's total is what was meant
            }

            var said = stage.Data.Comments.Criteria[criterion.Code][rubric.BandOf(criterion.SubCriteria.Sum(part => points[part.Code]), criterion.Max).Key];
            comments[criterion.Code] = said[random.Next(said.Length)];
        }

        return new SheetContent(points, comments);
    }

    /// <summary>What has been written when a judge stops after the first criterion.</summary>
    public static SheetContent Begun(DemoStage stage, SheetContent whole)
    {
        var first = stage.Data.Rubric.Criteria[0];
        return new SheetContent(first.SubCriteria.ToDictionary(part => part.Code, part => whole.Points[part.Code]), new Dictionary<string, string> { [first.Code] = whole.Comments[first.Code] });
    }

    public static SaveScoreSheet.Command Save(int sheetId, SheetContent content, string op = SaveScoreSheet.Submit, int version = 0, string reason = "") =>
        new() { Id = sheetId, Version = version, Points = Typed(content), Comments = new(content.Comments), Op = op, Reason = reason };

    public static Dictionary<string, string> Typed(SheetContent content) =>
        content.Points.ToDictionary(item => item.Key, item => item.Value.ToString(CultureInfo.InvariantCulture));

    private static int HashCode(string text) => text.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter));
}
