using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Recognition;

public sealed class PostingTests
{
    /// <summary>Friday 20/11/2026, 9:00 in Việt Nam.</summary>
    private static readonly DateTime Friday = VietnamTime.ToUtc(new DateTime(2026, 11, 20, 9, 0, 0));

    private static Cycle Deciding(int days = 5)
    {
        var cycle = Some.JudgingCycle(new CycleSettings { PostingWorkingDays = days });
        Assert.True(cycle.CloseScoring(Friday).Ok);
        Assert.True(cycle.StartDeciding(0).Ok);
        return cycle;
    }

    private static PostedInitiative Line(int id, string title) => new(0, id, title, "Phường Hồng Bàng", "Cải cách thủ tục hành chính", "Nguyễn Thị An");

    private static Posting Posted(Cycle? cycle = null, params PostedInitiative[] lines) =>
        Posting.Post(cycle ?? Deciding(), lines.Length == 0 ? [Line(1, "Ươm mầm"), Line(2, "Áp dụng chữ ký số"), Line(3, "Đường dây nóng")] : lines, null, "", Some.Lead, Friday).Value;

    [Fact]
    public void The_days_begin_on_the_day_after_and_leave_out_the_weekend() =>
        Assert.Equal("hết 23:59:59 ngày 27/11/2026", VietnamTime.Deadline(Posted().ClosesAt));

    [Fact]
    public void Lines_stand_in_Vietnamese_order_of_titles()
    {
        var posting = Posted();
        Assert.Equal([(1, 2), (2, 3), (3, 1)], posting.Items.Select(item => (item.Number, item.InitiativeId)));
    }

    [Fact]
    public void It_takes_remarks_from_its_first_instant_to_its_last()
    {
        var posting = Posted();
        Assert.False(posting.TakesRemarksAt(Friday.AddTicks(-1)));
        Assert.True(posting.TakesRemarksAt(Friday));
        Assert.True(posting.TakesRemarksAt(posting.ClosesAt.AddTicks(-1)));
        Assert.False(posting.TakesRemarksAt(posting.ClosesAt));
    }

    [Fact]
    public void Only_a_list_after_the_council_is_posted_and_only_where_the_cycle_posts()
    {
        Assert.False(Posting.Post(Some.JudgingCycle(), [Line(1, "A")], null, "", Some.Lead, Friday).Ok);
        Assert.False(Posting.Post(Deciding(0), [Line(1, "A")], null, "", Some.Lead, Friday).Ok);
        Assert.False(Posting.Post(Deciding(), [], null, "", Some.Lead, Friday).Ok);
    }

    [Fact]
    public void The_decision_waits_for_posting_list_days_and_answers_in_this_order()
    {
        var settings = new CycleSettings();
        var posting = Posted();
        string Refusal(Posting? last, int[] named, int open, DateTime now) => Posting.AllowsSigning(settings, last, named, open, now) is { Ok: false } no ? no.Problems[0].Message : "";
        Assert.StartsWith("Chưa niêm yết", Refusal(null, [1], 0, Friday));
        Assert.StartsWith("Danh sách trong dự thảo khác", Refusal(posting, [1, 2], 0, posting.ClosesAt));
        Assert.StartsWith("Danh sách đang được niêm yết đến hết 23:59:59 ngày 27/11/2026", Refusal(posting, [3, 2, 1], 0, posting.ClosesAt.AddTicks(-1)));
        Assert.StartsWith("Còn 2 góp ý", Refusal(posting, [1, 2, 3], 2, posting.ClosesAt));
        Assert.Equal("", Refusal(posting, [1, 2, 3], 0, posting.ClosesAt));
        Assert.True(Posting.AllowsSigning(settings with { PostingWorkingDays = 0 }, null, [1], 0, Friday).Ok);
    }

    [Theory]
    [InlineData("0912 345 678", true)]
    [InlineData("(0225) 3.842-123", true)]
    [InlineData("+84 912 345 678", true)]
    [InlineData("dan@phuong.example", true)]
    [InlineData("12345678", false)]
    [InlineData("1234567890123", false)]
    [InlineData("dan@", false)]
    [InlineData("gọi tôi nhé", false)]
    [InlineData("", false)]
    public void A_contact_is_an_address_or_a_telephone(string contact, bool good) =>
        Assert.Equal(good, Remark.Leave(Posted(), Guid.NewGuid(), new RemarkContent(1, "Đỗ Thị Dân", contact, "", "Nội dung góp ý đủ dài."), "X", Actor.Public, Friday).Ok);

    [Fact]
    public void A_remark_is_answered_once_for_each_version_that_was_read()
    {
        var remark = Remark.Leave(Posted(), Guid.NewGuid(), new RemarkContent(null, "Đỗ Thị Dân", "0912345678", "", "Nội dung góp ý đủ dài."), "X", Actor.Public, Friday).Value;
        Assert.Null(remark.InitiativeId);
        Assert.True(remark.Handle("Đã xem xét, giữ nguyên.", 0, Some.Lead, Friday).Ok);
        Assert.False(remark.Handle("Người khác trả lời.", 0, Some.Lead, Friday).Ok);
        Assert.True(remark.Handle("Viết lại cho rõ.", 1, Some.Lead, Friday).Ok);
        Assert.Equal("Viết lại cho rõ.", remark.Answer);
    }
}
