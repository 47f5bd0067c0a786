using System.Text.Json;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests;

/// <summary>Things as they are at one point of a year, made by the domain's own methods.</summary>
internal static class Some
{
    /// <summary>A working day in September 2026, inside the intake window.</summary>
    internal static readonly DateTime Now = new(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>After the cut-off, while dossiers are judged.</summary>
    internal static readonly DateTime InOctober = new(2026, 10, 20, 2, 0, 0, DateTimeKind.Utc);

    internal static readonly DateTime Opens = VietnamTime.StartOfDay(new DateOnly(2026, 7, 1));
    internal static readonly DateTime Closes = VietnamTime.EndOfDay(new DateOnly(2026, 9, 30));
    internal static readonly DateTime ScoringDue = VietnamTime.EndOfDay(new DateOnly(2026, 10, 31));

    internal static readonly Actor Author = new(1, "Nguyễn Thị An", 10, Role.Author, SigningCapacity.Head, "Chuyên viên");
    internal static readonly Actor Head = new(2, "Trần Văn Bình", 10, Role.UnitHead, SigningCapacity.Head, "Giám đốc");
    internal static readonly Actor Appraiser = new(3, "Lê Thu Cúc", 90, Role.Appraiser, SigningCapacity.Head, "Chuyên viên");
    internal static readonly Actor Lead = new(4, "Phạm Văn Dũng", 90, Role.DepartmentLead, SigningCapacity.Head, "Giám đốc Sở");

    /// <summary>The leader whom <see cref="Form"/> names.</summary>
    internal static readonly Actor Leader = new(5, "Hoàng Văn Minh", 1, Role.CityLeader, SigningCapacity.Head, "Chủ tịch UBND thành phố");

    /// <summary>A head who has read the dossier as it is, and whose unit has nobody else.</summary>
    internal static readonly EndorsementGrounds Read = new(null, [], AnotherHeadMay: false);

    internal static RubricContent Rubric { get; } = ReadRubric();

    /// <summary>The key that the database gives.</summary>
    internal static T Numbered<T>(this T entity, int id)
        where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(entity, id);
        return entity;
    }

    internal static Cycle PreparedCycle(CycleSettings? settings = null) =>
        Cycle.Prepare(2026, Opens, Closes, new DateOnly(2026, 11, 30), settings ?? new CycleSettings(), 1, isDemo: false).Value.Numbered(7);

    internal static LaunchNotice Notice { get; } = new("Về việc đề xuất sáng kiến", Words(30), "2345/UBND-NVKTGS", new DateOnly(2026, 6, 20), "Hoàng Văn Minh", "Phó Chủ tịch");

    internal static Cycle LaunchedCycle(CycleSettings? settings = null)
    {
        var cycle = PreparedCycle(settings);
        Assert.True(cycle.WriteNotice(Notice).Ok);
        Assert.True(cycle.Launch(Opens.AddDays(-5)).Ok);
        return cycle;
    }

    /// <summary>The window of a cycle without extensions.</summary>
    internal static IntakeWindow Window(Cycle? cycle = null) => IntakeWindow.Of(cycle ?? LaunchedCycle());

    internal static Cycle JudgingCycle(CycleSettings? settings = null)
    {
        var cycle = LaunchedCycle(settings);
        Assert.True(cycle.OpenScoring(Domain.Cycles.Rubric.Create(Rubric).Value, [], ScoringDue, InOctober).Ok);
        return cycle;
    }

    internal static AuthorContent AuthorLine(string name = "Nguyễn Thị An", decimal? share = 100, int? personId = 1) =>
        new(personId, name, new DateOnly(1985, 3, 2), "UBND phường Hồng Bàng", "Chuyên viên", "Đại học", share);

    /// <summary>A draft with everything that a dossier needs.</summary>
    internal static DraftContent Complete(params AuthorContent[] authors) => new()
    {
        Title = "Trả kết quả thủ tục hành chính tại nhà",
        SolutionType = SolutionType.Operational,
        FieldCode = "LV-C",
        FirstAppliedOn = new DateOnly(2026, 3, 1),
        Summary = Words(12),
        PriorSituation = Words(25),
        Solution = SafeHtml.FromCleaned($"<p>{Words(45)}</p>"),
        Novelty = Words(25),
        Scope = "Toàn phường",
        ReplicationConditions = "Có máy in",
        Authors = authors.Length == 0 ? [AuthorLine()] : authors,
        Effects = [new EffectContent("Thời gian chờ", "5", "1", "ngày", "Thống kê phần mềm một cửa")],
    };

    internal static Initiative Draft(DraftContent? content = null, int id = 100) =>
        Initiative.Start(Guid.NewGuid(), content ?? Complete(), Author, Now).Value.Numbered(id);

    internal static Initiative Awaiting(int id = 100)
    {
        var initiative = Draft(id: id);
        Assert.True(initiative.SendToHead(initiative.Version, Now).Ok);
        return initiative;
    }

    internal static Initiative Submitted(int id = 100)
    {
        var initiative = Awaiting(id);
        Assert.True(initiative.Endorse(Window(), Read, Head, Now).Ok);
        initiative.Register(id);
        return initiative;
    }

    internal static Initiative Judged(int id = 100)
    {
        var initiative = Submitted(id);
        var appraisal = Appraisal.Propose(initiative, true, "Chưa nơi nào làm", true, "Có số liệu đo", Appraiser, InOctober);
        Assert.True(appraisal.Value.Approve(initiative, Lead, InOctober).Ok);
        Assert.True(initiative.OpenForJudging("K7-318", InOctober).Ok);
        Assert.True(initiative.CloseJudging(InOctober).Ok);
        return initiative;
    }

    internal static Nomination Nominee(int id, CouncilPost post) =>
        new(Person.Create($"Ủy Viên {id}", 90, "Phó Giám đốc", Role.CouncilMember, SigningCapacity.Head).Value.Numbered(id), "Sở KH&CN", post);

    internal static Council Council(int members = 9) => Domain.Councils.Council.Establish(7, "Hội đồng đánh giá", EstablishingAuthority.CityCommittee, "3900/QĐ-UBND", new DateOnly(2026, 10, 5),
        [.. Enumerable.Range(1, members).Select(id => Nominee(id, id switch { 1 => CouncilPost.Chair, 2 => CouncilPost.Secretary, _ => CouncilPost.Member }))]).Value.Numbered(5);

    internal static CouncilSession Session(Council council, int present)
    {
        var session = CouncilSession.Call(council).Numbered(6);
        Assert.True(session.Record(council, InOctober, "Phòng họp số 1", [.. council.Members.Select((member, index) => new AttendanceFact(member.PersonId, index < present, "Đi công tác"))], InOctober).Ok);
        return session;
    }

    internal static Actor Secretary { get; } = new(2, "Ủy Viên 2", 90, Role.CouncilMember | Role.CouncilSecretary, SigningCapacity.Head, "Thư ký");

    /// <summary>A vote that was entered and announced.</summary>
    internal static Vote Announced(CouncilSession session, Council council, int initiativeId, VoteCount count, CycleSettings? settings = null, int[]? conflicted = null, string reason = "Đủ điều kiện")
    {
        var vote = Vote.On(session, initiativeId);
        var entered = vote.Enter(session, council, settings ?? new CycleSettings(), conflicted ?? [], count, reason, null, "", Secretary, InOctober);
        Assert.True(entered.Ok, entered.Ok ? "" : entered.Problems[0].Message);
        Assert.True(vote.Announce(InOctober).Ok);
        return vote;
    }

    /// <summary>A valid sheet of given criterion totals.</summary>
    internal static RankedSheet Sheet(int judge, decimal novelty, decimal effect, decimal scale) =>
        new(judge, new Dictionary<string, decimal> { ["N"] = novelty, ["E"] = effect, ["S"] = scale });

    internal static DecisionForm Form { get; } = new(12, new DateOnly(2026, 10, 20), "Hoàng Văn Minh", LeaderCapacity.Chairman, "300/TTr-SKHCN", new DateOnly(2026, 10, 15));

    internal static string Words(int count) => string.Join(' ', Enumerable.Repeat("chữ", count));

    private static RubricContent ReadRubric()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "seed-data", "reference", "rubric-default.json");
            if (File.Exists(file)) return JsonSerializer.Deserialize<RubricContent>(File.ReadAllText(file), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
        }

        throw new InvalidOperationException("seed-data not found above the tests.");
    }
}
