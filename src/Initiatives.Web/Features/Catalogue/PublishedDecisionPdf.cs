using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>The bytes of a published decision, as signed; a draft does not exist here.</summary>
public static class PublishedDecisionPdf
{
    public sealed record Query(int Id) : IRequest<Stream>;

    public sealed class Handler(AppDb db, FileStore files) : IRequestHandler<Query, Stream>
    {
        public async Task<Stream> Handle(Query request, CancellationToken cancellationToken)
        {
            var decision = await db.For(Actor.Public).Decisions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            return files.Open(decision.FileSha256!);
        }
    }
}
