using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class DraftDifferenceTests
{
    private static readonly DraftContent Content = new()
    {
        Title = "Quầy một cửa",
        FieldCode = "LV-C",
        Indices = ["SIPAS", "DTI"],
        Authors = [new AuthorContent(null, "Trần Thị K", null, "Phường", "Công chức", "", 60)],
    };

    [Fact]
    public void Equal_contents_differ_in_nothing() =>
        Assert.Empty(DraftDifference.Between(Content, Content with { Indices = ["DTI", "SIPAS"] }));

    [Fact]
    public void Each_part_that_differs_is_said_in_both_ways()
    {
        var found = DraftDifference.Between(Content, Content with
        {
            FieldCode = "LV-A",
            Authors = [Content.Authors[0] with { Share = 55.5m }],
        }, code => code == "LV-C" ? "Thủ tục" : "Chỉ đạo");
        Assert.Equal(
        [
            new DraftDifference("FieldCode", "Lĩnh vực", "Thủ tục", "Chỉ đạo"),
            new DraftDifference("Authors", "Tác giả và tỷ lệ", "Trần Thị K · Công chức · Phường · 60%", "Trần Thị K · Công chức · Phường · 55,5%"),
        ], found);
    }
}
