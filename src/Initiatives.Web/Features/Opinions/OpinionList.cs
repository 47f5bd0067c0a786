using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>What the person's unit is asked, and what it has answered.</summary>
public static class OpinionList
{
    public sealed record Query : IRequest<View>;

    public sealed record Row(int Id, string Title, DateTime AskedAt, DateTime DueAt, OpinionStatus Status, string AnsweredBy, DateTime? AnsweredAt);

    public sealed record View(IReadOnlyList<Row> Rows, DateTime Now);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var rows = await (from item in doors.AskedOpinions.AsNoTracking()
                              join initiative in doors.ConsultedInitiatives on item.InitiativeId equals initiative.Id
                              orderby item.Status, item.DueAt, item.Id
                              select new Row(item.Id, initiative.Title, item.AskedAt, item.DueAt, item.Status, item.AnsweredByName, item.AnsweredAt)).Take(200).ToListAsync(cancellationToken);
            return new View(rows, clock.GetUtcNow().UtcDateTime);
        }
    }
}
