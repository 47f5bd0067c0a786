using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>A recognition decision goes to be signed only after its list was posted and every remark is handled, where the cycle asks for it.</summary>
internal static class PostedFirst
{
    public static async Task<Result> CheckAsync(AppDb db, Actor actor, Decision decision, DateTime now, CancellationToken cancellationToken)
    {
        if (decision.Kind != DecisionKind.Recognition) return Result.Success;
        var settings = (await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == decision.CycleId, cancellationToken)).Settings;
        if (settings.PostingWorkingDays == 0) return Result.Success;
        var doors = db.For(actor);
        var last = await doors.Postings.AsNoTracking().Where(item => item.CycleId == decision.CycleId).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);
        var open = await doors.Remarks.CountAsync(item => item.CycleId == decision.CycleId && item.AnsweredAt == null, cancellationToken);
        return Posting.AllowsSigning(settings, last, decision.Named.Select(item => item.InitiativeId), open, now);
    }
}
