using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Cycles;

/// <summary>The id behind the year in an address.</summary>
public static class FindCycle
{
    public sealed record Query(int Year) : IRequest<int>;

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query request, CancellationToken cancellationToken) =>
            (await db.For(actor.Value).Cycles.SingleOrNotFound(cycle => cycle.Year == request.Year, cancellationToken)).Id;
    }
}
