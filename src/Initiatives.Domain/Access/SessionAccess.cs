using System.Linq.Expressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Access;

/// <summary>What of a session a reader of its dossiers may know.</summary>
public static class SessionAccess
{
    /// <summary>A vote is known once it is announced; before that to the one who entered it alone.</summary>
    public static Expression<Func<Vote, bool>> Votes(Actor actor)
    {
        var person = actor.PersonId;
        return vote => vote.AnnouncedAt != null || vote.EnteredById == person;
    }
}
