using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The step from deliberating to deciding, taken with the last session that ends or is called off.</summary>
internal static class CouncilWorkEnds
{
    /// <summary>What a secretary in conflict is told of work that is not his to know.</summary>
    public const string OthersAreNotDone = "Người thay thế ông/bà chưa hoàn tất phần việc của mình trong phiên; phiên họp chưa kết thúc được. Nhờ Sở KH&CN liên hệ người thay thế.";

    /// <summary>Moves the cycle on when nothing is left to meet for; leaves it where something is.</summary>
    /// <param name="closing">The session that ends by this act.</param>
    public static async Task<Result> WithAsync(AppDb db, Actor actor, Cycle cycle, CouncilSession closing, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        if ((await doors.UnconcludedIdsAsync(cycle.Id, cancellationToken)).Count > 0) return Result.Success;
        var sessions = await doors.Sessions.Where(item => item.CycleId == cycle.Id && item.Id != closing.Id).Select(item => item.Status).ToListAsync(cancellationToken);
        if (sessions.Exists(status => status is SessionStatus.Planned or SessionStatus.Open)) return Result.Success;
        if (closing.Status == SessionStatus.Cancelled && !sessions.Contains(SessionStatus.Ended)) return Result.Success;
        var started = cycle.StartDeciding(open: 0);
        if (!started.Ok) return started;
        var rubric = (await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        if (await doors.PlaceConclusionsAsync(cycle, rubric, cancellationToken)) return Result.Success;
        var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
        return Result.Fail("", (await doors.TieSightAsync(council, cancellationToken)).Sees
            ? "Có hồ sơ bằng nhau ở suất Bằng khen cuối: bỏ phiếu kín trong phiên này rồi mới kết thúc việc xét."
            : OthersAreNotDone);
    }
}
