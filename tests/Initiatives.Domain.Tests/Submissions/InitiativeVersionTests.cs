using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class InitiativeVersionTests
{
    [Fact]
    public void Each_save_leaves_a_version_that_says_what_changed()
    {
        var draft = Some.Draft();
        var content = Some.Complete() with { Novelty = Some.Words(30), Scope = "Cả quận" };
        Assert.True(draft.Revise(content, draft.Version, Some.Author, Some.Now.AddMinutes(3)).Ok);
        Assert.Equal([1, 2], draft.NewVersions.Select(version => version.Version));
        var last = draft.NewVersions[^1];
        Assert.Equal(("Novelty,Scope", Some.Now.AddMinutes(3), Some.Author.PersonId), (last.Changed, last.SavedAt, last.SavedById));
        Assert.Equal(["Điểm mới", "Phạm vi áp dụng"], InitiativeVersion.LabelsOf(last.Changed));
        Assert.Equal(12 + 25 + 45 + 30 + 2 + 3, last.Words);
        Assert.Empty(DraftPart.Different(content, last.Content));
    }

    [Fact]
    public void A_move_of_the_dossier_is_no_version() => Assert.Equal([1], Some.Awaiting().NewVersions.Select(version => version.Version));

    [Fact]
    public void An_earlier_version_comes_back_as_a_new_one()
    {
        var draft = Some.Draft();
        var first = draft.NewVersions[0];
        draft.Revise(Some.Complete() with { Novelty = "Xóa nhầm" }, draft.Version, Some.Author, Some.Now);
        Assert.Equal("Version", Assert.Single(draft.Restore(first, 1, Some.Author, Some.Now).Problems).Field);
        Assert.True(draft.Restore(first, draft.Version, Some.Author, Some.Now).Ok);
        Assert.Equal((3, 1, Some.Complete().Novelty), (draft.Version, draft.NewVersions[^1].RestoredFrom, draft.Content().Novelty));
        Assert.Equal("Bản này giống hệt bản đang có.", Assert.Single(draft.Restore(first, draft.Version, Some.Author, Some.Now).Problems).Message);
    }

    [Fact]
    public void Nothing_is_brought_back_into_a_dossier_that_left_its_authors()
    {
        var awaiting = Some.Awaiting();
        Assert.False(awaiting.Restore(awaiting.NewVersions[0], awaiting.Version, Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void A_draft_without_title_has_a_name_in_lists_and_none_in_its_content()
    {
        var draft = Some.Draft(new DraftContent { Novelty = "Gõ phần này trước" });
        Assert.Equal(("(chưa đặt tên)", ""), (draft.Title, draft.Content().Title));
    }

    [Theory]
    [InlineData(InitiativeStatus.NotRecognised, true)]
    [InlineData(InitiativeStatus.Ineligible, true)]
    [InlineData(InitiativeStatus.Withdrawn, true)]
    [InlineData(InitiativeStatus.Recognised, false)]
    [InlineData(InitiativeStatus.Judging, false)]
    [InlineData(InitiativeStatus.Draft, false)]
    public void Only_what_ended_without_recognition_may_be_copied(InitiativeStatus shown, bool may) => Assert.Equal(may, Initiative.MayBeCopied(shown));

    [Fact]
    public void A_copy_says_the_same_and_remembers_its_source()
    {
        var source = Some.Submitted(41);
        Assert.True(source.Withdraw("Nộp nhầm", Some.Author, Some.Now).Ok);
        var copy = Initiative.Copy(source, Guid.NewGuid(), Some.Author, Some.Now).Value;
        Assert.Equal((41, InitiativeStatus.Draft, (int?)null), (copy.CopiedFromId, copy.Status, copy.RegisterNumber));
        Assert.Empty(DraftPart.Different(source.Content(), copy.Content()));
        Assert.False(Initiative.Copy(Some.Judged(), Guid.NewGuid(), Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void A_window_continues_its_own_save_and_nobody_else_s()
    {
        var tab = Guid.NewGuid();
        Assert.True(new SaveMark(tab, 5).Continues(new SaveMark(tab, 4)));
        Assert.False(new SaveMark(tab, 4).Continues(new SaveMark(tab, 4)));
        Assert.False(new SaveMark(tab, 5).Continues(new SaveMark(Guid.NewGuid(), 4)));
        Assert.False(new SaveMark(Guid.Empty, 5).Continues(new SaveMark(Guid.Empty, 4)));
    }

    [Fact]
    public void Saves_of_one_sitting_are_one_line_and_what_was_brought_back_stands_alone()
    {
        VersionLine Line(int version, int minute, int person = 1, int? from = null, string changed = "Novelty") =>
            new(version, Some.Now.AddMinutes(minute), person, "", 100 + (version * 10), changed, from);
        var groups = VersionGroup.Of([Line(9, 60), Line(8, 31, from: 3), Line(7, 30), Line(6, 25, changed: "Title,Scope"), Line(5, 24, person: 2), Line(4, 5), Line(3, 0)], 100);
        Assert.Equal(["9", "8", "7 6", "5", "4 3"], groups.Select(group => string.Join(' ', group.Lines.Select(line => line.Version))));
        Assert.Equal([10, 10, 20, 10, 40], groups.Select(group => group.WordsAdded));
        Assert.Equal(["Tên sáng kiến", "Điểm mới", "Phạm vi áp dụng"], groups[2].Changed);
    }

    [Fact]
    public void A_change_of_look_alone_is_a_difference_too()
    {
        var plain = Some.Complete();
        var bold = plain with { Solution = SafeHtml.FromCleaned(plain.Solution.Html.Replace("<p>", "<p><strong>", StringComparison.Ordinal).Replace("</p>", "</strong></p>", StringComparison.Ordinal)) };
        Assert.True(Assert.Single(DraftDifference.Between(plain, bold)).IsLookOnly);
    }
}
