using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Who has handed in how many sheets: counts, never points.</summary>
public static class Progress
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Judge(string Name, string Post, int Submitted, int Started, int Assigned, IReadOnlyList<string> MissingCodes);

    public sealed record Dossier(string Code, string Title, int Submitted, int Assigned);

    /// <param name="CanClose">The actor is this council's secretary and scoring is open.</param>
    public sealed record View(int Year, int CycleId, CyclePhase Phase, string DueOn, string Left, bool IsOverdue, bool CanClose, string Secretary, IReadOnlyList<Judge> Judges, IReadOnlyList<Dossier> Dossiers)
    {
        public int Submitted => Judges.Sum(judge => judge.Submitted);
        public int Assigned => Judges.Sum(judge => judge.Assigned);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var sheets = await doors.Progress.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var dossiers = await doors.CouncilInitiatives.Where(item => item.CycleId == cycle.Id)
                .OrderBy(item => item.CouncilCode).Select(item => new { item.Id, Code = item.CouncilCode!, item.Title }).ToListAsync(cancellationToken);
            var codes = dossiers.ToDictionary(item => item.Id, item => item.Code);
            var judges = (council?.Members ?? []).OrderBy(member => member.Order).Select(member =>
            {
                var own = sheets.Where(sheet => sheet.PersonId == member.PersonId).ToList();
                return new Judge(member.Name, CouncilNames.Post(member.Post), own.Count(sheet => sheet.Status == SheetStatus.Submitted),
                    own.Count(sheet => sheet.Status == SheetStatus.Draft), own.Count,
                    [.. own.Where(sheet => sheet.Status != SheetStatus.Submitted).Select(sheet => codes.GetValueOrDefault(sheet.InitiativeId)).OfType<string>().Order(StringComparer.Ordinal)]);
            }).ToList();
            var byDossier = sheets.ToLookup(sheet => sheet.InitiativeId);
            return new View(cycle.Year, cycle.Id, cycle.PhaseAt(now),
                cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "",
                cycle.ScoringDueAt is { } end ? VietnamTime.Remaining(end - now) : "",
                cycle.ScoringDueAt <= now,
                cycle.Phase == CyclePhase.Judging && actor.Value.Has(Permission.CloseScoring) && council?.IsSecretary(actor.Value) == true,
                council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "",
                judges,
                [.. dossiers.Select(item => new Dossier(item.Code, item.Title, byDossier[item.Id].Count(sheet => sheet.Status == SheetStatus.Submitted), byDossier[item.Id].Count()))]);
        }
    }
}
