using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>Every proposal that waits for the lead's approval.</summary>
public static class ProposalList
{
    public sealed record Query(int? Year) : IRequest<View>;

    /// <param name="Version">Of the proposal.</param>
    /// <param name="Blocked">Why this person may not approve it; empty: he may.</param>
    public sealed record Row(int InitiativeId, int Version, int? Number, string Title, string UnitName, string FieldLetter, string FieldName, bool IsFirst, string FirstReason, bool IsEffective, string EffectReason,
        string AppraiserName, DateTime ProposedAt, string Blocked)
    {
        public bool IsEligible => IsFirst && IsEffective;
    }

    /// <param name="Waiting">Dossiers that nobody has appraised yet.</param>
    public sealed record View(int? Year, IReadOnlyList<Row> Eligible, IReadOnlyList<Row> Ineligible, int Waiting);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycles = await db.For(actor.Value).Cycles.AsNoTracking().OrderByDescending(item => item.Year).ToListAsync(cancellationToken);
            var cycle = ScreeningStages.Choose(cycles, request.Year, clock.GetUtcNow().UtcDateTime);
            var cycleId = cycle?.Id ?? 0;
            var doors = db.For(actor.Value);
            var me = actor.Value.Identity;
            var (received, appraisals) = (doors.ReceivedInitiatives, doors.Appraisals);
            var found = await (from item in received
                               where item.CycleId == cycleId && item.Status == InitiativeStatus.Appraised
                               join appraisal in appraisals on item.Id equals appraisal.InitiativeId
                               join unit in db.Units on item.UnitId equals unit.Id
                               join field in db.Fields on item.FieldCode equals field.Code
                               orderby item.RegisterNumber, item.Id
                               select new
                               {
                                   Row = new Row(item.Id, appraisal.Version, item.RegisterNumber, item.Title, unit.ShortName, field.Letter, field.Name,
                                       appraisal.IsFirst, appraisal.FirstReason, appraisal.IsEffective, appraisal.EffectReason, appraisal.AppraiserName, appraisal.ProposedAt, ""),
                                   appraisal.AppraiserId,
                                   item.UnitId,
                                   Authors = item.Authors.Select(author => new { author.PersonId, author.Name }).ToList(),
                               }).ToListAsync(cancellationToken);
            var rows = found.ConvertAll(item => item.Row with { Blocked = item.AppraiserId == me.PersonId ? "Bạn là người đề xuất" : item.Authors.Exists(author => me.IsSame(new(author.PersonId, author.Name, item.UnitId))) ? "Bạn là tác giả" : "" });
            var waiting = await received.CountAsync(item => item.CycleId == cycleId && (item.Status == InitiativeStatus.Submitted || item.Status == InitiativeStatus.Supplementing), cancellationToken);
            return new View(cycle?.Year, rows.FindAll(row => row.IsEligible), rows.FindAll(row => !row.IsEligible), waiting);
        }
    }
}
