using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's own sheet as A4 for his signature (DOMAIN § 4 no. 11); or, for the secretariat, an empty one that he fills in by hand.</summary>
public static class ScoreSheetPdf
{
    public sealed record Query(int SheetId, bool IsBlank = false) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        private static readonly SheetContent Empty = new(new Dictionary<string, decimal>(), new Dictionary<string, string>());

        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var (sheets, dossiers) = request.IsBlank ? (doors.PaperTargets.IgnoreAutoIncludes(), doors.PaperInitiatives) : (doors.OwnSheets, doors.AssignedInitiatives);
            var sheet = await sheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var dossier = await dossiers.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var judge = await db.People.Where(person => person.Id == sheet.PersonId).Select(person => person.Name).SingleAsync(cancellationToken);
            var model = await PrintedSheet.ModelAsync(db, dossier, sheet.PersonId, judge, request.IsBlank ? Empty : sheet.Content(), request.IsBlank || sheet.SubmittedAt is null ? null : sheet.SavedAt ?? sheet.SubmittedAt, cancellationToken);
            using var stream = new MemoryStream();
            ScoreSheetDocument.Write(model, fonts, stream);
            return new Answer(stream.ToArray(), $"phieu-{(request.IsBlank ? "trong" : "cham")}-{dossier.CouncilCode}.pdf");
        }
    }
}
