using System.Globalization;
using System.Linq.Expressions;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;

namespace Initiatives.Web.Features.Screening;

/// <summary>Narrows the queue to what its address asks for; everything is decided by the database.</summary>
internal sealed class QueueFilter(AppDb db, ScopedDb doors, int me, DateTime now, DateTime targetAt)
{
    /// <summary>What is due within this time is due soon.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    private static readonly InitiativeStatus[] Screened = [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised];

    public IQueryable<Initiative> Apply(IQueryable<Initiative> rows, ScreeningQueue.Query request)
    {
        if (request.Tt == ScreeningQueue.AwaitingOpinion) rows = rows.Where(AwaitingOpinion());
        else if (ScreeningStages.All.FirstOrDefault(item => item.Key == request.Tt) is { Key: not null } stage)
        {
            var statuses = ScreeningStages.Statuses(stage.Stage);
            rows = rows.Where(item => statuses.Contains(item.Status));
        }

        rows = OfAppraiser(rows, request.Nguoi);
        if (request.Han == "tre") rows = rows.Where(DueBy(now));
        else if (request.Han == "sap") rows = rows.Where(DueBy(now + Soon)).Where(Not(DueBy(now)));
        if (request.LinhVuc.Length > 0) rows = rows.Where(item => item.FieldCode == request.LinhVuc);
        if (request.DonVi is { } unitId) rows = rows.Where(item => item.UnitId == unitId);
        return Search(rows, request.Q);
    }

    /// <summary>A number finds the dossier of that number; words are looked for without case and diacritics, in the unit's name too.</summary>
    private IQueryable<Initiative> Search(IQueryable<Initiative> rows, string text)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return rows.Where(item => item.RegisterNumber == number);
        foreach (var word in VietnameseText.SearchWords(text))
            rows = rows.Where(item => item.SearchKey.Contains(word) || db.Units.Any(unit => unit.Id == item.UnitId && unit.SearchKey.Contains(word)));
        return rows;
    }

    private IQueryable<Initiative> OfAppraiser(IQueryable<Initiative> rows, string who)
    {
        var assignments = doors.ScreeningAssignments;
        if (who == "chua") return rows.Where(item => Screened.Contains(item.Status) && !assignments.Any(given => given.InitiativeId == item.Id));
        var person = who == "toi" ? me : int.TryParse(who, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return person == 0 ? rows : rows.Where(item => assignments.Any(given => given.InitiativeId == item.Id && given.AppraiserId == person));
    }

    /// <summary>Somebody outside the Department still owes an opinion on it.</summary>
    private Expression<Func<Initiative, bool>> AwaitingOpinion()
    {
        var opinions = doors.ReceivedOpinions;
        return item => opinions.Any(asked => asked.InitiativeId == item.Id && asked.Status == OpinionStatus.Open);
    }

    /// <summary>Being screened, and one of its days is over by that instant: of the supplement, of an opinion, of the check that its receipt promises, of screening itself.</summary>
    private Expression<Func<Initiative, bool>> DueBy(DateTime at)
    {
        var (supplements, opinions, allAreDue, receivedBefore) = (doors.ReceivedSupplements, doors.ReceivedOpinions, targetAt <= at, AnswerDates.CheckedIfReceivedBefore(at));
        return item => Screened.Contains(item.Status)
            && (allAreDue
                || (item.SubmittedAt < receivedBefore && !supplements.Any(asked => asked.InitiativeId == item.Id && asked.Status == SupplementStatus.Open) && !opinions.Any(asked => asked.InitiativeId == item.Id && asked.Status == OpinionStatus.Open))
                || supplements.Any(asked => asked.InitiativeId == item.Id && asked.Status == SupplementStatus.Open && asked.DueAt <= at)
                || opinions.Any(asked => asked.InitiativeId == item.Id && asked.Status == OpinionStatus.Open && asked.DueAt <= at));
    }

    private static Expression<Func<Initiative, bool>> Not(Expression<Func<Initiative, bool>> rule) =>
        Expression.Lambda<Func<Initiative, bool>>(Expression.Not(rule.Body), rule.Parameters);
}
