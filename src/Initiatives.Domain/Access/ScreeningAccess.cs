using System.Linq.Expressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>What of the screening people outside the Department may reach: a unit that is asked for an opinion, and that much only.</summary>
public static class ScreeningAccess
{
    /// <summary>Requests put to the person's own unit, unless they were taken back.</summary>
    public static Expression<Func<OpinionRequest, bool>> AskedOpinions(Actor actor)
    {
        var (unit, answers) = (actor.UnitId, actor.Has(Permission.AnswerOpinion));
        return request => answers && request.UnitId == unit && request.Status != OpinionStatus.Withdrawn;
    }

    /// <summary>As the unit asked: the dossier, while the request stands or was answered and the dossier was not withdrawn.</summary>
    /// <param name="asked">Already narrowed to what the actor is asked.</param>
    public static Expression<Func<Initiative, bool>> Consulted(IQueryable<OpinionRequest> asked) =>
        initiative => initiative.Status != InitiativeStatus.Withdrawn && asked.Any(request => request.InitiativeId == initiative.Id);

    /// <summary>Its files, where a request shares them.</summary>
    public static Expression<Func<Attachment, bool>> ConsultedFiles(IQueryable<OpinionRequest> asked, IQueryable<Initiative> consulted) =>
        file => consulted.Any(initiative => initiative.Id == file.InitiativeId)
            && asked.Any(request => request.InitiativeId == file.InitiativeId && (request.Parts & DossierPart.Files) != 0);

    /// <summary>Answers that were sent: the Department knows nothing of one that is being written.</summary>
    public static Expression<Func<SupplementAnswer, bool>> SentAnswers() => answer => answer.SentAt != null;

    public static Expression<Func<SupplementFile, bool>> SentFiles() => file => file.SentAt != null;
}
