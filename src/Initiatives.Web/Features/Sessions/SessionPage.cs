using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One session: attendance, agenda, what is concluded and what is left.</summary>
public static class SessionPage
{
    public sealed record Query(int Year, int Number) : IRequest<SessionRoom>;

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, SessionRoom>
    {
        public Task<SessionRoom> Handle(Query request, CancellationToken cancellationToken) => SessionRoom.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
    }
}
