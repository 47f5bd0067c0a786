using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Tests.Ranking;

/// <summary>Rules that a cycle may have had.</summary>
internal sealed record BoardRules(CycleSettings Settings, TieLadder Ladder)
{
    internal IReadOnlyList<RankedPlace> Rank(IReadOnlyList<RankInput> board) => Ranker.Rank(board, Some.Rubric, Settings, Ladder);
}

/// <summary>Boards of few different points around what the rules ask, so that equal totals, sheets and dossiers are common, and floors just met.</summary>
internal static class Boards
{
    private static readonly Gen<RankedSheet> AnySheet =
        from judge in Gen.Choose(1, 9)
        from novelty in Gen.Choose(40, 42)
        from effect in Gen.Choose(56, 58)
        from scale in Gen.Choose(40, 42)
        select Some.Sheet(judge, novelty / 2m, effect / 2m, scale / 2m);

    private static readonly Gen<RankInput> AnyInput =
        from count in Gen.Choose(0, 4)
        from sheets in AnySheet.ArrayOf(count)
        from absent in Gen.Choose(0, 2)
        from approving in Gen.Choose(-1, 2)
        from ballot in Gen.Choose(-1, 2)
        select new RankInput(0, sheets.Length + absent, sheets, approving < 0 ? null : approving, ballot < 0 ? null : ballot);

    internal static Arbitrary<RankInput[]> Any { get; } =
        (from count in Gen.Choose(1, 12)
         from inputs in AnyInput.ArrayOf(count)
         select inputs.Select((input, index) => input with { InitiativeId = index + 1 }).ToArray()).ToArbitrary();

    internal static Arbitrary<BoardRules> AnyRules { get; } =
        (from drop in Gen.Elements<int?>(null, 3, 4)
         from most in Gen.Choose(0, 5)
         from mean in Gen.Elements<decimal?>(null, 69.5m)
         from share in Gen.Elements<decimal?>(null, 0.68m, 0.71m)
         from ladder in Gen.Elements("E,S,N,votes,ballot", "N,E,S,votes,ballot", "S,votes,ballot", "votes,N,ballot")
         select new BoardRules(new CycleSettings { DropExtremesFrom = drop, MaxMerit = most, PassMean = mean, PassCriterionShare = share }, TieLadder.Parse(ladder).Value)).ToArbitrary();
}
