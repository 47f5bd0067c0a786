using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>How many dossiers there are of each status and appraiser.</summary>
internal sealed record QueueCounts(IReadOnlyList<QueueCounts.Group> Groups)
{
    internal sealed record Group(InitiativeStatus Status, int? AppraiserId, int Count)
    {
        public ScreeningStage Stage => ScreeningStages.Of(Status);

        public bool IsScreened => InitiativeStatuses.IsBeingScreened(Status);
    }

    public int Of(Func<Group, bool> which) => Groups.Where(which).Sum(item => item.Count);
}

/// <summary>Reads the rows of the queue: one query for a page, however many rows it has.</summary>
internal sealed class QueueRows(AppDb db, ScopedDb doors, DateTime targetAt)
{
    private static readonly InitiativeStatus[] Screened = [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised];

    public async Task<QueueCounts> CountAsync(IQueryable<Initiative> received, CancellationToken cancellationToken)
    {
        var assignments = doors.ScreeningAssignments;
        var groups = await (from item in received
                            join given in assignments on item.Id equals given.InitiativeId into all
                            from given in all.DefaultIfEmpty()
                            group item by new { item.Status, AppraiserId = given == null ? null : (int?)given.AppraiserId } into same
                            select new { same.Key.Status, same.Key.AppraiserId, Count = same.Count() }).ToListAsync(cancellationToken);
        return new QueueCounts(groups.ConvertAll(item => new QueueCounts.Group(item.Status, item.AppraiserId, item.Count)));
    }

    public async Task<IReadOnlyList<ScreeningQueue.Row>> PageAsync(IQueryable<Initiative> found, ScreeningQueue.Query request, CancellationToken cancellationToken)
    {
        var joined = Joined(found);
        var sorted = request.Xep switch
        {
            "moi" => joined.OrderByDescending(row => row.Item.SubmittedAt).ThenBy(row => row.Item.Id),
            "don-vi" => joined.OrderBy(row => row.UnitSort).ThenBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
            "han" => joined.OrderBy(row => Screened.Contains(row.Item.Status) ? 0 : 1).ThenBy(row => row.SupplementDue ?? row.OpinionDue ?? targetAt).ThenBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
            _ => joined.OrderBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id),
        };
        IQueryable<Joint> page = request.Co == 0 ? sorted : sorted.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize);
        return await RowsAsync(page, cancellationToken);
    }

    /// <summary>The dossier that somebody should take up: the first of his own, else the first that is nobody's.</summary>
    public async Task<ScreeningQueue.Row?> NextAsync(IQueryable<Initiative> received, int me, CancellationToken cancellationToken)
    {
        var assignments = doors.ScreeningAssignments;
        var waiting = received.Where(item => item.Status == InitiativeStatus.Submitted && !assignments.Any(given => given.InitiativeId == item.Id && given.AppraiserId != me));
        var first = Joined(waiting).OrderBy(row => assignments.Any(given => given.InitiativeId == row.Item.Id) ? 0 : 1).ThenBy(row => row.Item.RegisterNumber).ThenBy(row => row.Item.Id).Take(1);
        return (await RowsAsync(first, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Appraisers with an account that is open, and how many open dossiers each holds in this cycle.</summary>
    public async Task<IReadOnlyList<ScreeningQueue.Candidate>> AppraisersAsync(QueueCounts counts, CancellationToken cancellationToken) =>
        [.. (await AppraisersAsync(db, cancellationToken)).Select(person => new ScreeningQueue.Candidate(person.Id, person.Name, counts.Of(item => item.IsScreened && item.AppraiserId == person.Id)))];

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
        public required DateTime? SupplementDue { get; init; }
        public required bool IsAnswered { get; init; }
        public required DateTime? OpinionDue { get; init; }
    }

    private IQueryable<Joint> Joined(IQueryable<Initiative> found)
    {
        var (appraisals, assignments, supplements, opinions) = (doors.Appraisals, doors.ScreeningAssignments, doors.ReceivedSupplements.IgnoreAutoIncludes(), doors.ReceivedOpinions);
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
                   SupplementDue = supplements.Where(asked => asked.InitiativeId == item.Id && asked.Status == SupplementStatus.Open).Max(asked => (DateTime?)asked.DueAt),
                   IsAnswered = supplements.Any(asked => asked.InitiativeId == item.Id && asked.Status == SupplementStatus.Answered),
                   OpinionDue = opinions.Where(asked => asked.InitiativeId == item.Id && asked.Status == OpinionStatus.Open).Min(asked => (DateTime?)asked.DueAt),
               };
    }

    private static Task<List<ScreeningQueue.Row>> RowsAsync(IQueryable<Joint> page, CancellationToken cancellationToken) =>
        page.Select(row => new ScreeningQueue.Row(row.Item.Id, row.Item.RegisterNumber, row.Item.Title, row.UnitName, row.FieldLetter, row.FieldName, row.Item.Status, row.Item.SubmittedAt!.Value,
            row.Appraiser ?? row.Proposer ?? "", row.IsFirst, row.IsEffective, row.SupplementDue, row.IsAnswered, row.OpinionDue)).ToListAsync(cancellationToken);
}
