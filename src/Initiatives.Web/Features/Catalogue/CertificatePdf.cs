using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>The stored print of a certificate of merit.</summary>
public static class CertificatePdf
{
    public sealed record Query(string Code) : IRequest<Stream>;

    public sealed class Handler(AppDb db, FileStore files) : IRequestHandler<Query, Stream>
    {
        public async Task<Stream> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = Lookup.Tidy(request.Code);
            Certificate certificate = await db.Certificates.AsNoTracking().SingleOrNotFound(item => item.LookupCode == code && item.FileSha256 != "", cancellationToken);
            return files.Open(certificate.FileSha256);
        }
    }
}
