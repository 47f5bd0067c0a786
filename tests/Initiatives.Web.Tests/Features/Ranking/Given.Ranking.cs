using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>Scoring is closed; each judge handed in every sheet but those that are null.</summary>
    /// <param name="shares">Of each maximum, by dossier, then by judge (the chair, the secretary, then members).</param>
    public async Task<Judging> Scored(decimal?[][] shares, CycleSettings? settings = null)
    {
        var judging = await OpenScoring(shares.Length, shares[0].Length, settings: settings);
        for (var i = 0; i < shares.Length; i++)
            for (var k = 0; k < shares[i].Length; k++)
                if (shares[i][k] is { } share) await HandIn(judging.Judges[k], (await SheetId(judging.Judges[k], judging.Initiatives[i]))!.Value, share);
        Need(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        return judging;
    }

    /// <summary>The council meets, all present.</summary>
    public async Task Meets(Judging judging)
    {
        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 11, 12, 9, 0, 0));
        Need(await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select(judge => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = true })],
        }, judging.Secretary.Actor));
    }

    /// <summary>What the check of invariants says.</summary>
    public async Task<string> Check()
    {
        var output = new StringWriter();
        await app.Rows(db => InvariantCheck.RunAsync(db, app.Services.GetRequiredService<FileStore>(), output));
        return output.ToString();
    }

    /// <summary>A reopened sheet is changed to a share of each maximum.</summary>
    public async Task Revise(TestPerson judge, int sheetId, decimal share, string reason)
    {
        var (rubric, version) = await app.Rows(async db => ((await db.Rubrics.SingleAsync()).Content, await db.Sheets.Where(sheet => sheet.Id == sheetId).Select(sheet => sheet.Version).SingleAsync()));
        Need(await app.Send(new SaveScoreSheet.Command
        {
            Id = sheetId,
            Version = version,
            Points = rubric.SubCriteria.ToDictionary(part => part.Code, part => VietnameseNumber.Format(Math.Floor(part.Max * share / rubric.Step) * rubric.Step)),
            Comments = rubric.Criteria.ToDictionary(criterion => criterion.Code, _ => "Nhận xét đã sửa."),
            Reason = reason,
        }, judge.Actor));
    }

    /// <summary>A whole sheet as its form sends it.</summary>
    public Task<List<(string, string)>> Points(decimal share) => app.Rows(async db =>
    {
        var rubric = (await db.Rubrics.SingleAsync()).Content;
        return rubric.SubCriteria.Select(part => ($"Points[{part.Code}]", VietnameseNumber.Format(Math.Floor(part.Max * share / rubric.Step) * rubric.Step)))
            .Concat(rubric.Criteria.Select(criterion => ($"Comments[{criterion.Code}]", "Nhận xét đủ rõ."))).ToList();
    });
}
