using Initiatives.Domain.People;

namespace Initiatives.Domain.Submissions;

/// <summary>What must hold for the screening of every dossier at any instant; nothing is found in sound data.</summary>
public static class ScreeningFaults
{
    /// <summary>A dossier waits for a supplement exactly while one request is open; a closed request has no item left open, an answered one has a receipt.</summary>
    public static IEnumerable<string> OfSupplements(Initiative initiative, IReadOnlyList<SupplementRequest> requests)
    {
        var what = $"Hồ sơ {initiative.Id}";
        var open = requests.Count(request => request.Status == SupplementStatus.Open);
        if (initiative.Status == InitiativeStatus.Supplementing && open != 1) yield return $"{what}: chờ bổ sung mà có {open} yêu cầu đang mở, phải đúng 1.";
        if (initiative.Status != InitiativeStatus.Supplementing && open > 0) yield return $"{what}: còn {open} yêu cầu bổ sung đang mở mà hồ sơ không chờ bổ sung.";
        if (initiative.Status is not (InitiativeStatus.Submitted or InitiativeStatus.Supplementing) && requests.Any(request => request.IsLive)) yield return $"{what}: đã qua bước thẩm định mà còn yêu cầu bổ sung chưa xong.";
        foreach (var request in requests)
        {
            var which = $"{what}, yêu cầu bổ sung lần {request.Round}";
            if (request.Items.Count == 0) yield return $"{which}: không có mục nào.";
            if (request.Status == SupplementStatus.Answered && request.Receipt is null) yield return $"{which}: đã trả lời mà không có biên nhận.";
            if (request.Status == SupplementStatus.Closed && request.Items.Any(item => item.State is SupplementItemState.Asked or SupplementItemState.Answered)) yield return $"{which}: đã xong mà còn mục chưa quyết định.";
            if (request.Status == SupplementStatus.Closed && request.Receipt is null && request.CloseReason.Length == 0) yield return $"{which}: đã xong mà không có trả lời, cũng không có lý do dừng chờ.";
        }

        foreach (var twice in requests.SelectMany(request => request.Items).Where(item => item.State == SupplementItemState.Accepted).GroupBy(item => item.Target).Where(group => group.Count() > 1))
            yield return $"{what}: mục “{twice.First().Part.Label}” được chấp nhận {twice.Count()} lần; đã chấp nhận thì không hỏi lại.";
    }

    /// <summary>Nobody is given a dossier of his own or of his unit.</summary>
    /// <param name="appraiser">Who it is given to; null: nobody.</param>
    public static IEnumerable<string> OfAssignment(Initiative initiative, Actor? appraiser)
    {
        if (appraiser is null) yield break;
        if (initiative.IsWrittenBy(appraiser)) yield return $"Hồ sơ {initiative.Id}: giao cho {appraiser.Name} là tác giả.";
        else if (initiative.UnitId == appraiser.UnitId) yield return $"Hồ sơ {initiative.Id}: giao cho {appraiser.Name} cùng đơn vị.";
    }

    /// <summary>An opinion comes from another unit; what is answered says so.</summary>
    public static IEnumerable<string> OfOpinion(Initiative initiative, OpinionRequest request)
    {
        if (request.UnitId == initiative.UnitId) yield return $"Ý kiến {request.Id}: hỏi chính đơn vị của hồ sơ {initiative.Id}.";
        if (request.Status == OpinionStatus.Answered != request.AnsweredAt is not null) yield return $"Ý kiến {request.Id}: trạng thái và thời điểm trả lời không khớp.";
    }
}
