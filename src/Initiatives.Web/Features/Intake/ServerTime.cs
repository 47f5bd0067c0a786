using System.Globalization;
using Initiatives.Web.Platform.Time;
using MediatR;

namespace Initiatives.Web.Features.Intake;

/// <summary>The server's instant: the only clock that decides what is in time.</summary>
public static class ServerTime
{
    public sealed record Query : IRequest<string>;

    public sealed class Handler(Arrival arrival) : IRequestHandler<Query, string>
    {
        /// <summary>"2026-09-30T16:59:59.999Z".</summary>
        public Task<string> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult(arrival.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }
}
