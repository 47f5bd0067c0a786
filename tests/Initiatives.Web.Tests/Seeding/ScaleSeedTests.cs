using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Seeding;
using Initiatives.Web.Seeding.Scale;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Seeding;

/// <summary>The big cycle in small: every phase of it is sound data.</summary>
public sealed class ScaleSeedTests
{
    private static readonly ScaleOptions Small = new() { Dossiers = 12, Queue = 5, Drafts = 2, Past = 3, Judges = 6, SheetsPer = 3 };

    [Theory]
    [InlineData(ScalePhase.Intake)]
    [InlineData(ScalePhase.Screening)]
    [InlineData(ScalePhase.Judging)]
    [InlineData(ScalePhase.Closed)]
    public async Task Every_invariant_holds_in_every_phase(ScalePhase phase)
    {
        using var app = new TestApp(runsOwnClock: true);
        await ScaleSeed.LoadAsync(app.Services, Repository.Path("seed-data"), Small with { Phase = phase }, TextWriter.Null);
        await using var output = new StringWriter();
        Assert.True(await InvariantCheck.RunAsync(app.Services, output) == 0, output.ToString());
        Assert.Equal(3, await app.Rows(db => db.Initiatives.CountAsync(item => item.Status == InitiativeStatus.Recognised)));
        Assert.Equal(phase == ScalePhase.Intake ? 14 : 2, await app.Rows(db => db.Initiatives.CountAsync(item => item.Status == InitiativeStatus.Draft)));
        Assert.Equal(phase == ScalePhase.Screening ? 5 : 0, await app.Rows(db => db.Initiatives.CountAsync(item => item.Status == InitiativeStatus.Submitted)));
        Assert.Equal(phase >= ScalePhase.Judging ? 36 : 0, await app.Rows(db => db.Sheets.CountAsync()));
        Assert.Equal(phase == ScalePhase.Closed ? 36 : 0, await app.Rows(db => db.Sheets.CountAsync(sheet => sheet.Status == SheetStatus.Locked && sheet.SubmittedAt != null)));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_points()
    {
        Assert.Equal(await Totals(7), await Totals(7));
        Assert.NotEqual(await Totals(7), await Totals(8));

        static async Task<string> Totals(int seed)
        {
            using var app = new TestApp(runsOwnClock: true);
            await ScaleSeed.LoadAsync(app.Services, Repository.Path("seed-data"), Small with { Phase = ScalePhase.Closed, Seed = seed }, TextWriter.Null);
            return string.Join(' ', await app.Rows(db => db.Sheets.OrderBy(sheet => sheet.InitiativeId).ThenBy(sheet => sheet.PersonId).Select(sheet => sheet.Total).ToListAsync()));
        }
    }

    [Theory]
    [InlineData("Không đọc được --phase 3.", "--phase", "3")]
    [InlineData("Không đọc được --dossiers nhiều.", "--dossiers", "nhiều")]
    [InlineData("Thiếu giá trị của --seed.", "--seed")]
    [InlineData("Mỗi hồ sơ cần ít người chấm hơn số thành viên Hội đồng.", "--judges", "5", "--sheets-per", "5")]
    public void An_option_that_cannot_be_read_is_refused_with_a_sentence(string problem, params string[] args) =>
        Assert.Equal((null, problem), ScaleOptions.Read(args));
}
