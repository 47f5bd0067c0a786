using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Who may sign in, and as what.</summary>
public static class AccountList
{
    public const int PageSize = 30;

    public sealed record Query : IRequest<View>
    {
        /// <summary>Words of a name, an address, a post or a unit, with or without diacritics.</summary>
        public string? Q { get; init; }

        public int Page { get; init; } = 1;
    }

    public sealed record Row(int PersonId, string Name, string Email, string Post, string UnitName, IReadOnlyList<string> Roles, bool IsLocked);

    public sealed record View(string Q, IReadOnlyList<Row> Rows, int Count, int Page, int Pages);

    /// <summary>The page: the list, and the units that its form offers.</summary>
    public sealed record Screen(View List, IReadOnlyList<UnitChoices.Choice> Units);

    public sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            // Some hundred accounts: folding them here finds the middle of a name and of an address alike.
            var now = clock.GetUtcNow();
            var all = await (from account in db.Users.AsNoTracking()
                             join person in db.People on account.PersonId equals person.Id
                             join unit in db.Units on person.UnitId equals unit.Id
                             orderby person.SortKey, person.Id
                             select new { person.Id, person.Name, account.Email, person.Post, unit.ShortName, UnitName = unit.Name, person.Roles, account.LockoutEnd }).ToListAsync(cancellationToken);
            var words = VietnameseText.SearchWords(request.Q);
            var found = all.Where(row =>
            {
                var text = VietnameseText.SearchKey(row.Name, row.Email, row.Post, row.UnitName, row.ShortName);
                return words.All(word => text.Contains(word, StringComparison.Ordinal));
            }).ToList();
            var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var rows = found.Skip((page - 1) * PageSize).Take(PageSize)
                .Select(row => new Row(row.Id, row.Name, row.Email ?? "", row.Post, row.ShortName, [.. RoleNames.Of(row.Roles)], row.LockoutEnd > now)).ToList();
            return new View(request.Q ?? "", rows, found.Count, page, pages);
        }
    }
}
