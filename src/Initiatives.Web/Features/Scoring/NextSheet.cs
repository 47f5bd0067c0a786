using Initiatives.Domain.Cycles;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Where a judge goes on. Asked by a form, not by a link: a page that anybody can ask for must not depend on what others have handed in.</summary>
public static class NextSheet
{
    public sealed record Query : IRequest<int?>
    {
        /// <summary>The sheet he leaves; null: he begins.</summary>
        public int? SheetId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, int?>
    {
        public async Task<int?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnSheets;
            var cycle = await db.Cycles.AsNoTracking()
                .Where(item => item.Phase == CyclePhase.Judging && own.Any(sheet => sheet.CycleId == item.Id && (request.SheetId == null || sheet.Id == request.SheetId)))
                .OrderByDescending(item => item.Year).Select(item => (int?)item.Id).FirstOrDefaultAsync(cancellationToken);
            return cycle is { } id ? await db.NextSheetAsync(actor.Value, id, request.SheetId, cancellationToken) : null;
        }
    }
}
