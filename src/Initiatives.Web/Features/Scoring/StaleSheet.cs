using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>What is stored of a judge's own sheet, for a window whose save came too late.</summary>
public static class StaleSheet
{
    public sealed record Query(int SheetId) : IRequest<View>;

    /// <param name="Points">As the form writes them.</param>
    /// <param name="IsSubmitted">It was handed in meanwhile: it no longer saves itself.</param>
    public sealed record View(int Version, string Clock, bool IsSubmitted, IReadOnlyDictionary<string, string> Points, IReadOnlyDictionary<string, string> Comments);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var sheet = await db.For(actor.Value).OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            return new View(sheet.Version, sheet.SavedAt is { } at ? VietnamTime.Clock(at) : "", sheet.NeedsReason || sheet.Status == SheetStatus.Locked,
                sheet.Points.ToDictionary(item => item.Code, item => VietnameseNumber.Format(item.Points)),
                sheet.Criteria.ToDictionary(item => item.Code, item => item.Comment));
        }
    }
}
