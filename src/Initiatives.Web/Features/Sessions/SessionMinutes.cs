using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The minutes (biên bản họp) of one session as far as they are written: DOMAIN § 4 no. 14.</summary>
public static class SessionMinutes
{
    public sealed record Query(int Year, int Number) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var record = await SessionRecord.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
            using var stream = new MemoryStream();
            SessionMinutesDocument.Write(MinutesText.Of(record), fonts, stream);
            return new Answer(stream.ToArray(), $"bien-ban-{request.Year}-phien-{request.Number}.pdf");
        }
    }
}
