using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Whoever holds it records a counted secret ballot among tied dossiers; a correction is another one with a reason.</summary>
public static class CountTieBallot
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }
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
            var board = await db.For(actor.Value).TieBoardAsync(request.Year, request.Number, cancellationToken);
            if (board is null || TieVote.FormOf(board) is not { } tie) return Result.Fail("", "Không có hồ sơ nào bằng nhau ở suất cuối cùng.");
            if (!board.Holds) return Result.Fail("", board.HolderName.Length > 0 ? $"Người ghi kết quả bỏ phiếu kín là {board.HolderName}." : "Chưa có người ghi được kết quả bỏ phiếu kín: Sở KH&CN cử người thay thư ký.");
            var session = board.Session;
            var ballot = TieBallot.Count(session, board.Council, board.Cycle.Settings, tie, TieVote.ConflictedIn(board), new TieCount(request.Issued, request.Returned, request.Valid, request.Invalid, request.Votes),
                board.Tie is null, request.CorrectionReason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!ballot.Ok) return ballot;
            db.Add(ballot.Value);
            db.Guard(session);
            db.Guard(board.Cycle);   // the council's work may be ending, or a vote of a former session in correction
            db.Record(actor.Value, JournalActions.TieBallotCounted, session, $"Phiên {session.Number}, {tie.InitiativeIds.Count} hồ sơ, {tie.Seats} suất");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
