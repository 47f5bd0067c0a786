using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reports;

/// <summary>A dossier of the unit as its lists and reports show it, by what its people may see.</summary>
public sealed record UnitDossier
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string FieldLetter { get; init; }
    public required string FieldName { get; init; }
    public required InitiativeStatus Status { get; init; }
    public required DateTime Since { get; init; }
    public required DateTime? SubmittedAt { get; init; }
    public required int? Year { get; init; }
    public required int? RegisterNumber { get; init; }
    public required string OutcomeReason { get; init; }

    /// <summary>Name and share of each author, in order.</summary>
    public required IReadOnlyList<(string Name, decimal? Share)> Authors { get; init; }

    public string Number => Year is { } year && RegisterNumber is { } number ? RegisterCode.Of(year, number) : "";

    /// <summary>"Trần Thị K (60%), Lê Văn N (40%)".</summary>
    public string AuthorLine => string.Join(", ", Authors.Select(author => author.Share is { } share ? $"{author.Name} ({VietnameseNumber.Format(share)}%)" : author.Name));

    public string WaitsFor => InitiativeStatuses.WaitsFor(Status);
}

/// <summary>A published decision that names dossiers of the unit.</summary>
public sealed record UnitDecision(DecisionKind Kind, string Number, DateOnly? Date, IReadOnlyList<int> InitiativeIds);

/// <summary>The one place that loads a unit's dossiers for its people: the board, the workbook and the quarterly report agree.</summary>
internal static class UnitDossiers
{
    /// <summary>Dossiers of the actor's own unit that he may see, the last changed first.</summary>
    public static async Task<IReadOnlyList<UnitDossier>> Of(AppDb db, Actor actor, CancellationToken cancellationToken)
    {
        var unitId = actor.UnitId;
        var rows = await (from item in db.For(actor).OwnInitiatives.AsNoTracking().IgnoreAutoIncludes()
                          where item.UnitId == unitId
                          join field in db.Fields on item.FieldCode equals field.Code into fields
                          from field in fields.DefaultIfEmpty()
                          join cycle in db.Cycles on item.CycleId equals cycle.Id into cycles
                          from cycle in cycles.DefaultIfEmpty()
                          orderby item.StatusSince descending, item.Id descending
                          select new
                          {
                              item.Id,
                              item.Title,
                              Letter = field.Letter ?? "",
                              Name = field.ShortName ?? "",
                              item.ShownStatus,
                              Since = item.ShownStatus == InitiativeStatus.Draft ? item.SavedAt : item.StatusSince,
                              item.SubmittedAt,
                              Year = cycle == null ? (int?)null : cycle.Year,
                              item.RegisterNumber,
                              item.OutcomeReason,
                              Authors = item.Authors.OrderBy(author => author.Order).Select(author => new { author.Name, author.Share }).ToList(),
                          }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new UnitDossier
        {
            Id = row.Id,
            Title = row.Title,
            FieldLetter = row.Letter,
            FieldName = row.Name,
            Status = row.ShownStatus,
            Since = row.Since,
            SubmittedAt = row.SubmittedAt,
            Year = row.Year,
            RegisterNumber = row.RegisterNumber,
            OutcomeReason = row.OutcomeReason,
            Authors = [.. row.Authors.Select(author => (author.Name, author.Share))],
        })];
    }

    /// <summary>Published decisions with what they name of these dossiers, the oldest first.</summary>
    public static async Task<IReadOnlyList<UnitDecision>> DecisionsOf(AppDb db, IReadOnlyList<UnitDossier> dossiers, CancellationToken cancellationToken)
    {
        var ids = dossiers.Where(item => item.Status is InitiativeStatus.Recognised or InitiativeStatus.Revoked).Select(item => item.Id).ToList();
        if (ids.Count == 0) return [];
        var decisions = await db.For(Actor.Public).Decisions.AsNoTracking()
            .Where(decision => decision.Items.Any(item => ids.Contains(item.InitiativeId))).OrderBy(decision => decision.Id).ToListAsync(cancellationToken);
        return [.. decisions.Select(decision => new UnitDecision(decision.Kind, decision.Number, decision.Form.Date,
            [.. decision.Named.Select(item => item.InitiativeId).Where(ids.Contains)]))];
    }

    /// <summary>Those of a cycle; the latest one also shows what is not sent yet.</summary>
    public static IEnumerable<UnitDossier> In(Cycle cycle, bool isLatest, IEnumerable<UnitDossier> dossiers) => dossiers.Where(item => item.Year is { } year
        ? year == cycle.Year
        : isLatest && (item.Status != InitiativeStatus.Withdrawn || item.Since >= cycle.LaunchedAt));
}
