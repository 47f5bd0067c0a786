using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class DraftMergeTests
{
    private static readonly DraftContent Origin = Some.Complete(Some.AuthorLine("Lê Thị Ngân", 60, 7), Some.AuthorLine("Vũ Văn Hà", 40, null)) with { Novelty = "Điều mới", Indices = ["SIPAS"] };

    private static DraftContent Decide(DraftMerge merge, MergeChoice choice = MergeChoice.Both, Func<DraftContent, string, DraftContent?>? joined = null) =>
        merge.Decide(_ => choice, joined ?? ((_, _) => null));

    private static MergeState StateOf(DraftMerge merge, string field) => merge.Parts.Single(part => part.Part.Field == field).State;

    private static void AreSame(DraftContent expected, DraftContent actual) => Assert.Empty(DraftPart.Different(expected, actual).Select(part => part.Label));

    [Fact]
    public void What_only_one_side_changed_merges_by_itself()
    {
        var merge = new DraftMerge(Origin, Origin with { Novelty = "Điều mới của người kia", FieldCode = "LV-A" }, Origin with { Scope = "Cả quận", FirstAppliedOn = null });
        Assert.Empty(merge.Conflicts);
        Assert.Equal((MergeState.Stored, MergeState.Typed, MergeState.Same), (StateOf(merge, "Novelty"), StateOf(merge, "Scope"), StateOf(merge, "Title")));
        AreSame(Origin with { Novelty = "Điều mới của người kia", FieldCode = "LV-A", Scope = "Cả quận", FirstAppliedOn = null }, Decide(merge));
    }

    [Fact]
    public void What_both_changed_is_decided_by_a_person()
    {
        var (stored, typed) = (Origin with { Novelty = "Của người kia" }, Origin with { Novelty = "Của tôi" });
        var merge = new DraftMerge(Origin, stored, typed);
        Assert.Equal("Novelty", Assert.Single(merge.Conflicts).Part.Field);
        Assert.Equal("Của người kia", Decide(merge, MergeChoice.Stored).Novelty);
        Assert.Equal("Của tôi", Decide(merge, MergeChoice.Typed).Novelty);
        Assert.Equal("Cả hai", Decide(merge, MergeChoice.Both, (content, field) => content with { Novelty = "Cả hai" }).Novelty);
    }

    [Fact]
    public void The_same_change_on_both_sides_is_none() =>
        Assert.Empty(new DraftMerge(Origin, Origin with { Novelty = "Như nhau" }, Origin with { Novelty = "Như nhau" }).Conflicts);

    [Fact]
    public void Rows_that_different_people_changed_are_put_together()
    {
        var stored = Origin with { Authors = [Origin.Authors[0] with { Share = 50 }, Origin.Authors[1], Some.AuthorLine("Bùi Văn Khoa", 10, null)] };
        var typed = Origin with { Authors = [Origin.Authors[0], Origin.Authors[1] with { Post = "Trưởng phòng" }] };
        var merge = new DraftMerge(Origin, stored, typed);
        Assert.Equal(MergeState.Rows, StateOf(merge, "Authors"));
        Assert.Equal([Origin.Authors[0] with { Share = 50 }, Origin.Authors[1] with { Post = "Trưởng phòng" }, Some.AuthorLine("Bùi Văn Khoa", 10, null)], Decide(merge).Authors);
    }

    [Fact]
    public void A_row_taken_out_on_one_side_and_untouched_on_the_other_goes_but_one_changed_there_is_a_conflict()
    {
        var without = Origin with { Authors = [Origin.Authors[0]] };
        Assert.Equal([Origin.Authors[0] with { Share = 100 }], Decide(new DraftMerge(Origin, without, Origin with { Authors = [Origin.Authors[0] with { Share = 100 }, Origin.Authors[1]] })).Authors);
        Assert.Equal("Authors", Assert.Single(new DraftMerge(Origin, without, Origin with { Authors = [Origin.Authors[0], Origin.Authors[1] with { Share = 45 }] }).Conflicts).Part.Field);
    }

    [Fact]
    public void One_row_changed_on_both_sides_is_a_conflict_of_which_both_can_be_kept()
    {
        var (stored, typed) = (Origin with { Authors = [Origin.Authors[0] with { Share = 50 }, Origin.Authors[1]] }, Origin with { Authors = [Origin.Authors[0] with { Share = 55 }, Origin.Authors[1]] });
        Assert.Equal([50, 40, 55], Decide(new DraftMerge(Origin, stored, typed)).Authors.Select(author => author.Share ?? 0));
    }

    [Fact]
    public void Rows_that_cannot_be_told_apart_are_never_merged_by_themselves()
    {
        var twins = Origin with { Effects = [Origin.Effects[0], Origin.Effects[0] with { After = "2" }] };
        Assert.Equal("Effects", Assert.Single(new DraftMerge(twins, twins with { Effects = [twins.Effects[0]] }, twins with { Effects = [twins.Effects[1], Origin.Effects[0] with { Measure = "Khác" }] }).Conflicts).Part.Field);
    }

    [Fact]
    public void Codes_chosen_on_both_sides_are_put_together() =>
        Assert.Equal(["SIPAS", "DTI", "PCI"], Decide(new DraftMerge(Origin, Origin with { Indices = ["SIPAS", "DTI"] }, Origin with { Indices = ["SIPAS", "PCI"] })).Indices);

    [Fact]
    public void Without_the_common_version_every_difference_is_a_conflict() =>
        Assert.Equal(["Novelty", "Scope"], new DraftMerge(null, Origin with { Novelty = "A" }, Origin with { Scope = "B" }).Conflicts.Select(part => part.Part.Field));
}
