using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>What must hold for every receipt, extension and outside arrival at any instant.</summary>
public static class ReceiptFaults
{
    /// <summary>Every receipt has a code, and no two the same.</summary>
    public static IEnumerable<string> OfCodes(IEnumerable<Endorsement> endorsements)
    {
        foreach (var same in endorsements.GroupBy(item => item.Code))
        {
            if (ReceiptCode.Read(same.Key) is null) foreach (var item in same) yield return $"Hồ sơ {item.InitiativeId}: giấy biên nhận không có mã đối chiếu.";
            else if (same.Count() > 1) yield return $"Mã biên nhận của hồ sơ {string.Join(", ", same.Select(item => item.InitiativeId).Order())} trùng nhau.";
        }
    }

    /// <summary>As long as its content was not reopened, the digest on the receipt can be computed again from the dossier.</summary>
    public static IEnumerable<string> OfDigest(Initiative initiative, Endorsement endorsement)
    {
        if (endorsement.Sent is not { } sent || initiative.SavedAt > endorsement.ReadAt) yield break;
        var files = sent.Files.Select(file => new DossierFile(0, file.Kind, file.FileName, "", file.Size, file.Sha256));
        if (ContentDigest.Of(initiative.Content(), files) != endorsement.Digest) yield return $"Hồ sơ {initiative.Id}: nội dung không còn khớp mã trên giấy biên nhận.";
    }

    /// <summary>Nothing was received outside its unit's window, and an extension is named exactly where it was needed.</summary>
    public static IEnumerable<string> OfWindow(Initiative initiative, Endorsement? endorsement, Cycle cycle, IReadOnlyList<ExtensionNotice> extensions)
    {
        if (initiative.SubmittedAt is not { } at) yield break;
        var window = IntakeWindow.Of(cycle, extensions, initiative.UnitId);
        if (!window.Contains(at)) yield return $"Hồ sơ {initiative.Id}: nhận lúc {VietnamTime.WithTime(at)}, ngoài hạn của đơn vị trong {cycle.Name} ({VietnamTime.Deadline(window.ClosesAt)}).";
        else if (endorsement is not null && endorsement.ExtensionId is null == at >= cycle.ClosesAt) yield return $"Hồ sơ {initiative.Id}: giấy biên nhận ghi sai việc gia hạn.";
    }

    /// <summary>An extension is answerable and was never bent: a grant lies ahead of its hour, an end ends one grant of the same cycle and unit.</summary>
    public static IEnumerable<string> OfExtension(Extension row, IReadOnlyList<Extension> all)
    {
        var what = $"Gia hạn {row.Id}";
        if (row.Reason.Length == 0 || row.AllowedBy.Length == 0 || row.DocumentNumber.Length == 0 || (row.EndsId is null && row.RequestedBy.Length == 0)) yield return $"{what}: thiếu người đề nghị, lý do, người cho phép hoặc văn bản.";
        if (row.EndsId is null)
        {
            if (row.ClosesAt <= row.GrantedAt) yield return $"{what}: giờ mới không ở sau lúc ghi.";
            yield break;
        }

        var ended = all.FirstOrDefault(item => item.Id == row.EndsId);
        if (ended is null || ended.EndsId is not null || ended.CycleId != row.CycleId || ended.UnitId != row.UnitId) yield return $"{what}: không kết thúc một gia hạn nào của đơn vị này.";
        else if (row.ClosesAt != row.GrantedAt || row.ClosesAt >= ended.ClosesAt || row.ClosesAt < ended.GrantedAt) yield return $"{what}: giờ kết thúc không nằm trong thời gian gia hạn.";
        if (all.Count(item => item.EndsId == row.EndsId) > 1) yield return $"{what}: một gia hạn được kết thúc hai lần.";
    }

    /// <summary>What came from outside has its number in the office's book, its instant and its scan; nothing else has.</summary>
    public static IEnumerable<string> OfOutside(Initiative initiative, Endorsement? endorsement, OutsideArrival? arrival, IEnumerable<string> files)
    {
        var what = $"Hồ sơ {initiative.Id}";
        var fromOutside = endorsement?.Means == EndorsementMeans.OnPaper;
        if (fromOutside != (arrival is not null)) yield return $"{what}: {(fromOutside ? "nhận ngoài hệ thống mà không có số đến" : "có số đến mà không phải hồ sơ nhận ngoài hệ thống")}.";
        if (arrival is null) yield break;
        if (arrival.ArrivalNumber.Length == 0) yield return $"{what}: không có số đến.";
        if (arrival.ArrivedAt != initiative.SubmittedAt || arrival.ArrivedAt > arrival.EnteredAt) yield return $"{what}: giờ đến không khớp thời điểm nhận.";
        if (!files.Contains(arrival.ScanSha256)) yield return $"{what}: không có bản quét.";
    }
}
