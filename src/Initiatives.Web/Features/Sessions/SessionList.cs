using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The sessions of a cycle, and the dossiers that still wait for one.</summary>
public static class SessionList
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Row(int Number, SessionStatus Status, DateTime StartsAt, DateTime? ConcludedAt, string Place, int Items, int Concluded, int Present);

    /// <param name="Secretary">Who keeps the minutes; empty without a council.</param>
    /// <param name="Waiting">Dossiers without a conclusion that the reader sees.</param>
    public sealed record View(Cycle Cycle, string Secretary, bool IsSecretary, int Members, IReadOnlyList<Row> Sessions, IReadOnlyList<Dossier> Waiting)
    {
        public bool CanPlan => IsSecretary && Cycle.MayPlanSessions;

        /// <summary>A session is planned or open.</summary>
        public bool HasNext => Sessions.Any(item => item.Status is SessionStatus.Planned or SessionStatus.Open);

        /// <summary>The council is not done though the secretary has nothing left to choose from: a tie to part, or what only his stand-in sees.</summary>
        public bool HasRest => CanPlan && !HasNext && Waiting.Count == 0 && Sessions.Count > 0 && Cycle.Phase == CyclePhase.Deliberating;
    }

    /// <param name="OnSession">The planned session on whose agenda it is already.</param>
    public sealed record Dossier(int Id, string Code, string Title, string UnitName, InitiativeStatus Status, int? OnSession = null);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var sessions = await doors.Sessions.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Number).ToListAsync(cancellationToken);
            var conclusions = await doors.Conclusions.Where(item => item.CycleId == cycle.Id).Select(item => new { item.InitiativeId, item.SessionId }).ToListAsync(cancellationToken);
            var elsewhere = conclusions.ToDictionary(item => item.InitiativeId, item => item.SessionId);   // what another session concluded on before it was taken up here is not counted twice
            var items = (await doors.AgendaItems.Where(item => item.CycleId == cycle.Id).Select(item => new { item.SessionId, item.InitiativeId, item.TakenUpAt }).ToListAsync(cancellationToken))
                .Where(item => item.TakenUpAt is not null || elsewhere.GetValueOrDefault(item.InitiativeId, item.SessionId) == item.SessionId).ToLookup(item => item.SessionId);
            var concluded = conclusions.ToLookup(item => item.SessionId);
            var waiting = await (from initiative in doors.CouncilInitiatives
                                 join unit in db.Units on initiative.UnitId equals unit.Id
                                 where initiative.CycleId == cycle.Id && (initiative.Status == InitiativeStatus.Judging || initiative.Status == InitiativeStatus.Judged)
                                 orderby initiative.CouncilCode, initiative.Id
                                 select new Dossier(initiative.Id, initiative.CouncilCode!, initiative.Title, unit.ShortName, initiative.Status)).ToListAsync(cancellationToken);
            var planned = (from session in sessions where session.Status == SessionStatus.Planned from item in items[session.Id] select (item.InitiativeId, session.Number)).ToLookup(item => item.InitiativeId, item => (int?)item.Number);
            return new View(cycle, council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "", council?.IsSecretary(actor.Value) == true, council?.Members.Count ?? 0,
                [.. sessions.Select(item => new Row(item.Number, item.Status, item.StartsAt, item.ConcludedAt, item.Place, items[item.Id].Count(), concluded[item.Id].Count(), item.PresentCount))],
                waiting.ConvertAll(item => item with { OnSession = planned[item.Id].FirstOrDefault() }));
        }
    }
}
