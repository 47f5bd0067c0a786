using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Notices;

/// <summary>Results of screening that were approved, those that have their notice and those that wait for one.</summary>
public static class NoticeList
{
    public sealed record Query(int? Year) : IRequest<View>;

    /// <param name="Number">Suggested: the next of the series.</param>
    public sealed record Waiting(int Id, int? Register, string Title, string UnitName, string Reason, int Number);

    public sealed record Issued(int Id, DepartmentNoticeKind Kind, string Code, DateOnly Date, string SignerName, string What);

    /// <param name="Eligible">Eligible dossiers that no list names yet.</param>
    public sealed record View(int Year, IReadOnlyList<int> Years, IReadOnlyList<Waiting> Ineligible, int Eligible, IReadOnlyList<Issued> Notices, int NextNumber, DateOnly Today, string Signer, SigningCapacity Capacity);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var today = VietnamTime.Today(clock.GetUtcNow().UtcDateTime);
            var cycles = await doors.Cycles.AsNoTracking().Where(item => item.LaunchedAt != null).OrderByDescending(item => item.Year).ToListAsync(cancellationToken);
            var cycle = (request.Year is { } year ? cycles.Find(item => item.Year == year) : cycles.FirstOrDefault()) ?? throw new RowNotFoundException(nameof(Cycle));
            var notices = await doors.ReceivedNotices.AsNoTracking().Where(item => item.CycleId == cycle.Id && item.Series == DepartmentNotice.Notices).OrderBy(item => item.Date).ThenBy(item => item.Number).ToListAsync(cancellationToken);
            var next = 1 + (await doors.ReceivedNotices.Where(item => item.Series == DepartmentNotice.Notices && item.Year == today.Year).MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0);
            var told = notices.SelectMany(item => item.Items).Select(item => item.InitiativeId).ToHashSet();
            var waiting = (await (from item in doors.ReceivedInitiatives.AsNoTracking()
                                  join unit in db.Units on item.UnitId equals unit.Id
                                  where item.CycleId == cycle.Id && item.Status == InitiativeStatus.Ineligible
                                  orderby item.RegisterNumber
                                  select new { item.Id, item.RegisterNumber, item.Title, unit.ShortName, item.OutcomeReason }).ToListAsync(cancellationToken)).FindAll(item => !told.Contains(item.Id));
            var titles = await doors.ReceivedInitiatives.Where(item => item.CycleId == cycle.Id).Select(item => new { item.Id, item.RegisterNumber, item.Title }).ToDictionaryAsync(item => item.Id, cancellationToken);
            var eligible = await doors.ReceivedInitiatives.Where(item => item.CycleId == cycle.Id && IssueNotices.FoundEligible.Contains(item.Status)).Select(item => item.Id).ToListAsync(cancellationToken);
            var signer = await db.DepartmentSignerAsync(actor.Value, cancellationToken);
            return new View(cycle.Year, [.. cycles.Select(item => item.Year)],
                [.. waiting.Select((item, i) => new Waiting(item.Id, item.RegisterNumber, item.Title, item.ShortName, item.OutcomeReason, next + i))],
                eligible.Count(id => !told.Contains(id)),
                [.. notices.Select(item => new Issued(item.Id, item.Kind, item.Code, item.Date, item.SignerName, item.Kind == DepartmentNoticeKind.Eligible ? $"{item.Items.Count} sáng kiến đủ điều kiện"
                    : titles.GetValueOrDefault(item.Items[0].InitiativeId) is { } one ? $"Hồ sơ số {one.RegisterNumber:0000}: {one.Title}" : ""))],
                next, today, signer.Name, signer.Capacity);
        }
    }
}
