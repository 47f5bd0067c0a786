using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Submissions;

public class OutsideArrivalTests
{
    private static readonly Actor Clerk = new(9, "Phạm Thị Thu Hà", 90, Role.IntakeOfficer, SigningCapacity.Head, "Chuyên viên");
    private static readonly Actor Officer = new(12, "Vũ Văn Sơn", 10, Role.UnitOfficer, SigningCapacity.Head, "Chuyên viên");
    private static readonly DateTime Arrived = Some.Closes.AddHours(-8);
    private static readonly DateTime Entered = Some.Closes.AddDays(2);
    private static readonly DossierFile Scan = new(0, AttachmentKind.OutsideScan, "ho-so.pdf", "application/pdf", 1000, new string('a', 64));
    private static readonly OutsideGrounds Grounds = new(OutsideWay.Paper, "1234", Arrived, "77/TTr-UBND", new DateOnly(2026, 9, 28), new OutsideSigner("Đỗ Văn M", "Phó Chủ tịch", SigningCapacity.Deputy), "Vũ Văn Sơn, 0912");
    private static readonly DraftContent Content = new()
    {
        Title = "Quầy một cửa lưu động ở chợ Sắt",
        FieldCode = "LV-C",
        Summary = "Tiểu thương không bỏ sạp đi làm giấy tờ được nên quầy đến tận chợ.",
        Authors = [Some.AuthorLine("Trần Thị K", 60, null), Some.AuthorLine("Lê Văn H", 40, null)],
    };

    private static Result<OutsideEntry> Enter(OutsideGrounds? grounds = null, DraftContent? content = null, IntakeWindow? window = null, DossierFile? scan = null, DateTime? now = null) =>
        Initiative.Enter(Guid.NewGuid(), 10, content ?? Content, grounds ?? Grounds, window ?? Some.Window(), scan ?? Scan, Clerk, now ?? Entered);

    private static string Refused(Result result) => Assert.Single(result.Problems).Message;

    [Fact]
    public void Entered_days_later_it_was_received_when_it_arrived()
    {
        var (initiative, endorsement, arrival) = Enter().Value;
        Assert.Equal((InitiativeStatus.Submitted, InitiativeStatus.Submitted, Arrived, (int?)7, 10, 0), (initiative.Status, initiative.ShownStatus, initiative.SubmittedAt!.Value, initiative.CycleId, initiative.UnitId, initiative.CreatedById));
        Assert.Equal((EndorsementMeans.OnPaper, Arrived, 0, "Đỗ Văn M", SigningCapacity.Deputy, (int?)null), (endorsement.Means, endorsement.At, endorsement.PersonId, endorsement.PersonName, endorsement.Capacity, endorsement.ExtensionId));
        Assert.Equal(ContentDigest.Of(initiative.Content(), [Scan]), endorsement.Digest);
        Assert.Equal(("1234", Arrived, Entered, Scan.Sha256, "Đơn vị chưa xác nhận nội dung nhập thay"), (arrival.ArrivalNumber, arrival.ArrivedAt, arrival.EnteredAt, arrival.ScanSha256, arrival.Warning));
        Assert.False(initiative.MayBeWithdrawnBy(Clerk));
    }

    [Fact]
    public void It_must_have_arrived_in_the_unit_s_window_and_not_in_the_future()
    {
        Assert.Equal("Hồ sơ đến lúc 00:00:00 ngày 1/10/2026, đã quá hạn nhận Kỳ 2026 của đơn vị (hết 23:59:59 ngày 30/9/2026).", Refused(Enter(Grounds with { ArrivedAt = Some.Closes })));
        Assert.True(Enter(Grounds with { ArrivedAt = Some.Closes.AddTicks(-1) }).Ok);
        Assert.Equal("Giờ đến không thể ở sau lúc này.", Refused(Enter(Grounds with { ArrivedAt = Arrived }, now: Arrived.AddTicks(-1))));
        Assert.StartsWith("Giờ đến ở trước khi Kỳ 2026 mở nhận", Refused(Enter(Grounds with { ArrivedAt = Some.Opens.AddTicks(-1), LetterDate = new DateOnly(2026, 6, 1) })), StringComparison.Ordinal);
        Assert.Equal("Kỳ đã mở chấm điểm, không nhập thêm hồ sơ được nữa.", Refused(Enter(window: Some.Window(Some.JudgingCycle()))));
    }

    [Fact]
    public void Nothing_that_makes_it_a_dossier_may_be_missing()
    {
        var empty = Initiative.Enter(Guid.NewGuid(), 10, new DraftContent(), new OutsideGrounds(OutsideWay.Paper, "", null, "", null, new OutsideSigner("", "", SigningCapacity.Head), ""), Some.Window(), null, Clerk, Entered);
        Assert.Equal(["Title", "ArrivalNumber", "ArrivedAt", "LetterNumber", "LetterDate", "SignerName", "SignerPost", "Scan", "FieldCode", "Summary", "Authors"], empty.Problems.Select(problem => problem.Field));
        Assert.StartsWith("Tổng tỷ lệ 60%, còn thiếu 40%.", Refused(Enter(content: Content with { Authors = [Some.AuthorLine("Trần Thị K", 60, null)] })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_confirms_once_and_nobody_else_does()
    {
        var (_, _, arrival) = Enter().Value;
        Assert.Equal("Chỉ cán bộ đầu mối hoặc lãnh đạo của đơn vị xác nhận nội dung.", Refused(arrival.Confirm(10, 0, Officer with { UnitId = 11 }, Entered)));
        Assert.Equal("Chỉ cán bộ đầu mối hoặc lãnh đạo của đơn vị xác nhận nội dung.", Refused(arrival.Confirm(10, 0, Some.Author, Entered)));
        Assert.Equal("Nội dung nhập thay vừa được sửa. Đọc lại rồi trả lời.", Refused(arrival.Confirm(10, 7, Officer, Entered)));
        Assert.True(arrival.Confirm(10, 0, Officer, Entered).Ok);
        Assert.Equal((true, ""), (arrival.IsConfirmed, arrival.Warning));
        Assert.StartsWith("Vũ Văn Sơn đã xác nhận lúc", Refused(arrival.Object(10, 1, "Sai tên", Some.Head)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_put_right_and_asked_again_with_a_new_digest_and_the_same_code()
    {
        var (initiative, endorsement, arrival) = Enter().Value;
        var (code, digest) = (endorsement.Code, endorsement.Digest);
        Assert.Equal("Ghi chỗ nào nhập chưa đúng và đúng ra là gì.", Refused(arrival.Object(10, 0, " ", Officer)));
        Assert.True(arrival.Object(10, 0, "Tỷ lệ của bà K là 70%", Officer).Ok);
        Assert.Equal("Đơn vị báo nhập chưa đúng", arrival.Warning);
        var right = Content with { Authors = [Some.AuthorLine("Trần Thị K", 70, null), Some.AuthorLine("Lê Văn H", 30, null)] };
        Assert.True(arrival.Correct(initiative, endorsement, right, [Scan], 1, Clerk, Entered.AddHours(1)).Ok);
        Assert.Equal((code, ContentDigest.Of(right, [Scan]), Arrived, "", "Trần Thị K (70%)"), (endorsement.Code, endorsement.Digest, endorsement.At, arrival.Objection, endorsement.Sent!.Authors[0]));
        Assert.NotEqual(digest, endorsement.Digest);
        Assert.Empty(ReceiptFaults.OfDigest(initiative, endorsement));
        Assert.True(arrival.Confirm(10, 2, Officer, Entered.AddHours(2)).Ok);
        Assert.Equal("Đơn vị đã xác nhận nội dung, không sửa được nữa.", Refused(arrival.Correct(initiative, endorsement, Content, [Scan], 3, Clerk, Entered.AddHours(3))));
    }

    [Fact]
    public void By_an_extension_the_receipt_says_so()
    {
        var cycle = Some.LaunchedCycle();
        var row = cycle.Extend(10, Some.Closes.AddDays(1), new ExtensionGrounds("a", "b", "c", "d", new DateOnly(2026, 9, 14)), [], Some.Lead, Some.Now).Value.Numbered(5).Notice();
        var (_, endorsement, _) = Enter(Grounds with { ArrivedAt = Some.Closes.AddHours(3), LetterDate = VietnamTime.Today(Some.Closes) }, window: IntakeWindow.Of(cycle, [row], 10)).Value;
        Assert.Equal(5, endorsement.ExtensionId);
    }
}
