using MediatR;

namespace Initiatives.Web.Features.Home;

/// <summary>What waits for the signed-in person.</summary>
public static class WorkList
{
    public sealed record Query : IRequest<View>;

    public sealed record View;

    public sealed class Handler : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(new View());
    }
}
