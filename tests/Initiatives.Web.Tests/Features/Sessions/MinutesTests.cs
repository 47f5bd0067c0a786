using System.Net;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Tests.Documents;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>The session's documents say what was recorded, and only what was announced.</summary>
public sealed class MinutesTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<Pdf> Read(Judging judging, string name)
    {
        var answer = await app.Send(new SessionMinutes.Query(2026, 1), judging.Secretary.Actor);
        if (name == "bien-ban.pdf") return Pdf.Read(answer.Content);
        return Pdf.Read((await app.Send(new VoteCountRecord.Query(2026, 1), judging.Secretary.Actor)).Content);
    }

    /// <summary>Nine members, one in conflict, one who comes late; a ballot that is corrected, a dissent, a resolution, one dossier put off.</summary>
    private async Task<Judging> Meeting()
    {
        var judging = await app.Given.OpenSession(dossiers: 3, judges: 9, absent: 1, share: 0.65m);
        var user = await app.As(judging.Secretary);
        Given.Sure(await app.Send(new Web.Features.Recusals.SetConflict.Command
        {
            Year = 2026,
            InitiativeId = judging.Initiatives[0],
            PersonId = judging.Judges[3].Id,
            Kind = Initiatives.Domain.Councils.ConflictKind.Family,
            Note = "Em ruột của tác giả",
        }, judging.Secretary.Actor));
        await app.Given.Board(judging, 5);
        var first = Given.Path(judging);
        await user.Done(first + "/xet");
        await user.Done(first + "/dien-bien", ("NotesVersion", "1"), ("Presenter", "Lê Thị Hoa"), ("Presentation", "Giải pháp một cửa"), ("Reviews", "Hai phản biện nhất trí"), ("Questions", "Chi phí duy trì bao nhiêu?"));
        (string, string)[] ballot = [("Method", "Paper"), ("Issued", "7"), ("Returned", "7"), ("Valid", "6"), ("Invalid", "1"), ("Reason", "Hiệu quả rõ rệt."), ("Op", "cong-bo")];
        await user.Done(first + "/bieu-quyet", [.. ballot, ("Approving", "5")]);
        app.Clock.Now = Given.Hour(9, 30);
        await user.Done(first + "/bieu-quyet", [.. ballot, ("Approving", "6"), ("CorrectionReason", "Đếm sót một phiếu")]);
        await user.Done(first + "/bao-luu", ("DissentPersonId", $"{judging.Judges[4].Id}"), ("DissentText", "Số liệu còn ngắn"));
        await user.Done(first + "/nghi-quyet", ("ResolutionRecommends", "true"), ("ResolutionText", "Hội đồng đề nghị công nhận vì hiệu quả đã được ba đơn vị xác nhận."), ("ResolutionApproving", "7"), ("ResolutionAgainst", "0"), ("ResolutionAbstaining", "0"));
        await user.Done(Given.Path(judging, 2) + "/hoan", ("PostponeReason", "Chờ số liệu quý III"));
        app.Clock.Now = Given.Hour(10);
        await user.Done("/phien-hop/2026/1/diem-danh",
        [
            ("Version", "2"), ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"), ("ChangedTime", "9:45"),
            .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", "true") }),
        ]);
        return judging;
    }

    [Fact]
    public async Task The_minutes_tell_the_meeting_from_what_was_recorded()
    {
        var judging = await Meeting();
        var minutes = await Read(judging, "bien-ban.pdf");
        minutes.Reads(
            "phiên thứ nhất", "08 giờ 30 phút", "Quyết định số 3987/QĐ-UBND", "Có mặt: 8/9 = 88,89%", "(lý do: đi công tác)",
            $"09 giờ 45 phút: {judging.Judges[8].Name} vào họp", $"Ban kiểm phiếu: {judging.Judges[4].Name} (trưởng ban)",
            $"Không tham gia xem xét hồ sơ này: {judging.Judges[3].Name}", "xung đột lợi ích: là người thân của tác giả",
            "Trình bày (Lê Thị Hoa): Giải pháp một cửa", "Nhận xét phản biện: Hai phản biện nhất trí", "Hỏi đáp: Chi phí duy trì bao nhiêu?",
            "phát ra 07 phiếu, thu về 07 phiếu, hợp lệ 06 phiếu, không hợp lệ 01 phiếu", "đồng ý 6/8 = 75% số thành viên được biểu quyết hồ sơ này (6/9 = 66,67% tổng số thành viên Hội đồng)",
            "Lúc biểu quyết có mặt 08 thành viên", "Đính chính lúc 09:30: thay kết quả công bố lúc 09:00", "lý do: Đếm sót một phiếu",
            "Nghị quyết của Hội đồng: đề nghị công nhận. “Hội đồng đề nghị công nhận vì hiệu quả đã được ba đơn vị xác nhận.” Biểu quyết nghị quyết: đồng ý 7/9 = 77,78%",
            $"Ý kiến bảo lưu: {judging.Judges[4].Name}: Số liệu còn ngắn",
            "Kết luận: đề nghị công nhận theo nghị quyết của Hội đồng (tính theo quy định: không đề nghị công nhận). Lý do ghi khi biểu quyết:",
            "Chờ số liệu quý III");
    }

    [Fact]
    public async Task The_session_s_page_says_of_each_dossier_what_was_recorded_on_it()
    {
        var judging = await Meeting();
        Assert.Contains("bỏ phiếu kín · đã đính chính · nghị quyết 7/9 đồng ý · 1 ý kiến bảo lưu", (await (await app.As(judging.Secretary)).Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task What_was_typed_of_the_discussion_goes_with_the_vote()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        (string, string)[] vote = [("Method", "ShowOfHands"), ("Approving", "3"), ("Against", "0"), ("Abstaining", "0"), ("Reason", "Kết luận của Hội đồng."), ("Presenter", "Lê Thị Hoa"), ("Questions", "Chi phí duy trì?")];
        Assert.Contains("Diễn biến vừa được ghi ở nơi khác.", (await user.Post(Given.Path(judging) + "/bieu-quyet", [.. vote, ("NotesVersion", "7")])).Text);
        await user.Done(Given.Path(judging) + "/bieu-quyet", [.. vote, ("NotesVersion", "0")]);
        (await Read(judging, "bien-ban.pdf")).Reads("Trình bày (Lê Thị Hoa)", "Hỏi đáp: Chi phí duy trì?", "đồng ý 3/3");
        await user.Done(Given.Path(judging) + "/bieu-quyet", [.. vote, ("NotesVersion", "0"), ("CorrectionReason", "Đếm lại cho chắc")]);   // unchanged notes conflict with nothing
    }

    [Fact]
    public async Task A_sheet_that_was_reopened_is_told_with_its_reason()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        Given.Sure(await app.Send(new Web.Features.Scoring.ReopenSheet.Command { SheetId = sheet, Reason = "Chấm nhầm mục E1" }, judging.Secretary.Actor));
        await app.Given.Concluded(judging, 0, approving: 3);
        (await Read(judging, "bien-ban.pdf")).Reads("Phiếu chấm được mở lại:", $"- Phiếu của {judging.Judge.Name} chấm hồ sơ", "mở lại lúc 09:00 ngày 12/11/2026, lý do: Chấm nhầm mục E1.");
    }

    [Fact]
    public async Task The_counting_board_s_record_names_its_members_and_every_count()
    {
        var judging = await Meeting();
        var record = await Read(judging, "bien-ban-kiem-phieu.pdf");
        record.Reads("BIÊN BẢN KIỂM PHIẾU", "phiên họp có 08 thành viên tham dự", "Ban kiểm phiếu gồm 05 người", "Đã được đính chính bằng lần ghi sau.", "Đính chính lúc 09:30: Đếm sót một phiếu.", "6/9 = 66,67%", "6/8 = 75%", "TRƯỞNG BAN", "ỦY VIÊN");
    }

    [Fact]
    public async Task A_count_that_is_not_announced_is_in_no_document()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9);
        await app.Given.Board(judging);
        var user = await app.As(judging.Secretary);
        var before = (await Read(judging, "bien-ban.pdf")).Text;
        await user.Done(Given.Path(judging) + "/bieu-quyet", ("Method", "Paper"), ("Issued", "9"), ("Returned", "9"), ("Valid", "9"), ("Invalid", "0"), ("Approving", "9"), ("Reason", "Hiệu quả rõ rệt."), ("Op", "luu"));
        Assert.Equal(before, (await Read(judging, "bien-ban.pdf")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await user.Get("/phien-hop/2026/1/bien-ban-kiem-phieu.pdf")).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.Get("/phien-hop/2026/1/bien-ban.pdf")).Status);
    }
}
