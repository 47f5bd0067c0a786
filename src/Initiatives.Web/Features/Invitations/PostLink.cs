using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Invitations;

/// <summary>
/// Mails the links that wait for one person. The token is made only now and goes straight into the letter: it stands in no
/// row, not even in one of a mail that is to be sent. When the letter could not leave, the next try makes another token and
/// the first opens nothing any more.
/// </summary>
public static class PostLink
{
    public sealed class Handler(AppDb db, TimeProvider clock, IRequestHandler<SendMail, Result> post) : IRequestHandler<MailAccountLink, Result>
    {
        public async Task<Result> Handle(MailAccountLink request, CancellationToken cancellationToken)
        {
            var person = await db.People.SingleAsync(item => item.Id == request.PersonId, cancellationToken);
            var account = await db.Users.SingleAsync(item => item.PersonId == request.PersonId, cancellationToken);
            var waiting = await db.For(person.AsActor()).AccountLinks
                .Where(link => link.PersonId == person.Id && link.ByMail && link.SentAt == null && link.UsedAt == null && link.RevokedAt == null)
                .OrderBy(link => link.Id).ToListAsync(cancellationToken);
            foreach (var link in waiting)
            {
                if (account.IsClosed || link.ExpiresAt <= clock.GetUtcNow().UtcDateTime) continue;
                var token = LinkTokens.Make();
                var digest = LinkTokens.DigestOf(token);
                link.HandOut(digest);
                await db.SaveChangesAsync(cancellationToken);
                var sent = await post.Handle(new SendMail(LinkWords.Letter(link.Purpose, person.Name, account.Email ?? "", token, link.ExpiresAt), $"lien-ket:{digest}"), cancellationToken);
                if (!sent.Ok) return sent;
                link.MarkSent(clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(cancellationToken);
            }

            return Result.Success;
        }
    }
}
