using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>A judge's own sheet to be written on, with what its rules need.</summary>
/// <param name="Code">The dossier's, as the council knows it.</param>
internal sealed record SheetToWrite(ScoreSheet Sheet, Cycle Cycle, RubricContent Rubric, string Code);

/// <summary>
/// What a judge's desk saves every few seconds: one question through the door, then the sheet's lines by its key, compiled.
/// </summary>
internal static class SheetToWriteQueries
{
    private static readonly Func<AppDb, int, IAsyncEnumerable<SubScore>> Points = EF.CompileAsyncQuery((AppDb db, int sheet) => db.Set<SubScore>().Where(item => item.SheetId == sheet));
    private static readonly Func<AppDb, int, IAsyncEnumerable<CriterionScore>> Criteria = EF.CompileAsyncQuery((AppDb db, int sheet) => db.Set<CriterionScore>().Where(item => item.SheetId == sheet));

    /// <summary>The sheet, tracked whole, or 404.</summary>
    internal static async Task<SheetToWrite> SheetToWriteAsync(this AppDb db, Actor actor, int id, CancellationToken cancellationToken)
    {
        var (own, assigned) = (db.For(actor).OwnSheets, db.For(actor).AssignedInitiatives);
        var found = await (from sheet in own.IgnoreAutoIncludes()
                           join cycle in db.Cycles on sheet.CycleId equals cycle.Id
                           join rubric in db.Rubrics on cycle.RubricId equals rubric.Id
                           where sheet.Id == id
                           select new { sheet, cycle, rubric.Content, Code = assigned.Where(item => item.Id == sheet.InitiativeId).Select(item => item.CouncilCode).FirstOrDefault() })
            .SingleOrNotFound(cancellationToken);
        await Points(db, id).LoadAsync(cancellationToken);
        await Criteria(db, id).LoadAsync(cancellationToken);
        return new SheetToWrite(found.sheet, found.cycle, found.Content, found.Code ?? "");
    }
}
