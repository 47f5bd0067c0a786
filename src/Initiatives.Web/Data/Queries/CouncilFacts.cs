using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Who is in conflict with what in one cycle: what the rules find now, and what was declared or set.</summary>
public sealed class CouncilFacts
{
    private readonly List<Conflict> standing;
    private readonly Dictionary<(int InitiativeId, int PersonId), ConflictKind> conflicts;

    private CouncilFacts(IReadOnlyList<DossierFacts> dossiers, IReadOnlyList<JudgeFacts> people, List<Conflict> standing)
    {
        (Dossiers, People, this.standing) = (dossiers, people, standing);
        conflicts = standing.GroupBy(row => (row.InitiativeId, row.PersonId)).ToDictionary(group => group.Key, group => group.OrderBy(row => row.Id).First().Kind);
        foreach (var person in people)
            foreach (var (initiativeId, kind) in Conflicts.FindAll(person, dossiers)) conflicts[(initiativeId, person.PersonId)] = kind;
    }

    /// <summary>Every dossier that was sent to the cycle, also withdrawn and ineligible ones: who wrote together with whom.</summary>
    public IReadOnlyList<DossierFacts> Dossiers { get; }

    /// <summary>The council's members and its secretariat, and the Department's leads, who read what it does.</summary>
    public IReadOnlyList<JudgeFacts> People { get; }

    /// <summary>Why this person must not come near this dossier; null: nothing is known against it.</summary>
    public ConflictKind? Of(int personId, int initiativeId) => conflicts.TryGetValue((initiativeId, personId), out var kind) ? kind : null;

    public JudgeFacts Judge(int personId) => People.First(person => person.PersonId == personId);

    /// <param name="members">Members, or whoever is to be one; the recorded secretariat is looked at in any case.</param>
    public static async Task<CouncilFacts> LoadAsync(AppDb db, Actor actor, int cycleId, IEnumerable<int> members, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var standing = await doors.RecordedConflicts.Where(row => row.CycleId == cycleId && row.LiftedAt == null).ToListAsync(cancellationToken);
        var clerks = await db.Councils.Where(council => council.CycleId == cycleId).SelectMany(council => council.Clerks).Select(clerk => clerk.PersonId).ToListAsync(cancellationToken);
        return new CouncilFacts(await DossiersAsync(db, doors, cycleId, cancellationToken), await PeopleAsync(db, [.. members, .. clerks], cancellationToken), standing);
    }

    /// <summary>Brings the rows up to what the rules find; the caller saves.</summary>
    public int Record(AppDb db, Cycle cycle, Actor actor, DateTime now)
    {
        var (added, outdated) = Conflicts.Compare(People, Dossiers, standing);
        db.AddRange(added.Select(item => Conflict.Found(cycle.Id, item.InitiativeId, item.PersonId, item.Kind, actor, now)));
        foreach (var row in outdated) row.Outdate(actor, now);
        return added.Count;
    }

    private static async Task<IReadOnlyList<JudgeFacts>> PeopleAsync(AppDb db, List<int> members, CancellationToken cancellationToken)
    {
        var rows = await (from person in db.People.AsNoTracking()
                          join unit in db.Units on person.UnitId equals unit.Id
                          where members.Contains(person.Id) || (person.Roles & Role.DepartmentLead) != 0
                          orderby person.Id
                          select new { person.Id, person.UnitId, person.Name, UnitName = unit.ShortName, person.Roles, Email = db.Users.Where(account => account.PersonId == person.Id).Select(account => account.Email).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new JudgeFacts(row.Id, row.UnitId, row.Name) { UnitName = row.UnitName, Email = row.Email ?? "", IsHead = row.Roles.HasFlag(Role.UnitHead) })];
    }

    private static async Task<IReadOnlyList<DossierFacts>> DossiersAsync(AppDb db, ScopedDb doors, int cycleId, CancellationToken cancellationToken)
    {
        var appraisers = await doors.Appraisals.Where(item => item.CycleId == cycleId)
            .ToDictionaryAsync(item => item.InitiativeId, item => item.AppraiserId, cancellationToken);
        var rows = await doors.ReceivedInitiatives.AsNoTracking().AsSplitQuery()
            .Where(initiative => initiative.CycleId == cycleId)
            .OrderBy(initiative => initiative.RegisterNumber).ThenBy(initiative => initiative.Id)
            .Select(initiative => new
            {
                initiative.Id,
                initiative.UnitId,
                Authors = initiative.Authors.Select(author => new { author.PersonId, author.Name, author.Email }).ToList(),
                Trial = initiative.Participants.Select(person => new TrialFacts(person.Name, person.Workplace)).ToList(),
            })
            .ToListAsync(cancellationToken);
        var ids = rows.SelectMany(row => row.Authors).Select(author => author.PersonId).OfType<int>().Distinct().ToList();
        var accounts = await (from person in db.People
                              where ids.Contains(person.Id)
                              select new { person.Id, person.UnitId, Email = db.Users.Where(account => account.PersonId == person.Id).Select(account => account.Email).FirstOrDefault() })
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        return [.. rows.Select(row => new DossierFacts(row.Id, row.UnitId,
            [.. row.Authors.Select(author =>
            {
                var account = author.PersonId is { } id ? accounts.GetValueOrDefault(id) : null;
                return new PersonFacts(author.PersonId, author.Name) { UnitId = account?.UnitId, Emails = [.. new[] { author.Email, account?.Email }.OfType<string>().Where(email => email.Length > 0)] };
            })],
            appraisers.TryGetValue(row.Id, out var appraiser) ? appraiser : null)
        { Trial = row.Trial })];
    }
}
