using Initiatives.Domain.Access;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What the launch of a cycle asks: of a unit, to say that it has the notice; of the Department, to chase those who have not.</summary>
internal static class LaunchWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        var cycles = desk.Cycles.Where(cycle => cycle.IsChased(desk.Now)).ToList();
        if (cycles.Count == 0) return items;
        if (desk.Actor.Has(Permission.AcknowledgeLaunch) && await desk.Db.Units.AsNoTracking().SingleAsync(unit => unit.Id == desk.Actor.UnitId, cancellationToken) is { MaySubmit: true })
        {
            foreach (var cycle in cycles)
            {
                if (await desk.Doors.Acknowledgements.AnyAsync(item => item.CycleId == cycle.Id && item.UnitId == desk.Actor.UnitId, cancellationToken)) continue;
                items.Add(new WorkList.Item(2, "amber", "envelope-paper", $"Xác nhận đã nhận công văn phát động kỳ {cycle.Year}", $"công văn số {cycle.Notice.Number}; một người bấm là đủ cho cả đơn vị",
                    $"hạn {VietnamTime.Short(cycle.ClosesAt.AddTicks(-1))}", $"/ky-xet/{cycle.Year}", "Đã nhận")
                { Post = $"/ky-xet/{cycle.Year}/nhan-cong-van" });
            }
        }

        if (!desk.Actor.Has(Permission.ChaseUnits)) return items;
        foreach (var cycle in cycles)
        {
            var units = (await desk.Db.Units.AsNoTracking().ToListAsync(cancellationToken)).Where(unit => unit.MaySubmit).Select(unit => unit.Id).ToHashSet();
            var sent = await desk.Doors.UnitCounts(cycle, desk.Now).Where(count => count.Sent > 0).Select(count => count.UnitId).ToListAsync(cancellationToken);
            var received = await desk.Doors.Acknowledgements.Where(item => item.CycleId == cycle.Id).Select(item => item.UnitId).ToListAsync(cancellationToken);
            var (unsent, silent) = (units.Except(sent).Count(), units.Except(received).Count());
            if (unsent + silent > 0)
                items.Add(new(6, "harbour", "send", $"{unsent} trên {units.Count} đơn vị chưa nộp hồ sơ kỳ {cycle.Year}", $"{silent} đơn vị chưa xác nhận đã nhận công văn", VietnamTime.Deadline(cycle.ClosesAt), $"/ky-xet/{cycle.Year}/don-doc", "Đôn đốc"));
        }

        return items;
    }
}
