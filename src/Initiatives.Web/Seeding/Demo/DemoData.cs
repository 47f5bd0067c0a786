using System.Text.Json;
using System.Text.Json.Serialization;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;

namespace Initiatives.Web.Seeding.Demo;

internal sealed record DemoPerson(string Key, string Name, string Post, string Unit, Role[] Roles, SigningCapacity? Capacity, string Email, bool SignsIn = true);

internal sealed record DemoAuthor(string? Person, string Name, DateOnly BirthDate, string Workplace, string Post, string Qualification, decimal? Share);

internal sealed record DemoParticipant(string Name, string Workplace, string Post, string Contribution);

internal sealed record DemoEffect(string Measure, string Before, string After, string Unit, string HowMeasured);

internal sealed record DemoAppraisal(bool Condition3a, string Reason3a, bool Condition3b, string Reason3b);

internal sealed record DemoInitiative(
    string Id, string Title, SolutionType SolutionType, string Field, string[] Indices, string Unit, DemoAuthor[] Authors, DemoParticipant[] Participants,
    int FirstAppliedDaysBeforeLaunch, string PriorSolution, string SolutionHtml, string Novelty, DemoEffect[] Effects, string Scope, string ReplicationConditions,
    string? Confidential, string Summary, string? Outcome, decimal? ScoreProfile, string? Reason, string? Condition, InitiativeStatus? State, DemoAppraisal? Appraisal, bool OnPaper)
{
    /// <summary>Another dossier whose sheets its own repeat: the two come out level at every step of the ladder.</summary>
    public string? ScoresAs { get; init; }
}

internal sealed record DemoSeat(string Person, CouncilPost Post, string[] Fields, int? Cap);

internal sealed record DemoCouncil(int Year, string Name, DemoSeat[] Members, string[] Clerks);

internal sealed record DemoReview(string Strengths, string Limits, string Questions, ReviewProposal Proposal, string ProposalText);

internal sealed record DemoField(string Code, string Name);

internal sealed record DemoComments(Dictionary<string, Dictionary<string, string[]>> Criteria, string[] Recommended, string[] NotRecommended);

/// <summary>The demo's own files: invented people, realistic initiatives.</summary>
internal sealed record DemoData(
    DemoPerson[] People, DemoCouncil[] Councils, DemoInitiative[] Past, DemoInitiative[] Present, DemoInitiative[] Next, DemoComments Comments,
    Dictionary<string, DemoReview[]> Reviews, RubricContent Rubric, DemoField[] Fields)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static DemoData Read(string seedData)
    {
        var folder = Path.Combine(seedData, "demo");
        return new DemoData(
            One<DemoPerson[]>(folder, "people.json"), One<DemoCouncil[]>(folder, "councils.json"),
            Lines(folder, "initiatives-2025.jsonl"), Lines(folder, "initiatives-2026.jsonl"), Lines(folder, "drafts-2027.jsonl"),
            One<DemoComments>(folder, "comments.json"), One<Dictionary<string, DemoReview[]>>(folder, "reviews.json"),
            One<RubricContent>(Path.Combine(seedData, "reference"), "rubric-default.json"), One<DemoField[]>(Path.Combine(seedData, "reference"), "fields.json"));
    }

    private static T One<T>(string folder, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Json) ?? throw new InvalidDataException(file);

    private static DemoInitiative[] Lines(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<DemoInitiative>(line, Json)!)];
}
