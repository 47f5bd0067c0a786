using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Invitations;

/// <summary>
/// Gives people a link to choose their password: an invitation to who has none yet, a reset to who has one. By mail, or on
/// slips to print. The link that somebody held before dies.
/// </summary>
public static class IssueLinks
{
    /// <summary>At once.</summary>
    public const int Most = 1000;

    public sealed record Command : IRequest<Result<Issued>>
    {
        /// <summary>People, ticked one by one.</summary>
        public List<int> Ids { get; init; } = [];

        /// <summary>All that the list found, comma separated; taken instead of the ticked ones with <see cref="Whole"/>.</summary>
        [StringLength(20_000, ErrorMessage = "Danh sách dài quá. Lọc bớt rồi cấp từng phần.")]
        public string All { get; init; } = "";

        public bool Whole { get; init; }

        public bool ByMail { get; init; }
    }

    /// <summary>One slip to cut out.</summary>
    public sealed record Slip(string Name, string Post, string UnitName, string Email, LinkPurpose Purpose, string Path, string Code, DateTime ExpiresAt);

    /// <param name="Count">Links issued.</param>
    /// <param name="Closed">People passed over because their account is closed.</param>
    /// <param name="Slips">Empty when they go by mail. Never shown again: the tokens are kept nowhere.</param>
    public sealed record Issued(int Count, int Closed, IReadOnlyList<Slip> Slips);

    /// <summary>Who is meant by a form of the account list.</summary>
    internal static IReadOnlyList<int> Meant(IEnumerable<int> ids, string all, bool whole) => whole
        ? [.. all.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(id => id > 0).Distinct()]
        : [.. ids.Distinct()];

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox, JobQueue jobs) : IRequestHandler<Command, Result<Issued>>
    {
        public async Task<Result<Issued>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            var ids = Meant(request.Ids, request.All, request.Whole);
            if (ids.Count == 0) return Result.Fail(nameof(request.Ids), "Chọn ít nhất một tài khoản.");
            if (ids.Count > Most) return Result.Fail(nameof(request.Ids), $"Mỗi lần cấp tối đa {Most} liên kết. Lọc bớt rồi cấp từng phần.");
            if (request.ByMail && !outbox.IsOn) return Result.Fail("", "Chưa cấu hình thư điện tử. In phiếu rồi trao tận tay.");
            var rows = await (from account in db.Users
                              join person in db.People on account.PersonId equals person.Id
                              join unit in db.Units on person.UnitId equals unit.Id
                              where ids.Contains(person.Id)
                              orderby unit.SortKey, unit.Id, person.SortKey, person.Id
                              select new { account, person, unit.Name }).ToListAsync(cancellationToken);
            var open = rows.FindAll(row => !row.account.IsClosed);
            if (open.Count == 0) return Result.Fail(nameof(request.Ids), "Các tài khoản đã chọn đều đang đóng. Mở lại trước khi cấp liên kết.");

            var held = (await db.For(who).AccountLinks.Where(link => ids.Contains(link.PersonId) && link.UsedAt == null && link.RevokedAt == null).ToListAsync(cancellationToken)).ToLookup(link => link.PersonId);
            var slips = new List<Slip>();
            foreach (var row in open)
            {
                foreach (var old in held[row.person.Id]) old.Revoke(now);
                var purpose = row.account.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.Reset;
                var link = AccountLink.Issue(purpose, row.person.Id, who.PersonId, request.ByMail, now);
                db.Add(link);
                db.Record(who, JournalActions.LinkIssued, row.person, $"{LinkWords.Name(purpose)}, {(request.ByMail ? "gửi thư" : "in phiếu")}");
                if (request.ByMail)
                {
                    jobs.Enqueue(new MailAccountLink(row.person.Id), string.Create(CultureInfo.InvariantCulture, $"lien-ket:{row.person.Id}:{now.Ticks}"));
                    continue;
                }

                var token = LinkTokens.Make();
                link.HandOut(LinkTokens.DigestOf(token));
                slips.Add(new Slip(row.person.Name, row.person.Post, row.Name, row.account.Email ?? "", purpose, LinkTokens.PathOf(purpose), LinkToken.Show(token), link.ExpiresAt));
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Issued(open.Count, rows.Count - open.Count, slips);
        }
    }
}
