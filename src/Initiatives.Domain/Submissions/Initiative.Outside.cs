using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <content>What came on paper or through the document system.</content>
public sealed partial class Initiative
{
    /// <summary>A dossier that came on paper or through the document system, entered by the Department on the unit's behalf.</summary>
    /// <param name="scan">The scan of what came; null: there is none.</param>
    /// <param name="formKey">Key of the form: the same form posted twice enters it once.</param>
    public static Result<OutsideEntry> Enter(Guid formKey, int unitId, DraftContent content, OutsideGrounds grounds, IntakeWindow? window, DossierFile? scan, Actor clerk, DateTime now)
    {
        List<Problem> problems = [.. content.Check(VietnamTime.Today(now)).Problems];
        problems.AddRange(OutsideArrival.Check(grounds, window, content, scan is not null, now).Where(problem => problems.TrueForAll(item => item.Field != problem.Field)));
        if (problems.Count > 0) return Result.Fail(problems);
        var at = grounds.ArrivedAt!.Value;
        var initiative = new Initiative
        {
            FormKey = formKey,
            UnitId = unitId,
            CreatedAt = now,   // nobody of the unit wrote it: CreatedById stays 0
            Status = InitiativeStatus.Submitted,
            ShownStatus = InitiativeStatus.Submitted,
            StatusSince = at,
            FirstSentToHeadAt = at,
            SubmittedAt = at,
            CycleId = window!.Cycle.Id,
        };
        initiative.Take(content, new DraftContent(), clerk, now, default);
        return new OutsideEntry(initiative, Endorsement.OnPaper(initiative, window, [scan!], grounds.Signer, at, now), OutsideArrival.Enter(initiative, grounds, scan!.Sha256, clerk, now));
    }

    /// <summary>What the Department entered wrongly is put right, as long as it is not appraised.</summary>
    internal Result CorrectEntered(DraftContent content, Actor clerk, DateTime now)
    {
        if (Status != InitiativeStatus.Submitted) return Result.Fail("", "Hồ sơ đã qua bước kiểm tra, không sửa nội dung nhập thay được nữa.");
        var check = content.Check(VietnamTime.Today(now));
        if (!check.Ok) return check;
        Take(content, Content(), clerk, now, default);
        return Result.Success;
    }
}
