using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Councils;
using Initiatives.Web.Features.Recusals;
using Initiatives.Web.Features.Scoring;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>The council of nine and its sheets.</summary>
internal static class DemoJudging
{
    public static Task Record(DemoStage stage, int cycleId, DemoCouncil council, int day, int decisionNumber) => stage.Send(stage.Any(Role.IntakeOfficer), stage.At(day, 9), new RecordCouncil.Command
    {
        CycleId = cycleId,
        Name = council.Name,
        Authority = EstablishingAuthority.CityCommittee,
        DecisionNumber = $"{decisionNumber}/QĐ-UBND",
        DecisionDate = stage.Day(day - 1),
        Members = [.. council.Members.Select(seat => new RecordCouncil.MemberInput { PersonId = stage.Who(seat.Person).PersonId, Post = seat.Post, Fields = [.. seat.Fields], Cap = seat.Cap })],
        Clerks = [.. council.Clerks.Select(person => new RecordCouncil.ClerkInput { PersonId = stage.Who(person).PersonId })],
    });

    /// <summary>The secretary has helped with a dossier, which no file shows: somebody has to act for her on it.</summary>
    public static Task Bar(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, int day) => stage.Send(stage.Any(Role.IntakeOfficer), stage.At(day, 9.5), new SetConflict.Command
    {
        Year = year,
        InitiativeId = dossiers.Single(dossier => dossier.Source.Id == "N08").Id,
        PersonId = stage.Secretary(council).PersonId,
        Kind = ConflictKind.Trial,
        Note = "Đã hướng dẫn trạm y tế đo số liệu khi chạy thử, theo biên bản làm việc do Sở Y tế cung cấp.",
    });

    /// <summary>Assigns everything and opens scoring.</summary>
    /// <returns>Who acts for the secretary, by dossier on which he must not.</returns>
    public static async Task<IReadOnlyDictionary<int, Actor>> Open(DemoStage stage, int cycleId, int cycleYear, DemoCouncil council, int day, int due)
    {
        await stage.Send(stage.Any(Role.IntakeOfficer), stage.At(day, 10), new AssignJudges.Command { Year = cycleYear });
        var acting = await NameStandIns(stage, cycleYear, council, day);
        await stage.Send(stage.Any(Role.DepartmentLead), stage.At(day, 11), new OpenScoring.Command { Year = cycleYear, DueOn = stage.Day(due), Confirm = true });
        return acting;
    }

    /// <summary>Whoever keeps the minutes or leads the Department and must not come near a dossier has somebody who acts for him on it.</summary>
    private static async Task<IReadOnlyDictionary<int, Actor>> NameStandIns(DemoStage stage, int year, DemoCouncil council, int day)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        var secretary = stage.Who(council.Members.Single(seat => seat.Post == CouncilPost.Secretary).Person).PersonId;
        var members = council.Members.Where(seat => seat.Post == CouncilPost.Member && stage.SignsIn(seat.Person)).Select(seat => stage.Who(seat.Person)).ToList();
        var acting = new Dictionary<int, Actor>();
        foreach (var dossier in (await stage.Send(clerk, stage.At(day, 10.25), new ConflictBoard.Query(year))).Open)
        {
            foreach (var need in dossier.Needs.Where(need => need.StandIn is null))
            {
                var chosen = members.First(member => need.Candidates.Any(candidate => candidate.Id == member.PersonId));
                await stage.Send(clerk, stage.At(day, 10.5), new NameStandIn.Command { InitiativeId = dossier.Id, ForPersonId = need.ForPersonId, PersonId = chosen.PersonId, Reason = "có xung đột lợi ích" });
                if (need.ForPersonId == secretary) acting[dossier.Id] = chosen with { Roles = chosen.Roles | Role.CouncilMember | Role.CouncilSecretary };
            }
        }

        return acting;
    }

    /// <summary>Each judge scores a share of his desk: everything is handed in but the last sheet, which may stay a draft.</summary>
    /// <param name="share">By seat, 0–1: how much of his desk a judge has done.</param>
    /// <returns>Who judges what: the others are in conflict and leave the room, or were not given it.</returns>
    public static async Task<ILookup<int, string>> Score(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, Func<int, double> share, int from, int to)
    {
        var judges = new List<(int Initiative, string Judge)>();
        for (var seat = 0; seat < council.Members.Length; seat++)
        {
            var judge = stage.Judge(council.Members[seat].Person);
            var desk = await stage.Send(judge, stage.At(from, 19), new MyDesk.Query { Year = year });
            var inOrder = desk.Items.OrderBy(item => item.Code, StringComparer.Ordinal).ToList();
            var first = seat * inOrder.Count / council.Members.Length;   // each begins elsewhere, as the desk's "fewest sheets first" would have it
            List<MyDesk.Item> items = [.. inOrder.Skip(first), .. inOrder.Take(first)];
            judges.AddRange(items.Select(item => (item.InitiativeId, council.Members[seat].Person)));
            var done = (int)Math.Round(items.Count * share(seat));
            for (var i = 0; i < items.Count && i <= done; i++)
            {
                var isDraft = i == done;
                if (isDraft && share(seat) is >= 1 or 0) break;
                var source = dossiers.Single(dossier => dossier.Id == items[i].InitiativeId).Source;
                var content = DemoPoints.Of(stage, source, seat, DemoQuestion.On(source, council.Members[seat].Person)?.Profile);
                var day = from + (to - from) * i / Math.Max(items.Count, 1);
                await stage.Send(judge, stage.At(day, 19 + i % 3), isDraft ? DemoPoints.Save(items[i].SheetId, DemoPoints.Begun(stage, content), op: "luu") : DemoPoints.Save(items[i].SheetId, content));
            }
        }

        return judges.ToLookup(item => item.Initiative, item => item.Judge);
    }
}
