using Initiatives.Domain.Recognition;

namespace Initiatives.Domain.Tests.Recognition;

public class MeritChoiceTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 1, 0, 0, DateTimeKind.Utc);
    private static readonly (int, int)[] Ranked = [(11, 1), (12, 2), (13, 3), (14, 3), (15, 5), (16, 6)];

    [Fact]
    public void Choosing_again_keeps_the_rows_that_stay()
    {
        var decision = Decision.DraftMerit(1, 2026);
        Assert.True(decision.Choose(Ranked, [11, 12, 13, 14], new Dictionary<int, string>(), 5).Ok);
        var second = decision.Items.Single(item => item.InitiativeId == 12);
        Assert.True(decision.Choose(Ranked, [11, 13, 14], new Dictionary<int, string> { [12] = "Đã được tặng trong năm" }, 5).Ok);
        Assert.Same(second, decision.Items.Single(item => item.InitiativeId == 12));
        Assert.Equal("Đã được tặng trong năm", second.SkipReason);
        Assert.Equal([11, 13, 14], decision.Named.Select(item => item.InitiativeId));
    }

    [Fact]
    public void A_refused_choice_changes_nothing()
    {
        var decision = Decision.DraftMerit(1, 2026);
        Assert.True(decision.Choose(Ranked, [11], new Dictionary<int, string>(), 5).Ok);
        Assert.False(decision.Choose(Ranked, [11, 12, 13, 14, 15, 16], new Dictionary<int, string>(), 5).Ok);
        Assert.False(decision.Choose(Ranked, [12], new Dictionary<int, string>(), 5).Ok);
        Assert.Equal([11], decision.Items.Select(item => item.InitiativeId));
    }

    [Fact]
    public void Of_equal_places_one_is_named_only_with_what_decided_against_the_other()
    {
        var decision = Decision.DraftMerit(1, 2026);
        var refused = decision.Choose(Ranked, [11, 12, 14], new Dictionary<int, string>(), 5);
        Assert.Equal(("Skips[13]", "Bằng hạng 3 với sáng kiến được chọn: ghi số nghị quyết, biên bản bỏ phiếu kín hoặc lý do."), (refused.Problems[0].Field, refused.Problems[0].Message));
        Assert.True(decision.Choose(Ranked, [11, 12, 14], new Dictionary<int, string> { [13] = "Nghị quyết 04/NQ-HĐ, bỏ phiếu kín" }, 5).Ok);
        Assert.Equal("Nghị quyết 04/NQ-HĐ, bỏ phiếu kín", decision.Items.Single(item => item.InitiativeId == 13).SkipReason);
    }

    [Fact]
    public void Whoever_is_in_conflict_is_told_who_prepares_the_decision_instead()
    {
        Assert.True(Decision.MayPrepare(false, []).Ok);
        Assert.EndsWith("Người khác của Sở làm: Vũ Thị Q, Bùi Thị L.", Decision.MayPrepare(true, ["Vũ Thị Q", "Bùi Thị L"]).Problems[0].Message);
        Assert.Contains("Giám đốc Sở cử một công chức không có xung đột", Decision.MayPrepare(true, []).Problems[0].Message);
    }

    [Fact]
    public void A_certificate_keeps_its_first_number_and_its_first_print()
    {
        var certificate = Certificate.Issue(1, 11, "BK-2026-7F3K9Q", Now);
        Assert.False(certificate.IsPrinted);
        certificate.Register(3);
        certificate.Register(4);
        certificate.Print("aa");
        certificate.Print("bb");
        Assert.Equal((3, "aa", true), (certificate.RegisterNumber, certificate.FileSha256, certificate.IsPrinted));
    }
}
