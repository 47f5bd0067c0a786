using Initiatives.Domain.Access;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Dossiers level across the last place of merit: what must be decided, what other rules would give, and the ballots held on it. Whoever is in conflict with a dossier of the cycle finds what others find while there is none.</summary>
public static class TieVote
{
    public sealed record Query(int Year, int Number) : IRequest<View?>;

    /// <param name="Tie">What must be decided; null where the ranking parts all, or a ballot has.</param>
    /// <param name="Merit">Which places of merit are certain.</param>
    /// <param name="Rules">What other rules would give, for information.</param>
    /// <param name="Voters">Members present without a conflict with one of the tied dossiers.</param>
    /// <param name="ReadsSession">The reader may open the session itself.</param>
    public sealed record View(TieBoard Board, SessionRoom Room, CutTie? Tie, int Voters, IReadOnlyList<string> Counters, string Merit, IReadOnlyList<SimulatedRule> Rules, bool ReadsSession)
    {
        public IReadOnlyList<TieBallot> Ballots => Board.Ballots;

        /// <summary>The last ballot, which holds.</summary>
        public TieBallot? Last => Ballots.Count > 0 ? Ballots[^1] : null;

        /// <summary>Among whom the form votes: the tie, or again those of the last ballot to correct it.</summary>
        public CutTie Form => FormOf(Board)!;
        public bool IsCorrection => Tie is null && Last is not null;
        public bool CanRecord => Board.Holds && Room.IsOpen;
        public string CodeOf(int id) => Board.Dossiers.TryGetValue(id, out var dossier) ? dossier.Code : "";
        public string NameOf(int id) => Board.Dossiers.TryGetValue(id, out var dossier) ? $"{dossier.Code} · {dossier.Title}" : "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View?>
    {
        /// <summary>Null: nothing is level, no ballot was held, or it is not for the actor.</summary>
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var board = await db.For(actor.Value).TieBoardAsync(request.Year, request.Number, cancellationToken);
            if (board is null || FormOf(board) is null) return null;
            var settings = board.Cycle.Settings;
            var room = new SessionRoom(board.Cycle, board.Rubric, board.Council, board.Session, [], board.Council.IsSecretary(actor.Value));
            var conflicted = ConflictedIn(board);
            return new View(board, room, board.Tie, room.Present - board.Session.Recused(conflicted).Count, [.. board.Session.Counters(conflicted).Select(item => item.Name)],
                MeritPlaces.Of(board.Candidates, settings.MaxMerit).Sentence, board.Inputs.Count == 0 ? [] : Simulator.Run(board.Inputs, board.Rubric, settings, outcomes: board.Recommended),
                actor.Value.Has(Permission.ReadRanking));
        }
    }

    internal static CutTie? FormOf(TieBoard board) =>
        board.Tie ?? (board.Ballots.Count > 0 && board.Ballots[^1] is var last ? new CutTie(0, last.Seats, [.. last.Lines.Select(line => line.InitiativeId)]) : null);

    /// <summary>Everybody in conflict with one of the dossiers that the form votes on.</summary>
    internal static IReadOnlySet<int> ConflictedIn(TieBoard board) => (FormOf(board)?.InitiativeIds ?? []).SelectMany(id => board.Conflicts[id]).ToHashSet();
}
