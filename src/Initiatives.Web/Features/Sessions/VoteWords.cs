using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Text;

namespace Initiatives.Web.Features.Sessions;

/// <summary>A counted vote in words; the share always with both bases.</summary>
internal static class VoteWords
{
    public static string Share(int count, int all) => all == 0 ? $"{count}/{all}" : $"{count}/{all} = {VietnameseNumber.Percent((decimal)count / all)}";

    /// <summary>"7/9 = 77,78% thành viên ghi trong quyết định; không tính người tránh mặt: 7/8 = 87,5%".</summary>
    public static string Shares(Vote vote) => vote.Entitled == vote.Members
        ? $"{Share(vote.Approving, vote.Members)} thành viên ghi trong quyết định thành lập; không ai phải tránh mặt"
        : $"{Share(vote.Approving, vote.Members)} thành viên ghi trong quyết định thành lập; không tính người phải tránh: {Share(vote.Approving, vote.Entitled)}";

    public static string Counts(Vote vote) => vote.Method == VoteMethod.Paper
        ? $"Bỏ phiếu kín: phát ra {vote.Issued}, thu về {vote.Returned}, hợp lệ {vote.Valid}, không hợp lệ {vote.Invalid}; đồng ý {vote.Approving}, không đồng ý {vote.Against}"
        : $"Giơ tay: đồng ý {vote.Approving}, không đồng ý {vote.Against}, không ý kiến {vote.Abstaining}";
}
