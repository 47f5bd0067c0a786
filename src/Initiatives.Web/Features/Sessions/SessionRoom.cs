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

/// <summary>What every page of one session shows: who is there, the agenda, how far it is.</summary>
public sealed record SessionRoom(Cycle Cycle, RubricContent Rubric, Council Council, CouncilSession Session, IReadOnlyList<SessionRoom.Item> Items, bool IsSecretary)
{
    public sealed record Member(int PersonId, string Name, string Title, CouncilPost Post, bool IsPresent, string Reason);

    /// <summary>A member in conflict with a dossier.</summary>
    public sealed record Conflicted(Member Member, ConflictKind Kind)
    {
        public int PersonId => Member.PersonId;
        public string Name => Member.Name;
    }

    /// <param name="Number">1, 2, … among the items that the reader sees.</param>
    /// <param name="Place">Null until scoring of the dossier is closed.</param>
    /// <param name="Vote">The last announced vote.</param>
    /// <param name="Conflicts">Members in conflict with it, present or not.</param>
    public sealed record Item(int Number, AgendaItem Agenda, RankedPlace? Place, string Code, string Title, string UnitName, string FieldLetter, string FieldName, InitiativeStatus Status, Conclusion? Conclusion, Vote? Vote, IReadOnlyList<Conflicted> Conflicts)
    {
        public int InitiativeId => Agenda.InitiativeId;
        public bool IsConcluded => Conclusion is not null;
        public bool IsPostponed => Agenda.PostponedAt is not null;

        /// <summary>Out of the room while it is considered.</summary>
        public IReadOnlyList<Conflicted> Recused => [.. Conflicts.Where(item => item.Member.IsPresent)];
    }

    /// <summary>A dossier of the agenda without a conclusion when the session ended, whatever later ones did with it.</summary>
    /// <param name="Reason">Why it was put off; empty: the council did not come to it.</param>
    public sealed record LeftOver(string Code, string Title, string Reason);

    /// <summary>Of a session that has ended: later sessions do not change it, so neither do they change its minutes.</summary>
    public IReadOnlyList<LeftOver> LeftOvers { get; init; } = [];

    public IReadOnlyList<Member> Members { get; } = [.. Council.Members.OrderBy(member => member.Order).Select(member =>
    {
        var seat = Session.Attendance.FirstOrDefault(item => item.PersonId == member.PersonId);
        return new Member(member.PersonId, member.Name, member.Title, member.Post, seat?.IsPresent ?? false, seat?.Reason ?? "");
    })];

    /// <summary>Names of those who have not come so far and for whom no reason is written.</summary>
    public IReadOnlyList<string> Unexplained => [.. Members.Where(member => member is { IsPresent: false, Reason.Length: 0 } && !Session.Entries.Any(entry => entry.PersonId == member.PersonId && entry.IsPresent)).Select(member => member.Name)];

    public int Year => Cycle.Year;
    public string Path => $"/phien-hop/{Cycle.Year}/{Session.Number}";
    public int Present => Session.PresentCount;
    public int QuorumNeeded => Cycle.Settings.QuorumShare.LeastOf(Members.Count);
    public bool IsPlanned => Session.Status == SessionStatus.Planned;

    /// <summary>Why those present cannot vote; empty when they can, or when nobody has been counted yet.</summary>
    public string QuorumLack => !IsPlanned && Quorum.Check(Session, Council, Cycle.Settings) is { Ok: false } lack ? lack.Problems[0].Message : "";

    public bool HasQuorum => !IsPlanned && QuorumLack.Length == 0;

    /// <summary>The secretary may open it.</summary>
    public bool CanOpen => IsSecretary && Cycle.MayMeet && IsPlanned;

    /// <summary>Something may be written in it.</summary>
    public bool IsOpen => Cycle.MayMeet && Session.Status == SessionStatus.Open;

    /// <summary>The secretary may write.</summary>
    public bool CanRecord => IsSecretary && IsOpen;

    public int Concluded => Items.Count(item => item.IsConcluded);

    /// <summary>Concluded in this very session.</summary>
    public IEnumerable<Item> ConcludedHere => Items.Where(item => item.Conclusion?.SessionId == Session.Id);

    /// <summary>What the council last turned to, of what the reader sees.</summary>
    public Item? Current => Session.Status == SessionStatus.Open ? Items.Where(item => item.Agenda.CalledAt is not null).OrderBy(item => item.Agenda.CalledAt).LastOrDefault() : null;

    /// <summary>What the council turns to next.</summary>
    public Item? Next => Items.FirstOrDefault(item => item is { IsConcluded: false, IsPostponed: false });

    public static async Task<SessionRoom> LoadAsync(AppDb db, Actor actor, int year, int number, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == year, cancellationToken);
        var council = await db.Councils.AsNoTracking().SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
        var session = await doors.Sessions.AsNoTracking().SingleOrNotFound(item => item.CycleId == cycle.Id && item.Number == number, cancellationToken);
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var conclusions = await doors.Conclusions.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, cancellationToken);
        var votes = (await doors.Votes.AsNoTracking().Where(item => item.CycleId == cycle.Id && item.AnnouncedAt != null).OrderBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.InitiativeId);
        var recusals = await doors.RecusalsAsync(cycle.Id, cancellationToken);
        var agenda = await (from item in doors.AgendaItems
                            join initiative in doors.CouncilInitiatives on item.InitiativeId equals initiative.Id
                            join unit in db.Units on initiative.UnitId equals unit.Id
                            join field in db.Fields on initiative.FieldCode equals field.Code
                            where item.SessionId == session.Id
                            orderby item.Order, item.Id
                            select new { Item = item, initiative.Title, Code = initiative.CouncilCode!, initiative.Status, Unit = unit.ShortName, field.Letter, field.ShortName })
            .AsNoTracking().ToListAsync(cancellationToken);
        IReadOnlyList<LeftOver> left = session.Status != SessionStatus.Ended ? [] :
            [.. agenda.Where(row => conclusions.GetValueOrDefault(row.Item.InitiativeId)?.SessionId != session.Id && !(votes[row.Item.InitiativeId].FirstOrDefault()?.AnnouncedAt <= session.ConcludedAt)).Select(row => new LeftOver(row.Code, row.Title, row.Item.PostponeReason))];
        agenda.RemoveAll(row => row.Item.TakenUpAt is null && conclusions.TryGetValue(row.Item.InitiativeId, out var elsewhere) && elsewhere.SessionId != session.Id);
        var places = (await doors.RankAsync(cycle, rubric, cancellationToken)).ToDictionary(place => place.InitiativeId);
        var room = new SessionRoom(cycle, rubric, council, session, [], council.IsSecretary(actor));
        return room with
        {
            LeftOvers = left,
            Items = [.. agenda.Select((row, index) => new Item(
                index + 1, row.Item, places.GetValueOrDefault(row.Item.InitiativeId), row.Code, row.Title, row.Unit, row.Letter, row.ShortName, row.Status,
                conclusions.GetValueOrDefault(row.Item.InitiativeId), votes[row.Item.InitiativeId].LastOrDefault(),
                [.. from member in room.Members join recusal in recusals[row.Item.InitiativeId] on member.PersonId equals recusal.PersonId select new Conflicted(member, recusal.Kind)]))],
        };
    }
}
