using Initiatives.Domain.Ranking;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Recognition;

/// <summary>A dossier that may be recognised in addition: scored anew after a remonstrance, with success.</summary>
/// <param name="Ground">The remonstrance, its answer and the figures of both rounds, in one line.</param>
public sealed record Reconsidered(int InitiativeId, string RemonstranceCode, string Ground)
{
    /// <summary>
    /// Reads it from a remonstrance: answered with the proposal to look at the result again, its round closed, every score rule
    /// met by that round alone. Null: nothing follows from it. The vote is not held again: what the council concluded stands, and
    /// the Chairman decides on the Department's proposal.
    /// </summary>
    /// <param name="status">Of the dossier now.</param>
    /// <param name="first">Mean of the published result, unrounded.</param>
    /// <param name="again">The place that the later round alone gives; null: it has no valid sheet.</param>
    public static Reconsidered? From(Remonstrance remonstrance, InitiativeStatus status, decimal first, RankedPlace? again) =>
        remonstrance is { IsAnswered: true, Outcome: RemonstranceOutcome.Reconsider, RescoringClosedAt: not null } && status == InitiativeStatus.NotRecognised && again is { Passes: true, ValidSheets: > 0 }
            ? new Reconsidered(remonstrance.InitiativeId, remonstrance.Code,
                $"Kiến nghị {remonstrance.Code}, công văn số {remonstrance.AnswerNumber}: chấm lại {again.ValidSheets} phiếu, trung bình {VietnameseNumber.Format(again.Shown)} (lần đầu {VietnameseNumber.Format(Ranker.Round(first))})")
            : null;
}
