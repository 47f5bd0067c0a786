using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Cycles;

public class RubricTests
{
    private static readonly RubricContent Default = Some.Rubric;

    [Theory]
    [InlineData(30, "27–30 22,5–26,5 18–22 12–17,5 0–11,5")]
    [InlineData(40, "36–40 30–35,5 24–29,5 16–23,5 0–15,5")]
    public void The_default_bands_are_those_of_the_published_table(int max, string expected) =>
        Assert.Equal(expected, string.Join(' ', Default.BandsOf(max).Select(range => $"{VietnameseNumber.Format(range.From)}–{VietnameseNumber.Format(range.To)}")));

    [Fact]
    public void The_default_rubric_is_sound_and_makes_100_points()
    {
        Assert.True(Default.Check().Ok);
        Assert.Equal(100, Default.Max);
        Assert.Equal(["N", "E", "S"], Default.Criteria.Select(criterion => criterion.Code));
    }

    /// <summary>Steps of 0,25 to 2; maxima of 1 to 200 steps; one to seven bands at whole percents, one of them at 0.</summary>
    private static readonly Arbitrary<(RubricContent Rubric, decimal Max)> AnyBands =
        (from step in Gen.Elements(0.25m, 0.5m, 1m, 2m)
         from steps in Gen.Choose(1, 200)
         from count in Gen.Choose(0, 6)
         from shares in Gen.Choose(1, 100).ArrayOf(count)
         select (Default with { Step = step, Bands = [.. shares.Append(0).Distinct().Select(share => new ScoreBand($"b{share}", $"Mức {share}", share / 100m))] }, step * steps))
        .ToArbitrary();

    [Fact]
    public void Bands_tile_every_maximum_without_gap_or_overlap() => Prop.ForAll(AnyBands, sample =>
    {
        var (rubric, max) = sample;
        var ranges = rubric.BandsOf(max);
        return ranges[0].To == max && ranges[^1].From == 0
            && ranges.All(range => range.From <= range.To)
            && ranges.Zip(ranges.Skip(1)).All(pair => pair.Second.To == pair.First.From - rubric.Step && pair.Second.Band.From < pair.First.Band.From);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_point_on_the_step_lies_in_the_one_band_that_it_is_said_to_be_in() => Prop.ForAll(AnyBands, sample =>
    {
        var (rubric, max) = sample;
        var ranges = rubric.BandsOf(max);
        for (var points = 0m; points <= max; points += rubric.Step)
            if (ranges.Single(range => points >= range.From && points <= range.To).Band != rubric.BandOf(points, max)) return false;
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Only_the_best_and_the_worst_band_ask_for_a_comment() =>
        Assert.Equal(["excellent", "weak"], Default.Bands.Where(Default.IsExtreme).Select(band => band.Key));

    public static TheoryData<string, RubricContent> Refused => new()
    {
        { nameof(RubricContent.Step), Default with { Step = 0 } },
        { nameof(RubricContent.Bands), Default with { Bands = [] } },
        { nameof(RubricContent.Bands), Default with { Bands = [new("a", "A", 0.5m)] } },
        { nameof(RubricContent.Bands), Default with { Bands = [new("a", "A", 1.5m), new("b", "B", 0)] } },
        { nameof(RubricContent.Bands), Default with { Bands = [new("a", "A", 0), new("b", "B", 0)] } },
        { nameof(RubricContent.Criteria), Default with { Criteria = [] } },
        { nameof(RubricContent.Criteria), Default with { Criteria = [Default.Criteria[0] with { Max = 31 }] } },
        { nameof(RubricContent.Criteria), Default with { Step = 2 } },
        { nameof(RubricContent.Criteria), Default with { Criteria = [Default.Criteria[0], Default.Criteria[0]] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_rubric_that_does_not_add_up_is_refused(string field, RubricContent content) =>
        Assert.Equal(field, Assert.Single(Rubric.Create(content).Problems).Field);

    [Fact]
    public void It_is_frozen_once()
    {
        var rubric = Rubric.Create(Default).Value;
        rubric.Freeze(Some.Now);
        rubric.Freeze(Some.InOctober);
        Assert.Equal(Some.Now, rubric.FrozenAt);
    }
}
