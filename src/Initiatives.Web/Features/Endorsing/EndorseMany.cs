using Initiatives.Domain;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>The head endorses the ticked dossiers: all of them in one save, each with its own number, or none. Sent twice it is one act.</summary>
public static class EndorseMany
{
    public sealed record Command : IRequest<Result<IReadOnlyList<int>>>
    {
        /// <summary>The initiatives.</summary>
        public List<int> Ids { get; init; } = [];

        /// <summary>By initiative: the version that the list showed. Without it nothing is sent.</summary>
        public Dictionary<int, int> Versions { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, ReceiptPost receipts) : IRequestHandler<Command, Result<IReadOnlyList<int>>>
    {
        public async Task<Result<IReadOnlyList<int>>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Distinct().ToList();
            if (ids.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một hồ sơ để xác nhận.");
            var scope = db.For(actor.Value);
            var initiatives = await scope.OwnInitiatives.Where(item => ids.Contains(item.Id) && item.UnitId == actor.Value.UnitId)
                .OrderBy(item => item.StatusSince).ThenBy(item => item.Id).ToListAsync(cancellationToken);
            if (initiatives.Count < ids.Count) throw new RowNotFoundException(nameof(Initiative));
            var mine = await scope.Endorsements.CountAsync(item => ids.Contains(item.InitiativeId) && item.PersonId == actor.Value.PersonId, cancellationToken);
            if (mine == ids.Count)   // the same click once more, perhaps between loading and now
                return Result.Of<IReadOnlyList<int>>(await scope.OwnInitiatives.Where(item => ids.Contains(item.Id)).OrderBy(item => item.RegisterNumber).Select(item => item.RegisterNumber ?? 0).ToListAsync(cancellationToken));

            var desk = new EndorsementDesk(db, receipts, actor.Value, arrival.At);
            var refused = new List<string>();
            foreach (var initiative in initiatives)
            {
                var read = request.Versions.GetValueOrDefault(initiative.Id, -1);
                var endorsed = await desk.EndorseAsync(initiative, read, cancellationToken);
                if (!endorsed.Ok) refused.Add($"“{initiative.Title}”: {endorsed.Problems[0].Message}");
            }

            if (refused.Count > 0) return Result.Fail(refused.Append("Chưa hồ sơ nào được gửi.").Select(sentence => new Problem(nameof(request.Ids), sentence)));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Of<IReadOnlyList<int>>([.. initiatives.Select(item => item.RegisterNumber!.Value)]);
        }
    }
}
