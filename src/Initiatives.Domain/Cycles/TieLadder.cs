namespace Initiatives.Domain.Cycles;

/// <summary>One step of the ladder that parts equal totals.</summary>
/// <param name="Code">A criterion's code, <see cref="VotesCode"/> or <see cref="BallotCode"/>.</param>
public readonly record struct TieStep(string Code)
{
    public const string VotesCode = "votes";
    public const string BallotCode = "ballot";

    /// <summary>Approving votes of the council's vote on each dossier, more first.</summary>
    public static TieStep Votes { get; } = new(VotesCode);

    /// <summary>Approving votes of a secret ballot held to part these very dossiers, more first.</summary>
    public static TieStep Ballot { get; } = new(BallotCode);

    public bool IsVotes => Code == VotesCode;
    public bool IsBallot => Code == BallotCode;
    public bool IsCriterion => !IsVotes && !IsBallot;

    /// <summary>What the step is called on screens and in the minutes.</summary>
    public string Name(RubricContent rubric)
    {
        var code = Code;
        return IsVotes ? "số phiếu đồng ý" : IsBallot ? "bỏ phiếu kín" : rubric.Criteria.FirstOrDefault(criterion => criterion.Code == code)?.ShortName ?? code;
    }
}

/// <summary>
/// How equal totals are parted, step by step (DOMAIN § 3.3): fixed before scoring opens, so that nobody can choose the
/// order once he knows whom it favours. The total itself always comes first and is not written. Stored as compact text,
/// "E,S,N,votes,ballot".
/// </summary>
public sealed record TieLadder
{
    /// <summary>Longest text that <see cref="Parse"/> takes, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>The field of a form that a refused ladder is shown beside.</summary>
    private const string Field = nameof(CycleSettings.TieLadder);

    private TieLadder(IReadOnlyList<TieStep> steps) => Steps = steps;

    /// <summary>Total → effectiveness → scalability → novelty → approving votes → secret ballot (DESIGN § 7).</summary>
    public static TieLadder Default { get; } = new([new("E"), new("S"), new("N"), TieStep.Votes, TieStep.Ballot]);

    /// <summary>After the total, in order; the last is the secret ballot.</summary>
    public IReadOnlyList<TieStep> Steps { get; }

    /// <summary>
    /// Reads the compact text. Refused when it is empty, holds an empty step or one step twice, or does not end with the
    /// secret ballot: figures may be equal to the last, only a ballot can be held again.
    /// </summary>
    public static Result<TieLadder> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Result.Fail(Field, $"Ghi thứ tự xét khi bằng điểm, ví dụ {Default}.");
        if (text.Length > MaxLength) return Result.Fail(Field, $"Thứ tự xét khi bằng điểm dài tối đa {MaxLength} ký tự.");
        var steps = text.Split(',', StringSplitOptions.TrimEntries).Select(Step).ToList();
        return Of(steps);
    }

    /// <summary>A ladder of these steps; refused as by <see cref="Parse"/>.</summary>
    public static Result<TieLadder> Of(IReadOnlyList<TieStep> steps)
    {
        if (steps.Any(step => step.Code.Length == 0)) return Result.Fail(Field, "Thứ tự xét khi bằng điểm có một bước để trống.");
        if (steps.FirstOrDefault(step => step.Code.Any(letter => !char.IsAsciiLetterOrDigit(letter))) is { Code.Length: > 0 } odd)
            return Result.Fail(Field, $"Bước “{odd.Code}” không phải mã tiêu chí, {TieStep.VotesCode} hay {TieStep.BallotCode}.");
        if (steps.GroupBy(step => step).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Result.Fail(Field, $"Bước {twice.Key.Code} được ghi hơn một lần.");
        if (steps.Count == 0 || !steps[^1].IsBallot)
            return Result.Fail(Field, $"Bước cuối phải là bỏ phiếu kín ({TieStep.BallotCode}), vì các bước khác có thể vẫn bằng nhau.");
        return new TieLadder([.. steps]);
    }

    /// <summary>Refuses a ladder that names a criterion the rubric does not have.</summary>
    public Result Check(RubricContent rubric) => Result.From(Steps
        .Where(step => step.IsCriterion && rubric.Criteria.All(criterion => criterion.Code != step.Code))
        .Select(step => new Problem(Field, $"Bộ tiêu chí không có tiêu chí {step.Code} để xét khi bằng điểm.")));

    /// <summary>"Tổng điểm → Hiệu quả → …", as the regulation and the minutes say it.</summary>
    public string Describe(RubricContent rubric) => string.Join(" → ", Steps.Select(step => step.Name(rubric)).Prepend("Tổng điểm"));

    /// <summary>The compact text, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Join(',', Steps.Select(step => step.Code));

    /// <summary>The same steps in the same order.</summary>
    public bool Equals(TieLadder? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static TieStep Step(string word) =>
        word.Equals(TieStep.VotesCode, StringComparison.OrdinalIgnoreCase) ? TieStep.Votes
        : word.Equals(TieStep.BallotCode, StringComparison.OrdinalIgnoreCase) ? TieStep.Ballot
        : new TieStep(word);
}
