using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Home;
using Initiatives.Web.Platform;
using Initiatives.Web.Seeding;
using Initiatives.Web.Seeding.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Seeding;

/// <summary>The demo as it is loaded on a first start: what it promises, and that no invariant is broken by it.</summary>
public sealed class DemoSeedTests(DemoSeedTests.Loaded loaded) : IClassFixture<DemoSeedTests.Loaded>
{
    public sealed class Loaded : IAsyncLifetime
    {
        public TestApp App { get; } = new(runsOwnClock: true);

        public Task InitializeAsync() => DemoSeed.LoadAsync(App.Services, Repository.Path("seed-data"));

        public Task DisposeAsync()
        {
            App.Dispose();
            return Task.CompletedTask;
        }
    }

    private TestApp App => loaded.App;

    [Fact]
    public async Task Every_invariant_holds_on_the_demo()
    {
        await using var output = new StringWriter();
        Assert.True(await InvariantCheck.RunAsync(App.Services, output) == 0, output.ToString());
    }

    [Fact]
    public async Task Last_years_cycle_is_published_with_five_certificates()
    {
        var cycle = await App.Rows(db => db.Cycles.OrderBy(item => item.Year).FirstAsync());
        Assert.Equal(CyclePhase.Published, cycle.Phase);
        var statuses = await App.Rows(db => db.Initiatives.Where(item => item.CycleId == cycle.Id).GroupBy(item => item.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(item => item.Key, item => item.Count));
        Assert.Equal(new Dictionary<InitiativeStatus, int>
        {
            [InitiativeStatus.Recognised] = 17,
            [InitiativeStatus.NotRecognised] = 5,
            [InitiativeStatus.Withdrawn] = 1,
            [InitiativeStatus.Ineligible] = 1,
        }, statuses);
        var certificates = await App.Rows(db => db.Certificates.ToListAsync());
        Assert.Equal(5, certificates.Count);
        Assert.All(certificates, certificate => Assert.True(certificate.IsPrinted));
        Assert.Equal(2, await App.Rows(db => db.Decisions.CountAsync(item => item.Status == DecisionStatus.Published)));
    }

    [Fact]
    public async Task Last_years_list_was_posted_a_remark_handled_and_a_remonstrance_answered()
    {
        var posting = await App.Rows(db => db.Postings.SingleAsync());
        Assert.Equal(17, posting.Items.Count);
        Assert.True((await App.Rows(db => db.Remarks.SingleAsync())).IsHandled);
        var remonstrance = await App.Rows(db => db.Remonstrances.SingleAsync());
        Assert.Equal((1, true, RemonstranceOutcome.Kept), (remonstrance.Number, remonstrance.IsAnswered, remonstrance.Outcome!.Value));
        Assert.Equal(1, await App.Rows(db => db.ScreeningNotices.CountAsync(item => item.Kind == DepartmentNoticeKind.Answer && item.RemonstranceId == remonstrance.Id)));
        Assert.True(remonstrance.AnsweredAt < remonstrance.DueAt);
    }

    [Fact]
    public async Task This_years_cycle_is_in_the_midst_of_judging_and_next_years_is_open()
    {
        var cycles = await App.Rows(db => db.Cycles.OrderBy(item => item.Year).ToListAsync());
        Assert.Equal(3, cycles.Count);
        Assert.Equal(CyclePhase.Judging, cycles[1].Phase);
        Assert.True(IntakeWindow.Of(cycles[2]).Accepts(TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.Equal(9, (await App.Rows(db => db.Councils.SingleAsync(item => item.CycleId == cycles[1].Id))).Members.Count);
        var sheets = await App.Rows(db => db.Sheets.Where(item => item.CycleId == cycles[1].Id).Select(item => item.Status).ToListAsync());
        Assert.Contains(SheetStatus.NotStarted, sheets);
        Assert.Contains(SheetStatus.Draft, sheets);
        Assert.Contains(SheetStatus.Submitted, sheets);
    }

    [Fact]
    public async Task Last_years_council_parted_a_tie_by_ballot_departed_once_from_the_rules_and_corrected_a_vote()
    {
        var ballot = await App.Rows(db => db.TieBallots.SingleAsync());
        Assert.Equal((1, 2), (ballot.Seats, ballot.Lines.Count));
        var resolution = await App.Rows(db => db.Resolutions.SingleAsync());
        Assert.True(resolution.Recommends);
        Assert.Equal(resolution.InitiativeId, (await App.Rows(db => db.Dissents.SingleAsync())).InitiativeId);
        Assert.Single(await App.Rows(db => db.Votes.Where(item => item.CorrectsId != null).ToListAsync()));
        Assert.Equal([OutlierAnswer.Confirm, OutlierAnswer.Revise], (await App.Rows(db => db.OutlierQuestions.Select(item => item.Answer).ToListAsync())).Order());
    }

    [Fact]
    public async Task This_years_judging_has_reviews_papers_a_conflict_one_more_judge_a_change_and_a_sheet_put_aside()
    {
        var cycle = (await App.Rows(db => db.Cycles.OrderBy(item => item.Year).ToListAsync()))[1];
        Assert.True(await App.Rows(db => db.Reviews.CountAsync(item => item.CycleId == cycle.Id && item.SubmittedAt != null)) > 10);
        Assert.Equal([PaperStatus.Waiting, PaperStatus.Verified], (await App.Rows(db => db.PaperSheets.Where(item => item.CycleId == cycle.Id).Select(item => item.Status).ToListAsync())).Order());
        Assert.Equal(1, await App.Rows(db => db.Conflicts.CountAsync(item => item.CycleId == cycle.Id && item.Source == ConflictSource.Declared)));
        Assert.Equal(1, await App.Rows(db => db.Journal.CountAsync(item => item.Action == JournalActions.JudgeAdded.Code)));
        Assert.Equal(1, await App.Rows(db => db.Sheets.CountAsync(item => item.CycleId == cycle.Id && item.IsPutAside)));
        Assert.Equal(1, await App.Rows(db => db.SheetVersions.CountAsync(item => item.Reason.StartsWith("Đọc nhận xét phản biện"))));
    }

    [Theory]
    [InlineData(DemoStop.Assigning, 2)]
    [InlineData(DemoStop.Meeting, 10 * 60)]
    public async Task This_years_cycle_stops_where_it_is_told_to(DemoStop stop, int minutesAfterMidnight)
    {
        using var app = new TestApp(runsOwnClock: true);
        var start = VietnamTime.StartOfDay(VietnamTime.Today(TimeProvider.System.GetUtcNow().UtcDateTime)).AddMinutes(minutesAfterMidnight);
        using var site = app.WithWebHostBuilder(builder => builder.UseSetting("Clock:Start", new DateTimeOffset(start, TimeSpan.Zero).ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        await DemoSeed.LoadAsync(site.Services, Repository.Path("seed-data"), stop);
        var cycle = (await app.Rows(db => db.Cycles.OrderBy(item => item.Year).ToListAsync()))[1];
        var (assigned, open) = (await app.Rows(db => db.Assignments.CountAsync(item => item.CycleId == cycle.Id)), await app.Rows(db => db.OutlierQuestions.CountAsync(item => item.Answer == OutlierAnswer.None)));
        if (stop == DemoStop.Assigning)
        {
            Assert.Equal((CyclePhase.Closed, 0, 0), (cycle.PhaseAt(site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), assigned, open));
            Assert.True(await app.Rows(db => db.Councils.AnyAsync(item => item.CycleId == cycle.Id)));
            Assert.Equal(14, await app.Rows(db => db.Initiatives.CountAsync(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.Eligible)));
        }
        else
        {
            Assert.Equal((CyclePhase.Deliberating, 1), (cycle.Phase, open));
            Assert.Equal(1, await app.Rows(db => db.Assignments.CountAsync(item => item.CycleId == cycle.Id && item.DueAt != null)));
            Assert.Equal(1, await app.Rows(db => db.Sessions.CountAsync(item => item.CycleId == cycle.Id && item.Status == SessionStatus.Planned)));
        }

        await using var output = new StringWriter();
        Assert.True(await InvariantCheck.RunAsync(site.Services, output) == 0, output.ToString());
    }

    [Fact]
    public async Task Every_offered_account_has_something_to_do()
    {
        var offered = DemoAccounts.Offered(App.Services.GetRequiredService<IWebHostEnvironment>());
        Assert.Equal(15, offered.Count);
        foreach (var account in offered)
        {
            var person = await App.Rows(async db =>
            {
                var id = (await db.Users.SingleAsync(user => user.Email == account.Email)).PersonId;
                return await db.People.SingleAsync(item => item.Id == id);
            });
            var work = await App.Send(new WorkList.Query(), person.AsActor());
            Assert.True(work.Items.Count > 0, account.Label);
        }
    }
}
