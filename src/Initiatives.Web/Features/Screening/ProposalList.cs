using Initiatives.Domain.Cycles;
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
    public sealed record Query(int? Year, string? Kind = null) : IRequest<View>;

    /// <param name="Version">Of the proposal.</param>
    /// <param name="Blocked">Why this person may not approve it; empty: he may.</param>
    public sealed record Row(int InitiativeId, int Version, int? Number, string Title, string UnitName, string FieldLetter, string FieldName, bool IsFirst, string FirstReason, bool IsEffective, string EffectReason,
        string AppraiserName, DateTime ProposedAt, string Blocked)
    {
        /// <summary>What screening found beside the two conditions: unmet items, opinions, supplements; empty: nothing to note.</summary>
        public IReadOnlyList<Finding> Findings { get; init; } = [];

        public bool IsEligible => IsFirst && IsEffective;
    }

    /// <param name="Tone">green, amber, brick.</param>
    public sealed record Finding(string Tone, string Icon, string Text);

    /// <param name="Kind">du, khong, or empty for both.</param>
    /// <param name="Waiting">Dossiers that nobody has appraised yet.</param>
    public sealed record View(int? Year, IReadOnlyList<Row> Eligible, IReadOnlyList<Row> Ineligible, int Waiting, string Kind);

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
            var findings = await FindingsAsync(db, doors, cycle, rows.ConvertAll(row => row.InitiativeId), clock.GetUtcNow().UtcDateTime, cancellationToken);
            rows = rows.ConvertAll(row => row with { Findings = findings[row.InitiativeId] });
            var waiting = await received.CountAsync(item => item.CycleId == cycleId && (item.Status == InitiativeStatus.Submitted || item.Status == InitiativeStatus.Supplementing), cancellationToken);
            return new View(cycle?.Year, rows.FindAll(row => row.IsEligible), rows.FindAll(row => !row.IsEligible), waiting, request.Kind ?? "");
        }

        private static async Task<Dictionary<int, IReadOnlyList<Finding>>> FindingsAsync(AppDb db, ScopedDb doors, Cycle? cycle, List<int> ids, DateTime now, CancellationToken cancellationToken)
        {
            if (cycle is null) return [];
            var items = Checklist.Of(cycle.Settings);
            var entries = (await doors.ChecklistEntries.Where(entry => ids.Contains(entry.InitiativeId)).Select(entry => new { entry.InitiativeId, entry.Code, entry.Answer, entry.Note }).ToListAsync(cancellationToken)).ToLookup(entry => entry.InitiativeId);
            var opinions = (await (from item in doors.ReceivedOpinions
                                   join unit in db.Units on item.UnitId equals unit.Id
                                   where ids.Contains(item.InitiativeId) && item.Status != OpinionStatus.Withdrawn
                                   orderby item.Id
                                   select new { item.InitiativeId, item.Status, item.DueAt, unit.ShortName }).ToListAsync(cancellationToken)).ToLookup(item => item.InitiativeId);
            var supplements = (await doors.ReceivedSupplements.AsNoTracking().Where(item => ids.Contains(item.InitiativeId)).OrderBy(item => item.Round).ToListAsync(cancellationToken)).ToLookup(item => item.InitiativeId);
            return ids.ToDictionary(id => id, id => (IReadOnlyList<Finding>)
            [
                new("green", "list-check", $"Bảng kiểm {entries[id].Count(entry => items.Any(item => item.Code == entry.Code))}/{items.Count}"),
                .. entries[id].Where(entry => entry.Answer == ChecklistAnswer.NotMet).Select(entry => new Finding("brick", "x-lg", $"Không đạt: {items.FirstOrDefault(item => item.Code == entry.Code)?.Title.ToLowerInvariant() ?? entry.Code} ({entry.Note})")),
                .. opinions[id].Select(item => item.Status == OpinionStatus.Answered ? new Finding("green", "chat-left-text", $"{item.ShortName} đã cho ý kiến")
                    : new Finding(now >= item.DueAt ? "brick" : "amber", "hourglass-split", $"Chờ ý kiến {item.ShortName}{(now >= item.DueAt ? ", quá hạn" : "")}")),
                .. supplements[id].Select(item => item.CloseReason.Length > 0 ? new Finding("amber", "arrow-return-left", $"Bổ sung lần {item.Round}: không chờ ({item.CloseReason})")
                    : new Finding("green", "arrow-return-left", $"Bổ sung lần {item.Round}: chấp nhận {item.Items.Count(one => one.State == SupplementItemState.Accepted)}/{item.Items.Count} mục")),
            ]);
        }
    }
}
