using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Recusals;

/// <summary>A judge says that he must not judge a dossier: from then on it is as if it did not exist for him in the council.</summary>
public static class DeclareConflict
{
    public sealed record Query(int SheetId) : IRequest<View>;

    /// <param name="Code">By which the council knows the dossier.</param>
    public sealed record View(int SheetId, string Code, string Title, bool IsStarted);

    public sealed record Command : IRequest<Result>
    {
        public int SheetId { get; init; }
        public ConflictKind? Kind { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Note { get; init; } = "";

        [Range(typeof(bool), "true", "true", ErrorMessage = "Đánh dấu vào ô xác nhận.")]
        public bool Confirm { get; init; }
    }

    public sealed class Show(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiative = await doors.AssignedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            return new View(sheet.Id, initiative.CouncilCode ?? "", initiative.Title, sheet.SavedAt is not null);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiative = await doors.AssignedInitiatives.SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            if (!Conflict.MayChange(initiative.Status)) return Result.Fail("", "Hội đồng đã kết luận hồ sơ này. Báo thư ký Hội đồng để ghi nhận.");
            var now = clock.GetUtcNow().UtcDateTime;
            var declared = Conflict.Declare(sheet.CycleId, initiative.Id, request.Kind, request.Note, actor.Value, now);
            if (!declared.Ok) return Result.Fail(declared.Problems);
            db.Add(declared.Value);
            db.Guard(initiative);   // the council may be concluding on it
            await doors.EndStandInsAsync(initiative, actor.Value.PersonId, isBarred: true, now, cancellationToken);
            db.RemoveRange(await doors.Assignments.Where(item => item.InitiativeId == initiative.Id && item.PersonId == actor.Value.PersonId).ToListAsync(cancellationToken));
            db.Record(actor.Value, JournalActions.ConflictDeclared, initiative, $"{actor.Value.Name} {ConflictKinds.Name(declared.Value.Kind)}. {declared.Value.Note}".TrimEnd());
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
