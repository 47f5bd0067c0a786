using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>What the queue counts, of every dossier of the cycle: a few numbers each, read from an index.</summary>
internal sealed class QueueFacts(IReadOnlyList<QueueFacts.Fact> all, IReadOnlyDictionary<int, DateTime> supplements, IReadOnlySet<int> answered, IReadOnlyDictionary<int, DateTime> opinions)
{
    internal sealed record Fact(int Id, int? Number, InitiativeStatus Status, DateTime? SubmittedAt, int UnitId, int? AppraiserId)
    {
        public ScreeningStage Stage => ScreeningStages.Of(Status);

        public bool IsScreened => InitiativeStatuses.IsBeingScreened(Status);
    }

    public IReadOnlyList<Fact> All => all;

    public int Count(Func<Fact, bool> which) => all.Count(which);

    /// <summary>UTC; null: no supplement is waited for.</summary>
    public DateTime? SupplementDue(int id) => supplements.TryGetValue(id, out var due) ? due : null;

    /// <summary>The unit has sent a supplement that nobody has decided on yet.</summary>
    public bool IsAnswered(int id) => answered.Contains(id);

    /// <summary>UTC, the earliest; null: no opinion is waited for.</summary>
    public DateTime? OpinionDue(int id) => opinions.TryGetValue(id, out var due) ? due : null;

    /// <summary>A supplement, an opinion or, where nothing is waited for, the check that its receipt promises is late.</summary>
    public bool IsLate(Fact item, DateTime now, DateTime receivedBefore)
    {
        var (supplement, opinion) = (SupplementDue(item.Id), OpinionDue(item.Id));
        return supplement is null && opinion is null ? item.SubmittedAt < receivedBefore : supplement <= now || opinion <= now;
    }

    /// <summary>The dossier that somebody should take up: the first of his own, else the first that is nobody's.</summary>
    public Fact? Next(int me) => all.Where(item => item.Status == InitiativeStatus.Submitted && (item.AppraiserId is null || item.AppraiserId == me))
        .OrderBy(item => item.AppraiserId is null ? 1 : 0).ThenBy(item => item.Number).FirstOrDefault();
}

/// <summary>Reads the queue: a few small queries, however many rows a page has.</summary>
internal sealed class QueueRows(AppDb db, ScopedDb doors)
{
    private static readonly InitiativeStatus[] Screened = [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised];

    public async Task<QueueFacts> FactsAsync(IQueryable<Initiative> received, int cycleId, CancellationToken cancellationToken)
    {
        var rows = await received.Select(item => new { item.Id, item.RegisterNumber, item.Status, item.SubmittedAt, item.UnitId }).ToListAsync(cancellationToken);
        var given = await doors.ScreeningAssignments.Where(item => item.CycleId == cycleId).Select(item => new { item.InitiativeId, item.AppraiserId }).ToDictionaryAsync(item => item.InitiativeId, item => (int?)item.AppraiserId, cancellationToken);
        var supplements = await doors.ReceivedSupplements.IgnoreAutoIncludes().Where(item => item.CycleId == cycleId && item.Status != SupplementStatus.Closed).Select(item => new { item.InitiativeId, item.DueAt, item.Status }).ToListAsync(cancellationToken);
        var opinions = await doors.ReceivedOpinions.Where(item => item.CycleId == cycleId && item.Status == OpinionStatus.Open).Select(item => new { item.InitiativeId, item.DueAt }).ToListAsync(cancellationToken);
        return new QueueFacts(
            rows.ConvertAll(item => new QueueFacts.Fact(item.Id, item.RegisterNumber, item.Status, item.SubmittedAt, item.UnitId, given.GetValueOrDefault(item.Id))),
            supplements.Where(item => item.Status == SupplementStatus.Open).ToDictionary(item => item.InitiativeId, item => item.DueAt),
            supplements.Where(item => item.Status == SupplementStatus.Answered).Select(item => item.InitiativeId).ToHashSet(),
            opinions.GroupBy(item => item.InitiativeId).ToDictionary(group => group.Key, group => group.Min(item => item.DueAt)));
    }

    public async Task<IReadOnlyList<ScreeningQueue.Row>> PageAsync(IQueryable<Initiative> found, ScreeningQueue.Query request, QueueFacts facts, CancellationToken cancellationToken)
    {
        var (supplements, opinions) = (doors.ReceivedSupplements.IgnoreAutoIncludes(), doors.ReceivedOpinions);
        var joined = Joined(found);
        var sorted = request.Xep switch
        {
            "moi" => joined.OrderByDescending(row => row.Item.SubmittedAt).ThenBy(row => row.Item.Id),
            "don-vi" => joined.OrderBy(row => row.UnitSort).ThenBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
            "han" => joined.OrderBy(row => Screened.Contains(row.Item.Status) ? 0 : 1)
                .ThenBy(row => supplements.Where(asked => asked.InitiativeId == row.Item.Id && asked.Status == SupplementStatus.Open).Max(asked => (DateTime?)asked.DueAt)
                    ?? opinions.Where(asked => asked.InitiativeId == row.Item.Id && asked.Status == OpinionStatus.Open).Min(asked => (DateTime?)asked.DueAt) ?? row.Item.SubmittedAt!.Value.AddMonths(1))
                .ThenBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
            _ => joined.OrderBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
        };
        IQueryable<Joint> page = request.Co == 0 ? sorted : sorted.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize);
        var rows = await page.Select(row => new { row.Item.Id, row.Item.RegisterNumber, row.Item.Title, row.UnitName, row.FieldLetter, row.FieldName, row.Item.Status, row.Item.SubmittedAt, row.Appraiser, row.Proposer, row.IsFirst, row.IsEffective }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ScreeningQueue.Row(row.Id, row.RegisterNumber, row.Title, row.UnitName, row.FieldLetter, row.FieldName, row.Status, row.SubmittedAt!.Value, row.Appraiser ?? "", row.Proposer ?? "", row.IsFirst, row.IsEffective,
            facts.SupplementDue(row.Id), facts.IsAnswered(row.Id), facts.OpinionDue(row.Id)));
    }

    /// <summary>Appraisers with an account that is open, and how many open dossiers each holds in this cycle.</summary>
    public async Task<IReadOnlyList<ScreeningQueue.Candidate>> AppraisersAsync(QueueFacts facts, CancellationToken cancellationToken) =>
        [.. (await AppraisersAsync(db, cancellationToken)).Select(person => new ScreeningQueue.Candidate(person.Id, person.Name, facts.Count(item => item.IsScreened && item.AppraiserId == person.Id)))];

    public static async Task<IReadOnlyList<Person>> AppraisersAsync(AppDb db, CancellationToken cancellationToken)
    {
        var found = await (from person in db.People.AsNoTracking()
                           join account in db.Users on person.Id equals account.PersonId
                           where (person.Roles & Role.Appraiser) != 0
                           orderby person.SortKey, person.Id
                           select new { person, account }).ToListAsync(cancellationToken);
        return [.. found.Where(item => !item.account.IsClosed).Select(item => item.person).DistinctBy(person => person.Id)];
    }

    private sealed class Joint
    {
        public required Initiative Item { get; init; }
        public required string UnitName { get; init; }
        public required string UnitSort { get; init; }
        public required string FieldLetter { get; init; }
        public required string FieldName { get; init; }
        public required string? Appraiser { get; init; }
        public required string? Proposer { get; init; }
        public required bool? IsFirst { get; init; }
        public required bool? IsEffective { get; init; }
    }

    private IQueryable<Joint> Joined(IQueryable<Initiative> found)
    {
        var (appraisals, assignments) = (doors.Appraisals, doors.ScreeningAssignments);
        return from item in found
               join unit in db.Units on item.UnitId equals unit.Id
               join field in db.Fields on item.FieldCode equals field.Code
               join appraisal in appraisals on item.Id equals appraisal.InitiativeId into made
               from appraisal in made.DefaultIfEmpty()
               join given in assignments on item.Id equals given.InitiativeId into all
               from given in all.DefaultIfEmpty()
               select new Joint
               {
                   Item = item,
                   UnitName = unit.ShortName,
                   UnitSort = unit.SortKey,
                   FieldLetter = field.Letter,
                   FieldName = field.Name,
                   Appraiser = given == null ? null : given.AppraiserName,
                   Proposer = appraisal == null ? null : appraisal.AppraiserName,
                   IsFirst = appraisal == null ? null : appraisal.IsFirst,
                   IsEffective = appraisal == null ? null : appraisal.IsEffective,
               };
    }
}
