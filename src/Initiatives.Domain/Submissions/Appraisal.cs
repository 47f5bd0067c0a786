using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// The appraiser's proposal on the two conditions of công văn 2345, mục 3: 3a first applied in the city, 3b clear effect or
/// capable of it. Both must be met. It decides nothing until the Department's lead approves it.
/// </summary>
public sealed class Appraisal
{
    /// <summary>Characters that a reason needs.</summary>
    public const int ReasonLength = 5;

    private Appraisal()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }
    public int AppraiserId { get; private set; }
    public string AppraiserName { get; private set; } = "";

    /// <summary>Condition 3a.</summary>
    public bool IsFirst { get; private set; }
    public string FirstReason { get; private set; } = "";

    /// <summary>Condition 3b.</summary>
    public bool IsEffective { get; private set; }
    public string EffectReason { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }
    public int? ApprovedById { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsEligible => IsFirst && IsEffective;

    /// <summary>What the authors of an ineligible dossier are told.</summary>
    public string Reason => string.Join(" ", new[]
    {
        IsFirst ? null : $"Điều kiện 3a chưa đạt: {FirstReason}",
        IsEffective ? null : $"Điều kiện 3b chưa đạt: {EffectReason}",
    }.Where(part => part is not null));

    public static Result<Appraisal> Propose(Initiative initiative, bool isFirst, string firstReason, bool isEffective, string effectReason, Actor actor, DateTime now)
    {
        var appraisal = new Appraisal { InitiativeId = initiative.Id, CycleId = initiative.CycleId ?? 0 };
        var result = appraisal.Revise(initiative, isFirst, firstReason, isEffective, effectReason, actor, now);
        return result.Ok ? appraisal : Result.Fail(result.Problems);
    }

    /// <summary>Proposes anew until the lead has approved.</summary>
    public Result Revise(Initiative initiative, bool isFirst, string firstReason, bool isEffective, string effectReason, Actor actor, DateTime now)
    {
        if (ApprovedAt is not null) return Result.Fail("", "Lãnh đạo Sở đã duyệt kết quả này, không sửa được nữa.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
        var problems = CheckReasons(firstReason, effectReason);
        if (problems.Count > 0) return Result.Fail(problems);
        var moved = initiative.MarkAppraised(now);
        if (!moved.Ok) return moved;
        (AppraiserId, AppraiserName, ProposedAt) = (actor.PersonId, actor.Name, now);
        (IsFirst, FirstReason, IsEffective, EffectReason) = (isFirst, VietnameseText.Normalize(firstReason), isEffective, VietnameseText.Normalize(effectReason));
        Version++;
        return Result.Success;
    }

    /// <summary>Both reasons are needed, in words: at least <see cref="ReasonLength"/> characters each.</summary>
    public static IReadOnlyList<Problem> CheckReasons(string firstReason, string effectReason)
    {
        var problems = new List<Problem>();
        Check(nameof(FirstReason), "3a", firstReason);
        Check(nameof(EffectReason), "3b", effectReason);
        return problems;

        void Check(string field, string condition, string reason)
        {
            var length = VietnameseText.Normalize(reason).Length;
            if (length == 0) problems.Add(new(field, $"Ghi căn cứ cho điều kiện {condition}."));
            else if (length < ReasonLength) problems.Add(new(field, $"Căn cứ cho điều kiện {condition} quá ngắn: ghi ít nhất {ReasonLength} ký tự."));
        }
    }

    /// <summary>The lead's approval; never by the appraiser himself nor by an author.</summary>
    public Result Approve(Initiative initiative, Actor actor, DateTime now)
    {
        if (ApprovedAt is not null) return Result.Fail("", "Kết quả này đã được duyệt.");
        if (actor.PersonId == AppraiserId) return Result.Fail("", "Người đề xuất không tự duyệt kết quả của mình.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không duyệt được.");
        var settled = initiative.Settle(IsEligible, Reason, now);
        if (!settled.Ok) return settled;
        (ApprovedById, ApprovedAt) = (actor.PersonId, now);
        Version++;
        return Result.Success;
    }
}
