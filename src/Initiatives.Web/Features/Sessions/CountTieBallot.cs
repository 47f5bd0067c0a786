using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Records a counted secret ballot among tied dossiers; a correction is another one with a reason.</summary>
public static class CountTieBallot
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }
        public int Number { get; init; }
        public int? Issued { get; init; }
        public int? Returned { get; init; }
        public int? Valid { get; init; }
        public int? Invalid { get; init; }
        public Dictionary<int, int?> Votes { get; init; } = [];

        [StringLength(500, ErrorMessage = "Lý do đính chính dài tối đa 500 ký tự.")]
        public string CorrectionReason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await SessionDesk.LoadAsync(db, actor.Value, request.CycleId, request.Number, cancellationToken);
            if (!loaded.Ok) return loaded;
            var (cycle, _, session) = loaded.Value;
            var room = await SessionRoom.LoadAsync(db, actor.Value, cycle.Year, session.Number, cancellationToken);
            var view = await TieVote.ViewOf(db, actor.Value, room, cancellationToken);
            if (view.Form is not { } tie) return Result.Fail("", "Không có hồ sơ nào bằng nhau ở suất cuối cùng.");
            var recusals = await db.For(actor.Value).RecusalsAsync(cycle.Id, cancellationToken);
            var ballot = TieBallot.Count(session, tie, tie.InitiativeIds.SelectMany(id => recusals[id]).Select(item => item.PersonId).ToHashSet(),
                new TieCount(request.Issued, request.Returned, request.Valid, request.Invalid, request.Votes), view.IsCorrection, request.CorrectionReason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!ballot.Ok) return ballot;
            db.Add(ballot.Value);
            db.Guard(session);
            db.Record(actor.Value, JournalActions.TieBallotCounted, session, $"Phiên {session.Number}, {tie.InitiativeIds.Count} hồ sơ, {tie.Seats} suất");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
