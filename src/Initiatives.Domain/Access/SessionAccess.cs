using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Access;

/// <summary>What of a session a reader of its dossiers may know.</summary>
public static class SessionAccess
{
    /// <summary>Sessions of a cycle for the Department's leads, the secretary of its council and those who stand in there: of no other council's.</summary>
    public static Expression<Func<CouncilSession, bool>> Sessions(Actor actor, IQueryable<Council> kept, IQueryable<StandIn> standIns)
    {
        var person = actor.PersonId;
        var (secretary, lead) = (actor.Is(Role.CouncilSecretary), actor.Is(Role.DepartmentLead));
        return session => lead
            || kept.Any(council => council.Id == session.CouncilId)
            || (secretary && standIns.Any(item => item.CycleId == session.CycleId && item.PersonId == person && item.EndedAt == null));
    }

    /// <summary>A vote is known once it is announced; before that to the one who entered it alone.</summary>
    public static Expression<Func<Vote, bool>> Votes(Actor actor)
    {
        var person = actor.PersonId;
        return vote => vote.AnnouncedAt != null || vote.EnteredById == person;
    }
}
