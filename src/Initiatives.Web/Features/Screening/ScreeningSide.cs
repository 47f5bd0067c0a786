using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Screening;

/// <summary>What stands beside the dossier on its screening page: whose it is, the checklist, supplements, opinions.</summary>
/// <param name="Appraiser">Whose it is; empty: nobody's.</param>
/// <param name="Draft">A proposal that is being written; null: none.</param>
public sealed record ScreeningSide(string Appraiser, IReadOnlyList<ScreeningSide.Check> Checks, IReadOnlyList<ScreeningSide.Supplement> Supplements, IReadOnlyList<ScreeningSide.Opinion> Opinions,
    AppraisalDraft? Draft, DateTime Now)
{
    /// <param name="Answer">Null: nobody has looked yet.</param>
    public sealed record Check(ChecklistItem Item, ChecklistAnswer? Answer, string Note, int Version, string By);

    public sealed record Supplement(int Round, SupplementStatus Status, DateTime DueAt, int Items, int Accepted, DateTime? SentAt, string CloseReason)
    {
        public bool IsLapsedAt(DateTime now) => Status == SupplementStatus.Open && now >= DueAt;
    }

    public sealed record Opinion(int Id, string UnitName, string Question, OpinionStatus Status, DateTime DueAt, DateTime AskedAt, string Answer, string AnsweredBy, DateTime? AnsweredAt, string? FileName, int Version)
    {
        public bool IsLateAt(DateTime now) => Status == OpinionStatus.Open && now >= DueAt;
    }

    public int Done => Checks.Count(check => check.Answer is not null);

    /// <summary>The request that is not closed yet; null: none.</summary>
    public Supplement? Live => Supplements.FirstOrDefault(item => item.Status != SupplementStatus.Closed);

    internal static async Task<ScreeningSide> ReadAsync(AppDb db, ScopedDb doors, Initiative initiative, CycleSettings settings, DateTime now, CancellationToken cancellationToken)
    {
        var entries = await doors.ChecklistEntries.AsNoTracking().Where(entry => entry.InitiativeId == initiative.Id).ToDictionaryAsync(entry => entry.Code, cancellationToken);
        var supplements = await doors.ReceivedSupplements.AsNoTracking().Where(item => item.InitiativeId == initiative.Id).OrderBy(item => item.Round).ToListAsync(cancellationToken);
        return new ScreeningSide(
            await doors.ScreeningAssignments.Where(item => item.InitiativeId == initiative.Id).Select(item => item.AppraiserName).SingleOrDefaultAsync(cancellationToken) ?? "",
            [.. Checklist.Of(settings).Select(item => entries.GetValueOrDefault(item.Code) is { } entry ? new Check(item, entry.Answer, entry.Note, entry.Version, entry.PersonName) : new Check(item, null, "", 0, ""))],
            supplements.ConvertAll(item => new Supplement(item.Round, item.Status, item.DueAt, item.Items.Count, item.Items.Count(one => one.State == SupplementItemState.Accepted), item.Receipt?.At, item.CloseReason)),
            await (from item in doors.ReceivedOpinions.AsNoTracking()
                   join unit in db.Units on item.UnitId equals unit.Id
                   where item.InitiativeId == initiative.Id
                   orderby item.AskedAt, item.Id
                   select new Opinion(item.Id, unit.ShortName, item.Question, item.Status, item.DueAt, item.AskedAt, item.Answer, item.AnsweredByName, item.AnsweredAt, item.File == null ? null : item.File.FileName, item.Version)).ToListAsync(cancellationToken),
            await doors.AppraisalDrafts.AsNoTracking().SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id, cancellationToken), now);
    }
}
