using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>What every page of the session shows: who is there, which dossiers, how far it is.</summary>
public sealed record SessionRoom(Cycle Cycle, RubricContent Rubric, Council? Council, CouncilSession? Session, IReadOnlyList<SessionRoom.Member> Members, IReadOnlyList<SessionRoom.Item> Items, bool IsSecretary)
{
    public sealed record Member(int PersonId, string Name, string Title, CouncilPost Post, bool IsPresent, string Reason);

    /// <param name="Recused">Present members without an assignment for it.</param>
    public sealed record Item(RankedPlace Place, int InitiativeId, string Code, string Title, string UnitName, string FieldLetter, string FieldName, InitiativeStatus Status, Conclusion? Conclusion, IReadOnlyList<Member> Recused)
    {
        public bool IsConcluded => Status != InitiativeStatus.Judged;
    }

    public int Present => Session?.PresentCount ?? 0;

    public int QuorumNeeded => Cycle.Settings.QuorumShare.LeastOf(Members.Count);

    /// <summary>Why those present cannot vote; empty when they can, or when nobody has been counted yet.</summary>
    public string QuorumLack => Council is not null && Session is not null && Quorum.Check(Session, Council, Cycle.Settings) is { Ok: false } lack ? lack.Problems[0].Message : "";

    public bool HasQuorum => Session is not null && QuorumLack.Length == 0;

    /// <summary>The secretary may still write.</summary>
    public bool CanRecord => IsSecretary && Cycle.Phase == CyclePhase.Deliberating && Session?.ConcludedAt is null;

    public int Concluded => Items.Count(item => item.IsConcluded);

    public static async Task<SessionRoom> LoadAsync(AppDb db, Actor actor, int year, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == year, cancellationToken);
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        var session = await doors.Sessions.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        var members = (council?.Members ?? []).OrderBy(member => member.Order).Select(member =>
        {
            var seat = session?.Attendance.FirstOrDefault(item => item.PersonId == member.PersonId);
            return new Member(member.PersonId, member.Name, member.Title, member.Post, seat?.IsPresent ?? false, seat?.Reason ?? "");
        }).ToList();
        if (cycle.ScoringClosedAt is null) return new SessionRoom(cycle, rubric, council, session, members, [], council?.IsSecretary(actor) == true);

        var conclusions = await doors.Conclusions.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, cancellationToken);
        var judges = (await doors.Assignments.Where(item => item.CycleId == cycle.Id).Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync(cancellationToken))
            .ToLookup(item => item.InitiativeId, item => item.PersonId);
        var dossiers = await (from initiative in doors.CouncilInitiatives
                              join unit in db.Units on initiative.UnitId equals unit.Id
                              join field in db.Fields on initiative.FieldCode equals field.Code
                              where initiative.CycleId == cycle.Id
                              select new { initiative.Id, initiative.Title, Code = initiative.CouncilCode!, initiative.Status, Unit = unit.ShortName, field.Letter, field.ShortName })
            .AsNoTracking().ToDictionaryAsync(item => item.Id, cancellationToken);
        var places = await doors.RankAsync(cycle, rubric, cancellationToken);
        return new SessionRoom(cycle, rubric, council, session, members,
            [.. places.Select(place => (Place: place, Dossier: dossiers[place.InitiativeId])).Select(pair => new Item(
                pair.Place, pair.Dossier.Id, pair.Dossier.Code, pair.Dossier.Title, pair.Dossier.Unit, pair.Dossier.Letter, pair.Dossier.ShortName, pair.Dossier.Status,
                conclusions.GetValueOrDefault(pair.Dossier.Id),
                [.. members.Where(member => member.IsPresent && !judges[pair.Dossier.Id].Contains(member.PersonId))]))],
            council?.IsSecretary(actor) == true);
    }
}
