using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>How the letter on a result will read, before it has number and signer.</summary>
public static class ResultDraft
{
    public sealed record Query(int Id) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var found = await db.ResultAsync(doors, doors.SentResults.Where(item => item.Status == InitiativeStatus.NotRecognised), request.Id, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == found.Initiative.UnitId, cancellationToken);
            var content = ResultPaper.Render(found, UnitHeading.NameOf(unit), await ResultPaper.BasisAsync(doors, found.Cycle.Id, cancellationToken), new NoticeHead(null, null, "", SigningCapacity.Head), fonts);
            return new Answer(content, $"Du-thao-ket-qua-{found.Cycle.Year}-{found.Initiative.RegisterNumber:0000}.pdf");
        }
    }
}
