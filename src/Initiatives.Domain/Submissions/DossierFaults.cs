using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>What must hold for every dossier at any instant. The invariant check prints what these find; nothing is found in sound data.</summary>
public static class DossierFaults
{
    /// <summary>A dossier that was sent has arrival, cycle, number and endorsement; one that was not has none; outsiders see the status they may see.</summary>
    /// <param name="endorsed">Whether a head's endorsement of it is on record.</param>
    public static IEnumerable<string> OfLife(Initiative initiative, bool endorsed)
    {
        var status = initiative.Status;
        if (!Enum.IsDefined(status))
        {
            yield return $"Hồ sơ {initiative.Id}: trạng thái {(int)status} không có trong bảng trạng thái.";
            yield break;
        }

        var what = $"Hồ sơ {initiative.Id} ({InitiativeStatuses.Name(status)})";
        if (initiative.ShownStatus != InitiativeStatuses.Shown(status)) yield return $"{what}: trạng thái cho người ngoài xem là “{InitiativeStatuses.Name(initiative.ShownStatus)}”, đúng ra là “{InitiativeStatuses.Name(InitiativeStatuses.Shown(status))}”.";

        // A draft may be withdrawn too: then it never reached the Department.
        var sent = status == InitiativeStatus.Withdrawn ? initiative.SubmittedAt is not null : InitiativeStatuses.IsSent(status);
        if (sent)
        {
            if (initiative.SubmittedAt is null) yield return $"{what}: không có thời điểm gửi.";
            if (initiative.CycleId is null) yield return $"{what}: không thuộc kỳ nào.";
            if (initiative.RegisterNumber is null) yield return $"{what}: không có số tiếp nhận.";
            if (!endorsed) yield return $"{what}: không có xác nhận của thủ trưởng.";
        }
        else if (initiative.SubmittedAt is not null || initiative.RegisterNumber is not null || endorsed)
        {
            yield return $"{what}: chưa gửi mà đã có thời điểm gửi, số tiếp nhận hoặc xác nhận của thủ trưởng.";
        }

        var judged = status is >= InitiativeStatus.Judging and <= InitiativeStatus.Revoked;
        if (judged && initiative.CouncilCode is null) yield return $"{what}: không có mã Hội đồng.";
    }

    /// <summary>The shares of a dossier that left its authors are together exactly 100 %.</summary>
    public static IEnumerable<string> OfShares(Initiative initiative)
    {
        if (initiative.SubmittedAt is null && initiative.Status != InitiativeStatus.AwaitingEndorsement) yield break;
        var total = initiative.Authors.Sum(author => author.Share ?? 0);
        if (total != 100) yield return $"Hồ sơ {initiative.Id}: tổng tỷ lệ đóng góp là {VietnameseNumber.Format(total)}%, phải đúng 100%.";
    }

    /// <summary>An author's answer is bound to what it was given for, has its time and way, and a denial says why.</summary>
    public static IEnumerable<string> OfConfirmation(AuthorConfirmation row)
    {
        var what = $"Xác nhận {row.Id} của {row.Name} (hồ sơ {row.InitiativeId})";
        if (row.Key != row.Statement.Key) yield return $"{what}: nội dung không khớp với dấu đã xác nhận.";
        var answered = row.Answer != AuthorAnswer.None;
        if (answered != row.AnsweredAt is not null || answered != (row.Way != AnswerWay.None)) yield return $"{what}: câu trả lời thiếu thời điểm hoặc cách trả lời.";
        if ((row.Answer == AuthorAnswer.Denied) != (row.Reason.Length > 0)) yield return $"{what}: báo sai mà không có lý do, hoặc có lý do mà không báo sai.";
        if (row.LinkUsedAt is not null && !answered) yield return $"{what}: liên kết đã dùng mà không có câu trả lời.";
    }

    /// <summary>What a draft says is what its newest version says: saved together, neither is ahead of the other.</summary>
    /// <param name="newest">The newest version on record; null: none.</param>
    public static IEnumerable<string> OfVersions(Initiative initiative, InitiativeVersion? newest)
    {
        if (initiative.Status is not (InitiativeStatus.Draft or InitiativeStatus.AwaitingEndorsement)) yield break;
        if (newest is null) yield return $"Hồ sơ {initiative.Id}: không có bản lưu nào.";
        else if (newest.Version > initiative.Version) yield return $"Hồ sơ {initiative.Id}: có bản lưu {newest.Version}, hồ sơ mới đến bản {initiative.Version}.";
        else if (DraftPart.Different(initiative.Content(), newest.Content) is { Count: > 0 } parts)
            yield return $"Hồ sơ {initiative.Id}: khác bản lưu mới nhất ({newest.Version}) ở {string.Join(", ", parts.Select(part => part.Label))}.";
    }

    /// <summary>The register numbers of a cycle are 1 … n, each once.</summary>
    public static IEnumerable<string> OfRegister(string cycleName, IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i] == i + 1) continue;
            yield return $"{cycleName}: số tiếp nhận phải liền từ 1 đến {sorted.Count}, gặp {sorted[i]} ở chỗ của {i + 1}.";
            yield break;
        }
    }
}
