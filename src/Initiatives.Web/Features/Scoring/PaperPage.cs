using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A paper as it was typed, beside its scan.</summary>
public static class PaperPage
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record ScanQuery(int Id) : IRequest<Scan>;

    public sealed record Scan(string FileName, string ContentType, Stream Content);

    /// <param name="CannotDecide">Why the actor may not decide; empty: he may.</param>
    public sealed record View(int Id, int SheetId, int DossierId, int Year, string Code, string Title, string Judge, string EnteredBy, PaperSheet Paper, SheetForm Form, string CannotDecide) : IShownScores
    {
        public bool IsPdf => Paper.ContentType == "application/pdf";
        int? IShownScores.InitiativeId => DossierId;
        bool IShownScores.AreOthers => true;
    }

    public sealed class Show(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var paper = await doors.PaperSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var dossier = await doors.PaperInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == paper.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == paper.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var names = await db.People.Where(person => person.Id == paper.PersonId || person.Id == paper.EnteredById).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
            var may = paper.CanDecide(await db.SelvesAsync(actor.Value, [paper.EnteredById, paper.PersonId], cancellationToken));
            return new View(paper.Id, paper.SheetId, dossier.Id, cycle.Year, dossier.CouncilCode ?? "", dossier.Title, names[paper.PersonId], names[paper.EnteredById], paper,
                new SheetForm(SheetGroup.Of(rubric, paper.Content), rubric.Max, rubric.Step, false), may.Ok ? "" : may.Problems[0].Message);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<ScanQuery, Scan>
    {
        public async Task<Scan> Handle(ScanQuery request, CancellationToken cancellationToken)
        {
            var paper = await db.For(actor.Value).PaperSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            return new Scan(paper.FileName, paper.ContentType, store.Open(paper.Sha256));
        }
    }
}
