using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>From the last sheet to the certificates.</summary>
internal static class DemoDeciding
{
    /// <summary>The secretary closes scoring, the council meets twice and concludes on everything.</summary>
    public static async Task Meet(DemoStage stage, int cycleId, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, ILookup<int, string> judges, IReadOnlyDictionary<int, Actor> acting, int closed, int session)
    {
        var secretary = stage.Secretary(council);
        await stage.Send(secretary, stage.At(closed, 17), new CloseScoring.Command { CycleId = cycleId, Confirm = true });
        await DemoQuestion.AskAll(stage, year, council, dossiers, acting, closed + 1);
        var half = (dossiers.Count + 1) / 2;
        IReadOnlyList<DemoDossier>[] parts = [[.. dossiers.Take(half)], [.. dossiers.Skip(half)]];
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            await stage.Send(secretary, stage.At(closed, 17.5), new PlanSession.Command
            {
                CycleId = cycleId,
                Date = stage.Day(session + index),
                Time = "08:30",
                Place = DemoSession.Place,
                InitiativeIds = [.. part.Select(dossier => dossier.Id)],
            });
        }

        for (var index = 0; index < parts.Length; index++)
            await new DemoSession(stage, cycleId, year, council, secretary, acting, judges, index + 1, session + index).Meet(parts[index]);
    }

    /// <summary>Scoring is closed, far sheets are asked about, one more judge is called; the council is to meet today.</summary>
    public static async Task Call(DemoStage stage, int cycleId, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, IReadOnlyDictionary<int, Actor> acting, int closed)
    {
        var secretary = stage.Secretary(council);
        await stage.Send(secretary, stage.At(closed, 17), new CloseScoring.Command { CycleId = cycleId, Confirm = true });
        await DemoQuestion.AskAll(stage, year, council, dossiers, acting, closed + 1);
        await DemoTurns.Call(stage, year, council, dossiers, acting, closed + 1);
        await stage.Send(secretary, stage.At(closed + 1, 16), new PlanSession.Command
        {
            CycleId = cycleId,
            Date = stage.Today,
            Time = "08:30",
            Place = DemoSession.Place,
            InitiativeIds = [.. dossiers.Select(dossier => dossier.Id)],
        });
    }

    /// <summary>The recognition decision, then as an act of its own the merit decision and its certificates.</summary>
    public static async Task Publish(DemoStage stage, int cycleId, int drafted, int number)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        var recognition = (await stage.Send(clerk, stage.At(drafted, 9), new DraftRecognition.Command { CycleId = cycleId })).Value;
        await SignAndPublish(stage, recognition, drafted, number, $"{number / 10}/TTr-SKHCN");

        var merit = (await stage.Send(clerk, stage.At(drafted + 3, 9), new DraftMerit.Command { CycleId = cycleId })).Value;
        await stage.Send(stage.Any(Role.HomeAffairs), stage.At(drafted + 4, 9), new RecordOpinion.Command
        {
            Id = merit,
            Opinion = "Sở Nội vụ nhất trí với danh sách đề nghị; các sáng kiến đã được công nhận và đủ điều kiện khen thưởng theo quy định hiện hành.",
        });
        await SignAndPublish(stage, merit, drafted + 5, number + 62, $"{number / 10 + 6}/TTr-SKHCN");
        await stage.RunJobs(stage.At(drafted + 7, 16));
    }

    private static async Task SignAndPublish(DemoStage stage, int id, int day, int number, string proposal)
    {
        var lead = stage.Any(Role.DepartmentLead);
        var leader = stage.Any(Role.CityLeader);
        var page = await stage.Send(lead, stage.At(day, 10), new DecisionPage.Query(id));
        await stage.Send(lead, stage.At(day, 11), new FillDecision.Command
        {
            Id = id,
            Version = page.Version,
            Number = number,
            Date = stage.Day(day),
            SignerName = leader.Name,
            Capacity = LeaderCapacity.DeputyForChairman,
            ProposalNumber = proposal,
            ProposalDate = stage.Day(day - 1),
        });
        await stage.Send(lead, stage.At(day, 14), new FreezeDecision.Command { Id = id });
        await stage.Send(leader, stage.At(day, 16), new SignDecision.Command { Id = id });
        await stage.Send(lead, stage.At(day + 1, 9), new PublishDecision.Command { Id = id });
    }
}
