using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The tie across the last place of merit, if the ladder leaves one, and the secret ballots held on it.</summary>
public static class TieVote
{
    public sealed record Query(int Year, int Number) : IRequest<View>;

    /// <param name="Tie">What must be decided; null where the ranking parts all, or a ballot has.</param>
    /// <param name="Last">The last ballot, which holds.</param>
    /// <param name="Merit">Which places of merit are certain.</param>
    /// <param name="Rules">What other rules would give, for information.</param>
    /// <param name="Voters">Members present without a conflict with one of the tied dossiers.</param>
    public sealed record View(SessionRoom Room, CutTie? Tie, IReadOnlyList<TieBallot> Ballots, IReadOnlyDictionary<int, Dossier> Dossiers, int Voters, IReadOnlyList<string> Counters, string Merit, IReadOnlyList<SimulatedRule> Rules)
    {
        public TieBallot? Last => Ballots.Count > 0 ? Ballots[^1] : null;

        /// <summary>Among whom the form votes: the tie, or again those of the last ballot to correct it.</summary>
        public CutTie? Form => Tie ?? (Last is { } ballot ? new CutTie(0, ballot.Seats, [.. ballot.Lines.Select(line => line.InitiativeId)]) : null);
        public bool IsCorrection => Tie is null && Last is not null;
        public string CodeOf(int id) => Dossiers.TryGetValue(id, out var dossier) ? dossier.Code : "";
    }

    public sealed record Dossier(string Code, string Title, int Rank, decimal Mean);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var room = await SessionRoom.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
            return await ViewOf(db, actor.Value, room, cancellationToken);
        }
    }

    internal static async Task<View> ViewOf(AppDb db, Actor actor, SessionRoom room, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var inputs = await doors.RankInputsAsync(room.Cycle, cancellationToken);
        var places = Ranker.Rank(inputs, room.Rubric, room.Cycle.Settings);
        var outcomes = await doors.Conclusions.Where(item => item.CycleId == room.Cycle.Id).Select(item => new { item.InitiativeId, item.IsRecommended }).ToListAsync(cancellationToken);
        var recommended = outcomes.Where(item => item.IsRecommended).Select(item => item.InitiativeId).ToHashSet();
        var candidates = places.Where(place => recommended.Contains(place.InitiativeId)).ToList();
        var tie = CutTie.Find(candidates, room.Cycle.Settings.MaxMerit);
        var ballots = await doors.TieBallots.AsNoTracking().Where(item => item.CycleId == room.Cycle.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        var refused = outcomes.Where(item => !item.IsRecommended).Select(item => item.InitiativeId).ToHashSet();
        var ranks = places.ToDictionary(place => place.InitiativeId);
        var dossiers = (await doors.CouncilInitiatives.Where(item => item.CycleId == room.Cycle.Id).Select(item => new { item.Id, Code = item.CouncilCode!, item.Title }).ToListAsync(cancellationToken))
            .ToDictionary(item => item.Id, item => new Dossier(item.Code, item.Title, ranks.TryGetValue(item.Id, out var place) ? place.Rank : 0, place?.Shown ?? 0));
        var among = tie?.InitiativeIds ?? ballots.LastOrDefault()?.Lines.Select(line => line.InitiativeId).ToList() ?? [];
        var recusals = await doors.RecusalsAsync(room.Cycle.Id, cancellationToken);
        var conflicted = among.SelectMany(id => recusals[id]).Select(item => item.PersonId).ToHashSet();
        return new View(room, tie, ballots, dossiers, room.Present - room.Session.Recused(conflicted).Count, [.. room.Session.Counters(conflicted).Select(item => item.Name)],
            MeritPlaces.Of(candidates, room.Cycle.Settings.MaxMerit).Sentence, inputs.Count == 0 ? [] : Simulator.Run(inputs, room.Rubric, room.Cycle.Settings, refused: refused));
    }
}
