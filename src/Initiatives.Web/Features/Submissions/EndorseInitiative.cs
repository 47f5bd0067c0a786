using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>The head endorses a dossier: this sends it to the Department and gives it its register number.</summary>
public static class EndorseInitiative
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await CycleAsync(cancellationToken);
            var endorsed = initiative.Endorse(cycle, actor.Value, arrival.At);
            if (!endorsed.Ok) return Result.Fail(endorsed.Problems);
            db.Add(endorsed.Value);
            db.TakeNumber(cycle!.RegisterCounter, initiative.Register);
            db.Record(actor.Value, JournalActions.Endorsed, initiative, Capacity(actor.Value) + cycle.Name);
            await db.SaveChangesAsync(cancellationToken);
            return initiative.RegisterNumber!.Value;
        }

        /// <summary>The cycle that was open when the request arrived; else the last launched one, which says since when it is closed.</summary>
        private async Task<Cycle?> CycleAsync(CancellationToken cancellationToken)
        {
            var launched = await db.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderBy(cycle => cycle.ClosesAt).ToListAsync(cancellationToken);
            return launched.Find(cycle => cycle.Accepts(arrival.At)) ?? launched.LastOrDefault();
        }

        private static string Capacity(Actor head) => head.Capacity == SigningCapacity.Deputy ? "Cấp phó ký thay (KT.) · " : "";
    }
}
