using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's sheets in the order of his desk: by shuffled code, which says nothing of the register.</summary>
internal static class SheetQueue
{
    internal sealed record Place(int SheetId, int InitiativeId, string Code, string Title, string FieldCode, SheetStatus Status, bool IsValid, decimal Total, bool IsStarted)
    {
        /// <summary>Handed in also after scoring was closed.</summary>
        public SheetStatus Shown => IsValid ? SheetStatus.Submitted : Status;
    }

    internal static async Task<IReadOnlyList<Place>> SheetQueueAsync(this AppDb db, Actor actor, int cycleId, int round, CancellationToken cancellationToken) =>
        await (from sheet in db.For(actor).OwnSheets
               join initiative in db.For(actor).AssignedInitiatives on sheet.InitiativeId equals initiative.Id
               where sheet.CycleId == cycleId && sheet.Round == round
               orderby initiative.CouncilCode, sheet.Id
               select new Place(sheet.Id, initiative.Id, initiative.CouncilCode ?? "", initiative.Title, initiative.FieldCode ?? "",
                   sheet.Status, sheet.SubmittedAt != null, sheet.Total, sheet.SavedAt != null))
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>The first sheet after <paramref name="sheetId"/>, round the end, that is not handed in.</summary>
    internal static int? Next(IReadOnlyList<Place> queue, int sheetId)
    {
        var here = queue.TakeWhile(item => item.SheetId != sheetId).Count();
        return queue.Skip(here + 1).Concat(queue.Take(here)).FirstOrDefault(item => !item.IsValid)?.SheetId;
    }
}
