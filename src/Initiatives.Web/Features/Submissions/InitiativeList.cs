using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>My dossiers, or my unit's: where each stands and for whom it waits.</summary>
public static class InitiativeList
{
    public const int PageSize = 25;

    public sealed record Query : IRequest<View>
    {
        /// <summary>Words of title, summary or authors.</summary>
        public string? Q { get; init; }

        /// <summary>Shown status.</summary>
        public InitiativeStatus? TrangThai { get; init; }

        /// <summary>From 1.</summary>
        public int Trang { get; init; } = 1;
    }

    public sealed record Row
    {
        public required int Id { get; init; }
        public required string Title { get; init; }
        public required string FieldLetter { get; init; }
        public required string FieldName { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required int? Year { get; init; }
        public required int? RegisterNumber { get; init; }
        public required DateTime Since { get; init; }

        /// <summary>Complete sections of a draft.</summary>
        public int? Complete { get; init; }
        public string Number => Year is { } year && RegisterNumber is { } number ? RegisterCode.Of(year, number) : "";
    }

    public sealed record View(Query Query, IReadOnlyList<Row> Rows, int Count, IReadOnlyList<(InitiativeStatus Status, int Count)> Statuses, bool IsUnit, bool MayWrite)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
        public bool IsFiltered => Query.TrangThai is not null || !string.IsNullOrWhiteSpace(Query.Q);
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnInitiatives.AsNoTracking();
            var statuses = await own.GroupBy(item => item.ShownStatus).Select(group => new { Status = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            var found = Filter(own, request);
            var count = await found.CountAsync(cancellationToken);
            var rows = await RowsAsync(found, Math.Clamp(request.Trang, 1, Math.Max(1, (count + PageSize - 1) / PageSize)), cancellationToken);
            return new View(request, rows, count, [.. statuses.OrderBy(item => item.Status).Select(item => (item.Status, item.Count))],
                actor.Value.Is(Role.UnitOfficer | Role.UnitHead), actor.Value.Has(Permission.WriteInitiative));
        }

        private static IQueryable<Initiative> Filter(IQueryable<Initiative> rows, Query request)
        {
            if (request.TrangThai is { } status) rows = rows.Where(item => item.ShownStatus == status);
            return VietnameseText.SearchWords(request.Q).Aggregate(rows, (found, word) => found.Where(item => item.SearchKey.Contains(word)));
        }

        /// <summary>A head sees first what waits for him; else what changed last.</summary>
        private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Initiative> found, int page, CancellationToken cancellationToken)
        {
            var head = actor.Value.Is(Role.UnitHead);
            var rows = await (from item in found
                              join field in db.Fields on item.FieldCode equals field.Code into fields
                              from field in fields.DefaultIfEmpty()
                              join cycle in db.Cycles on item.CycleId equals cycle.Id into cycles
                              from cycle in cycles.DefaultIfEmpty()
                              orderby head && item.ShownStatus == InitiativeStatus.AwaitingEndorsement ? 0 : 1, item.StatusSince descending, item.Id descending
                              select new Row
                              {
                                  Id = item.Id,
                                  Title = item.Title,
                                  FieldLetter = field.Letter ?? "",
                                  FieldName = field.ShortName ?? "",
                                  Status = item.ShownStatus,
                                  Year = cycle == null ? null : cycle.Year,
                                  RegisterNumber = item.RegisterNumber,
                                  Since = item.ShownStatus == InitiativeStatus.Draft ? item.SavedAt : item.StatusSince,
                              }).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var ids = rows.Where(row => row.Status == InitiativeStatus.Draft).Select(row => row.Id).ToList();
            var drafts = await db.For(actor.Value).OwnInitiatives.AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancellationToken);
            var complete = drafts.ToDictionary(item => item.Id, item => Completeness.Of(item.Content()).Count(section => section.IsComplete));
            return [.. rows.Select(row => row with { Complete = complete.TryGetValue(row.Id, out var sections) ? sections : null })];
        }
    }
}
