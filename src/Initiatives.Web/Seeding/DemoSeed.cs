using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Platform.Time;
using Initiatives.Web.Seeding.Demo;

namespace Initiatives.Web.Seeding;

/// <summary>
/// Loads the demo: last year's cycle from launch to certificates, this year's in the midst of judging, next year's open
/// for intake whenever one starts. All dates count from the start. <c>Demo:Stage</c> stops this year's cycle elsewhere.
/// </summary>
public static class DemoSeed
{
    /// <exception cref="InvalidOperationException"><c>Demo:Stage</c> names no stage.</exception>
    public static Task LoadAsync(IServiceProvider services, string seedData)
    {
        var named = services.GetRequiredService<IConfiguration>()["Demo:Stage"];
        var until = DemoStop.Judging;
        return string.IsNullOrEmpty(named) || Enum.TryParse(named, ignoreCase: true, out until)
            ? LoadAsync(services, seedData, until)
            : throw new InvalidOperationException($"Demo:Stage = {named}: dùng {string.Join(", ", Enum.GetNames<DemoStop>())}.");
    }

    public static async Task LoadAsync(IServiceProvider services, string seedData, DemoStop until)
    {
        var data = DemoData.Read(seedData);
        var stage = new DemoStage(services, data, services.GetRequiredService<AppClock>().GetUtcNow().UtcDateTime);
        await stage.Introduce();
        var year = stage.Today.Year;
        await Past(stage, year - 1);
        await Present(stage, year, until);
        await Next(stage, year + 1);
        await DemoPeople.Invite(stage);
    }

    private static async Task Past(DemoStage stage, int year)
    {
        const int launch = -420;
        var cycle = await DemoIntake.Launch(stage, year, launch, opens: -418, closes: -378, due: -318, noticeNumber: 2345);
        var sent = new List<DemoDossier>();
        foreach (var (source, index) in stage.Data.Past.Select((source, index) => (source, index)))
            sent.Add(await DemoIntake.Submit(stage, source, launch, -412 + index * 34 / stage.Data.Past.Length, InitiativeStatus.Submitted));
        var eligible = await DemoIntake.Screen(stage, sent, -374);
        await DemoScreening.Announce(stage, year, sent, day: -370, number: 118);
        var council = stage.Data.Councils[0];
        await DemoJudging.Record(stage, cycle, council, day: -367, decisionNumber: 3818);
        var acting = await DemoJudging.Open(stage, cycle, year, council, day: -366, due: -345);
        await DemoReviews.Write(stage, year, council, eligible, share: 1, from: -365, to: -358);
        var judges = await DemoJudging.Score(stage, year, council, eligible, _ => 1, from: -364, to: -347);
        await DemoDeciding.Meet(stage, cycle, year, council, eligible, judges, acting, closed: -344, session: -340);
        await DemoAfterwards.Post(stage, year, posted: -339, answered: -331);
        await DemoDeciding.Publish(stage, cycle, drafted: -330, number: 4468);
        await DemoAfterwards.Tell(stage, year, day: -328);
        await DemoAfterwards.Remonstrate(stage, eligible, written: -326, answered: -319);
    }

    private static async Task Present(DemoStage stage, int year, DemoStop until)
    {
        const int launch = -75;
        var cycle = await DemoIntake.Launch(stage, year, launch, opens: -74, closes: -18, due: 21, noticeNumber: 1907, judges: 7);
        var sent = new List<DemoDossier>();
        foreach (var (source, index) in stage.Data.Present.Select((source, index) => (source, index)))
            sent.Add(await DemoIntake.Submit(stage, source, launch, -60 + index * 41 / stage.Data.Present.Length, InitiativeStatus.Submitted));
        var eligible = await DemoIntake.Screen(stage, sent, -16);
        await DemoScreening.Announce(stage, year, sent, day: -12, number: 96);
        var council = stage.Data.Councils[1];
        await DemoJudging.Record(stage, cycle, council, day: until == DemoStop.Assigning ? -1 : -12, decisionNumber: 3702);
        await DemoJudging.Bar(stage, year, council, eligible, day: until == DemoStop.Assigning ? -1 : -12);
        if (until == DemoStop.Assigning) return;
        var isOver = until == DemoStop.Meeting;
        var acting = await DemoJudging.Open(stage, cycle, year, council, day: -11, due: isOver ? -2 : 4);
        await DemoReviews.Write(stage, year, council, eligible, isOver ? 1 : 0.8, from: -10, to: -7);
        await DemoTurns.Declare(stage, year, council, day: -10);
        double[] share = isOver ? [1, 1, 1, 1, 1, 1, 0, 1, 1] : [0.3, 0.6, 1, 1, 0.45, 0.8, 0, 0.9, 0.5];
        await DemoJudging.Score(stage, year, council, eligible, seat => share[seat], from: -9, to: isOver ? -4 : -1);
        await DemoTurns.Change(stage, year, council, eligible, day: isOver ? -4 : -1);
        await DemoPapers.Enter(stage, year, council, eligible, day: isOver ? -4 : -1);
        if (isOver) await DemoDeciding.Call(stage, cycle, year, council, eligible, acting, closed: -3);
        else await DemoTurns.PutAside(stage, year, council, day: -1);
    }

    private static async Task Next(DemoStage stage, int year)
    {
        const int launch = -6;
        await DemoIntake.Launch(stage, year, launch, opens: -5, closes: 24, due: 85, noticeNumber: 3120);
        await DemoPeople.Acknowledge(stage, year, launch);
        var received = new List<DemoDossier>();
        foreach (var source in stage.Data.Next.Where(item => !item.OnPaper))
        {
            var dossier = await DemoIntake.Submit(stage, source, launch, -1, source.State!.Value);
            if (source.State == InitiativeStatus.Appraised) await DemoIntake.Propose(stage, dossier, stage.Any(Role.Appraiser), stage.At(0, 7));
            if (source.State == InitiativeStatus.Submitted) received.Add(dossier);
        }

        foreach (var source in stage.Data.Next.Where(item => item.OnPaper)) await DemoOutside.Enter(stage, source, launch);
        await DemoOutside.Extend(stage, year, "11074");
        await DemoScreening.Begin(stage, received);
    }
}
