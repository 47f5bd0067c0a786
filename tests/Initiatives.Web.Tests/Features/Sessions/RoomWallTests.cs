using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Recusals;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>A secretary in conflict, and who acts for him on that one dossier.</summary>
public sealed class RoomWallTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private sealed record Room(Judging Judging, TestPerson StandIn, TestUser Secretary, TestUser Acting);

    /// <summary>The secretary must not come near the first of two dossiers; the third member acts for him on it.</summary>
    private async Task<Room> Open()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 2, judges: 9);
        var clerk = (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor;
        var standIn = judging.Judge with { Actor = judging.Judge.Actor with { Roles = Role.CouncilMember | Role.CouncilSecretary } };
        await app.Rows(async db =>
        {
            var person = await db.People.SingleAsync(item => item.Id == standIn.Id);
            db.Entry(person).Property(item => item.Roles).CurrentValue = Role.CouncilMember | Role.CouncilSecretary;
            return await db.SaveChangesAsync();
        });
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = judging.Initiatives[0], PersonId = judging.Secretary.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, clerk));
        Given.Sure(await app.Send(new NameStandIn.Command { InitiativeId = judging.Initiatives[0], ForPersonId = judging.Secretary.Id, PersonId = standIn.Id, Reason = "có xung đột lợi ích" }, clerk));
        app.Clock.Now = Given.Hour(9);
        Given.Sure(await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select(judge => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = true })],
        }, judging.Secretary.Actor));
        return new Room(judging, standIn, await app.As(judging.Secretary), await app.As(standIn));
    }

    private static (string, string)[] Hands(int approving) => [("Method", "ShowOfHands"), ("Approving", $"{approving}"), ("Against", "0"), ("Abstaining", "0"), ("Reason", "Kết luận của Hội đồng.")];

    [Fact]
    public async Task For_him_the_dossier_is_on_no_agenda_and_its_votes_change_none_of_his_pages()
    {
        var room = await Open();
        var (hidden, seen) = (Given.Path(room.Judging), Given.Path(room.Judging, 1));
        Assert.Equal(HttpStatusCode.NotFound, (await room.Secretary.Get(hidden)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Secretary.Post(hidden + "/bieu-quyet", Hands(8))).Status);
        string[] paths = ["/phien-hop/2026", "/phien-hop/2026/1", seen, "/phien-hop/2026/1/trinh-chieu", "/phien-hop/2026/1/bo-phieu-kin"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await room.Secretary.Page(path)).Comparable);
        await room.Acting.Done(hidden + "/xet");
        await room.Acting.Done(hidden + "/bieu-quyet", Hands(8));
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await room.Secretary.Page(paths[i])).Comparable);
    }

    [Fact]
    public async Task The_stand_in_acts_on_that_dossier_only_and_the_secretary_is_out_of_the_room_for_it()
    {
        var room = await Open();
        Assert.Contains($"{room.Judging.Secretary.Name} ra ngoài và không biểu quyết hồ sơ này vì xung đột lợi ích (là người thân của tác giả).", (await room.Acting.Page(Given.Path(room.Judging))).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Acting.Get(Given.Path(room.Judging, 1))).Status);
        await room.Acting.Done(Given.Path(room.Judging) + "/bieu-quyet", Hands(8));
        Assert.Contains("Chỉ ủy viên thư ký của Hội đồng này được ghi phiên họp.", (await room.Acting.Post("/phien-hop/2026/1/ket-thuc")).Text);
        await room.Secretary.Done(Given.Path(room.Judging, 1) + "/bieu-quyet", Hands(9));
        await room.Secretary.Done("/phien-hop/2026/1/ket-thuc");
        Assert.Equal(CyclePhase.Deciding, await app.Rows(async db => (await db.Cycles.SingleAsync()).Phase));
        Assert.Equal([2, 1], await app.Rows(db => db.Conclusions.OrderBy(item => item.InitiativeId).Select(item => item.Rank).ToListAsync()));   // 9 votes before 8, though he sees one of them only
    }

    [Fact]
    public async Task The_dossier_s_page_shows_what_reviewers_handed_in()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        await app.Given.WrittenReview(judging, judging.Judge, judging.Initiatives[0], "Quy trình rõ, đã chạy thử.");
        foreach (var judge in judging.Judges) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        Given.Sure(await app.Send(new Web.Features.Scoring.CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        app.Clock.Now = Given.Hour(9);
        Given.Sure(await app.Send(new RecordSession.Command { CycleId = judging.CycleId, Date = new DateOnly(2026, 11, 12), Time = "08:30", Place = "Phòng họp số 2", Members = [.. judging.Judges.Select(judge => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = true })] }, judging.Secretary.Actor));
        Assert.Contains("Ưu điểm Quy trình rõ, đã chạy thử.", (await (await app.As(judging.Secretary)).Page(Given.Path(judging))).Text);
    }
}
