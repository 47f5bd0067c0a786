using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>A cycle in which scoring is open: its dossiers and its council (chair, vice-chair, secretary, six members).</summary>
public sealed record OpenedScoring(int CycleId, IReadOnlyList<int> InitiativeIds, IReadOnlyList<TestPerson> Council)
{
    public TestPerson Chair => Council[0];
    public TestPerson Secretary => Council[2];
}

public sealed partial class Given
{
    /// <summary>The day after the cut-off of <see cref="OpenCycle"/>, in the morning.</summary>
    public static readonly DateTime AfterCutOff = new(2026, 10, 5, 2, 0, 0, DateTimeKind.Utc);

    private static readonly string[] CouncilUnits = ["UBND-TP", "SKHCN", "SKHCN", "SNV", "STP", "STC", "SCT", "SXD", "SYT"];

    /// <summary>A person for a post of the council.</summary>
    public async Task<TestPerson> Judge(string unit, CouncilPost post = CouncilPost.Member) =>
        await Person(post == CouncilPost.Secretary ? Role.CouncilMember | Role.CouncilSecretary : Role.CouncilMember, unit);

    /// <summary>
    /// A recorded council: chair, vice-chair, secretary and members, nine in all. <paramref name="members"/> take the last
    /// places: people who work where a test needs a conflict.
    /// </summary>
    public async Task<IReadOnlyList<TestPerson>> Council(int cycleId, params TestPerson[] members)
    {
        var people = new List<TestPerson>();
        for (var i = 0; i < CouncilUnits.Length - members.Length; i++) people.Add(await Judge(CouncilUnits[i], (CouncilPost)Math.Min(i, 3)));
        people.AddRange(members);
        Sure(await app.Send(new RecordCouncil.Command
        {
            CycleId = cycleId,
            Name = "Hội đồng sáng kiến cải cách hành chính thành phố năm 2026",
            DecisionNumber = "1234/QĐ-UBND",
            DecisionDate = new DateOnly(2026, 9, 10),
            Members = [.. people.Select((person, index) => new RecordCouncil.MemberInput { PersonId = person.Id, Post = (CouncilPost)Math.Min(index, 3) })],
        }, (await Lead()).Actor));
        return [.. (await app.Rows(db => db.People.Where(person => people.Select(item => item.Id).Contains(person.Id)).ToListAsync()))
            .Join(people, person => person.Id, item => item.Id, (person, item) => item with { Actor = person.AsActor() })
            .OrderBy(item => people.FindIndex(person => person.Id == item.Id))];
    }

    /// <summary>Scoring of 2026 open until the end of 30/10: eligible dossiers, a council of nine, everybody assigned; the clock stands on 5/10.</summary>
    public async Task<OpenedScoring> ScoringOpen(int count = 3)
    {
        var ids = await EligibleInitiatives(count);
        var cycleId = await app.Rows(db => db.Cycles.Where(cycle => cycle.Year == 2026).Select(cycle => cycle.Id).SingleAsync());
        var council = await Council(cycleId);
        app.Clock.Now = AfterCutOff;
        var actor = (await Lead()).Actor;
        Sure(await app.Send(new AssignJudges.Command { Year = 2026 }, actor));
        Sure(await app.Send(new OpenScoring.Command { Year = 2026, DueOn = new DateOnly(2026, 10, 30), Confirm = true }, actor));
        return new OpenedScoring(cycleId, ids, council);
    }
}
