using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Where the secretariat types a signed paper: empty at first, whatever the judge's own draft says.</summary>
public static class PaperForm
{
    public sealed record Query(int SheetId) : IRequest<View>;

    /// <param name="NeedsReason">A sheet that counts already is replaced, or one that was reopened is filled.</param>
    /// <param name="IsWaiting">A paper of this sheet waits for its second person.</param>
    public sealed record View(int SheetId, int Year, string Code, string Title, string Judge, bool NeedsReason, bool IsWaiting, SheetForm Form);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.PaperTargets.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var dossier = await doors.PaperInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var judge = await db.People.Where(person => person.Id == sheet.PersonId).Select(person => person.Name).SingleAsync(cancellationToken);
            var empty = new SheetContent(new Dictionary<string, decimal>(), new Dictionary<string, string>());
            return new View(sheet.Id, cycle.Year, dossier.CouncilCode ?? "", dossier.Title, judge, sheet.NeedsReason,
                await doors.PaperSheets.AnyAsync(paper => paper.SheetId == sheet.Id && paper.Status == PaperStatus.Waiting, cancellationToken),
                new SheetForm(SheetGroup.Of(rubric, empty), rubric.Max, rubric.Step, true));
        }
    }
}
