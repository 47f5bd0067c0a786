using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>Confirms a certificate of merit to whoever holds its code.</summary>
public static class Lookup
{
    public sealed record Query(string Code) : IRequest<View>;

    /// <param name="Code">The code as it is written; empty: nothing was asked yet.</param>
    public sealed record View(string Code, Found? Found);

    public sealed record Found
    {
        public required int InitiativeId { get; init; }
        public required string Title { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required string UnitName { get; init; }
        public required IReadOnlyList<string> Authors { get; init; }
        public required int Year { get; init; }
        public required int RegisterNumber { get; init; }
        public required int DecisionId { get; init; }
        public required string DecisionNumber { get; init; }
        public required DateOnly DecisionDate { get; init; }
        public required string FileSha256 { get; init; }
    }

    /// <summary>"bk 2025 7f3k9q" is "BK-2025-7F3K9Q": people read codes aloud and leave the dashes out.</summary>
    public static string Tidy(string? code)
    {
        var letters = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return letters.Length == 12 && letters.StartsWith("BK", StringComparison.Ordinal) ? $"BK-{letters[2..6]}-{letters[6..]}" : (code ?? "").Trim();
    }

    public sealed class Handler(AppDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = Tidy(request.Code);
            var certificate = code.Length == 0 ? null : await db.Certificates.AsNoTracking().SingleOrDefaultAsync(item => item.LookupCode == code && item.FileSha256 != "", cancellationToken);
            if (certificate is null) return new View(code, null);
            var seen = db.For(Actor.Public);
            var decision = await seen.Decisions.AsNoTracking().SingleAsync(item => item.Id == certificate.DecisionId, cancellationToken);
            var initiative = await (from item in seen.PublishedInitiatives.AsNoTracking()
                                    join unit in db.Units on item.UnitId equals unit.Id
                                    where item.Id == certificate.InitiativeId
                                    select new { item.Title, item.Status, UnitName = unit.Name, Authors = item.Authors.OrderBy(author => author.Order).Select(author => author.Name).ToList() })
                .SingleAsync(cancellationToken);
            return new View(code, new Found
            {
                InitiativeId = certificate.InitiativeId,
                Title = initiative.Title,
                Status = initiative.Status,
                UnitName = initiative.UnitName,
                Authors = initiative.Authors,
                Year = decision.Year,
                RegisterNumber = certificate.RegisterNumber,
                DecisionId = decision.Id,
                DecisionNumber = decision.Number,
                DecisionDate = decision.Form.Date!.Value,
                FileSha256 = certificate.FileSha256,
            });
        }
    }
}
