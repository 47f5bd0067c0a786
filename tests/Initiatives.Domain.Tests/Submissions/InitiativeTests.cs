using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class InitiativeTests
{
    [Fact]
    public void A_stale_form_does_not_overwrite_what_somebody_saved_meanwhile()
    {
        var draft = Some.Draft();
        var opened = draft.Version;
        Assert.True(draft.Revise(Some.Complete() with { Title = "Tên do người khác lưu" }, opened, Some.Author, Some.Now).Ok);
        Assert.Equal(nameof(Initiative.Version), Assert.Single(draft.Revise(Some.Complete(), opened, Some.Author, Some.Now).Problems).Field);
        Assert.Equal("Tên do người khác lưu", draft.Title);
    }

    [Fact]
    public void An_incomplete_draft_is_kept_but_not_sent_to_the_head()
    {
        var draft = Some.Draft(new DraftContent { Title = "Tên tạm" });
        Assert.False(draft.SendToHead(draft.Version, Some.Now).Ok);
        Assert.Equal(InitiativeStatus.Draft, draft.Status);
    }

    [Fact]
    public void Only_a_head_of_the_same_unit_endorses()
    {
        var initiative = Some.Awaiting();
        var cycle = Some.LaunchedCycle();
        Assert.False(initiative.Endorse(Some.Window(cycle), Some.Read, Some.Author, Some.Now).Ok);
        Assert.False(initiative.Endorse(Some.Window(cycle), Some.Read, Some.Head with { UnitId = 11 }, Some.Now).Ok);
        var receipt = initiative.Endorse(Some.Window(cycle), Some.Read, Some.Head with { Capacity = SigningCapacity.Deputy }, Some.Now).Value;
        Assert.Equal((SigningCapacity.Deputy, Some.Now, cycle.Id), (receipt.Capacity, receipt.At, receipt.CycleId));
        Assert.Equal((InitiativeStatus.Submitted, (DateTime?)Some.Now, (int?)cycle.Id), (initiative.Status, initiative.SubmittedAt, initiative.CycleId));
    }

    [Fact]
    public void The_instant_of_arrival_decides_and_a_late_dossier_is_kept()
    {
        var late = Some.Awaiting();
        var answer = late.Endorse(Some.Window(), Some.Read, Some.Head, Some.Closes);
        Assert.Equal("Đã quá hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026). Yêu cầu của bạn đến máy chủ lúc 00:00:00 ngày 1/10/2026. Hồ sơ vẫn được giữ, dùng được cho kỳ sau.", Assert.Single(answer.Problems).Message);
        Assert.Equal((InitiativeStatus.AwaitingEndorsement, (DateTime?)null, (int?)null), (late.Status, late.SubmittedAt, late.CycleId));
        Assert.True(late.Endorse(Some.Window(), Some.Read, Some.Head, Some.Closes.AddTicks(-1)).Ok);
    }

    [Fact]
    public void Without_an_open_cycle_nothing_is_sent()
    {
        Assert.Contains("Chưa có kỳ nào mở", Assert.Single(Some.Awaiting().Endorse(null, Some.Read, Some.Head, Some.Now).Problems).Message);
        Assert.Contains("Chưa có kỳ nào mở", Assert.Single(Some.Awaiting().Endorse(Some.Window(Some.PreparedCycle()), Some.Read, Some.Head, Some.Now).Problems).Message);
    }

    [Fact]
    public void Endorsing_twice_says_when_it_was_sent_and_the_number_stays()
    {
        var initiative = Some.Submitted(41);
        Assert.Equal("Hồ sơ đã gửi lúc 09:00:00 ngày 15/9/2026.", Assert.Single(initiative.Endorse(Some.Window(), Some.Read, Some.Head, Some.Now.AddDays(1)).Problems).Message);
        initiative.Register(99);
        Assert.Equal(41, initiative.RegisterNumber);
    }

    [Fact]
    public void The_head_returns_it_with_a_reason_and_the_authors_can_edit_again()
    {
        var initiative = Some.Awaiting();
        Assert.False(initiative.ReturnToAuthors(" ", Some.Now).Ok);
        Assert.True(initiative.ReturnToAuthors(" Bổ sung số liệu ", Some.Now).Ok);
        Assert.Equal((InitiativeStatus.Draft, "Bổ sung số liệu"), (initiative.Status, initiative.ReturnReason));
        Assert.True(initiative.Revise(Some.Complete(), initiative.Version, Some.Author, Some.Now).Ok);
        Assert.True(initiative.SendToHead(initiative.Version, Some.Now).Ok);
        Assert.Equal("", initiative.ReturnReason);
    }

    [Fact]
    public void What_was_sent_is_not_edited()
    {
        foreach (var initiative in new[] { Some.Awaiting(), Some.Submitted(), Some.Judged() })
            Assert.False(initiative.Revise(Some.Complete(), initiative.Version, Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void It_is_withdrawn_with_a_reason_until_judging_begins()
    {
        Assert.False(Some.Submitted().Withdraw("\u202e ", Some.Author, Some.Now).Ok);
        var withdrawn = Some.Submitted();
        Assert.True(withdrawn.Withdraw("Nộp nhầm\0\u202e", Some.Author, Some.Now).Ok);
        Assert.Equal((InitiativeStatus.Withdrawn, "Nộp nhầm"), (withdrawn.Status, withdrawn.OutcomeReason));
        Assert.False(Some.Judged().Withdraw("Muộn", Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void The_shown_status_and_its_date_stand_still_while_the_council_works()
    {
        var initiative = Some.Judged();
        var seen = (initiative.ShownStatus, initiative.StatusSince);
        initiative.Conclude(true, Some.InOctober.AddDays(3));
        initiative.Conclude(false, Some.InOctober.AddDays(4));
        Assert.Equal((InitiativeStatus.Judging, Some.InOctober), seen);
        Assert.Equal(seen, (initiative.ShownStatus, initiative.StatusSince));
        Assert.Equal(InitiativeStatus.NotRecommended, initiative.Status);
    }

    [Fact]
    public void Recognition_follows_the_conclusion()
    {
        var initiative = Some.Judged();
        Assert.False(initiative.Recognise(Some.InOctober).Ok);
        initiative.Conclude(false, Some.InOctober);
        Assert.False(initiative.Recognise(Some.InOctober).Ok);
        Assert.True(initiative.Decline("Chưa đủ số liệu", Some.InOctober).Ok);
        Assert.Equal((InitiativeStatus.NotRecognised, "Chưa đủ số liệu"), (initiative.Status, initiative.OutcomeReason));
    }

    [Fact]
    public void A_refused_move_changes_nothing_and_names_only_the_shown_status()
    {
        var initiative = Some.Judged();
        initiative.Conclude(true, Some.InOctober);
        var version = initiative.Version;
        Assert.Equal("Hồ sơ đang ở trạng thái “Đang chấm”, không làm được việc này.", Assert.Single(initiative.MarkAppraised(Some.InOctober).Problems).Message);
        Assert.Equal(version, initiative.Version);
    }

    [Fact]
    public void Its_authors_its_writer_and_the_head_withdraw_it_and_nobody_else()
    {
        var coAuthor = Some.Author with { PersonId = 20, Name = "Đỗ Văn Giang", UnitId = 11 };
        var namesake = Some.Author with { PersonId = 21, Name = "Vũ Thị Hà" };
        var officer = Some.Author with { PersonId = 22, Name = "Bùi Văn Khoa", Roles = Role.UnitOfficer };
        Initiative Sent()
        {
            var initiative = Some.Draft(Some.Complete(Some.AuthorLine("Lê Thị Ngân", 40, personId: 23), Some.AuthorLine("Đỗ Văn Giang", 30, personId: 20), Some.AuthorLine("VŨ THỊ HÀ", 30, personId: null)));
            Assert.True(initiative.SendToHead(initiative.Version, Some.Now).Ok);
            return initiative;
        }

        foreach (var actor in new[] { Some.Author, Some.Head, coAuthor, namesake })
            Assert.True(Sent().Withdraw("Nộp nhầm", actor, Some.Now).Ok, actor.Name);
        foreach (var actor in new[] { officer, namesake with { UnitId = 11 }, Some.Head with { UnitId = 11 } })
            Assert.Equal("Chỉ tác giả, người soạn hồ sơ hoặc thủ trưởng đơn vị được rút hồ sơ này.", Assert.Single(Sent().Withdraw("Nộp nhầm", actor, Some.Now).Problems).Message);
    }

    [Fact]
    public void A_head_endorses_his_own_only_where_nobody_else_can()
    {
        Initiative Own()
        {
            var initiative = Some.Draft(Some.Complete(Some.AuthorLine("Trần Văn Bình", personId: Some.Head.PersonId)));
            Assert.True(initiative.SendToHead(initiative.Version, Some.Now).Ok);
            return initiative;
        }

        Assert.Equal("Bạn là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị xác nhận thay bạn.",
            Assert.Single(Own().Endorse(Some.Window(), Some.Read with { AnotherHeadMay = true }, Some.Head, Some.Now).Problems).Message);
        Assert.True(Own().Endorse(Some.Window(), Some.Read, Some.Head, Some.Now).Ok);
        Assert.True(Some.Awaiting().Endorse(Some.Window(), Some.Read with { AnotherHeadMay = true }, Some.Head, Some.Now).Ok);
    }

    [Fact]
    public void What_the_head_did_not_read_he_does_not_endorse()
    {
        var initiative = Some.Awaiting();
        var read = Some.Read with { Version = initiative.Version };
        initiative.ReturnToAuthors("Bổ sung số liệu", Some.Now);
        initiative.SendToHead(initiative.Version, Some.Now);
        Assert.Equal("Hồ sơ đã thay đổi từ khi bạn mở trang. Đọc lại hồ sơ rồi xác nhận.", Assert.Single(initiative.Endorse(Some.Window(), read, Some.Head, Some.Now).Problems).Message);
        Assert.True(initiative.Endorse(Some.Window(), read with { Version = initiative.Version }, Some.Head, Some.Now).Ok);
    }

    [Fact]
    public void The_endorsement_keeps_the_digest_of_what_was_sent()
    {
        var file = new DossierFile(1, AttachmentKind.Evidence, "so-lieu.pdf", "application/pdf", 10, new string('a', 64));
        var initiative = Some.Awaiting();
        var endorsement = initiative.Endorse(Some.Window(), Some.Read with { Files = [file] }, Some.Head, Some.Now).Value;
        Assert.Equal(ContentDigest.Of(initiative.Content(), [file]), endorsement.Digest);
        Assert.NotEqual(ContentDigest.Of(initiative.Content(), []), endorsement.Digest);
    }

    [Fact]
    public void When_it_was_first_put_before_the_head_is_kept_through_a_return()
    {
        var initiative = Some.Draft();
        Assert.Null(initiative.FirstSentToHeadAt);
        initiative.SendToHead(initiative.Version, Some.Now);
        initiative.ReturnToAuthors("Bổ sung số liệu", Some.Now.AddHours(1));
        initiative.SendToHead(initiative.Version, Some.Now.AddHours(2));
        Assert.Equal(Some.Now, initiative.FirstSentToHeadAt);
    }
}
