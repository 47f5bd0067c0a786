using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Ranking;

/// <summary>
/// How firmly the ranking stands, beside it and never in it: each judge left out in turn, sheets drawn anew, other rules. The
/// official result reads nothing of this.
/// </summary>
public static class RankingRobustness
{
    /// <summary>Dossiers whose places are told one by one.</summary>
    private const int Told = 20;

    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Judge(string Name, int Sheets, bool ChangesNothing, string Sentence);

    public sealed record Rule(string Name, string Merit, string Sentence, bool ChangesNothing);

    public sealed record Interval(string Code, string Title, int Rank, int Low, int High);

    /// <param name="Figures">Null before scoring is closed.</param>
    public sealed record View(int Year, Figures? Figures);

    public sealed record Figures(string SetSentence, string OrderSentence, int Seed, int Resamples, IReadOnlyList<Interval> Intervals, IReadOnlyList<Judge> Judges, IReadOnlyList<Rule> Rules, int Dossiers);

    public sealed class Handler(AppDb db, CurrentActor actor, KeptBoards boards) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            return new View(cycle.Year, cycle.ScoringClosedAt is null ? null : await doors.KeptAsync(boards, cycle, () => MakeAsync(doors, cycle, cancellationToken), cancellationToken));
        }

        private async Task<Figures> MakeAsync(ScopedDb doors, Cycle cycle, CancellationToken cancellationToken)
        {
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var names = council?.Members.ToDictionary(member => member.PersonId, member => member.Name) ?? [];
            var dossiers = await doors.CouncilInitiatives.AsNoTracking().Where(item => item.CycleId == cycle.Id)
                .Select(item => new { item.Id, item.Title, Code = item.CouncilCode!, item.Status }).ToDictionaryAsync(item => item.Id, cancellationToken);
            var inputs = await doors.RankInputsAsync(cycle, cancellationToken);
            var outcomes = await doors.Conclusions.Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, item => item.IsRecommended, cancellationToken);
            foreach (var item in dossiers.Values.Where(item => item.Status == InitiativeStatus.Revoked)) outcomes[item.Id] = false;
            string Code(int id) => dossiers[id].Code;
            string Places(MeritPlaces merit) => string.Join(", ", merit.Inside.Select(Code)) + (merit.NeedsBallot ? $"; bỏ phiếu kín chọn {merit.Open} trong {string.Join(", ", merit.Tied.Select(Code))}" : "");

            var drawn = Robustness.Bootstrap(inputs, rubric, cycle.Settings, seed: cycle.Year);
            return new Figures(drawn.SetSentence, drawn.OrderSentence, drawn.Seed, drawn.Resamples,
                [.. drawn.Intervals.Take(Told).Select(item => new Interval(Code(item.InitiativeId), dossiers[item.InitiativeId].Title, item.Rank, item.Low, item.High))],
                [.. Robustness.LeaveOneOut(inputs, rubric, cycle.Settings).Select(item => new Judge(names.GetValueOrDefault(item.PersonId, ""), item.Sheets, item.ChangesNothing, item.Sentence(Code)))],
                [.. Simulator.Run(inputs, rubric, cycle.Settings, outcomes: outcomes).Select(item => new Rule(item.Name, Places(item.Merit), item.Sentence(Code), item.ChangesNothing))],
                inputs.Count);
        }
    }
}
