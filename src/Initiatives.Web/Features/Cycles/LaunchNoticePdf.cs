using Initiatives.Domain.Cycles;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>The launch notice as a document: everybody's once the cycle is launched, before that the Department's draft.</summary>
public static class LaunchNoticePdf
{
    public sealed record Query(int Year) : IRequest<byte[]>;

    public sealed class Handler(AppDb db, CurrentActor actor, IHostEnvironment environment, Fonts fonts) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (cycle.Notice == LaunchNotice.Empty) throw new RowNotFoundException(nameof(LaunchNotice));
            var template = await LaunchNoticeTemplate.ReadAsync(environment, cancellationToken);
            using var stream = new MemoryStream();
            LaunchNoticeDocument.Write(template.Document(cycle), fonts, stream);
            return stream.ToArray();
        }
    }
}
