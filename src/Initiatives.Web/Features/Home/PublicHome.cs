using MediatR;

namespace Initiatives.Web.Features.Home;

/// <summary>What citizens see first.</summary>
public static class PublicHome
{
    public sealed record Query : IRequest<View>;

    public sealed record View;

    public sealed class Handler : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(new View());
    }
}
