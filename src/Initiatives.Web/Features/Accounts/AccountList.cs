using System.Globalization;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Who may sign in, as what, and how far he is with it.</summary>
public static class AccountList
{
    public const int PageSize = 30;

    public sealed record Query : IRequest<View>
    {
        /// <summary>Words of a name, an address, a post or a unit, with or without diacritics.</summary>
        public string? Q { get; init; }

        /// <summary>A unit.</summary>
        public int? Dv { get; init; }

        /// <summary>A role.</summary>
        public Role? Vt { get; init; }

        /// <summary>Key of a state; empty or unknown: all.</summary>
        public string? Tt { get; init; }

        public int Page { get; init; } = 1;

        internal bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Dv is not null || Vt is not null;

        /// <summary>The address of the list with one thing changed.</summary>
        internal string Path(string? tt = null, int page = 1, bool clear = false)
        {
            var parts = new List<string>();
            if ((tt ?? Tt) is { Length: > 0 } state) parts.Add($"tt={Uri.EscapeDataString(state)}");
            if (!clear && !string.IsNullOrWhiteSpace(Q)) parts.Add($"q={Uri.EscapeDataString(Q)}");
            if (!clear && Dv is { } unit) parts.Add(string.Create(CultureInfo.InvariantCulture, $"dv={unit}"));
            if (!clear && Vt is { } role) parts.Add($"vt={role}");
            if (page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
            return "/quan-tri/tai-khoan" + (parts.Count > 0 ? "?" + string.Join('&', parts) : "");
        }
    }

    /// <param name="Note">When he last signed in, or until when his link works.</param>
    public sealed record Row(int PersonId, string Name, string Email, string Post, string UnitName, IReadOnlyList<string> Roles, AccountState State, string Note);

    public sealed record Tab(string Key, string Name, int Count);

    /// <param name="All">The people of the whole list, comma separated, for acts on all of them.</param>
    public sealed record View(Query Query, IReadOnlyList<Tab> Tabs, IReadOnlyList<Row> Rows, int Count, string All, int Page, int Pages, bool HasMail)
    {
        public string Q => Query.Q ?? "";
    }

    /// <summary>The page: the list, and the units that its form offers.</summary>
    public sealed record Screen(View List, IReadOnlyList<UnitChoices.Choice> Units);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            // Some hundred accounts: folding them here finds the middle of a name and of an address alike.
            var now = clock.GetUtcNow().UtcDateTime;
            var links = (await db.For(actor.Value).AccountLinks.AsNoTracking().OrderBy(link => link.Id).ToListAsync(cancellationToken)).ToLookup(link => link.PersonId);
            var all = (await (from account in db.Users.AsNoTracking()
                              join person in db.People on account.PersonId equals person.Id
                              join unit in db.Units on person.UnitId equals unit.Id
                              orderby person.SortKey, person.Id
                              select new
                              {
                                  person.Id,
                                  person.Name,
                                  account.Email,
                                  person.Post,
                                  person.UnitId,
                                  unit.ShortName,
                                  UnitName = unit.Name,
                                  person.Roles,
                                  account.LockoutEnd,
                                  HasPassword = account.PasswordHash != null,
                                  account.LastSignInAt,
                              }).ToListAsync(cancellationToken))
                .ConvertAll(row => (Row: row, State: AccountStates.Of(Account.IsClosedBy(row.LockoutEnd), row.HasPassword, row.LastSignInAt is not null, [.. links[row.Id]], now)));
            var words = VietnameseText.SearchWords(request.Q);
            var found = all.Where(item =>
            {
                if (request.Dv is { } unit && item.Row.UnitId != unit) return false;
                if (request.Vt is { } role && (item.Row.Roles & role) == 0) return false;
                var text = VietnameseText.SearchKey(item.Row.Name, item.Row.Email, item.Row.Post, item.Row.UnitName, item.Row.ShortName);
                return words.All(word => text.Contains(word, StringComparison.Ordinal));
            }).ToList();
            var tabs = AccountStates.All.Select(look => new Tab(look.Key, look.Name, found.Count(item => item.State == look.State))).Prepend(new Tab("", "Tất cả", found.Count)).ToList();
            if (AccountStates.All.FirstOrDefault(look => look.Key == request.Tt) is { } chosen) found = found.FindAll(item => item.State == chosen.State);
            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var rows = found.Skip((page - 1) * PageSize).Take(PageSize)
                .Select(item => new Row(item.Row.Id, item.Row.Name, item.Row.Email ?? "", item.Row.Post, item.Row.ShortName, [.. RoleNames.Of(item.Row.Roles)], item.State,
                    Note(item.State, item.Row.LastSignInAt, links[item.Row.Id].LastOrDefault(), now))).ToList();
            return new View(request, tabs, rows, found.Count, string.Join(',', found.Select(item => item.Row.Id.ToString(CultureInfo.InvariantCulture))), page, pages, outbox.IsOn);
        }

        private static string Note(AccountState state, DateTime? lastSignInAt, AccountLink? link, DateTime now) => state switch
        {
            AccountState.Active => $"vào lần cuối {VietnamTime.Short(lastSignInAt!.Value)}",
            AccountState.Invited when link!.StateAt(now) == LinkState.Waiting => "thư đang gửi",
            AccountState.Invited => $"{(link!.ByMail ? "thư" : "phiếu")} {VietnamTime.Short(link.IssuedAt)}, dùng đến {VietnamTime.Short(link.ExpiresAt)}",
            AccountState.InvitationOver when link!.StateAt(now) == LinkState.Expired => $"hết hạn {VietnamTime.Short(link.ExpiresAt)}",
            AccountState.InvitationOver => "đã thu hồi",
            _ => "",
        };
    }
}
