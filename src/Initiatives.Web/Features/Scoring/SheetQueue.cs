using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>
/// A judge's sheets. Listed they stand by shuffled code, which says nothing of the register; the one to judge next is
/// chosen by how few sheets its dossier has, a number that no page shows.
/// </summary>
internal static class SheetQueue
{
    internal sealed record Place(int SheetId, int InitiativeId, string Code, string Title, string FieldCode, SheetStatus Status, bool IsValid, decimal Total, bool IsStarted)
    {
        public bool IsPutAside { get; init; }
        public bool IsEntered { get; init; }
        public bool IsReopened { get; init; }

        /// <summary>Until when one may hand in who was called after scoring had closed.</summary>
        public DateTime? CalledDue { get; init; }

        /// <summary>Handed in also after scoring was closed.</summary>
        public SheetStatus Shown => IsValid ? SheetStatus.Submitted : Status;
    }

    internal static async Task<IReadOnlyList<Place>> SheetQueueAsync(this AppDb db, Actor actor, int cycleId, int round, CancellationToken cancellationToken) =>
        await (from sheet in db.For(actor).OwnSheets
               join initiative in db.For(actor).AssignedInitiatives on sheet.InitiativeId equals initiative.Id
               where sheet.CycleId == cycleId && sheet.Round == round
               orderby initiative.CouncilCode, sheet.Id
               select new Place(sheet.Id, initiative.Id, initiative.CouncilCode ?? "", initiative.Title, initiative.FieldCode ?? "",
                   sheet.Status, sheet.SubmittedAt != null, sheet.Total, sheet.SavedAt != null)
               {
                   IsPutAside = sheet.IsPutAside,
                   IsEntered = sheet.EnteredById != null,
                   IsReopened = sheet.IsReopened,
                   CalledDue = sheet.DueAt,
               })
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>
    /// The sheet to go on with, null when all are handed in: put-aside ones last, begun ones after untouched ones (else two
    /// drafts would take turns), then the dossier with the fewest sheets, then by code onward from where the judge is.
    /// </summary>
    /// <param name="sheetId">Where he is; it comes last of all. Null: nowhere yet.</param>
    internal static async Task<int?> NextSheetAsync(this AppDb db, Actor actor, int cycleId, int? sheetId, CancellationToken cancellationToken)
    {
        var queue = await db.SheetQueueAsync(actor, cycleId, 1, cancellationToken);
        var counts = await db.For(actor).SheetCounts.ToDictionaryAsync(item => item.InitiativeId, item => item.Count, cancellationToken);
        var here = sheetId is null ? -1 : queue.TakeWhile(item => item.SheetId != sheetId).Count();
        return queue.Select((item, index) => (item, onward: (index - here - 1 + queue.Count) % queue.Count))
            .Where(pair => !pair.item.IsValid && pair.item.SheetId != sheetId && pair.item.Status != SheetStatus.Locked)
            .OrderBy(pair => pair.item.IsPutAside).ThenBy(pair => pair.item.IsStarted).ThenBy(pair => counts.GetValueOrDefault(pair.item.InitiativeId)).ThenBy(pair => pair.onward)
            .Select(pair => (int?)pair.item.SheetId).FirstOrDefault();
    }
}
