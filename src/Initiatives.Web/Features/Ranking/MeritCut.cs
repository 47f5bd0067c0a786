using Initiatives.Domain.Ranking;
using Initiatives.Domain.Submissions;

namespace Initiatives.Web.Features.Ranking;

/// <summary>Where the line of the certificates of merit lies in the ranking, and what is said on it.</summary>
/// <param name="AfterId">The dossier that the line follows; null: no line, since nobody is left below it.</param>
/// <param name="Label">"Năm suất Bằng khen đến đây".</param>
/// <param name="Why">A tie at the line: how it was parted, or who is level there. Empty where there is none.</param>
/// <param name="Sentence">How many places are certain; empty where there is none to give.</param>
internal sealed record MeritCut(int? AfterId, string Label, string Why, string Sentence)
{
    private static readonly string[] Numbers = ["", "Một", "Hai", "Ba", "Bốn", "Năm"];

    /// <param name="most">Certificates there are, 0 to 5.</param>
    public static MeritCut Of(IReadOnlyList<RankingBoard.Row> rows, int most)
    {
        if (most == 0) return new MeritCut(null, "", "", "");
        var candidates = rows.Where(row => (row.IsRecommended ?? row.Place.Passes) && row.Status != InitiativeStatus.Revoked).ToList();   // a status may have come of a later decision, which gives no place
        var places = MeritPlaces.Of(candidates.Select(row => row.Place), most);
        if (candidates.Count <= most) return new MeritCut(null, "", "", places.Sentence);
        if (places.NeedsBallot)
        {
            var tied = candidates.FindAll(row => places.Tied.Contains(row.Place.InitiativeId));
            return new MeritCut(tied[^1].Place.InitiativeId, $"{places.Inside.Count} suất Bằng khen đã rõ",
                $"Hạng {tied[0].Place.Rank} có {tied.Count} hồ sơ bằng nhau ở mọi bước xét ({string.Join(", ", tied.Select(row => row.Code))}), còn {places.Open} suất: chỉ bỏ phiếu kín mới phân được.", places.Sentence);
        }

        var last = candidates.FindIndex(row => row.Place.InitiativeId == places.Inside[^1]);
        var isTie = candidates[last].Place.Mean == candidates[last + 1].Place.Mean;
        var why = isTie ? $"Hạng {candidates[last].Place.Rank} và {candidates[last + 1].Place.Rank}: {Lower(candidates[last + 1].Place.Tie)}." : "";
        return new MeritCut(places.Inside[^1], $"{Numbers[most]} suất Bằng khen đến đây", why, places.Sentence);
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
