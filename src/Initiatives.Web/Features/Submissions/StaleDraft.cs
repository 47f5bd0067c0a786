using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Who saved the draft that a form did not know of, and when: for the notice that leads to the merge.</summary>
public static class StaleDraft
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>0: the draft that the form of this key has made.</summary>
        public int Id { get; init; }
        public Guid FormKey { get; init; }
    }

    /// <param name="SavedBy">A name, or empty: the same person in another window.</param>
    public sealed record View(int Id, int Version, string SavedBy, DateTime SavedAt, string Clock);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (from item in db.For(actor.Value).OwnInitiatives
                               where request.Id == 0 ? item.FormKey == request.FormKey && item.CreatedById == actor.Value.PersonId : item.Id == request.Id
                               join person in db.People on item.SavedById equals person.Id into people
                               from person in people.DefaultIfEmpty()
                               select new { item.Id, item.Version, item.SavedAt, item.SavedById, Name = person.Name ?? "" }).SingleAsync(cancellationToken);
            return new View(found.Id, found.Version, found.SavedById == actor.Value.PersonId ? "" : found.Name, found.SavedAt, VietnamTime.Clock(found.SavedAt));
        }
    }
}
