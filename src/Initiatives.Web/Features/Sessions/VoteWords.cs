using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Features.Sessions;

/// <summary>A counted vote in words; the share always with both bases.</summary>
internal static class VoteWords
{
    public static string Share(int count, int all) => all == 0 ? $"{count}/{all}" : $"{count}/{all} = {VietnameseNumber.Percent((decimal)count / all)}";

    /// <summary>"7/9 = 77,78% thành viên ghi trong quyết định; không tính người tránh mặt: 7/8 = 87,5%".</summary>
    public static string Shares(Vote vote) => vote.Entitled == vote.Members
        ? $"{Share(vote.Approving, vote.Members)} thành viên ghi trong quyết định thành lập; không ai phải tránh mặt"
        : $"{Share(vote.Approving, vote.Members)} thành viên ghi trong quyết định thành lập; không tính người phải tránh: {Share(vote.Approving, vote.Entitled)}";

    /// <summary>What replaced what, when and why; after the session also who wrote it.</summary>
    public static string Correction(CouncilSession session, Vote before, Vote after, IReadOnlyDictionary<int, string> enterers)
    {
        var (said, at) = (after.CorrectionReason.TrimEnd('.'), after.AnnouncedAt!.Value);
        return after.IsAfter(session)
            ? $"Đính chính sau phiên, {VietnamTime.WithTime(at)}, {enterers.GetValueOrDefault(after.EnteredById, "")} ghi: thay kết quả công bố lúc {VietnamTime.WithTime(before.AnnouncedAt!.Value)} ({Counts(before)}), lý do: {said}"
            : $"Đính chính lúc {VietnamTime.HourMinute(at)}: thay kết quả công bố lúc {VietnamTime.HourMinute(before.AnnouncedAt!.Value)} ({Counts(before)}), lý do: {said}";
    }

    public static string Counts(Vote vote) => vote.Method == VoteMethod.Paper
        ? $"Bỏ phiếu kín: phát ra {vote.Issued}, thu về {vote.Returned}, hợp lệ {vote.Valid}, không hợp lệ {vote.Invalid}; đồng ý {vote.Approving}, không đồng ý {vote.Against}"
        : $"Giơ tay: đồng ý {vote.Approving}, không đồng ý {vote.Against}, không ý kiến {vote.Abstaining}";
}
