using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>Who judges one dossier, who could, and who must not and why: ticks before scoring opens, a call for one more judge after.</summary>
public static class DossierJudges
{
    public sealed record Query(int Year, int Id) : IRequest<View>;

    /// <param name="Load">Dossiers he has in all.</param>
    public sealed record Member(int PersonId, string Name, string UnitName, CouncilPost Post, string Letters, int Load, int? Cap, PlanCell Cell)
    {
        public bool IsAssigned => Cell.Mark == PlanMark.Kept;
    }

    /// <param name="CanCall">Scoring is open and this dossier is being scored.</param>
    public sealed record View(int Year, int Id, string Code, string Title, string UnitName, string Letter, string Field, int Needed, bool IsOpen, bool CanCall, IReadOnlyList<Member> Members)
    {
        public IReadOnlyList<Member> Callable => [.. Members.Where(member => !member.IsAssigned && member.Cell.Conflict.Length == 0)];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var initiative = await doors.AssignableInitiatives.AsNoTracking().Where(item => item.CycleId == cycle.Id && (item.Status == InitiativeStatus.Eligible || item.CouncilCode != null))
                .SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var fields = await db.Fields.OrderBy(field => field.Order).ToListAsync(cancellationToken);
            var sheet = new PlanSheet(state, fields.ToDictionary(field => field.Code, field => field.Letter), state.Present);
            var dossier = state.SeenDossiers.Single(item => item.Id == initiative.Id);
            var columns = sheet.Judges();
            return new View(cycle.Year, initiative.Id, dossier.Code, dossier.Title, dossier.UnitName, fields.Find(field => field.Code == dossier.FieldCode)?.Letter ?? "", fields.Find(field => field.Code == dossier.FieldCode)?.ShortName ?? "",
                state.Needed(initiative.Id), cycle.Phase < CyclePhase.Judging, ScoringAssignment.CanAdd(cycle, initiative.Status).Ok,
                [.. state.Members.Select((member, index) => new Member(member.PersonId, member.Name, member.UnitName, member.Post, columns[index].Letters, columns[index].Now, member.Cap, sheet.Cell(dossier, member)))]);
        }
    }
}
