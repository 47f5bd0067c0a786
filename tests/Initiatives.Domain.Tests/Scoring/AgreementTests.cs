using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Tests.Scoring;

public sealed class AgreementTests
{
    /// <summary>Shrout and Fleiss 1979, table 2: six targets, four judges.</summary>
    private static readonly decimal[][] ShroutFleiss = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

    /// <summary>Krippendorff 2011, section C: twelve units, four coders; 0 stands for what was not coded.</summary>
    private static readonly decimal[][] Coders =
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    private static readonly Arbitrary<decimal[][]> AnyMatrix =
        (from targets in Gen.Choose(0, 7)
         from judges in Gen.Choose(1, 5)
         from spread in Gen.Choose(0, 6)
         from points in Gen.Choose(0, spread).ArrayOf(judges).ArrayOf(targets)
         select points.Select(row => row.Select(value => value / 2m).ToArray()).ToArray()).ToArbitrary();

    private static double?[] Figures(decimal[][] matrix) => Agreement.Icc(matrix) is var icc
        ? [icc.Single1, icc.Single2, icc.Single3, icc.Mean1, icc.Mean2, icc.Mean3, Agreement.Concordance(matrix), .. Enum.GetValues<AlphaMetric>().Select(metric => Agreement.Alpha(matrix, metric))]
        : [];

    private static decimal? Two(double? value) => value is { } figure ? Math.Round((decimal)figure, 2) : null;

    [Fact]
    public void The_six_intraclass_correlations_are_those_of_Shrout_and_Fleiss()
    {
        var icc = Agreement.Icc(ShroutFleiss);
        Assert.Equal([0.17m, 0.29m, 0.71m, 0.44m, 0.62m, 0.91m], new[] { icc.Single1, icc.Single2, icc.Single3, icc.Mean1, icc.Mean2, icc.Mean3 }.Select(Two));
    }

    [Theory]
    [InlineData(AlphaMetric.Nominal, 0.743)]
    [InlineData(AlphaMetric.Ordinal, 0.815)]
    [InlineData(AlphaMetric.Interval, 0.849)]
    [InlineData(AlphaMetric.Ratio, 0.797)]
    public void Alpha_with_missing_values_is_that_of_Krippendorff(AlphaMetric metric, decimal alpha)
    {
        var units = Enumerable.Range(0, 12).Select(unit => Coders.Select(coder => coder[unit]).Where(value => value > 0).ToList()).ToList();
        Assert.Equal(alpha, Math.Round((decimal)Agreement.Alpha(units, metric)!.Value, 3));
    }

    /// <summary>Siegel 1956, p. 230: six applicants in the order of three executives, W = .16.</summary>
    [Fact]
    public void Concordance_without_ties_is_that_of_Siegel() =>
        Assert.Equal(0.16m, Two(Agreement.Concordance([[1, 1, 6], [6, 5, 3], [3, 6, 2], [2, 4, 5], [5, 2, 4], [4, 3, 1]])));

    /// <summary>Siegel 1956, p. 234 (from Kendall 1948): ten objects, three variables, W = .828 corrected, .796 not.</summary>
    [Fact]
    public void Concordance_is_corrected_for_ties_as_by_Siegel() => Assert.Equal(0.828m, Math.Round((decimal)Agreement.Concordance(
    [
        [1, 2.5m, 2], [4.5m, 1, 1], [2, 2.5m, 4.5m], [4.5m, 4.5m, 4.5m], [3, 4.5m, 4.5m],
        [7.5m, 8, 4.5m], [6, 9, 8], [9, 6.5m, 8], [7.5m, 10, 8], [10, 6.5m, 10],
    ])!.Value, 3));

    [Fact]
    public void The_same_order_at_another_level_is_full_concordance_but_no_absolute_agreement()
    {
        decimal[][] shifted = [[60, 70], [70, 80], [80, 90]];
        Assert.Equal((1.0, 1.0), (Agreement.Concordance(shifted), Agreement.Icc(shifted).Single3));
        Assert.Equal(2 / 3.0, Agreement.Icc(shifted).Single2!.Value, 12);
    }

    [Fact]
    public void Opposite_orders_of_two_judges_are_no_concordance() => Assert.Equal(0, Agreement.Concordance([[1, 3], [2, 2], [3, 1]]));

    [Fact]
    public void Equal_sheets_agree_fully()
    {
        decimal[][] equal = [[60, 60, 60], [70, 70, 70], [80.5m, 80.5m, 80.5m]];
        Assert.All(Figures(equal), figure => Assert.Equal(1, figure));
    }

    [Fact]
    public void What_cannot_be_told_is_null()
    {
        Assert.All(Figures([]), Assert.Null);
        Assert.All(Figures([[70], [80]]), Assert.Null);
        Assert.All(Figures([[70, 70], [70, 70]]), Assert.Null);
        Assert.Equal((IccFigures.None, null), (Agreement.Icc([[70, 80]]), Agreement.Concordance([[70, 80]])));
        Assert.Null(Agreement.Alpha([[70], [80], []], AlphaMetric.Interval));
    }

    [Fact]
    public void Without_variance_between_dossiers_the_correlation_of_one_judge_is_negative_and_that_of_the_mean_is_not_defined()
    {
        var icc = Agreement.Icc([[60, 80], [80, 60]]);
        Assert.Equal((-1.0, null), (icc.Single1, icc.Mean1));
    }

    [Fact]
    public void No_figure_is_ever_more_than_one_or_not_a_number() => Prop.ForAll(AnyMatrix, matrix =>
        Figures(matrix).All(figure => figure is null or (<= 1 and > double.NegativeInfinity)) && Agreement.Concordance(matrix) is null or >= 0)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_dossiers_and_judges_does_not_matter() => Prop.ForAll(AnyMatrix, matrix =>
        Figures(matrix).SequenceEqual(Figures([.. matrix.Reverse().Select(row => row.Reverse().ToArray())])))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_all_points_alike_changes_nothing_where_only_differences_count() => Prop.ForAll(AnyMatrix, matrix =>
    {
        decimal[][] raised = [.. matrix.Select(row => row.Select(value => value + 40).ToArray())];
        return Figures(matrix).SkipLast(1).SequenceEqual(Figures(raised).SkipLast(1));
    }).QuickCheckThrowOnFailure();

    private static PanelSheet Sheet(int dossier, int judge, decimal novelty, decimal effect) =>
        new(dossier, judge, new Dictionary<string, decimal> { ["N"] = novelty, ["E"] = effect });

    [Fact]
    public void The_complete_block_leaves_out_judges_with_few_sheets_while_more_dossiers_come_in_for_it()
    {
        // Judges 1 and 2 scored five dossiers, judge 3 four of them, judge 4 one: 2 × 5 = 10 cells, 3 × 4 = 12, 4 × 1 is none.
        PanelSheet[] sheets =
        [
            .. Enumerable.Range(1, 5).SelectMany(dossier => new[] { Sheet(dossier, 1, 20, 30), Sheet(dossier, 2, 20, 30) }),
            .. Enumerable.Range(2, 4).Select(dossier => Sheet(dossier, 3, 20, 30)),
            Sheet(1, 4, 20, 30),
        ];
        var block = Agreement.BlockOf(sheets);
        Assert.Equal("2 3 4 5 / 1 2 3", $"{string.Join(' ', block.Initiatives)} / {string.Join(' ', block.Judges)}");
        Assert.Equal("ICC và W tính trên 4 hồ sơ được đủ 3 người cùng chấm.", block.Sentence);
    }

    [Fact]
    public void Where_each_dossier_has_two_of_many_judges_the_block_is_the_pair_that_shares_the_most()
    {
        (int, int)[] pairs = [(1, 2), (3, 4), (5, 6), (5, 6), (5, 6), (1, 3), (2, 4), (1, 4), (2, 3)];
        var block = Agreement.BlockOf([.. pairs.SelectMany((pair, dossier) => new[] { Sheet(dossier, pair.Item1, 20, 30), Sheet(dossier, pair.Item2, 20, 30) })]);
        Assert.Equal("2 3 4 / 5 6", $"{string.Join(' ', block.Initiatives)} / {string.Join(' ', block.Judges)}");
    }

    [Fact]
    public void Without_two_dossiers_of_the_same_two_judges_there_is_no_block_and_the_sentence_says_so()
    {
        var block = Agreement.BlockOf([Sheet(1, 1, 20, 30), Sheet(1, 2, 20, 30), Sheet(2, 3, 20, 30)]);
        Assert.Empty(block.Judges);
        Assert.Equal("Không có từ 2 hồ sơ trở lên được cùng 2 người chấm, nên chưa tính được ICC và W.", block.Sentence);
    }

    [Fact]
    public void A_panel_is_told_by_criterion_and_on_the_total_and_a_missing_sheet_only_shrinks_the_block()
    {
        PanelSheet[] sheets = [.. ShroutFleiss.SelectMany((row, target) => row.Select((points, judge) => Sheet(target + 1, judge + 1, points, 10)))];
        var panel = Agreement.ByCriterion(sheets, ["N", "E"]);
        Assert.Equal(["N", "E", ""], panel.Select(figures => figures.Code));
        Assert.Equal([0.29m, null, 0.29m], panel.Select(figures => Two(figures.Icc.Single2)));
        Assert.Equal((Agreement.Alpha(ShroutFleiss, AlphaMetric.Interval), Agreement.Concordance(ShroutFleiss), 24), (panel[0].Alpha, panel[0].Concordance, panel[0].Sheets));
        Assert.Equal((null, null), (panel[1].Alpha, panel[1].Concordance));

        var missing = Agreement.ByCriterion([.. sheets.SkipLast(1)], ["N"])[0];
        Assert.Equal((5, 4, 23), (missing.Block.Initiatives.Count, missing.Block.Judges.Count, missing.Sheets));
        Assert.Equal(Agreement.Icc(ShroutFleiss[..5]), missing.Icc);
    }

    [Fact]
    public void A_sheet_of_a_dossier_that_nobody_else_scored_has_no_weight_in_alpha()
    {
        PanelSheet[] sheets = [Sheet(1, 1, 20, 0), Sheet(1, 2, 22, 0), Sheet(2, 1, 10, 0), Sheet(2, 2, 11, 0)];
        var (without, with) = (Agreement.ByCriterion(sheets, ["N"])[0], Agreement.ByCriterion([.. sheets, Sheet(3, 1, 30, 0)], ["N"])[0]);
        Assert.Equal((without.Alpha, 4), (with.Alpha, with.Sheets));
    }

    [Theory]
    [InlineData(0.29, "ICC(2,1) = 0,29: mức kém, dưới 0,5 (theo Koo và Li 2016).")]
    [InlineData(0.62, "ICC(2,1) = 0,62: mức trung bình, từ 0,5 đến dưới 0,75 (theo Koo và Li 2016).")]
    [InlineData(0.7449, "ICC(2,1) = 0,74: mức trung bình, từ 0,5 đến dưới 0,75 (theo Koo và Li 2016).")]
    [InlineData(0.7451, "ICC(2,1) = 0,75: mức tốt, từ 0,75 đến dưới 0,9 (theo Koo và Li 2016).")]
    [InlineData(0.91, "ICC(2,1) = 0,91: mức rất tốt, từ 0,9 (theo Koo và Li 2016).")]
    [InlineData(-0.2, "ICC(2,1) = -0,20: mức kém, dưới 0,5 (theo Koo và Li 2016).")]
    [InlineData(null, "ICC(2,1): chưa tính được vì thiếu phiếu hoặc điểm không khác nhau.")]
    public void An_intraclass_correlation_is_read_by_the_bands_of_Koo_and_Li(double? value, string sentence) =>
        Assert.Equal(sentence, AgreementReading.OfIcc("ICC(2,1)", value));

    [Theory]
    [InlineData(0.815, "α = 0,815: đáng tin cậy, từ 0,8 (theo Krippendorff 2004).")]
    [InlineData(0.667, "α = 0,667: tạm dùng được, từ 0,667 đến dưới 0,8 (theo Krippendorff 2004).")]
    [InlineData(0.666, "α = 0,666: không đủ tin cậy, dưới 0,667 (theo Krippendorff 2004).")]
    public void Alpha_is_read_by_the_bands_of_Krippendorff(double value, string sentence) => Assert.Equal(sentence, AgreementReading.OfAlpha(value));

    [Fact]
    public void Concordance_is_read_by_its_ends() =>
        Assert.Equal("W = 0,83: 0 là mỗi người xếp một kiểu, 1 là mọi người xếp cùng một thứ tự.", AgreementReading.OfConcordance(0.828));
}
