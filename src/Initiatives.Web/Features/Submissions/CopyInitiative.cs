using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Begins a new draft with what an unrecognised dossier said. Its files stay where they are.</summary>
public static class CopyInitiative
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }

        /// <summary>Names the button that was pressed: pressed twice it makes one draft.</summary>
        public Guid FormKey { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        /// <summary>Answers the new draft's id.</summary>
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var written = db.For(actor.Value).WrittenInitiatives;
            var source = await written.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var key = request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey;
            var made = await written.Where(item => item.FormKey == key && item.CreatedById == actor.Value.PersonId && item.CopiedFromId == source.Id).Select(item => item.Id).SingleOrDefaultAsync(cancellationToken);
            if (made != 0) return made;
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == actor.Value.UnitId, cancellationToken);
            if (!unit.MaySubmit) return Result.Fail("", $"{unit.Name} nhận hồ sơ chứ không nộp hồ sơ sáng kiến.");
            var copy = Initiative.Copy(source, key, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!copy.Ok) return Result.Fail(copy.Problems);
            db.Add(copy.Value);
            db.Record(actor.Value, JournalActions.DraftCopied, copy.Value, $"Chép nội dung từ “{source.Title}”");
            await db.SaveChangesAsync(cancellationToken);
            return copy.Value.Id;
        }
    }
}
