using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Councils;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>A cycle in which scoring is open.</summary>
/// <param name="Judges">All members in the order in which they were made: the chair, the secretary, then members.</param>
/// <param name="Author">Wrote every dossier.</param>
public sealed record Judging(int CycleId, int Year, IReadOnlyList<TestPerson> Judges, TestPerson Lead, TestPerson Author, IReadOnlyList<int> Initiatives)
{
    public TestPerson Chair => Judges[0];
    public TestPerson Secretary => Judges[1];
    public TestPerson Judge => Judges[2];
}

public sealed partial class Given
{
    /// <summary>Scoring is open until 30/10/2026: dossiers of one unit, judges of others, nothing scored yet.</summary>
    /// <param name="judges">Members of the council, the secretary among them.</param>
    /// <param name="conflicted">The last member works in the dossiers' unit and gets none of them.</param>
    public async Task<Judging> OpenScoring(int dossiers = 2, int judges = 3, bool conflicted = false, CycleSettings? settings = null)
    {
        var author = await Person(Role.Author, "11311");
        var lead = await Person(Role.DepartmentLead, await CodeOfUnit(1));
        var members = new List<TestPerson>();
        for (var i = 0; i < judges; i++)
        {
            var unit = conflicted && i == judges - 1 ? "11311" : await CodeOfUnit(i + 2);
            members.Add(await Person(i == 1 ? Role.CouncilMember | Role.CouncilSecretary : Role.CouncilMember, unit));
        }

        var (cycleId, initiatives) = await app.Rows(async db =>
        {
            var rubric = await db.Rubrics.SingleAsync();
            var cycle = Need(Cycle.Prepare(2026, VietnamTime.StartOfDay(new(2026, 8, 1)), VietnamTime.EndOfDay(new(2026, 9, 30)), new(2026, 11, 30), settings ?? new CycleSettings(), rubric.Id, false));
            Need(cycle.WriteNotice(new LaunchNotice("V/v phát động", string.Join(' ', Enumerable.Repeat("nội dung", 20)), "1/UBND", new(2026, 8, 1), "Người Ký", "Chủ tịch")));
            Need(cycle.Launch(VietnamTime.StartOfDay(new(2026, 8, 1))));
            db.Add(cycle);
            await db.SaveChangesAsync();
            var made = new List<Initiative>();
            for (var i = 1; i <= dossiers; i++) made.Add(Eligible(cycle, author, i));
            db.AddRange(made);
            var nominations = new List<Nomination>();
            for (var i = 0; i < members.Count; i++)
            {
                var id = members[i].Id;
                var person = await db.People.SingleAsync(item => item.Id == id);
                nominations.Add(new Nomination(person, "Đơn vị", i == 0 ? CouncilPost.Chair : i == 1 ? CouncilPost.Secretary : CouncilPost.Member));
            }

            db.Add(Need(Initiatives.Domain.Councils.Council.Establish(cycle.Id, "Hội đồng đánh giá sáng kiến cải cách hành chính", EstablishingAuthority.CityCommittee, "3987/QĐ-UBND", new(2026, 10, 5), nominations)));
            await db.SaveChangesAsync();
            return (cycle.Id, made.ConvertAll(item => item.Id));
        });
        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 10, 12, 9, 0, 0));
        Need(await app.Send(new AssignJudges.Command { Year = 2026 }, lead.Actor));
        Need(await app.Send(new OpenScoring.Command { Year = 2026, DueOn = new DateOnly(2026, 10, 30), Confirm = true }, lead.Actor));
        return new Judging(cycleId, 2026, members, lead, author, initiatives);
    }

    /// <summary>Every judge has handed in every sheet and scoring is closed: <paramref name="share"/> of each maximum, on the step.</summary>
    public async Task<Judging> ClosedScoring(int dossiers = 2, int judges = 3, bool conflicted = false, CycleSettings? settings = null, decimal share = 0.8m)
    {
        var judging = await OpenScoring(dossiers, judges, conflicted, settings);
        foreach (var judge in judging.Judges)
            foreach (var initiative in judging.Initiatives)
                if (await SheetId(judge, initiative) is { } sheet) await HandIn(judge, sheet, share);
        Need(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        return judging;
    }

    /// <summary>Scoring is closed and the council meets, all present but <paramref name="absent"/> of its last members.</summary>
    public async Task<Judging> OpenSession(int dossiers = 2, int judges = 3, int absent = 0, bool conflicted = false, CycleSettings? settings = null, decimal share = 0.8m)
    {
        var judging = await ClosedScoring(dossiers, judges, conflicted, settings, share);
        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 11, 12, 9, 0, 0));
        Need(await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select((judge, i) => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = i < judges - absent, Reason = i < judges - absent ? "" : "đi công tác" })],
        }, judging.Secretary.Actor));
        return judging;
    }

    /// <summary>A judge's sheet for a dossier; null when he was not assigned.</summary>
    public Task<int?> SheetId(TestPerson judge, int initiativeId) =>
        app.Rows(db => db.Sheets.Where(sheet => sheet.PersonId == judge.Id && sheet.InitiativeId == initiativeId).Select(sheet => (int?)sheet.Id).SingleOrDefaultAsync());

    /// <summary>Fills a sheet with a share of each maximum and hands it in.</summary>
    public async Task HandIn(TestPerson judge, int sheetId, decimal share)
    {
        var (rubric, version) = await app.Rows(async db => ((await db.Rubrics.SingleAsync()).Content, await db.Sheets.Where(sheet => sheet.Id == sheetId).Select(sheet => sheet.Version).SingleAsync()));
        Need(await app.Send(new SaveScoreSheet.Command
        {
            Id = sheetId,
            Version = version,
            Points = rubric.SubCriteria.ToDictionary(part => part.Code, part => VietnameseNumber.Format(Math.Floor(part.Max * share / rubric.Step) * rubric.Step)),
            Comments = rubric.Criteria.ToDictionary(criterion => criterion.Code, _ => "Nhận xét đủ rõ."),
            Reason = "Chấm lại",
            Op = "nop",
        }, judge.Actor));
    }

    private static Initiative Eligible(Cycle cycle, TestPerson author, int number)
    {
        var words = string.Join(' ', Enumerable.Repeat("từng bước", 40));
        var at = VietnamTime.ToUtc(new DateTime(2026, 9, 10, 9, 0, 0));
        var content = new DraftContent
        {
            Title = $"Sáng kiến thử số {number} về thủ tục hành chính",
            SolutionType = default(SolutionType),
            FieldCode = "LV-C",
            FirstAppliedOn = new DateOnly(2026, 1, 5),
            Summary = "Rút ngắn thời gian giải quyết thủ tục cho người dân ở cấp xã.",
            PriorSituation = words,
            Solution = SafeHtml.FromCleaned($"<p>{words}</p>"),
            Novelty = words,
            Scope = "Toàn thành phố",
            ReplicationConditions = "Không cần thêm kinh phí",
            Authors = [new AuthorContent(author.Id, author.Name, new DateOnly(1987, 3, 14), "Đơn vị", "Chuyên viên", "Đại học", 100)],
            Effects = [new EffectContent("Thời gian giải quyết", "15", "2", "ngày", "Thống kê phần mềm một cửa")],
        };
        var initiative = Need(Initiative.Start(Guid.NewGuid(), content, author.Actor, at));
        Need(initiative.SendToHead(initiative.Version, at));
        Need(initiative.Endorse(IntakeWindow.Of(cycle), new EndorsementGrounds(null, [], AnotherHeadMay: false), author.Actor with { Roles = Role.UnitHead }, at));
        initiative.Register(number);
        Need(initiative.MarkAppraised(at));
        Need(initiative.Settle(true, "", at));
        return initiative;
    }

    /// <summary>Code of some unit other than the one in which tests write.</summary>
    private Task<string> CodeOfUnit(int number) =>
        app.Rows(db => db.Units.Where(unit => unit.Code != "11311").OrderBy(unit => unit.Id).Skip(number).Select(unit => unit.Code).FirstAsync());

    private static T Need<T>(Result<T> result)
    {
        Assert.True(result.Ok, string.Join(" ", result.Problems));
        return result.Value;
    }

    private static void Need(Result result) => Assert.True(result.Ok, string.Join(" ", result.Problems));
}
