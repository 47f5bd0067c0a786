using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>The whole board around the last place of merit, over all rows: for whoever holds its ballot, and for a lead in no conflict.</summary>
/// <param name="HolderName">Who holds the ballot; empty: nobody can, a stand-in has to be named.</param>
/// <param name="Holds">The reader does.</param>
/// <param name="Places">The official ranking.</param>
/// <param name="Recommended">Outcomes by dossier, of those that have one.</param>
/// <param name="Conflicts">Who is in conflict with which dossier.</param>
public sealed record TieBoard(
    Cycle Cycle, RubricContent Rubric, Council Council, CouncilSession Session, string HolderName, bool Holds, IReadOnlyList<RankInput> Inputs, IReadOnlyList<RankedPlace> Places,
    IReadOnlyDictionary<int, bool> Recommended, IReadOnlyDictionary<int, (string Code, string Title)> Dossiers, IReadOnlyList<TieBallot> Ballots, ILookup<int, int> Conflicts)
{
    /// <summary>Those who contend for the places of merit, best first.</summary>
    public IReadOnlyList<RankedPlace> Candidates => [.. Places.Where(place => Recommended.GetValueOrDefault(place.InitiativeId))];

    /// <summary>What a ballot must decide; null where the ladder, or a ballot, has.</summary>
    public CutTie? Tie => CutTie.Find(Candidates, Cycle.Settings.MaxMerit);
}

/// <summary>
/// The door of the secret ballot. It opens on all rows or not at all: for whoever is in conflict with a dossier of the cycle
/// there is no tie, whatever it is about.
/// </summary>
public sealed partial class ScopedDb
{
    /// <summary>The board at a session that has met; null for everybody who does not see it.</summary>
    public async Task<TieBoard?> TieBoardAsync(int year, int number, CancellationToken cancellationToken)
    {
        var cycle = await Cycles.SingleOrDefaultAsync(item => item.Year == year, cancellationToken);
        var council = cycle is null ? null : await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        if (cycle is null || council is null) return null;
        var (sees, holder) = await TieSightAsync(council, cancellationToken);
        if (!sees) return null;
        var session = await db.Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id && item.Number == number && (item.Status == SessionStatus.Open || item.Status == SessionStatus.Ended), cancellationToken);
        if (session is null) return null;
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var inputs = await RankingQueries.OfficialInputsAsync(db, cycle, cancellationToken);
        var dossiers = await db.Initiatives.Where(item => item.CycleId == cycle.Id && item.CouncilCode != null).Select(item => new { item.Id, Code = item.CouncilCode!, item.Title }).ToListAsync(cancellationToken);
        var conflicts = await db.Conflicts.Where(item => item.CycleId == cycle.Id && item.LiftedAt == null).Select(item => new { item.InitiativeId, item.PersonId }).Distinct().ToListAsync(cancellationToken);
        return new TieBoard(cycle, rubric, council, session,
            await db.People.Where(person => person.Id == holder).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken) ?? "", holder == actor.PersonId, inputs, Ranker.Rank(inputs, rubric, cycle.Settings),
            await db.Conclusions.Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, item => item.IsRecommended, cancellationToken),
            dossiers.ToDictionary(item => item.Id, item => (item.Code, item.Title)),
            await db.TieBallots.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken),
            conflicts.ToLookup(item => item.InitiativeId, item => item.PersonId));
    }

    /// <summary>The open session in which a ballot waits for the actor; null: none, or it is another's.</summary>
    public async Task<int?> TieToHoldAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        if (council is null || (await TieSightAsync(council, cancellationToken)).Holder != actor.PersonId) return null;
        if ((await UnconcludedIdsAsync(cycle.Id, cancellationToken)).Count > 0) return null;
        var number = await db.Sessions.Where(item => item.CycleId == cycle.Id && item.Status == SessionStatus.Open).Select(item => (int?)item.Number).SingleOrDefaultAsync(cancellationToken);
        return number is { } open && (await TieBoardAsync(cycle.Year, open, cancellationToken))?.Tie is not null ? open : null;
    }

    /// <summary>Whether the actor sees the board around the last place, and who holds its ballot.</summary>
    public async Task<(bool Sees, int? Holder)> TieSightAsync(Council council, CancellationToken cancellationToken)
    {
        var secretary = council.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.PersonId;
        var barred = await db.Conflicts.Where(item => item.CycleId == council.CycleId && item.LiftedAt == null && db.Initiatives.Any(initiative => initiative.Id == item.InitiativeId && initiative.CouncilCode != null))
            .Select(item => item.PersonId).Distinct().ToListAsync(cancellationToken);
        var standIns = await db.StandIns.Where(item => item.CycleId == council.CycleId && item.ForPersonId == secretary && item.EndedAt == null).OrderBy(item => item.Id).Select(item => item.PersonId).ToListAsync(cancellationToken);
        var holder = TieHolder.Of(council, barred, [.. standIns.Distinct()]);
        var unbarred = Unbarred;
        var isOpen = !await db.Initiatives.AnyAsync(item => item.CycleId == council.CycleId && item.CouncilCode != null && !unbarred.Any(seen => seen.Id == item.Id), cancellationToken);
        return (actor.Has(Permission.HoldTieBallot) && (holder == actor.PersonId || (isOpen && (actor.Is(Role.DepartmentLead) || council.IsSecretary(actor)))), holder);
    }
}
