using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class UnitLetterTests
{
    private static readonly LetterScan Scan = new("to-trinh.pdf", "application/pdf", 1000, new string('b', 64));
    private static readonly SignedLetterFacts Facts = new(" 125/TTr-UBND ", new DateOnly(2026, 9, 15), "đỗ văn m", "Chủ tịch", SigningCapacity.Head);

    private static UnitLetter Letter(params Initiative[] initiatives) => UnitLetter.Prepare(Guid.NewGuid(), 7, 2026,
        [.. initiatives.Select(item => new LetterEntry(item.Id, item.Title, ["Nguyễn Thị An: 100%"], "c) Cải cách", "", ContentDigest.Of(item.Content(), [])))],
        "Đỗ Văn M", SigningCapacity.Head, Some.Author, Some.Now).Value.Numbered(3);

    private static UnitLetter Signed(params Initiative[] initiatives)
    {
        var letter = Letter(initiatives);
        Assert.True(letter.Send(Facts, Scan, Some.Author, Some.Now, Some.Now).Ok);
        return letter;
    }

    private static EndorsementGrounds Grounds(bool another = false) => new(null, [], another);

    [Fact]
    public void A_letter_without_a_dossier_is_none() =>
        Assert.Equal("Chọn ít nhất một hồ sơ đang chờ thủ trưởng.", Assert.Single(UnitLetter.Prepare(Guid.NewGuid(), 7, 2026, [], "", SigningCapacity.Head, Some.Author, Some.Now).Problems).Message);

    [Fact]
    public void What_stands_on_the_signed_letter_is_asked_for_in_full_and_no_day_lies_ahead_or_before_the_letter()
    {
        var letter = Letter(Some.Awaiting());
        Assert.Equal(["Number", "Date", "SignerName", "SignerPost"], letter.Check(new("", null, " ", "", SigningCapacity.Head), Some.Now).Select(problem => problem.Field));
        Assert.Equal("Ngày ký không thể ở sau hôm nay.", Assert.Single(letter.Check(Facts with { Date = new DateOnly(2026, 9, 16) }, Some.Now)).Message);
        Assert.Equal("Ngày ký không thể trước ngày lập tờ trình (15/9/2026).", Assert.Single(letter.Check(Facts with { Date = new DateOnly(2026, 9, 14) }, Some.Now)).Message);
        Assert.Empty(letter.Check(Facts, Some.Now));
    }

    [Fact]
    public void A_request_that_arrived_before_the_letter_or_its_dossier_stood_there_sends_neither()
    {
        var initiative = Some.Awaiting();
        var early = Some.Now.AddSeconds(-1);
        Assert.Equal("Tờ trình được lập sau lúc yêu cầu của bạn đến máy chủ. Tải lại trang rồi gửi lại.", Assert.Single(Letter(initiative).Send(Facts, Scan, Some.Author, early, Some.Now).Problems).Message);
        Assert.Equal("Hồ sơ được trình sau lúc yêu cầu của bạn đến máy chủ. Tải lại trang rồi gửi lại tờ trình.",
            Assert.Single(initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), Signed(initiative), initiative.StatusSince.AddTicks(-1)).Problems).Message);
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, initiative.Status);
    }

    [Fact]
    public void Sent_or_cancelled_it_is_neither_sent_nor_cancelled_again()
    {
        var sent = Signed(Some.Awaiting());
        Assert.Equal(("125/TTr-UBND", "Tờ trình số 125/TTr-UBND ngày 15/9/2026", UnitLetterStatus.Sent), (sent.Number, sent.Name, sent.Status));
        Assert.Equal("Tờ trình này đã gửi lúc 09:00:00 ngày 15/9/2026.", Assert.Single(sent.Send(Facts, Scan, Some.Author, Some.Now, Some.Now).Problems).Message);
        Assert.False(sent.Cancel(Some.Now).Ok);
        var cancelled = Letter(Some.Awaiting());
        Assert.True(cancelled.Cancel(Some.Now).Ok);
        Assert.False(cancelled.Cancel(Some.Now).Ok);
        Assert.False(cancelled.Send(Facts, Scan, Some.Author, Some.Now, Some.Now).Ok);
    }

    [Fact]
    public void It_sends_each_dossier_as_it_was_and_names_letter_signer_and_capacity()
    {
        var initiative = Some.Awaiting();
        var letter = Signed(initiative);
        var endorsement = initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), letter, Some.Now).Value;
        Assert.Equal((EndorsementMeans.SignedLetter, (int?)3, "đỗ văn m", "Chủ tịch", 0, Some.Now), (endorsement.Means, endorsement.LetterId, endorsement.PersonName, endorsement.Post, endorsement.PersonId, endorsement.At));
        Assert.Equal((InitiativeStatus.Submitted, (DateTime?)Some.Now), (initiative.Status, initiative.SubmittedAt));
        Assert.Equal("Hồ sơ đã gửi lúc 09:00:00 ngày 15/9/2026.", Assert.Single(initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), letter, Some.Now).Problems).Message);
        Assert.Empty(LetterFaults.Of(letter, [endorsement]));
        Assert.NotEmpty(LetterFaults.Of(letter, []));
        Assert.NotEmpty(LetterFaults.OfEndorsements([endorsement], new HashSet<int>()));
        Assert.Empty(LetterFaults.OfEndorsements([endorsement], new HashSet<int> { 3 }));
    }

    [Fact]
    public void A_dossier_that_says_something_else_now_is_not_sent_by_it()
    {
        var initiative = Some.Awaiting();
        var letter = Signed(initiative);
        var file = new DossierFile(1, AttachmentKind.Evidence, "a.pdf", "application/pdf", 1, new string('c', 64));
        Assert.Equal("Nội dung hoặc tài liệu đã thay đổi từ khi lập tờ trình.", Assert.Single(initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), new EndorsementGrounds(null, [file], false), letter, Some.Now).Problems).Message);
        Assert.False(Some.Awaiting(101).EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), letter, Some.Now).Ok);
        Assert.True(initiative.ReturnToAuthors("Sửa lại", Some.Now).Ok);
        Assert.Equal("Hồ sơ không còn ở bước chờ thủ trưởng.", Assert.Single(initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), letter, Some.Now).Problems).Message);
    }

    [Fact]
    public void The_instant_of_arrival_decides_and_an_author_does_not_sign_while_another_could()
    {
        var initiative = Some.Awaiting();
        var late = initiative.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(), Signed(initiative), Some.Closes);
        Assert.StartsWith("Đã quá hạn nhận hồ sơ Kỳ 2026", Assert.Single(late.Problems).Message, StringComparison.Ordinal);
        var letter = Letter(initiative);
        Assert.True(letter.Send(Facts with { SignerName = "nguyễn thị an" }, Scan, Some.Author, Some.Now, Some.Now).Ok);
        var own = Some.Awaiting();
        Assert.True(own.ReturnToAuthors("Bỏ tài khoản", Some.Now).Ok);
        Assert.True(own.Revise(Some.Complete(Some.AuthorLine(personId: null)), own.Version, Some.Author, Some.Now).Ok);
        Assert.True(own.SendToHead(own.Version, Some.Now).Ok);
        Assert.Equal("Người ký tờ trình là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị ký thay.", Assert.Single(own.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(another: true), LetterFor(own), Some.Now).Problems).Message);
        Assert.True(own.EndorseByLetter(IntakeWindow.Of(Some.LaunchedCycle()), Grounds(another: false), LetterFor(own), Some.Now).Ok);

        static UnitLetter LetterFor(Initiative item)
        {
            var letter = Letter(item);
            Assert.True(letter.Send(Facts with { SignerName = "nguyễn thị an" }, Scan, Some.Author, Some.Now, Some.Now).Ok);
            return letter;
        }
    }
}
