using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>The posted list as anybody reads it, and the form for a remark while its days run.</summary>
public static class PostingPage
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Former">Postings before this one, newest first.</param>
    /// <param name="Name">Of whoever is signed in; offered in the form.</param>
    public sealed record View(Posting Posting, IReadOnlyList<Earlier> Former, bool IsOpen, DateTime Now, string Name, string Email, string UnitName);

    public sealed record Earlier(int Number, DateTime PostedAt, int Count);

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var who = actor.Value;
            var all = await db.For(who).Postings.AsNoTracking().Where(item => item.Year == request.Year).OrderByDescending(item => item.Number).ToListAsync(cancellationToken);
            if (all.Count == 0) throw new RowNotFoundException(nameof(Posting));
            var unit = who.IsSignedIn ? (await db.ReferenceAsync(cancellationToken)).Unit(who.UnitId).Name : "";
            var email = who.IsSignedIn ? await db.Users.Where(account => account.PersonId == who.PersonId).Select(account => account.Email).FirstOrDefaultAsync(cancellationToken) : null;
            return new View(all[0], [.. all.Skip(1).Select(item => new Earlier(item.Number, item.PostedAt, item.Items.Count))], all[0].TakesRemarksAt(arrival.At), arrival.At,
                who.IsSignedIn ? who.Name : "", email ?? "", unit);
        }
    }
}
