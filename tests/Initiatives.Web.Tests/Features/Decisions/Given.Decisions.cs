using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>A cycle whose council has concluded.</summary>
/// <param name="Recommended">Ids by rank, best first.</param>
/// <param name="NotRecommended">Ids after them.</param>
/// <param name="Author">Author of every dossier.</param>
public sealed record ConcludedCycle(int Id, int Year, IReadOnlyList<int> Recommended, IReadOnlyList<int> NotRecommended, TestPerson Author, TestPerson Department, TestPerson Leader, TestPerson HomeAffairs);

/// <summary>The same after the recognition decision came out.</summary>
public sealed record PublishedCycle(ConcludedCycle Cycle, int RecognitionId);

/// <summary>Texts that a public page must not hold.</summary>
public static class Secrets
{
    public const string Confidential = "BIMATKHOAMAYCHU";
    public const string Participant = "NGUOITHAMGIATHU";
    public const string Qualification = "TRINHDOCHUYENMONTHU";
    public static readonly DateOnly BirthDate = new(1977, 3, 29);
    public const decimal Mean = 83.47m;

    /// <summary>All as they could be printed.</summary>
    public static readonly string[] All =
        [Confidential, Participant, Qualification, "29/3/1977", "29/03/1977", "1977-03-29", "ngày 29 tháng 3", "1977", "83,47", "83.47", "LYDOKETLUAN"];
}

public sealed partial class Given
{
    /// <summary>The city's leader of a test, who signs for the Chairman.</summary>
    public const string LeaderName = "Đặng Văn Thuận";

    /// <summary>
    /// A cycle that stands at "Quyết định", made of the domain's own acts: recommended dossiers by rank, then some that the
    /// council did not recommend.
    /// </summary>
    /// <param name="postingDays">Working days for which the list is posted; 0: none.</param>
    public async Task<ConcludedCycle> DecidingCycle(int recommended = 7, int notRecommended = 1, int year = 2026, int withoutConclusion = 0, int postingDays = 0)
    {
        app.Clock.Now = VietnamTime.StartOfDay(new DateOnly(year, 11, 25)).AddHours(8);
        var author = await Person(Role.Author | Role.UnitOfficer);
        var secretary = await Person(Role.CouncilSecretary | Role.CouncilMember, "SNGV");
        var (department, leader, home) = (await Person(Role.DepartmentLead, "SKHCN"), await Person(Role.CityLeader, "UBND-TP", LeaderName, SigningCapacity.Deputy), await Person(Role.HomeAffairs, "SNV"));
        return await app.Rows(async db =>
        {
            var rubric = await db.Rubrics.FirstAsync();
            var cycle = OpenedCycle(rubric, year, postingDays);
            db.Add(cycle);
            await db.SaveChangesAsync();
            var initiatives = Enumerable.Range(1, recommended + notRecommended + withoutConclusion).Select(rank => Dossier(author, cycle, rank)).ToList();
            Ok(cycle.OpenScoring(rubric, [], cycle.ClosesAt.AddDays(30), cycle.ClosesAt.AddDays(9)));
            for (var i = 0; i < initiatives.Count; i++) Ok(initiatives[i].OpenForJudging($"K{i}-{301 + i}", cycle.ClosesAt.AddDays(9)));
            foreach (var initiative in initiatives) db.Add(initiative);
            var members = await db.People.ToListAsync();
            var council = Ok(Initiatives.Domain.Councils.Council.Establish(cycle.Id, "Hội đồng sáng kiến", EstablishingAuthority.CityCommittee, "3987/QĐ-UBND", new DateOnly(year, 10, 1),
                [new(members.Single(item => item.Id == leader.Id), "UBND", CouncilPost.Chair), new(members.Single(item => item.Id == secretary.Id), "Sở", CouncilPost.Secretary), new(members.Single(item => item.Id == home.Id), "Sở", CouncilPost.Member)]));
            db.Add(council);
            await db.SaveChangesAsync();
            var session = CouncilSession.Call(council);
            Ok(session.Record(council, app.Clock.Now.AddDays(-5), "Phòng họp số 2", [.. council.Members.Select(member => new AttendanceFact(member.PersonId, true, ""))], app.Clock.Now));
            db.Add(session);
            await db.SaveChangesAsync();
            foreach (var (initiative, rank) in initiatives.Select((item, index) => (item, index + 1)).Take(recommended + notRecommended))
            {
                Ok(initiative.CloseJudging(app.Clock.Now));
                var vote = Vote.On(session, initiative.Id);
                Ok(vote.Enter(session, council, cycle.Settings, [], rank <= recommended ? VoteCount.Hands(3, 0, 0) : VoteCount.Hands(0, 3, 0), $"LYDOKETLUAN{rank} của Hội đồng", null, "", secretary.Actor, app.Clock.Now));
                Ok(vote.Announce(app.Clock.Now));
                var conclusion = Conclusion.For(session, initiative);
                var place = new RankedPlace(initiative.Id, rank, Secrets.Mean, Secrets.Mean, new Dictionary<string, decimal>(), 3, 3, [], "");
                Ok(conclusion.Record(initiative, session, cycle.Settings, place, vote, null, app.Clock.Now));
                conclusion.TakePlace(rank);
                db.AddRange(vote, conclusion);
            }

            Ok(session.End(app.Clock.Now));
            Ok(cycle.CloseScoring(app.Clock.Now));
            Ok(cycle.StartDeciding(0));
            await db.SaveChangesAsync();
            var ids = initiatives.ConvertAll(item => item.Id);
            return new ConcludedCycle(cycle.Id, year, ids[..recommended], ids[recommended..(recommended + notRecommended)], author, department, leader, home);
        });
    }

    /// <summary>A recognition decision with number, date and signer, ready to be sent to be signed.</summary>
    public async Task<int> FilledRecognition(ConcludedCycle cycle, int number = 4512)
    {
        var id = Ok(await app.Send(new DraftRecognition.Command { CycleId = cycle.Id }, cycle.Department.Actor));
        await Fill(id, cycle, number);
        return id;
    }

    /// <summary>Number, date, signer and proposal, as the Department writes them.</summary>
    public async Task Fill(int id, ConcludedCycle cycle, int number)
    {
        var page = await app.Send(new DecisionPage.Query(id), cycle.Department.Actor);
        Ok(await app.Send(new FillDecision.Command
        {
            Id = id,
            Version = page.Version,
            Number = number,
            Date = new DateOnly(cycle.Year, 11, 24),
            SignerName = LeaderName,
            Capacity = LeaderCapacity.DeputyForChairman,
            ProposalNumber = "318/TTr-SKHCN",
            ProposalDate = new DateOnly(cycle.Year, 11, 20),
        }, cycle.Department.Actor));
    }

    /// <summary>Sent to be signed, and signed.</summary>
    public async Task Signed(int id, ConcludedCycle cycle)
    {
        Ok(await app.Send(new FreezeDecision.Command { Id = id }, cycle.Department.Actor));
        Ok(await app.Send(new SignDecision.Command { Id = id }, cycle.Leader.Actor));
    }

    /// <summary>A cycle whose recognition decision is out.</summary>
    public async Task<PublishedCycle> PublishedCycle(int recommended = 7, int notRecommended = 1, int year = 2026)
    {
        var cycle = await DecidingCycle(recommended, notRecommended, year);
        var id = await FilledRecognition(cycle);
        await Signed(id, cycle);
        Ok(await app.Send(new PublishDecision.Command { Id = id }, cycle.Department.Actor));
        await app.DrainJobs();   // the mails of the results are another test's matter
        return new PublishedCycle(cycle, id);
    }

    /// <summary>A published merit decision on the first places; its certificates are not printed yet.</summary>
    public async Task<int> PublishedMerit(PublishedCycle published)
    {
        var cycle = published.Cycle;
        var id = Ok(await app.Send(new DraftMerit.Command { CycleId = cycle.Id }, cycle.Department.Actor));
        Ok(await app.Send(new RecordOpinion.Command { Id = id, Opinion = "Đồng ý với danh sách đề xuất." }, cycle.HomeAffairs.Actor));
        await Fill(id, cycle, 4530);
        await Signed(id, cycle);
        Ok(await app.Send(new PublishDecision.Command { Id = id }, cycle.Department.Actor));
        return id;
    }

    private static Cycle OpenedCycle(Rubric rubric, int year, int postingDays)
    {
        var cycle = Ok(Cycle.Prepare(year, VietnamTime.StartOfDay(new DateOnly(year, 8, 15)), VietnamTime.StartOfDay(new DateOnly(year, 10, 1)),
            new DateOnly(year, 11, 30), new CycleSettings { PostingWorkingDays = postingDays }, rubric.Id, isDemo: false));
        Ok(cycle.WriteNotice(new LaunchNotice("Về việc đề xuất sáng kiến", string.Join(' ', Enumerable.Repeat("nội dung", 30)), "2345/UBND", new DateOnly(year, 8, 10), "Lê Ngọc Thành", "Chủ tịch")));
        Ok(cycle.Launch(VietnamTime.StartOfDay(new DateOnly(year, 8, 14))));
        return cycle;
    }

    private static Initiative Dossier(TestPerson author, Cycle cycle, int rank)
    {
        string Words(string what, int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => $"{what} {i}"));
        var content = new DraftContent
        {
            Title = $"Sáng kiến hồ sơ đất đai số {rank}",
            SolutionType = SolutionType.Management,
            FieldCode = rank % 2 == 0 ? "LV-A" : "LV-C",
            FirstAppliedOn = new DateOnly(cycle.Year, 2, 1),
            Summary = $"Người dân nộp hồ sơ một lần và nhận kết quả tại nhà, lần {rank}.",
            PriorSituation = Words("Trước đây phải đi lại", 20),
            Solution = SafeHtml.FromCleaned($"<p>{Words("Cách làm từng bước", 20)}</p>"),
            Novelty = Words("Điểm mới", 15),
            Scope = "Toàn thành phố",
            ReplicationConditions = "Một cán bộ và một máy tính.",
            Confidential = Secrets.Confidential,
            Authors = [new(author.Id, author.Name, Secrets.BirthDate, "Văn phòng HĐND và UBND", "Chuyên viên", Secrets.Qualification, 100)],
            Participants = [new(Secrets.Participant, "Phòng khác", "Chuyên viên", "Thử nghiệm")],
            Effects = [new("Thời gian", "15", "2", "ngày", "Thống kê phần mềm một cửa"), new("Đi lại", "3", "1", "lần", "Phỏng vấn")],
        };
        var sent = VietnamTime.StartOfDay(new DateOnly(cycle.Year, 9, 10));
        var initiative = Ok(Initiative.Start(Guid.NewGuid(), content, author.Actor, sent));
        Ok(initiative.SendToHead(initiative.Version, sent));
        Ok(initiative.Endorse(IntakeWindow.Of(cycle), new EndorsementGrounds(null, [], AnotherHeadMay: false), author.Actor with { Roles = Role.UnitHead }, sent));
        initiative.Register(rank);
        Ok(initiative.MarkAppraised(sent));
        Ok(initiative.Settle(true, "", sent));
        return initiative;
    }

    private static void Ok(Result result) => Assert.True(result.Ok, result.Ok ? "" : string.Join("; ", result.Problems.Select(problem => problem.Message)));

    private static T Ok<T>(Result<T> result)
    {
        Ok((Result)result);
        return result.Value;
    }
}
