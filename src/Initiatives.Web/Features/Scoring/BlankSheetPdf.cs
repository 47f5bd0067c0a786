using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>An empty sheet for one judge and one dossier, to be printed, filled in by hand and signed.</summary>
public static class BlankSheetPdf
{
    public sealed record Query(int SheetId) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.PaperTargets.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var dossier = await doors.PaperInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var judge = await db.People.Where(person => person.Id == sheet.PersonId).Select(person => person.Name).SingleAsync(cancellationToken);
            var empty = new SheetContent(new Dictionary<string, decimal>(), new Dictionary<string, string>());
            var model = await PrintedSheet.ModelAsync(db, dossier, sheet.PersonId, judge, empty, null, cancellationToken);
            using var stream = new MemoryStream();
            ScoreSheetDocument.Write(model, fonts, stream);
            return new Answer(stream.ToArray(), $"phieu-trong-{dossier.CouncilCode}.pdf");
        }
    }
}
