using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class HeadLookTests
{
    private static readonly DossierFile File = new(1, AttachmentKind.Evidence, "minh-chung.pdf", "application/pdf", 10, new string('a', 64));

    private static IReadOnlyList<LookPart> Parts(DraftContent content, params DossierFile[] files) => LookParts.Of(content, files, code => code == "LV-C" ? "Cải cách thủ tục" : code);

    [Fact]
    public void A_look_keeps_what_was_there_to_be_read_with_names_for_codes()
    {
        var parts = Parts(Some.Complete(), File);
        Assert.Contains(parts, part => part is { Field: "FieldCode", Text: "Cải cách thủ tục" });
        Assert.DoesNotContain(parts, part => part.Field == nameof(DraftContent.Confidential));
        Assert.Equal(("Files", "minh-chung.pdf · Minh chứng · aaaaaaaa"), (parts[^1].Field, parts[^1].Text));
    }

    [Fact]
    public void What_came_what_went_and_what_reads_differently_is_told_once_each()
    {
        var before = Parts(Some.Complete() with { Confidential = "Sơ đồ mạng" }, File);
        var after = Parts(Some.Complete() with { Scope = "Cả thành phố" });
        Assert.Equal([("Scope", "Toàn phường", "Cả thành phố"), ("Confidential", "Sơ đồ mạng", ""), ("Files", "minh-chung.pdf · Minh chứng · aaaaaaaa", "")],
            LookParts.Between(before, after).Select(part => (part.Field, part.Stored, part.Typed)));
        Assert.Empty(LookParts.Between(before, before));
    }
}
