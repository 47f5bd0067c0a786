using Initiatives.Domain.Access;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>The doors of whoever assigns judges.</summary>
public sealed partial class ScopedDb
{
    /// <summary>Runs name pairs of every dossier: of what is shown of them the pairs are left out.</summary>
    public IQueryable<AssignmentRun> AssignmentRuns => db.AssignmentRuns.Where(run => actor.Has(Permission.ManageCouncil));

    /// <summary>As whoever prepares the council: who reviews what, to be changed with the assignments. Shown only of dossiers that he sees.</summary>
    public IQueryable<ReviewAssignment> OpeningReviewAssignments => db.ReviewAssignments.Where(item => actor.Has(Permission.ManageCouncil));

    /// <summary>Whether a judge has a sheet of this dossier already: he was assigned it before. The dossier came through <see cref="AssignableInitiatives"/>.</summary>
    public Task<bool> HasSheetAsync(Initiative initiative, int personId, CancellationToken cancellationToken) =>
        db.Sheets.AnyAsync(sheet => sheet.InitiativeId == initiative.Id && sheet.PersonId == personId, cancellationToken);
}
