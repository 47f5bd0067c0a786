using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>The signed letter as it was uploaded.</summary>
public static class SignedScan
{
    public sealed record Query : IRequest<Answer>
    {
        public int Id { get; init; }
    }

    /// <summary>The receiver closes the content.</summary>
    public sealed record Answer(string FileName, string ContentType, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var letter = await db.For(actor.Value).UnitLetters.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.ScanSha256 != null, cancellationToken);
            return new Answer(letter.ScanName, letter.ScanType, store.Open(letter.ScanSha256!));
        }
    }
}
