using System.Globalization;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>The form on which an appraiser asks another department about a dossier.</summary>
public static class OpinionForm
{
    public sealed record Query(int Id) : IRequest<View>;

    /// <param name="HasConfidential">The dossier holds something that must not be published.</param>
    /// <param name="Closed">Why nothing can be asked now; empty: it can.</param>
    public sealed record View(int Id, int Year, int? Number, string Title, IReadOnlyList<(string Value, string Text)> Units, DateOnly DueOn, bool HasConfidential, string Closed);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var units = await db.Units.AsNoTracking().OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken);
            var closed = initiative.IsWrittenBy(actor.Value) ? "Bạn là tác giả của hồ sơ này nên không thẩm định được."
                : InitiativeStatuses.IsBeingScreened(initiative.Status) ? "" : "Hồ sơ đã có kết quả hoặc đã rút, không hỏi ý kiến nữa.";
            return new View(initiative.Id, await db.Cycles.Where(item => item.Id == initiative.CycleId).Select(item => item.Year).SingleAsync(cancellationToken), initiative.RegisterNumber, initiative.Title,
                [.. units.Where(unit => OpinionRequest.MayBeAsked(unit) && unit.Id != initiative.UnitId && unit.Id != actor.Value.UnitId).Select(unit => (unit.Id.ToString(CultureInfo.InvariantCulture), unit.Name))],
                VietnamTime.AddWorkingDays(VietnamTime.Today(clock.GetUtcNow().UtcDateTime), 5), initiative.Text.Confidential.Length > 0, closed);
        }
    }
}
