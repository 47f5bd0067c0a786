using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>All rounds, newest first.</summary>
public static class CycleList
{
    public sealed record Query : IRequest<View>;

    public sealed record View(IReadOnlyList<Item> Items, bool MayManage, int NextYear);

    /// <summary>One cycle; <paramref name="IsLaunched"/> is false only where staff look.</summary>
    public sealed record Item(int Year, CyclePhase Phase, string Now, IReadOnlyList<string> Dates, bool IsLaunched, int Sent);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var doors = db.For(actor.Value);
            var cycles = await doors.Cycles.AsNoTracking().OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            var sent = await doors.SentDossiers.GroupBy(item => item.CycleId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            var windows = await db.WindowsAsync(cycles, actor.Value, cancellationToken);
            var items = windows.Select(window => new Item(window.Cycle.Year, window.PhaseAt(now), Sentence(window, now), CycleCalendar.Of(window.Cycle),
                window.Cycle.LaunchedAt is not null, sent.Find(item => item.Key == window.Cycle.Id)?.Count ?? 0)).ToList();
            return new View(items, actor.Value.Has(Permission.ManageCycle), cycles.Count == 0 ? VietnamTime.Today(now).Year : cycles[0].Year + 1);
        }

        private static string Sentence(IntakeWindow window, DateTime now) => window.PhaseAt(now) switch
        {
            CyclePhase.Preparing when window.Cycle.LaunchedAt is null => "Chưa phát động, chỉ người lập kỳ thấy",
            CyclePhase.Preparing => $"Nhận hồ sơ từ 00:00 ngày {VietnamTime.Short(window.OpensAt)}",
            CyclePhase.Open => $"Đang nhận hồ sơ đến {VietnamTime.Deadline(window.ClosesAt)}",
            CyclePhase.Published when window.Cycle.PublishedAt is { } at => $"Đã công bố ngày {VietnamTime.Short(at)}",
            var phase => CyclePhases.Now(phase),
        };
    }
}
