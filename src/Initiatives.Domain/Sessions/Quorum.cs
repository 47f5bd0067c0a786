using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Sessions;

/// <summary>Whether those present can vote: enough of them, among them the chair or a vice-chair, and the secretary (DOMAIN § 3.3).</summary>
public static class Quorum
{
    /// <summary>Refuses a vote without a quorum; says the numbers, or who is missing.</summary>
    public static Result Check(CouncilSession session, Council council, CycleSettings settings)
    {
        var (present, all) = (session.PresentCount, council.Members.Count);
        if (!settings.QuorumShare.ReachedBy(present, all))
            return Result.Fail("", $"Có mặt {present}/{all} thành viên, cần ít nhất {settings.QuorumShare.LeastOf(all)}. Chưa đủ để biểu quyết.");
        var posts = council.Members.Where(member => session.IsPresent(member.PersonId)).Select(member => member.Post).ToList();
        if (!posts.Contains(CouncilPost.Chair) && !posts.Contains(CouncilPost.ViceChair))
            return Result.Fail("", "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng. Phải có một người chủ trì mới biểu quyết được.");
        return posts.Contains(CouncilPost.Secretary) ? Result.Success : Result.Fail("", "Ủy viên thư ký vắng. Thư ký có mặt mới biểu quyết được.");
    }
}
