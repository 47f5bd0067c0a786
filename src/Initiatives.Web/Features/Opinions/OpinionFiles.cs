using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>The receiver closes the content.</summary>
public sealed record OpinionDownload(string FileName, string ContentType, Stream Content);

/// <summary>The paper that came with an answer: the Department's and the answering unit's.</summary>
public static class OpinionPaper
{
    public sealed record Query(int Id) : IRequest<OpinionDownload>;

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, OpinionDownload>
    {
        public async Task<OpinionDownload> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.AskedOpinions.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.Id, cancellationToken)
                ?? await doors.ReceivedOpinions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            return asked.File is { } file ? new OpinionDownload(file.FileName, file.ContentType, store.Open(file.Sha256)) : throw new RowNotFoundException(nameof(OpinionFile));
        }
    }
}

/// <summary>A file of the dossier, for the unit that is asked, where files are shared.</summary>
public static class SharedFile
{
    public sealed record Query(int Id, int FileId) : IRequest<OpinionDownload>;

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, OpinionDownload>
    {
        public async Task<OpinionDownload> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.AskedOpinions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var file = await doors.ConsultedAttachments.AsNoTracking().SingleOrNotFound(item => item.Id == request.FileId && item.InitiativeId == asked.InitiativeId, cancellationToken);
            return new OpinionDownload(file.FileName, file.ContentType, store.Open(file.Sha256));
        }
    }
}
