using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's own sheet as A4 for his signature (DOMAIN § 4 no. 11).</summary>
public static class ScoreSheetPdf
{
    public sealed record Query(int SheetId) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var dossier = await doors.AssignedInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var model = await PrintedSheet.ModelAsync(db, dossier, actor.Value.PersonId, actor.Value.Name, sheet.Content(), sheet.SubmittedAt, cancellationToken);
            using var stream = new MemoryStream();
            ScoreSheetDocument.Write(model, fonts, stream);
            return new Answer(stream.ToArray(), $"phieu-cham-{dossier.CouncilCode}.pdf");
        }
    }
}
