using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class ChecklistTests
{
    private static ChecklistItem Item(string code) => Checklist.Of(new CycleSettings { BaseDecisionRequired = true }).Single(item => item.Code == code);

    [Fact]
    public void The_base_level_decision_is_looked_for_only_where_the_cycle_requires_it()
    {
        Assert.Equal(11, Checklist.Of(new CycleSettings()).Count);
        Assert.Equal(12, Checklist.Of(new CycleSettings { BaseDecisionRequired = true }).Count);
        Assert.Equal("co-so", Assert.Single(Checklist.Open(new CycleSettings { BaseDecisionRequired = true }, [.. Checklist.Of(new CycleSettings()).Select(item => item.Code)])).Code);
    }

    [Fact]
    public void What_is_open_is_said_by_name()
    {
        var open = Checklist.Open(new CycleSettings(), [.. Checklist.Of(new CycleSettings()).Select(item => item.Code).Except(["chu-ky", "bao-mat"])]);
        Assert.Equal("Bảng kiểm còn 2 mục chưa ghi: có xác nhận của thủ trưởng đơn vị; thông tin bảo mật không nằm ở phần sẽ công bố.", Checklist.OpenSentence(open));
        Assert.Equal("", Checklist.OpenSentence([]));
    }

    [Fact]
    public void An_unmet_item_says_what_is_wrong()
    {
        var initiative = Some.Submitted();
        Assert.Equal("Mục “Đúng mẫu, đủ các mục” không đạt: ghi rõ thiếu hoặc sai gì.", ChecklistEntry.Write(initiative, Item("dung-mau"), ChecklistAnswer.NotMet, " x ", Some.Appraiser, Some.Now).Problems[0].Message);
        var entry = ChecklistEntry.Write(initiative, Item("dung-mau"), ChecklistAnswer.NotMet, "Thiếu mục 6", Some.Appraiser, Some.Now).Value;
        Assert.Equal((ChecklistAnswer.NotMet, "Thiếu mục 6", "Lê Thu Cúc", 1), (entry.Answer, entry.Note, entry.PersonName, entry.Version));
    }

    [Fact]
    public void Nobody_ticks_for_a_dossier_of_his_own_or_after_the_approval()
    {
        var initiative = Some.Submitted();
        Assert.Equal("Bạn là tác giả của hồ sơ này nên không thẩm định được.", ChecklistEntry.Write(initiative, Item("chu-ky"), ChecklistAnswer.Met, "", Some.Author, Some.Now).Problems[0].Message);
        var appraisal = Appraisal.Propose(initiative, true, "Chưa thấy ở đâu", true, "Có số liệu", Some.Appraiser, Some.Now).Value;
        Assert.True(appraisal.Approve(initiative, Some.Lead, Some.Now).Ok);
        Assert.False(ChecklistEntry.Write(initiative, Item("chu-ky"), ChecklistAnswer.Met, "", Some.Appraiser, Some.Now).Ok);
    }
}
