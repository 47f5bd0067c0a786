using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>What the wall of the meeting room shows: agenda, quorum, who is outside, results once they are counted. No points of a judge.</summary>
public static class Projector
{
    public sealed record Query(int Year, int Number) : IRequest<SessionRoom>;

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, SessionRoom>
    {
        public Task<SessionRoom> Handle(Query request, CancellationToken cancellationToken) => SessionRoom.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
    }
}
