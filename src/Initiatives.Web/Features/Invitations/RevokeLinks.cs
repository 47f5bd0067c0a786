using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Invitations;

/// <summary>Takes back the links that people hold: they open nothing any more.</summary>
public static class RevokeLinks
{
    public sealed record Command : IRequest<Result<int>>
    {
        public List<int> Ids { get; init; } = [];

        [StringLength(20_000, ErrorMessage = "Danh sách dài quá. Lọc bớt rồi thu hồi từng phần.")]
        public string All { get; init; } = "";

        public bool Whole { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var ids = IssueLinks.Meant(request.Ids, request.All, request.Whole);
            if (ids.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một tài khoản.");
            var links = (await db.For(who).AccountLinks.Where(link => ids.Contains(link.PersonId) && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken))
                .FindAll(link => link.ExpiresAt > now);
            if (links.Count == 0) return Result.Fail(nameof(request.Ids), "Các tài khoản đã chọn không giữ liên kết nào còn dùng được.");
            foreach (var link in links) link.Revoke(now);
            var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
            foreach (var person in links.Select(link => link.PersonId).Distinct()) db.Record(who, JournalActions.LinkRevoked, people[person]);
            await db.SaveChangesAsync(cancellationToken);
            return links.Count;
        }
    }
}
