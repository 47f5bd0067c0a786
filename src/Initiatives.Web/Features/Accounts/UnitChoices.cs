using Initiatives.Web.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Units that people work in, in Vietnamese order, for a form's list.</summary>
public static class UnitChoices
{
    public sealed record Query : IRequest<IReadOnlyList<Choice>>;

    public sealed record Choice(int Id, string Code, string Name);

    public sealed class Handler(AppDb db) : IRequestHandler<Query, IReadOnlyList<Choice>>
    {
        public async Task<IReadOnlyList<Choice>> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Units.AsNoTracking().OrderBy(unit => unit.IsCommune).ThenBy(unit => unit.SortKey).ThenBy(unit => unit.Id)
                .Select(unit => new Choice(unit.Id, unit.Code, unit.Name)).ToListAsync(cancellationToken);
    }
}
