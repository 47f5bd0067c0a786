using System.Globalization;
using System.Text.Json;
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
    /// <summary>Records the council, assigns everything, opens scoring.</summary>
    /// <returns>Who acts for the secretary, by dossier on which he must not.</returns>
    public static async Task<IReadOnlyDictionary<int, Actor>> Open(DemoStage stage, int cycleId, int cycleYear, DemoCouncil council, int day, int due, int decisionNumber)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        await stage.Send(clerk, stage.At(day, 9), new RecordCouncil.Command
        {
            CycleId = cycleId,
            Name = council.Name,
            Authority = EstablishingAuthority.CityCommittee,
            DecisionNumber = $"{decisionNumber}/QĐ-UBND",
            DecisionDate = stage.Day(day - 1),
            Members = [.. council.Members.Select(seat => new RecordCouncil.MemberInput { PersonId = stage.Who(seat.Person).PersonId, Post = seat.Post, Fields = [.. seat.Fields] })],
            Clerks = [.. council.Clerks.Select(person => new RecordCouncil.ClerkInput { PersonId = stage.Who(person).PersonId })],
        });
        await stage.Send(clerk, stage.At(day, 10), new AssignJudges.Command { Year = cycleYear });
        var acting = await NameStandIns(stage, cycleYear, council, day);
        await stage.Send(stage.Any(Role.DepartmentLead), stage.At(day, 11), new OpenScoring.Command { Year = cycleYear, DueOn = stage.Day(due) });
        return acting;
    }

    /// <summary>Whoever keeps the minutes or leads the Department and must not come near a dossier has somebody who acts for him on it.</summary>
    private static async Task<IReadOnlyDictionary<int, Actor>> NameStandIns(DemoStage stage, int year, DemoCouncil council, int day)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        var secretary = stage.Who(council.Members.Single(seat => seat.Post == CouncilPost.Secretary).Person).PersonId;
        var members = council.Members.Where(seat => seat.Post == CouncilPost.Member).Select(seat => stage.Who(seat.Person)).ToList();
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
    /// <returns>Who judges what: the others are in conflict and leave the room.</returns>
    public static async Task<ILookup<int, string>> Score(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, Func<int, double> share, int from, int to)
    {
        var rubric = stage.Data.Rubric;
        var judges = new List<(int Initiative, string Judge)>();
        for (var seat = 0; seat < council.Members.Length; seat++)
        {
            var judge = stage.Who(council.Members[seat].Person) with { Roles = stage.Who(council.Members[seat].Person).Roles | Role.CouncilMember };
            var desk = await stage.Send(judge, stage.At(from, 19), new MyDesk.Query { Year = year });
            var items = desk.Items.OrderBy(item => item.Code, StringComparer.Ordinal).ToList();
            judges.AddRange(items.Select(item => (item.InitiativeId, council.Members[seat].Person)));
            var done = (int)Math.Round(items.Count * share(seat));
            for (var i = 0; i < items.Count && i <= done; i++)
            {
                var isDraft = i == done;
                if (isDraft && share(seat) is >= 1 or 0) break;
                var source = dossiers.Single(dossier => dossier.Id == items[i].InitiativeId).Source;
                var day = from + (to - from) * i / Math.Max(items.Count, 1);
                await stage.Send(judge, stage.At(day, 19 + i % 3), Sheet(stage, rubric, items[i].SheetId, source, seat, isDraft));
            }
        }

        return judges.ToLookup(item => item.Initiative, item => item.Judge);
    }

    private static SaveScoreSheet.Command Sheet(DemoStage stage, RubricContent rubric, int sheetId, DemoInitiative source, int seat, bool isDraft)
    {
        // The same start gives the same points: a judge leans one way, and differs a little from part to part.
        var random = new Random(HashCode(source.Id) * 31 + seat);
        var lean = (seat - 4) * 1.1m + (decimal)(random.NextDouble() - 0.5) * 5m;
        var mean = ((source.ScoreProfile ?? 75m) + lean) / 100m;
        var points = new Dictionary<string, string>();
        var comments = new Dictionary<string, string>();
        var owed = 0m;
        foreach (var criterion in rubric.Criteria)
        {
            if (isDraft && criterion != rubric.Criteria[0]) break;
            var total = 0m;
            foreach (var part in criterion.SubCriteria)
            {
                var wanted = mean * part.Max + owed;
                var value = Math.Clamp(Math.Round(wanted / rubric.Step) * rubric.Step, 0, part.Max);
                owed = wanted - value;   // rounding is carried on, so that the sheet's total is what was meant
                points[part.Code] = value.ToString(CultureInfo.InvariantCulture);
                total += value;
            }

            var said = stage.Data.Comments.Criteria[criterion.Code][rubric.BandOf(total, criterion.Max).Key];
            comments[criterion.Code] = said[random.Next(said.Length)];
        }

        return new SaveScoreSheet.Command { Id = sheetId, Version = 0, Points = points, Comments = comments, Op = isDraft ? "luu" : "nop" };
    }

    private static int HashCode(string text) => text.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter));
}
