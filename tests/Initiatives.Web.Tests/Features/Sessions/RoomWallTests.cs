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
    private async Task<Room> Open(CycleSettings? settings = null)
    {
        var judging = await app.Given.ClosedScoring(dossiers: 2, judges: 9, settings: settings);
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
        await room.Secretary.Done(seen + "/xet");
        await room.Secretary.Page(seen);   // says what was done, once
        string[] paths = ["/phien-hop/2026", "/phien-hop/2026/1", seen, "/phien-hop/2026/1/diem-danh", "/phien-hop/2026/1/ban-kiem-phieu", "/phien-hop/2026/1/trinh-chieu", "/phien-hop/2026/lap", "/xep-hang/2026", "/viec"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await room.Secretary.Page(path)).Comparable);
        app.Clock.Now = Given.Hour(9, 5);
        await room.Acting.Done(hidden + "/xet");
        await room.Acting.Done(hidden + "/bieu-quyet", [.. Hands(8), ("Op", "luu")]);
        await room.Acting.Done(hidden + "/bieu-quyet", Hands(8));
        app.Clock.Now = Given.Hour(9);
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await room.Secretary.Page(paths[i])).Comparable);
    }

    [Fact]
    public async Task He_cannot_end_the_session_over_what_his_stand_in_has_begun_and_is_told_nothing_of_it()
    {
        var room = await Open();
        const string Neutral = "Người thay thế ông/bà chưa hoàn tất phần việc của mình trong phiên; phiên họp chưa kết thúc được.";
        await room.Secretary.Done(Given.Path(room.Judging, 1) + "/bieu-quyet", Hands(9));
        await room.Acting.Done(Given.Path(room.Judging) + "/xet");
        Assert.Contains(Neutral, (await room.Secretary.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);
        await room.Acting.Done(Given.Path(room.Judging) + "/bieu-quyet", [.. Hands(8), ("Op", "luu")]);
        Assert.Contains(Neutral, (await room.Secretary.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);
        Assert.Equal(Initiatives.Domain.Sessions.SessionStatus.Open, await app.Rows(async db => (await db.Sessions.SingleAsync()).Status));
        await room.Acting.Done(Given.Path(room.Judging) + "/bo-so-phieu");
        Assert.Equal(1, await app.Rows(db => db.Votes.CountAsync()));
        await room.Acting.Done(Given.Path(room.Judging) + "/hoan", ("PostponeReason", "Chờ số liệu quý III"));
        await room.Secretary.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
    }

    [Fact]
    public async Task After_a_session_that_left_his_stand_in_s_dossier_untouched_another_one_is_planned_without_his_choosing()
    {
        var room = await Open();
        await room.Secretary.Done(Given.Path(room.Judging, 1) + "/bieu-quyet", Hands(9));
        await room.Secretary.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deliberating, await app.Rows(async db => (await db.Cycles.SingleAsync()).Phase));
        Assert.Contains("Lập phiên họp tiếp theo", (await room.Secretary.Page("/phien-hop/2026/1")).Text);
        Assert.Contains("việc của Hội đồng chưa xong", (await room.Secretary.Page("/phien-hop/2026")).Text);
        Assert.Equal("/phien-hop/2026/2", await room.Secretary.Done("/phien-hop/2026/lap", ("Date", "12/11/2026"), ("Time", "8:45"), ("Place", "Phòng họp số 2")));
        await room.Secretary.Done("/phien-hop/2026/2/diem-danh",
        [
            ("Date", "12/11/2026"), ("Time", "8:45"), ("Place", "Phòng họp số 2"),
            .. room.Judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", "true") }),
        ]);
        await room.Acting.Done(Given.Path(room.Judging, 0, 2) + "/bieu-quyet", Hands(8));
        await room.Secretary.Done("/phien-hop/2026/2/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deciding, await app.Rows(async db => (await db.Cycles.SingleAsync()).Phase));
    }

    [Fact]
    public async Task Who_stands_in_for_the_secretary_is_not_called_the_secretary()
    {
        var room = await Open();
        var (clerk, other) = ((await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor, room.Judging.Initiatives[1]);
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = other, PersonId = room.Judging.Lead.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, clerk));
        Given.Sure(await app.Send(new NameStandIn.Command { InitiativeId = other, ForPersonId = room.Judging.Lead.Id, PersonId = room.StandIn.Id, Reason = "" }, clerk));   // there he only reads
        Assert.Contains("Thư ký Hội đồng", (await room.Secretary.Page("/viec")).Text);
        Assert.DoesNotContain("Thư ký Hội đồng", (await room.Acting.Page("/viec")).Text);
        var work = await room.Acting.Page("/viec");
        Assert.Contains("Ủy viên Hội đồng", work.Text);
        Assert.Contains("Ghi kết luận 1 hồ sơ bạn thay thư ký, kỳ 2026", work.Text);
        Assert.DoesNotContain("Ghi phiên họp Hội đồng", work.Text);
        await room.Acting.Done(Given.Path(room.Judging) + "/bieu-quyet", Hands(8));
        Assert.DoesNotContain("hồ sơ bạn thay thư ký", (await room.Acting.Page("/viec")).Text);
    }

    [Fact]
    public async Task A_tie_is_for_the_chair_where_the_secretary_is_in_conflict_and_for_him_there_is_none()
    {
        var room = await Open(new CycleSettings { MaxMerit = 1 });
        const string Path = "/phien-hop/2026/1/bo-phieu-kin";
        var chair = await app.As(room.Judging.Chair);
        for (var i = 0; i < 2; i++) await (i == 0 ? room.Acting : room.Secretary).Done(Given.Path(room.Judging, i) + "/bieu-quyet", [.. Hands(8).Where(field => field.Item1 != "Against"), ("Against", i == 0 ? "0" : "1")]);
        await app.Given.Board(room.Judging, 4);
        foreach (var user in new[] { room.Secretary, room.Acting })
        {
            Assert.Contains("Không có lần bỏ phiếu kín nào để bạn ghi hay xem.", (await user.Page(Path)).Text);
            Assert.Contains("Không có hồ sơ nào bằng nhau ở suất cuối cùng.", (await user.Post(Path, ("Issued", "8"))).Text);
        }

        Assert.DoesNotContain("bo-phieu-kin", (await room.Secretary.Page("/phien-hop/2026/1")).Body);
        Assert.Contains("chưa hoàn tất phần việc của mình", (await room.Secretary.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);
        Assert.Contains($"Người ghi kết quả bỏ phiếu kín: {room.Judging.Chair.Name}", (await (await app.As(room.Judging.Lead)).Page(Path)).Text);

        Assert.Contains("Bỏ phiếu kín chọn suất Bằng khen cuối kỳ 2026", (await chair.Page("/viec")).Text);
        Assert.Contains("2 hồ sơ cùng hạng 1, còn 1 suất.", (await chair.Page(Path)).Text);
        await chair.Done(Path, ("Issued", "8"), ("Returned", "8"), ("Valid", "8"), ("Invalid", "0"), ($"Votes[{room.Judging.Initiatives[0]}]", "3"), ($"Votes[{room.Judging.Initiatives[1]}]", "5"));
        Assert.DoesNotContain("Bỏ phiếu kín chọn", (await chair.Page("/viec")).Text);
        Assert.DoesNotContain("Bỏ phiếu kín", (await room.Secretary.Page("/xep-hang/2026")).Text);
        await room.Secretary.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal([2, 1], await app.Rows(db => db.Conclusions.OrderBy(item => item.InitiativeId).Select(item => item.Rank).ToListAsync()));
    }

    private async Task Name(Room room, TestPerson instead, TestPerson person) => Given.Sure(await app.Send(
        new NameStandIn.Command { InitiativeId = room.Judging.Initiatives[0], ForPersonId = instead.Id, PersonId = person.Id, Reason = "người trước vắng" }, (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor));

    [Fact]
    public async Task What_a_former_stand_in_counted_is_gone_once_another_announces_and_never_corrects_what_came_after_it()
    {
        var room = await Open();
        var (path, other) = (Given.Path(room.Judging) + "/bieu-quyet", room.Judging.Judges[3]);
        (string, string)[] Count(int approving, string correction = "") => [("Method", "ShowOfHands"), ("Approving", $"{approving}"), ("Against", $"{8 - approving}"), ("Abstaining", "0"), ("Reason", "Kết luận của Hội đồng."), ("CorrectionReason", correction)];
        await room.Acting.Done(path, [.. Count(8), ("Op", "luu")]);
        await Name(room, room.Judging.Secretary, other);
        await (await app.As(other)).Done(path, Count(7));
        Assert.Equal(1, await app.Rows(db => db.Votes.CountAsync()));
        await Name(room, room.Judging.Secretary, room.StandIn);
        await room.Acting.Done(path, Count(2, "Đếm lại phiếu"));
        var last = await app.Rows(db => db.Votes.OrderByDescending(item => item.Id).FirstAsync());
        Assert.Equal((2, false), (last.Approving, await app.Rows(db => db.Conclusions.Select(item => item.IsRecommended).SingleAsync())));
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
    }

    [Fact]
    public async Task Who_stands_in_for_a_lead_reads_as_the_lead_would_and_writes_nothing()
    {
        var room = await Open();
        var (path, reader, dossier) = (Given.Path(room.Judging, 1), room.Judging.Judges[3], room.Judging.Initiatives[1]);
        var clerk = (await app.Given.Person(Role.IntakeOfficer, "SKHCN")).Actor;
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossier, PersonId = room.Judging.Lead.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, clerk));
        Given.Sure(await app.Send(new NameStandIn.Command { InitiativeId = dossier, ForPersonId = room.Judging.Lead.Id, PersonId = reader.Id, Reason = "" }, clerk));
        var user = await app.As(reader);
        Assert.DoesNotContain("/bieu-quyet\"", (await user.Page(path)).Body);
        Assert.Contains("Chỉ ủy viên thư ký của Hội đồng này, hoặc người thay cho hồ sơ này", (await user.Post(path + "/bieu-quyet", Hands(9))).Text);
        var sheet = await app.Given.SheetId(room.Judging.Judge, dossier);
        Assert.Contains("Chỉ ủy viên thư ký của Hội đồng này được mở lại phiếu.", (await user.Post($"/phieu/{sheet}/mo-lai", ("Reason", "Sửa giúp một chút"))).Text);
        Assert.Contains("Chỉ ủy viên thư ký hoặc người thay thư ký", (await user.Post($"/bat-dong/2026/{dossier}/hoi", ("SheetId", $"{sheet}"), ("Text", "Vì sao thấp?"))).Text);
        Assert.Equal(0, await app.Rows(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task The_stand_in_acts_on_that_dossier_only_and_the_secretary_is_out_of_the_room_for_it()
    {
        var room = await Open();
        Assert.Contains($"{room.Judging.Secretary.Name} ra ngoài và không biểu quyết hồ sơ này vì xung đột lợi ích (là người thân của tác giả).", (await room.Acting.Page(Given.Path(room.Judging))).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Acting.Get(Given.Path(room.Judging, 1))).Status);
        await room.Acting.Done(Given.Path(room.Judging) + "/bieu-quyet", Hands(8));
        Assert.Contains("Chỉ ủy viên thư ký của Hội đồng này được ghi phiên họp.", (await room.Acting.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);
        await room.Secretary.Done(Given.Path(room.Judging, 1) + "/bieu-quyet", Hands(9));
        await room.Secretary.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
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
