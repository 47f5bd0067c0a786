using Initiatives.Web.Data;
using Initiatives.Web.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>The demo accounts that the sign-in page offers: in Development only, and only those that exist.</summary>
public static class OfferedAccounts
{
    public sealed record Query : IRequest<IReadOnlyList<SignIn.DemoCard>>;

    public sealed class Handler(AppDb db, IWebHostEnvironment environment) : IRequestHandler<Query, IReadOnlyList<SignIn.DemoCard>>
    {
        public async Task<IReadOnlyList<SignIn.DemoCard>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!environment.IsDevelopment()) return [];
            var offered = DemoAccounts.Offered(environment);
            var emails = offered.Select(account => account.Email).ToList();
            var known = await (from account in db.Users
                               join person in db.People on account.PersonId equals person.Id
                               join unit in db.Units on person.UnitId equals unit.Id
                               where emails.Contains(account.Email!)
                               select new { account.Email, unit.ShortName }).ToDictionaryAsync(row => row.Email!, row => row.ShortName, cancellationToken);
            return [.. offered.Where(account => known.ContainsKey(account.Email))
                .Select(account => new SignIn.DemoCard(account.Label, account.Name, known[account.Email], account.Email))];
        }
    }
}
