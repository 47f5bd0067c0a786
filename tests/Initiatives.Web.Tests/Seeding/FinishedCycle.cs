using System.Text;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Seeding;

/// <summary>
/// A whole cycle as rows, made by the domain's own methods: two dossiers sent, judged, recognised, one with a certificate
/// of merit. The check must find nothing in it.
/// </summary>
internal static class FinishedCycle
{
    private static readonly DateTime September = new(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime October = new(2026, 10, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DecisionForm Form = new(12, new DateOnly(2026, 10, 20), "Hoàng Văn Minh", LeaderCapacity.Chairman, "300/TTr-SKHCN", new DateOnly(2026, 10, 15));

    public static async Task Play(TestApp app)
    {
        var author = await app.Given.Person(Role.Author);
        var head = await app.Given.Person(Role.UnitHead);
        var appraiser = await app.Given.Person(Role.Appraiser, "SKHCN");
        var lead = await app.Given.Person(Role.DepartmentLead, "SKHCN");
        TestPerson[] judges = [await app.Given.Person(Role.CouncilMember, "SKHCN"), await app.Given.Person(Role.CouncilMember | Role.CouncilSecretary, "SKHCN"), await app.Given.Person(Role.CouncilMember, "SKHCN")];
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();

        var rubric = await db.Rubrics.SingleAsync();
        var cycle = Cycle.Prepare(2026, VietnamTime.StartOfDay(new(2026, 7, 1)), VietnamTime.EndOfDay(new(2026, 9, 30)), new(2026, 11, 30), new CycleSettings { MaxMerit = 1 }, rubric.Id, false).Value;
        Ok(cycle.WriteNotice(new LaunchNotice("Về việc đề xuất sáng kiến", Words(30), "2345/UBND-NVKTGS", new(2026, 6, 20), "Hoàng Văn Minh", "Phó Chủ tịch")));
        Ok(cycle.Launch(September));
        Initiative[] initiatives = [Start("Trả kết quả tại nhà", author), Start("Hẹn giờ nộp hồ sơ qua mạng", author)];
        db.AddRange([cycle, .. initiatives]);
        await db.SaveChangesAsync();

        foreach (var initiative in initiatives)
        {
            var confirmed = AuthorStatement.Of(initiative.Content().Authors).Select(statement => AuthorConfirmation.Of(initiative.Id, statement)).ToList();
            foreach (var row in confirmed) Ok(row.AnswerInside(true, "", author.Actor, September));
            db.AddRange(confirmed);
            Ok(initiative.SendToHead(initiative.Version, September, AuthorStates.Of(initiative.Content().Authors, confirmed, null, September)));
            db.Add(initiative.Endorse(IntakeWindow.Of(cycle), new EndorsementGrounds(null, [], AnotherHeadMay: false), head.Actor, September).Value);
            db.TakeNumber(cycle.RegisterCounter, initiative.Register);
            db.Record(head.Actor, JournalActions.Endorsed, initiative);
            await db.SaveChangesAsync();
        }

        await Screen(db, initiatives[0], author.Actor, appraiser.Actor, lead.Actor);
        foreach (var (initiative, index) in initiatives.Select((item, index) => (item, index)))
        {
            var appraisal = Appraisal.Propose(initiative, true, "Chưa nơi nào làm", true, "Có số liệu đo", appraiser.Actor, October).Value;
            Ok(appraisal.Approve(initiative, lead.Actor, October));
            Ok(initiative.OpenForJudging($"K{index + 1}-318", October));
            db.Add(appraisal);
        }

        var people = await db.People.ToDictionaryAsync(person => person.Id);
        CouncilPost[] posts = [CouncilPost.Chair, CouncilPost.Secretary, CouncilPost.Member];
        var council = Council.Establish(cycle.Id, "Hội đồng", EstablishingAuthority.CityCommittee, "3900/QĐ-UBND", new(2026, 10, 5),
            [.. judges.Select((judge, index) => new Nomination(people[judge.Id], "Sở KH&CN", posts[index]))]).Value;
        db.Add(council);
        Ok(cycle.OpenScoring(rubric, [], VietnamTime.EndOfDay(new(2026, 10, 31)), October));
        foreach (var initiative in initiatives)
        {
            foreach (var judge in judges)
            {
                db.Add(ScoringAssignment.Give(cycle.Id, initiative.Id, new JudgeFacts(judge.Id, judge.Actor.UnitId, judge.Name), null, October).Value);
                var sheet = ScoreSheet.Open(cycle.Id, initiative.Id, judge.Id);
                var share = initiative == initiatives[0] ? 0.8m : 0.75m;
                Ok(sheet.Put(rubric.Content, cycle, new SheetContent(rubric.Content.SubCriteria.ToDictionary(part => part.Code, part => Math.Ceiling(part.Max * share * 2) / 2), new Dictionary<string, string>()), 0, October));
                Ok(sheet.Submit(rubric.Content, cycle, October));
                sheet.Lock();
                db.Add(sheet);
            }

            Ok(initiative.CloseJudging(October));
        }

        Ok(cycle.CloseScoring(October));
        await db.SaveChangesAsync();

        var session = CouncilSession.Call(council);
        Ok(session.Record(council, October, "Phòng họp số 1", [.. judges.Select(judge => new AttendanceFact(judge.Id, true, ""))], October));
        db.Add(session);
        await db.SaveChangesAsync();
        var places = await RankingQueries.RankAsync(cycle, rubric.Content, db.Initiatives, db.Sheets, db.Assignments, db.Conclusions, db.TieBallots, CancellationToken.None);
        foreach (var initiative in initiatives)
        {
            var place = places.Single(item => item.InitiativeId == initiative.Id);
            var vote = Vote.On(session, initiative.Id);
            Ok(vote.Enter(session, council, cycle.Settings, [], VoteCount.Hands(3, 0, 0), "Đủ điều kiện", null, "", judges[1].Actor, October));
            Ok(vote.Announce(October));
            var conclusion = Conclusion.For(session, initiative);
            Ok(conclusion.Record(initiative, session, cycle.Settings, place, vote, null, October));
            conclusion.TakePlace(place.Rank);
            db.AddRange(vote, conclusion);
        }

        Ok(session.End(October));
        Ok(cycle.StartDeciding(0));
        var ranked = places.Select(place => (place.InitiativeId, place.Rank)).ToList();
        var recognition = await Publish(Decision.DraftRecognition(cycle.Id, 2026, ranked), db, files, "công nhận");
        foreach (var initiative in initiatives) Ok(initiative.Recognise(October));
        Ok(cycle.Publish(October));
        var merit = Decision.DraftMerit(cycle.Id, 2026);
        Ok(merit.Choose(ranked, [ranked[0].InitiativeId], new Dictionary<int, string>(), 1));
        Ok(merit.RecordOpinion("Nhất trí", "Sở Nội vụ", October));
        await Publish(merit, db, files, "Bằng khen");
        db.Record(lead.Actor, JournalActions.DecisionPublished, recognition);
        await db.SaveChangesAsync();
        var file = await files.SaveAsync("Bằng khen số 1"u8.ToArray(), CancellationToken.None);
        var certificate = Certificate.Issue(merit.Id, ranked[0].InitiativeId, "BK-2026-7F3K9Q", October);
        certificate.Register(1);
        certificate.Print(file.Sha256);
        db.Add(certificate);
        var evidence = await files.SaveAsync("minh chứng"u8.ToArray(), CancellationToken.None);
        db.Add(new Web.Data.Rows.StoredFile { Sha256 = evidence.Sha256, Size = evidence.Size, ContentType = "application/pdf", StoredAt = October });
        db.Add(Attachment.Add(initiatives[0].Id, AttachmentKind.Evidence, "minh-chung.pdf", "application/pdf", evidence.Size, evidence.Sha256, author.Id, October));
        await db.SaveChangesAsync();
    }

    private static async Task<Decision> Publish(Decision decision, AppDb db, FileStore files, string text)
    {
        Ok(decision.Fill(Form with { Number = 12 + (int)decision.Kind }));
        Ok(decision.Freeze((await files.SaveAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None)).Sha256, October));
        Ok(decision.Sign(new Actor(99, "Hoàng Văn Minh", 1, Role.CityLeader, SigningCapacity.Head, "Chủ tịch UBND thành phố"), October));
        Ok(decision.Publish(October));
        db.Add(decision);
        return decision;
    }

    /// <summary>Given out, supplemented, asked about.</summary>
    private static async Task Screen(AppDb db, Initiative initiative, Actor author, Actor appraiser, Actor lead)
    {
        db.Add(ScreeningAssignment.Give(initiative, appraiser, lead, September).Value);
        var request = SupplementRequest.Make(initiative, [], [new SupplementAsk(nameof(DraftContent.Novelty), "Nêu rõ điểm mới hơn")], new(2026, 9, 29), appraiser, September).Value;
        db.Add(request);
        db.Add(OpinionRequest.Ask(initiative, await db.Units.SingleAsync(unit => unit.Code == "SYT"), "Trong ngành đã có chưa?", DossierPart.Solution, new(2026, 9, 29), appraiser, September).Value);
        await db.SaveChangesAsync();
        var later = September.AddDays(2);
        var answer = request.Write(request.Items[0].Id, null, Words(30), "", 0, author, later).Value;
        db.AddRange(request.Send(initiative, [answer], [], [], author, later).Value);
        Ok(request.Accept([request.Items[0].Id], appraiser, later));
        db.Add(answer);
        await db.SaveChangesAsync();
    }

    private static Initiative Start(string title, TestPerson author) => Initiative.Start(Guid.NewGuid(), new DraftContent
    {
        Title = title,
        SolutionType = SolutionType.Operational,
        FieldCode = "LV-C",
        FirstAppliedOn = new DateOnly(2026, 3, 1),
        Summary = Words(12),
        PriorSituation = Words(25),
        Solution = SafeHtml.FromCleaned($"<p>{Words(45)}</p>"),
        Novelty = Words(25),
        Scope = "Toàn phường",
        ReplicationConditions = "Có máy in",
        Authors = [new(author.Id, author.Name, new DateOnly(1985, 3, 2), "UBND phường", "Chuyên viên", "Đại học", 60), new(null, "Trần Thị Hoa", new DateOnly(1990, 1, 1), "UBND phường", "Chuyên viên", "Đại học", 40)],
        Effects = [new("Thời gian chờ", "5", "1", "ngày", "Thống kê phần mềm một cửa")],
    }, author.Actor, September).Value;

    private static void Ok(Domain.Result result) => Assert.True(result.Ok, result.Ok ? "" : result.Problems[0].Message);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("chữ", count));
}
