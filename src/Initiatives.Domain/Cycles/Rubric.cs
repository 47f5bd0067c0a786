namespace Initiatives.Domain.Cycles;

/// <summary>A level of a score, as a share of any maximum: the same bands hold for a criterion and for its parts.</summary>
/// <param name="Key">excellent, good, fair, average, weak.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="From">Least share of the maximum, 0–1.</param>
public sealed record ScoreBand(string Key, string Name, decimal From);

/// <summary>The range of points of one band on one maximum; both ends belong to it.</summary>
public sealed record BandRange(ScoreBand Band, decimal From, decimal To);

/// <summary>What a judge gives points for within a criterion.</summary>
public sealed record SubCriterion(string Code, string Name, decimal Max, string Hint);

/// <summary>A criterion (tiêu chí) with its parts; <see cref="Max"/> is the sum of theirs.</summary>
/// <param name="Descriptors">What each band means here, by band key.</param>
public sealed record Criterion(
    string Code,
    string Name,
    string ShortName,
    decimal Max,
    IReadOnlyDictionary<string, string> Descriptors,
    IReadOnlyList<SubCriterion> SubCriteria);

/// <summary>The content of a rubric: immutable, kept as it was when the first sheet opened.</summary>
public sealed record RubricContent(string Name, decimal Step, IReadOnlyList<ScoreBand> Bands, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Sum of the criteria's maxima.</summary>
    public decimal Max => Criteria.Sum(criterion => criterion.Max);

    public IEnumerable<SubCriterion> SubCriteria => Criteria.SelectMany(criterion => criterion.SubCriteria);

    /// <summary>
    /// The bands of a maximum, best first, without gap or overlap: each lower bound is the band's share of
    /// <paramref name="max"/> rounded up to the step (DESIGN § 7).
    /// </summary>
    public IReadOnlyList<BandRange> BandsOf(decimal max)
    {
        var ranges = new List<BandRange>();
        var to = max;
        foreach (var band in Bands.OrderByDescending(band => band.From))
        {
            var from = Math.Ceiling(band.From * max / Step) * Step;
            if (from > to) continue;   // a maximum of a few steps has no room for every band
            ranges.Add(new BandRange(band, from, to));
            to = from - Step;
        }

        return ranges;
    }

    /// <summary>The points that choosing a band offers: the middle of its range, rounded half up to the step.</summary>
    public decimal OfferOf(BandRange range) => Math.Round((range.From + range.To) / 2 / Step, MidpointRounding.AwayFromZero) * Step;

    /// <summary>The band of <paramref name="points"/> on <paramref name="max"/>.</summary>
    public ScoreBand BandOf(decimal points, decimal max) =>
        BandsOf(max).FirstOrDefault(range => points >= range.From)?.Band ?? Bands.OrderBy(band => band.From).First();

    /// <summary>True for the highest and the lowest band, where a comment is required.</summary>
    public bool IsExtreme(ScoreBand band) => band.From == Bands.Max(each => each.From) || band.From == Bands.Min(each => each.From);

    /// <summary>Refuses a rubric whose parts do not add up.</summary>
    public Result Check()
    {
        if (Step <= 0) return Result.Fail(nameof(Step), "Bước điểm phải lớn hơn 0.");
        if (Bands.Count == 0 || Bands.All(band => band.From != 0)) return Result.Fail(nameof(Bands), "Các mức điểm phải phủ hết từ 0 đến điểm tối đa.");
        if (Bands.Any(band => band.From is < 0 or > 1) || Bands.DistinctBy(band => band.From).Count() != Bands.Count)
            return Result.Fail(nameof(Bands), "Mỗi mức điểm cần một ngưỡng riêng từ 0% đến 100%.");
        if (Criteria.Count == 0) return Result.Fail(nameof(Criteria), "Bộ tiêu chí cần ít nhất một tiêu chí.");
        foreach (var criterion in Criteria)
        {
            if (criterion.SubCriteria.Sum(part => part.Max) != criterion.Max)
                return Result.Fail(nameof(Criteria), $"Tổng điểm thành phần của tiêu chí {criterion.Code} phải bằng {criterion.Max:0.##}.");
            if (criterion.SubCriteria.Any(part => part.Max <= 0 || part.Max % Step != 0))
                return Result.Fail(nameof(Criteria), $"Điểm tối đa của mỗi mục trong tiêu chí {criterion.Code} phải là bội của bước điểm.");
        }

        if (SubCriteria.Select(part => part.Code).Distinct().Count() != SubCriteria.Count())
            return Result.Fail(nameof(Criteria), "Mã mục điểm bị trùng.");
        return Result.Success;
    }
}

/// <summary>A version of the rubric (bộ tiêu chí). Frozen when the first sheet opens; a change is a new version.</summary>
public sealed class Rubric
{
    private Rubric()
    {
    }

    public int Id { get; private set; }

    public RubricContent Content { get; private set; } = null!;

    /// <summary>UTC; null while it may still be replaced.</summary>
    public DateTime? FrozenAt { get; private set; }

    public static Result<Rubric> Create(RubricContent content)
    {
        var check = content.Check();
        return check.Ok ? new Rubric { Content = content } : Result.Fail(check.Problems);
    }

    public void Freeze(DateTime now) => FrozenAt ??= now;
}
