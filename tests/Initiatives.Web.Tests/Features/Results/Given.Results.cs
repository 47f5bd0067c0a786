using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>A cycle that was judged by real sheets and whose decision is out, or as far as it has come.</summary>
/// <param name="DecisionId">Of the recognition decision; signed, and published unless the test does it.</param>
/// <param name="Writers">Judges who scored the second dossier.</param>
public sealed record Judged(Judging Judging, int DecisionId, IReadOnlyList<TestPerson> Writers)
{
    /// <summary>The dossier that is recognised.</summary>
    public int Good => Judging.Initiatives[0];

    /// <summary>The one that is not.</summary>
    public int Poor => Judging.Initiatives[1];
}

public sealed partial class Given
{
    /// <summary>What judge number <paramref name="judge"/> writes on the second dossier's sheet under a criterion.</summary>
    public static string CommentOf(int judge, string criterion) => $"NHANXET-{criterion}-{judge} của một ủy viên";

    /// <summary>
    /// Two dossiers, the first at 90 % of every maximum, the second at 50 %: the decision on them is signed. Published on
    /// 25/11/2026 unless <paramref name="publish"/> is false.
    /// </summary>
    /// <param name="judges">Members of the council, the secretary among them.</param>
    /// <param name="spare">So many of the last members are not given the second dossier.</param>
    public async Task<Judged> JudgedCycle(bool publish = true, int judges = 4, int spare = 0, CycleSettings? settings = null)
    {
        var judging = await OpenScoring(2, judges, settings: settings ?? new CycleSettings { PostingWorkingDays = 0, MinSheets = 3 });
        var poor = judging.Initiatives[1];
        var spared = judging.Judges.TakeLast(spare).Select(judge => judge.Id).ToList();
        await app.Rows(async db =>
        {
            await db.Sheets.Where(sheet => sheet.InitiativeId == poor && spared.Contains(sheet.PersonId)).ExecuteDeleteAsync();
            return await db.Assignments.Where(item => item.InitiativeId == poor && spared.Contains(item.PersonId)).ExecuteDeleteAsync();
        });
        var writers = judging.Judges.Where(judge => !spared.Contains(judge.Id)).ToList();
        foreach (var judge in judging.Judges) await HandIn(judge, (await SheetId(judge, judging.Initiatives[0]))!.Value, 0.9m);
        foreach (var (judge, i) in writers.Select((judge, i) => (judge, i))) await HandInWords(judge, (await SheetId(judge, poor))!.Value, 0.5m, i);
        Need(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 11, 12, 9, 0, 0));
        Need(await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select(judge => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = true })],
        }, judging.Secretary.Actor));
        Need(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = judges, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện của kỳ xét." }, judging.Secretary.Actor));
        Need(await app.Send(new ConcludeInitiative.Command { InitiativeId = poor, Approving = 1, Against = judges - 1, Abstaining = 0, Reason = "LYDO: hiệu quả chưa đo được ở nơi áp dụng." }, judging.Secretary.Actor));
        Need(await app.Send(new EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));

        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 11, 25, 9, 0, 0));
        var leader = await Person(Role.CityLeader, "UBND-TP", LeaderName, SigningCapacity.Deputy);
        var decision = Need(await app.Send(new DraftRecognition.Command { CycleId = judging.CycleId }, judging.Lead.Actor));
        Need(await app.Send(new FillDecision.Command
        {
            Id = decision,
            Version = 0,
            Number = 4512,
            Date = new DateOnly(2026, 11, 24),
            SignerName = LeaderName,
            Capacity = LeaderCapacity.DeputyForChairman,
            ProposalNumber = "318/TTr-SKHCN",
            ProposalDate = new DateOnly(2026, 11, 20),
        }, judging.Lead.Actor));
        Need(await app.Send(new FreezeDecision.Command { Id = decision }, judging.Lead.Actor));
        Need(await app.Send(new SignDecision.Command { Id = decision }, leader.Actor));
        if (publish) Need(await app.Send(new PublishDecision.Command { Id = decision }, judging.Lead.Actor));
        return new Judged(judging, decision, writers);
    }

    private async Task HandInWords(TestPerson judge, int sheetId, decimal share, int number)
    {
        var (rubric, version) = await app.Rows(async db => ((await db.Rubrics.SingleAsync()).Content, await db.Sheets.Where(sheet => sheet.Id == sheetId).Select(sheet => sheet.Version).SingleAsync()));
        Need(await app.Send(new SaveScoreSheet.Command
        {
            Id = sheetId,
            Version = version,
            Points = rubric.SubCriteria.ToDictionary(part => part.Code, part => VietnameseNumber.Format(Math.Floor(part.Max * share / rubric.Step) * rubric.Step)),
            Comments = rubric.Criteria.ToDictionary(criterion => criterion.Code, criterion => CommentOf(number, criterion.Code)),
            Op = "nop",
        }, judge.Actor));
    }
}
