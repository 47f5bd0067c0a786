using System.Security.Cryptography;
using System.Text;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Recognition;

/// <summary>What an author is told of one criterion.</summary>
/// <param name="Mean">Rounded once, as everywhere it is shown.</param>
/// <param name="Least">What its mean had to reach; null: no such rule.</param>
/// <param name="Comments">Without names, in an order that says nothing of who wrote what.</param>
public sealed record CriterionResult(string Code, string Name, decimal Max, decimal Mean, decimal? Least, bool Passed, IReadOnlyList<string> Comments);

/// <summary>
/// What the owners of a dossier read after publication: means, rules, the council's reason and vote. No judge, no single
/// sheet, no rank.
/// </summary>
/// <param name="Mean">Mean total, rounded once.</param>
/// <param name="Least">What it had to reach; null: no such rule.</param>
/// <param name="Failed">Rules that were not met, each by its numbers.</param>
/// <param name="Vote">"6/9 đồng ý, cần ít nhất 2/3".</param>
public sealed record InitiativeResult(decimal Mean, decimal Max, decimal? Least, int Sheets, IReadOnlyList<CriterionResult> Criteria, IReadOnlyList<string> Failed, string Vote, string Reason)
{
    public static InitiativeResult Of(RankedPlace place, RubricContent rubric, CycleSettings settings, Conclusion conclusion, IEnumerable<(string Code, string Comment)> comments)
    {
        var said = comments.ToLookup(item => item.Code, item => item.Comment);
        var vote = $"{conclusion.Approving}/{conclusion.VoteBase} đồng ý{(settings.PassVoteShare is { } share ? $", cần ít nhất {share}" : "")}";
        var failed = place.Rules.Where(rule => !rule.Passed).Select(rule => rule.Sentence).ToList();
        if (!Conclusion.VotePasses(settings, conclusion.Approving, conclusion.VoteBase)) failed.Add($"Biểu quyết {vote}");
        return new InitiativeResult(place.Shown, rubric.Max, settings.PassMean, place.ValidSheets,
            [.. rubric.Criteria.Select(criterion => new CriterionResult(
                criterion.Code, criterion.Name, criterion.Max, Ranker.Round(place.CriterionMeans.GetValueOrDefault(criterion.Code)), settings.PassCriterionShare * criterion.Max,
                settings.PassCriterionShare is not { } least || place.CriterionMeans.GetValueOrDefault(criterion.Code) >= least * criterion.Max,
                settings.CommentsToAuthors ? Shuffle(said[criterion.Code], $"{place.InitiativeId}/{criterion.Code}") : []))],
            failed, vote, conclusion.Reason);
    }

    /// <summary>
    /// The same texts always in the same order, which depends on them and on the criterion alone: what stands first under one
    /// criterion says nothing of who stands first under another. Empty ones are left out. O(n log n).
    /// </summary>
    public static IReadOnlyList<string> Shuffle(IEnumerable<string> comments, string salt) =>
    [
        .. comments.Select(VietnameseText.Normalize).Where(text => text.Length > 0)
            .OrderBy(text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}/{text}"))), StringComparer.Ordinal),
    ];
}
