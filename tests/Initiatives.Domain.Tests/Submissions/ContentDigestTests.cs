using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class ContentDigestTests
{
    private static readonly DraftContent Content = new()
    {
        Title = "Quầy một cửa lưu động",
        Solution = SafeHtml.FromCleaned("<p>Bước 1</p>"),
        Authors = [new AuthorContent(null, "Trần Thị K", new DateOnly(1984, 4, 12), "Phường", "Công chức", "Cử nhân", 60), new AuthorContent(null, "Lê Văn N", null, "", "", "", 40)],
        Indices = ["SIPAS", "DTI"],
    };

    private static readonly DossierFile A = new(1, AttachmentKind.Evidence, "a.pdf", "application/pdf", 3, new string('a', 64));
    private static readonly DossierFile B = new(2, AttachmentKind.Picture, "b.png", "image/png", 4, new string('b', 64));

    [Fact]
    public void It_is_64_lower_case_hex_digits_and_always_the_same()
    {
        var digest = ContentDigest.Of(Content, [A, B]);
        Assert.Matches("^[0-9a-f]{64}$", digest);
        Assert.Equal("479972f1", digest[..8]);   // pinned: a receipt printed today must still match next year
    }

    [Fact]
    public void The_order_of_files_and_indices_does_not_matter() =>
        Assert.Equal(ContentDigest.Of(Content, [A, B]), ContentDigest.Of(Content with { Indices = ["DTI", "SIPAS"] }, [B, A]));

    [Fact]
    public void Equal_shares_written_differently_are_equal() =>
        Assert.Equal(ContentDigest.Of(Content, []), ContentDigest.Of(Content with { Authors = [Content.Authors[0] with { Share = 60.00m }, Content.Authors[1]] }, []));

    [Fact]
    public void Any_change_changes_it()
    {
        var changed = new[]
        {
            ContentDigest.Of(Content, [A]),
            ContentDigest.Of(Content, [A, B with { Sha256 = new string('c', 64) }]),
            ContentDigest.Of(Content with { Title = "Quầy một cửa lưu động." }, [A, B]),
            ContentDigest.Of(Content with { Confidential = "x" }, [A, B]),
            ContentDigest.Of(Content with { Authors = [Content.Authors[1], Content.Authors[0]] }, [A, B]),
            ContentDigest.Of(Content with { Effects = [new EffectContent("a", "", "", "", "")] }, [A, B]),
            ContentDigest.Of(Content, [A, B]),
        };
        Assert.Equal(changed.Length, changed.Distinct().Count());
    }
}
