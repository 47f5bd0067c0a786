using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Scoring;

/// <summary>A dossier given to a member to review (phản biện).</summary>
public sealed class ReviewAssignment
{
    private ReviewAssignment()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public DateTime AssignedAt { get; private set; }

    /// <summary>Assigns; refused when there is a conflict, exactly as for a judge.</summary>
    /// <param name="conflict">Of this reviewer with this dossier, found by the rules or recorded.</param>
    public static Result<ReviewAssignment> Give(int cycleId, int initiativeId, JudgeFacts reviewer, ConflictKind? conflict, DateTime now) =>
        conflict is { } kind
            ? Result.Fail("", $"{reviewer.Name} {ConflictKinds.Name(kind)}, không được phản biện hồ sơ này.")
            : new ReviewAssignment { CycleId = cycleId, InitiativeId = initiativeId, PersonId = reviewer.PersonId, AssignedAt = now };
}

/// <summary>What a reviewer proposes to the council. It binds nobody.</summary>
public enum ReviewProposal
{
    Recognise = 0,
    Improve = 1,
    NotRecognise = 2,
}

/// <summary>Vietnamese names of the proposals.</summary>
public static class ReviewProposals
{
    public static IReadOnlyList<ReviewProposal> All { get; } = [ReviewProposal.Recognise, ReviewProposal.Improve, ReviewProposal.NotRecognise];

    public static string Name(ReviewProposal proposal) => proposal switch
    {
        ReviewProposal.Recognise => "Đề nghị công nhận",
        ReviewProposal.Improve => "Đề nghị hoàn thiện",
        _ => "Không đề nghị công nhận",
    };
}

/// <summary>What a reviewer writes. No points: those stand on his score sheet, if he judges too.</summary>
/// <param name="Proposal">Null: not chosen yet.</param>
public sealed record ReviewContent(string Strengths, string Limits, string Questions, ReviewProposal? Proposal, string ProposalText)
{
    /// <summary>Without blanks around and with one form of every letter.</summary>
    internal ReviewContent Normalized() => new(VietnameseText.Normalize(Strengths), VietnameseText.Normalize(Limits), VietnameseText.Normalize(Questions), Proposal, VietnameseText.Normalize(ProposalText));
}

/// <summary>A reviewer's written review (phiếu nhận xét phản biện) of one dossier.</summary>
public sealed class Review
{
    private Review()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public ReviewContent Content { get; private set; } = null!;
    public DateTime SavedAt { get; private set; }

    /// <summary>When the members could read it first; null: a draft, which nobody else reads.</summary>
    public DateTime? SubmittedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsSubmitted => SubmittedAt is not null;

    public static Review Start(ReviewAssignment assignment) => new()
    {
        CycleId = assignment.CycleId,
        InitiativeId = assignment.InitiativeId,
        PersonId = assignment.PersonId,
        Content = new ReviewContent("", "", "", null, ""),
    };

    /// <summary>
    /// Saves, and hands in when asked. Editable until scoring closes; once handed in every save must be complete, because
    /// the members read it.
    /// </summary>
    /// <param name="version">0: none was saved.</param>
    public Result Write(Cycle cycle, ReviewContent content, bool submits, int version, DateTime now)
    {
        if (cycle.Phase != CyclePhase.Judging) return Result.Fail("", "Thư ký đã chốt điểm, nhận xét không sửa được nữa.");
        if (version != Version) return Result.Fail(nameof(Version), "Nhận xét vừa được lưu ở nơi khác. Kiểm tra lại bên dưới rồi lưu.");
        var text = content.Normalized();
        if (text.Proposal is { } proposal && !Enum.IsDefined(proposal)) return Result.Fail(nameof(ReviewContent.Proposal), "Chọn đề nghị trong danh sách.");
        if (submits || IsSubmitted)
        {
            var gaps = Gaps(text);
            if (gaps.Count > 0) return Result.Fail(gaps);
        }

        Content = text;
        SavedAt = now;
        if (submits) SubmittedAt ??= now;
        Version++;
        return Result.Success;
    }

    private static List<Problem> Gaps(ReviewContent text)
    {
        var problems = new List<Problem>();
        if (text.Strengths.Length == 0) problems.Add(new(nameof(ReviewContent.Strengths), "Ghi điểm mạnh của sáng kiến."));
        if (text.Limits.Length == 0) problems.Add(new(nameof(ReviewContent.Limits), "Ghi hạn chế; nếu không thấy, ghi là không thấy hạn chế."));
        if (text.Proposal is null) problems.Add(new(nameof(ReviewContent.Proposal), "Chọn một đề nghị."));
        return problems;
    }
}

/// <summary>A review as it was after one save that the members could read.</summary>
public sealed class ReviewVersion
{
    private ReviewVersion()
    {
    }

    public int ReviewId { get; private set; }
    public int Version { get; private set; }
    public ReviewContent Content { get; private set; } = null!;
    public DateTime SavedAt { get; private set; }

    public static ReviewVersion Of(Review review) => new() { ReviewId = review.Id, Version = review.Version, Content = review.Content, SavedAt = review.SavedAt };
}
