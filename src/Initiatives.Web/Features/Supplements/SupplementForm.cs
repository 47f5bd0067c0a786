using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>The form on which an appraiser chooses what a unit is to supplement.</summary>
public static class SupplementForm
{
    public sealed record Query(int Id) : IRequest<View>;

    /// <param name="Now">How the part reads now, as text; for files the names of those that are there.</param>
    /// <param name="Accepted">It was supplemented and accepted on that day, and is not asked for again.</param>
    public sealed record Part(SupplementTarget Target, string Now, DateOnly? Accepted);

    /// <param name="Closed">Why nothing can be asked now; empty: it can.</param>
    /// <param name="WorkingDays">The cycle's time for a supplement.</param>
    public sealed record View(int Id, int Year, int? Number, string Title, string UnitName, IReadOnlyList<Part> Parts, DateOnly DueOn, int WorkingDays, string Closed);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
            var earlier = await doors.ReceivedSupplements.AsNoTracking().Where(item => item.InitiativeId == request.Id).ToListAsync(cancellationToken);
            var accepted = earlier.SelectMany(item => item.Items).Where(item => item.State == SupplementItemState.Accepted).ToDictionary(item => item.Target, item => VietnamTime.Today(item.DecidedAt!.Value));
            var files = (await doors.DossierAttachments.FilesOf(request.Id).ToListAsync(cancellationToken)).ToLookup(file => file.Kind);
            var content = initiative.Content();
            var closed = initiative.IsWrittenBy(actor.Value) ? "Bạn là tác giả của hồ sơ này nên không thẩm định được."
                : earlier.Exists(item => item.IsLive) ? "Hồ sơ còn một yêu cầu bổ sung chưa xong."
                : initiative.Status != InitiativeStatus.Submitted ? "Chỉ yêu cầu bổ sung khi hồ sơ đang thẩm định và chưa có đề xuất." : "";
            return new View(initiative.Id, cycle.Year, initiative.RegisterNumber, initiative.Title,
                await db.Units.Where(unit => unit.Id == initiative.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
                [.. SupplementTargets.All.Where(target => target.Slot != AttachmentKind.OutsideScan || files[AttachmentKind.OutsideScan].Any()).Select(target => new Part(target,
                    target.Slot is { } slot ? string.Join(", ", files[slot].Select(file => file.FileName)) : SupplementTargets.Shown(target, SupplementTargets.Read(content, target)),
                    accepted.TryGetValue(target.Code, out var at) ? at : null))],
                VietnamTime.AddWorkingDays(VietnamTime.Today(clock.GetUtcNow().UtcDateTime), cycle.Settings.SupplementWorkingDays), cycle.Settings.SupplementWorkingDays, closed);
        }
    }
}
