using Initiatives.Domain;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The PDF for those who may read the decision: a draft as it stands now, afterwards the frozen bytes.</summary>
public static class DecisionPdf
{
    public sealed record Query(int Id) : IRequest<Result<Stream>>;

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, FileStore files, TimeProvider clock) : IRequestHandler<Query, Result<Stream>>
    {
        public async Task<Result<Stream>> Handle(Query request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.FileSha256 is { } sha256) return files.Open(sha256);
            var rendered = await DecisionPaper.RenderAsync(db, fonts, decision, actor.Value, VietnamTime.Today(clock.GetUtcNow().UtcDateTime), cancellationToken);
            if (!rendered.Ok) return Result.Fail(rendered.Problems);
            return new MemoryStream(rendered.Value);
        }
    }
}
