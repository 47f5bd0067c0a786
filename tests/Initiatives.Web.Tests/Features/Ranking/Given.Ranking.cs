using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding;
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
}
