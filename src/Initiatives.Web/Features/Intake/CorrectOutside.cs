using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The Department puts right what it entered; the unit is asked again. Number, instant and receipt code stay.</summary>
public static class CorrectOutside
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
        public Command? Typed { get; init; }
    }

    public sealed record View(int Id, string Title, int Version, string Objection, OutsideFields Content, bool IsOpen);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var arrival = await doors.OutsideArrivals.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == request.Id, cancellationToken);
            var form = request.Typed ?? OutsideContent.Of<Command>(initiative.Content());
            return new View(initiative.Id, initiative.Title, arrival.Version, arrival.Objection, await OutsideLists.FieldsAsync(db, form, initiative.UnitId, cancellationToken),
                !arrival.IsConfirmed && initiative.Status == InitiativeStatus.Submitted);
        }
    }

    public sealed record Command : OutsideContent, IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Of the entry, as it was on the page.</summary>
        public int Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var arrival = await doors.OutsideArrivals.SingleOrNotFound(item => item.InitiativeId == request.Id, cancellationToken);
            var endorsement = await doors.Endorsements.SingleAsync(item => item.InitiativeId == request.Id, cancellationToken);
            var files = await doors.DossierAttachments.FilesOf(request.Id).ToListAsync(cancellationToken);
            var content = request.Read(cleaner, await OutsideLists.PeopleAsync(db, initiative.UnitId, cancellationToken), initiative.Content());
            if (content.FieldCode is { } code && !await db.Fields.AnyAsync(field => field.Code == code, cancellationToken)) return Result.Fail(nameof(request.FieldCode), "Chọn lĩnh vực trong danh sách.");
            var before = (initiative.Content(), endorsement.Digest);
            var corrected = arrival.Correct(initiative, endorsement, content, files, request.Version, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!corrected.Ok) return Result.Fail(request.AsTyped(corrected.Problems));
            var changes = DraftDifference.Between(before.Item1, content);
            db.Record(actor.Value, JournalActions.OutsideCorrected, initiative, $"{string.Join(", ", changes.Select(part => part.Label))} · mã nội dung trước đó {before.Digest}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
