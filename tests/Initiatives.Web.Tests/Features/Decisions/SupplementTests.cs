using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Features.Remonstrances;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Decisions;

public sealed class SupplementTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>The second dossier was scored anew by three others at a share of every maximum, and the remonstrance answered.</summary>
    private async Task<Judged> Rescored(decimal share = 0.8m, RemonstranceOutcome outcome = RemonstranceOutcome.Reconsider)
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        var lead = judged.Judging.Lead.Actor;
        var id = Given.Sure(await app.Send(new WriteRemonstrance.Command { HoSo = judged.Poor, Content = "Chưa tính số liệu quý ba.", Asks = "Xem lại minh chứng." }, judged.Judging.Author.Actor)).Value;
        Given.Sure(await app.Send(new OrderRescoring.Command { Id = id, RescoringReason = "Có số liệu chưa được xét.", RescoringDueOn = new DateOnly(2026, 12, 10) }, lead));
        var others = judged.Judging.Judges.TakeLast(3).ToList();
        Given.Sure(await app.Send(new NameRescorers.Command { Id = id, Chosen = [.. others.Select(judge => judge.Id)] }, lead));
        foreach (var judge in others) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judged.Poor))!.Value, share);
        Given.Sure(await app.Send(new CloseRescoring.Command { Id = id }, lead));
        var version = await app.Rows(db => db.Remonstrances.Select(item => item.Version).SingleAsync());
        Given.Sure(await app.Send(new DraftAnswer.Command { Id = id, Version = version, AnswerText = "Ba ủy viên khác đã chấm lại.", Outcome = outcome }, lead));
        Given.Sure(await app.Send(new SendAnswer.Command { Id = id, Date = new DateOnly(2026, 11, 25), SignerName = "Nguyễn Thị Bình" }, lead));
        return judged;
    }

    [Fact]
    public async Task It_walks_as_the_first_decision_did_and_moves_nothing_of_the_published_ranking()
    {
        var judged = await Rescored();
        var clerk = await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN"));
        var leader = await app.Rows(db => db.People.Where(person => person.Name == Given.LeaderName).Select(person => person.Id).SingleAsync());
        var reader = await app.As(judged.Judging.Lead);
        async Task<string> Ranking() => (await reader.Page("/xep-hang/2026")).Text.Replace("Không công nhận", "Công nhận", StringComparison.Ordinal);   // the status beside the place is today's
        var ranking = await Ranking();
        Assert.Contains("1 sáng kiến được đề nghị xem xét lại, chấm lại đạt mọi ngưỡng điểm.", (await clerk.Page("/quyet-dinh")).Text);
        var path = await clerk.Done("/quyet-dinh/soan-bo-sung", ("CycleId", $"{judged.Judging.CycleId}"));
        Assert.Contains("Kiến nghị KN-2026-0001, công văn số 01/SKHCN-SK: chấm lại 3 phiếu", (await clerk.Page(path)).Text);
        Assert.Contains("đang có một quyết định bổ sung chưa công bố", (await clerk.Post("/quyet-dinh/soan-bo-sung", ("CycleId", $"{judged.Judging.CycleId}"))).Text);
        await clerk.Done($"{path}/the-thuc", ("Version", "0"), ("Number", "4790"), ("Date", "25/11/2026"), ("SignerName", Given.LeaderName), ("Capacity", "DeputyForChairman"), ("ProposalNumber", "340/TTr-SKHCN"), ("ProposalDate", "25/11/2026"));
        await clerk.Done($"{path}/trinh-ky");
        var id = int.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Given.Sure(await app.Send(new SignDecision.Command { Id = id }, new Actor(leader, Given.LeaderName, 1, Role.CityLeader, SigningCapacity.Deputy, "Phó Chủ tịch")));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get($"/danh-muc/{judged.Poor}")).Status);
        await clerk.Done($"{path}/cong-bo");

        var text = System.Text.RegularExpressions.Regex.Replace(Pdf.Read(await DecisionsTests.Bytes(await app.Anybody().Get($"/danh-muc/quyet-dinh/{id}.pdf"))).Text, "\\s+", " ");
        foreach (var part in new[] { "Về việc công nhận bổ sung sáng kiến cải cách hành chính năm 2026", "ngoài các sáng kiến đã được công nhận tại Quyết định số 4512/QĐ-UBND ngày 24 tháng 11 năm 2026", "ĐƯỢC CÔNG NHẬN BỔ SUNG NĂM 2026" }) Assert.Contains(part, text);
        Assert.Contains("Quyết định công nhận bổ sung sáng kiến", (await app.Anybody().Page($"/danh-muc/{judged.Poor}")).Text);
        Assert.Equal(new { Status = InitiativeStatus.Recognised, OutcomeReason = "" }, await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Poor).Select(item => new { item.Status, item.OutcomeReason }).SingleAsync()));
        var result = (await (await app.As(judged.Judging.Author)).Page($"/ket-qua/{judged.Poor}")).Text;
        Assert.Contains("Quyết định số 4790/QĐ-UBND", result);
        Assert.Contains("Sáng kiến được công nhận bổ sung theo Quyết định số 4790/QĐ-UBND, sau khi ủy viên khác chấm lại theo kiến nghị.", result);
        var remonstrance = await app.Rows(db => db.Remonstrances.Select(item => item.Id).SingleAsync());
        Assert.Contains("Sáng kiến đã được công nhận bổ sung", (await (await app.As(judged.Judging.Author)).Page($"/kien-nghi/bien-nhan/{remonstrance}")).Text);
        Assert.Contains("Kiến nghị KN-2026-0001 đã được trả lời", (await (await app.As(judged.Judging.Author)).Page("/viec")).Text);
        Assert.DoesNotContain("Lý do đã thông báo: không ghi", (await clerk.Page($"/kien-nghi/{remonstrance}")).Text);
        Assert.Contains("50,00 /100", result);   // the first result stays what it was
        Assert.Equal(ranking, await Ranking());
        Assert.Contains("Chưa có sáng kiến nào", (await clerk.Post("/quyet-dinh/soan-bo-sung", ("CycleId", $"{judged.Judging.CycleId}"))).Text);
    }

    [Fact]
    public async Task What_it_recognises_takes_no_place_of_merit()
    {
        var judged = await Rescored();
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Recognised)));
        await app.Rows(db => db.Conclusions.Where(item => item.InitiativeId == judged.Poor).ExecuteUpdateAsync(set => set.SetProperty(item => item.Rank, 1)));
        Given.Sure(await app.Send(new DraftMerit.Command { CycleId = judged.Judging.CycleId }, judged.Judging.Lead.Actor));
        var merit = await app.Rows(db => db.Decisions.SingleAsync(item => item.Kind == DecisionKind.Merit));
        Assert.Equal([judged.Judging.Initiatives[0]], merit.Items.Select(item => item.InitiativeId));
    }

    [Fact]
    public async Task Drafted_by_two_at_once_there_is_one()
    {
        var judged = await Rescored();
        var (one, other) = (await app.As(judged.Judging.Lead), await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN")));
        Task<Answer> Draft(TestUser user) => user.Post("/quyet-dinh/soan-bo-sung", ("CycleId", $"{judged.Judging.CycleId}"));
        var (first, second) = await Together.Do(app, () => Draft(one), () => Draft(other));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], new[] { first.Status, second.Status }.Order());
        Assert.Equal(1, await app.Rows(db => db.Decisions.CountAsync(item => item.Kind == DecisionKind.Supplement)));
    }

    [Theory]
    [InlineData(0.6, RemonstranceOutcome.Reconsider)]
    [InlineData(0.8, RemonstranceOutcome.Kept)]
    public async Task Nothing_is_drafted_from_a_round_that_does_not_pass_or_an_answer_that_keeps_the_result(double share, RemonstranceOutcome outcome)
    {
        var judged = await Rescored((decimal)share, outcome);
        Assert.Contains("Chưa có sáng kiến nào được đề nghị xem xét lại", (await app.Send(new DraftSupplement.Command { CycleId = judged.Judging.CycleId }, judged.Judging.Lead.Actor)).Problems[0].Message);
    }

    [Fact]
    public async Task Before_it_is_published_nobody_outside_is_told_of_it()
    {
        var judged = await Rescored();
        var facts = new HiddenFacts(new Dictionary<string, TestUser>
        {
            ["khách"] = app.Anybody(),
            ["tác giả"] = await app.As(judged.Judging.Author),
            ["báo chí"] = await app.As(await app.Given.Person(Role.Press, "SVHTTDL")),
        });
        await facts.Look(judged.Poor);
        var id = Given.Sure(await app.Send(new DraftSupplement.Command { CycleId = judged.Judging.CycleId }, judged.Judging.Lead.Actor)).Value;
        Given.Sure(await app.Send(new FillDecision.Command { Id = id, Version = 0, Number = 4790, Date = new DateOnly(2026, 11, 25), SignerName = Given.LeaderName, Capacity = LeaderCapacity.DeputyForChairman, ProposalNumber = "340/TTr-SKHCN", ProposalDate = new DateOnly(2026, 11, 25) }, judged.Judging.Lead.Actor));
        Given.Sure(await app.Send(new FreezeDecision.Command { Id = id }, judged.Judging.Lead.Actor));
        Assert.Equal(judged.Poor, id);   // so that its addresses are among those asked for
        Assert.Empty(await facts.Changes(judged.Poor));
    }

    [Fact]
    public async Task What_it_is_drafted_from_is_the_Departments_alone()
    {
        var judged = await Rescored();
        Task<int> Seen(TestPerson person) => app.Rows(async db => await db.For(person.Actor).ReconsideredSheets.CountAsync() + await db.For(person.Actor).ReconsideredAssignments.CountAsync() + await db.For(person.Actor).ReconsideredRemonstrances.CountAsync());
        Assert.Equal(7, await Seen(judged.Judging.Lead));
        foreach (var person in new[] { judged.Judging.Author, judged.Judging.Secretary, judged.Judging.Judge, await app.Given.Person(Role.Appraiser, "SKHCN"), await app.Given.Person(Role.CityLeader, "UBND-TP") }) Assert.Equal(0, await Seen(person));

        // Sheets of that round and no other, locked ones; nothing before the answer, the proposal and the end of the round.
        var judges = judged.Judging.Judges.TakeLast(2).Select(judge => judge.Id).ToList();
        await app.Rows(db => db.Sheets.Where(item => item.InitiativeId == judged.Good && item.PersonId == judges[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Round, 2)));
        await app.Rows(db => db.Assignments.Where(item => item.InitiativeId == judged.Good && item.PersonId == judges[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Round, 2)));
        Assert.Equal(7, await Seen(judged.Judging.Lead));
        await app.Rows(db => db.Sheets.Where(item => item.InitiativeId == judged.Poor && item.PersonId == judges[1]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, SheetStatus.Submitted)));
        Assert.Equal(6, await Seen(judged.Judging.Lead));
        var filed = await app.Rows(db => db.Remonstrances.Select(item => new { item.AnsweredAt, item.RescoringClosedAt }).SingleAsync());
        async Task Without(DateTime? answered, RemonstranceOutcome outcome, DateTime? closed, int seen)
        {
            await app.Rows(db => db.Remonstrances.ExecuteUpdateAsync(set => set.SetProperty(item => item.AnsweredAt, answered).SetProperty(item => item.Outcome, outcome).SetProperty(item => item.RescoringClosedAt, closed)));
            Assert.Equal(seen, await Seen(judged.Judging.Lead));
        }

        await Without(null, RemonstranceOutcome.Reconsider, filed.RescoringClosedAt, 0);
        await Without(filed.AnsweredAt, RemonstranceOutcome.Kept, filed.RescoringClosedAt, 0);
        await Without(filed.AnsweredAt, RemonstranceOutcome.Reconsider, null, 0);
        await Without(filed.AnsweredAt, RemonstranceOutcome.Reconsider, filed.RescoringClosedAt, 6);
    }
}
