using BenchmarkDotNet.Attributes;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;

namespace Initiatives.Benchmarks;

/// <summary>What a council of forty costs with a thousand dossiers and five sheets each.</summary>
[MemoryDiagnoser]
public class CouncilBenchmarks
{
    private const int Dossiers = 1000;
    private const int Judges = 40;
    private const int SheetsEach = 5;

    private static readonly string[] Fields = ["LV-A", "LV-B", "LV-C", "LV-D", "LV-DD", "LV-E", "LV-G", "LV-H"];

    private readonly CycleSettings settings = new();
    private AssignmentInput plan = null!;
    private RubricContent rubric = null!;
    private RankInput[] board = null!;
    private PanelSheet[] panel = null!;

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(2026);
        rubric = new RubricContent("Đo", 0.5m, [new("all", "Mọi mức", 0)], [Criterion("N", 30), Criterion("E", 40), Criterion("S", 30)]);
        var dossiers = Enumerable.Range(1, Dossiers).Select(id => new PlanDossier(id, $"{id:0000}", Fields[random.Next(Fields.Length)])).ToList();
        var judges = Enumerable.Range(1, Judges).Select(id => new PlanJudge(id, $"Thành viên {id}", Fields.OrderBy(_ => random.Next()).Take(3).ToHashSet(), null)).ToList();
        var conflicts = dossiers.SelectMany(dossier => judges.Where(_ => random.Next(20) == 0).Select(judge => new PlanConflict(dossier.InitiativeId, judge.PersonId, "cùng đơn vị"))).ToList();
        plan = new AssignmentInput(dossiers, judges, conflicts, [], [], [], new PlanSettings(SheetsEach, 2, Seed: 7));
        board = [.. dossiers.Select(dossier => new RankInput(dossier.InitiativeId, SheetsEach, [.. Enumerable.Range(0, SheetsEach).Select(i => Sheet((dossier.InitiativeId * 7 + i) % Judges, random))]))];
        panel = [.. board.SelectMany(input => input.Sheets.Select(sheet => new PanelSheet(input.InitiativeId, sheet.PersonId, sheet.Criteria)))];
    }

    /// <summary>Five judges and two reviewers for each dossier; the issue asks for less than 2 s.</summary>
    [Benchmark]
    public int Plan() => AssignmentPlanner.Plan(plan).Value.Pairs.Count;

    [Benchmark]
    public int Rank() => Ranker.Rank(board, rubric, settings).Count;

    /// <summary>Two thousand resamples.</summary>
    [Benchmark]
    public int Bootstrap() => Robustness.Bootstrap(board, rubric, settings, 1).Resamples;

    [Benchmark]
    public int LeaveOneOut() => Robustness.LeaveOneOut(board, rubric, settings).Count;

    [Benchmark]
    public int AgreementOfThePanel() => Agreement.ByCriterion(panel, rubric.Criteria.Select(criterion => criterion.Code)).Count;

    private static Criterion Criterion(string code, decimal max) =>
        new(code, code, code, max, new Dictionary<string, string>(), [new SubCriterion(code + "1", code, max, "")]);

    private static RankedSheet Sheet(int judge, Random random) => new(judge, new Dictionary<string, decimal>
    {
        ["N"] = random.Next(30, 61) / 2m,
        ["E"] = random.Next(40, 81) / 2m,
        ["S"] = random.Next(30, 61) / 2m,
    });
}
