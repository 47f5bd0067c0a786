namespace Initiatives.Domain.Submissions;

/// <summary>What must hold for every letter of a unit at any instant.</summary>
public static class LetterFaults
{
    /// <summary>A sent letter has number, date, signer and scan, and each of its dossiers was endorsed by it; any other letter has endorsed nothing.</summary>
    /// <param name="endorsements">All that name a letter.</param>
    public static IEnumerable<string> Of(UnitLetter letter, IEnumerable<Endorsement> endorsements)
    {
        var what = $"Tờ trình {letter.Id}";
        var sent = letter.Status == UnitLetterStatus.Sent;
        if (sent != (letter is { SentAt: not null, SentById: not null, ScanSha256: not null, Date: not null, Number.Length: > 0, SignerName.Length: > 0 }))
            yield return $"{what}: trạng thái “{UnitLetterStatuses.Name(letter.Status)}” không khớp với số, ngày, người ký hoặc bản ký.";
        var endorsed = endorsements.Where(item => item.LetterId == letter.Id).ToList();
        if (endorsed.Exists(item => item.Means != EndorsementMeans.SignedLetter)) yield return $"{what}: có xác nhận không ghi cách gửi là tờ trình đã ký.";
        var listed = letter.Items.Select(item => item.InitiativeId).Order().ToList();
        if (sent && !listed.SequenceEqual(endorsed.Select(item => item.InitiativeId).Order())) yield return $"{what}: hồ sơ trong danh sách và hồ sơ đã gửi theo tờ trình không khớp.";
        if (!sent && endorsed.Count > 0) yield return $"{what}: chưa gửi mà đã có hồ sơ gửi theo.";
        foreach (var item in letter.Items.Where(item => endorsed.Exists(given => given.InitiativeId == item.InitiativeId && given.Digest != item.Digest)))
            yield return $"{what}: mã nội dung của hồ sơ {item.InitiativeId} khác mã đã gửi.";
    }

    /// <summary>Every endorsement by a signed letter names one that is there.</summary>
    public static IEnumerable<string> OfEndorsements(IEnumerable<Endorsement> endorsements, IReadOnlySet<int> letters) => endorsements
        .Where(item => item.Means == EndorsementMeans.SignedLetter != item.LetterId is not null || (item.LetterId is { } id && !letters.Contains(id)))
        .Select(item => $"Xác nhận {item.Id} của hồ sơ {item.InitiativeId}: cách gửi và tờ trình không khớp.");
}
