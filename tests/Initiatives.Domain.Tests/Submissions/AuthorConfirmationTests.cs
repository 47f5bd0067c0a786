using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class AuthorConfirmationTests
{
    private static readonly string Hash = new('a', 64);

    private static AuthorStatement Statement(decimal? share = 40, string name = "Phạm Thị A", int? person = null, int occurrence = 0) =>
        new(person, name, "Nhân viên", "Bưu điện Hồng Bàng", share, occurrence);

    private static AuthorConfirmation Asked(AuthorStatement? statement = null)
    {
        var row = AuthorConfirmation.Of(100, statement ?? Statement());
        Assert.True(row.Ask("", Some.Author, Some.Now).Ok);
        row.HandOut(Hash);
        return row;
    }

    private static AuthorStanding Standing(AuthorConfirmation? row, DateTime? scannedAt = null, DateTime? now = null) => Assert.Single(AuthorStates.Of(
        [Some.AuthorLine("Phạm Thị A", 40, null) with { Post = "Nhân viên", Workplace = "Bưu điện Hồng Bàng" }], row is null ? [] : [row], scannedAt, now ?? Some.Now)).Standing;

    [Fact]
    public void A_statement_is_another_one_when_anything_that_was_confirmed_differs()
    {
        AuthorStatement[] all = [Statement(), Statement(share: 40.01m), Statement(name: "Phạm Thị B"), Statement(person: 5), Statement() with { Post = "Tổ trưởng" }, Statement() with { Workplace = "Bưu điện" }, Statement(occurrence: 1)];
        Assert.Equal(all.Length, all.Select(item => item.Key).Distinct().Count());
        Assert.Equal(Statement(share: 40).Key, Statement(share: 40.00m).Key);
        Assert.Equal(64, Statement().Key.Length);
        Assert.NotEqual(Statement(name: "A", person: 1).Key, Statement(name: "1A").Key);
    }

    [Fact]
    public void Two_lines_that_say_the_same_are_two_statements()
    {
        var line = Some.AuthorLine(share: 50, personId: null);
        var statements = AuthorStatement.Of([line, line]);
        Assert.Equal([0, 1], statements.Select(item => item.Occurrence));
        Assert.NotEqual(statements[0].Key, statements[1].Key);
    }

    [Fact]
    public void What_counts_no_part_of_it_does_not_change_it()
    {
        var line = Some.AuthorLine();
        Assert.Equal(AuthorStatement.Of([line])[0].Key, AuthorStatement.Of([line with { BirthDate = null, Qualification = "Thạc sĩ", Email = "an@haiphong.gov.vn" }])[0].Key);
        Assert.Matches("^[0-9A-F]{4}-[0-9A-F]{4}$", AuthorStatement.CodeOf(AuthorStatement.Of([line])));
        Assert.NotEqual(AuthorStatement.CodeOf(AuthorStatement.Of([line])), AuthorStatement.CodeOf(AuthorStatement.Of([line with { Share = 99 }])));
    }

    [Fact]
    public void A_line_that_is_not_whole_is_not_asked_about()
    {
        foreach (var part in new[] { Statement(share: null), Statement(share: 0), Statement() with { Post = "" }, Statement() with { Workplace = "" } })
            Assert.False(AuthorConfirmation.Of(100, part).Ask("", Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void A_link_serves_once_within_fourteen_days_and_the_same_answer_twice_is_one()
    {
        var row = Asked();
        Assert.True(Asked().AnswerByLink(true, "", Some.Now.AddDays(14).AddTicks(-1)).Ok);
        Assert.False(Asked().AnswerByLink(true, "", Some.Now.AddDays(14)).Ok);
        Assert.True(row.AnswerByLink(true, "", Some.Now.AddMinutes(1)).Ok);
        var version = row.Version;
        Assert.True(row.AnswerByLink(true, "", Some.Now.AddMinutes(2)).Ok);
        Assert.Equal((version, (DateTime?)Some.Now.AddMinutes(1)), (row.Version, row.AnsweredAt));
        Assert.Equal("Liên kết này đã dùng lúc 09:01:00 ngày 15/9/2026, không trả lời lại được. Cần sửa thì báo người soạn hồ sơ.", Assert.Single(row.AnswerByLink(false, "Sai tỷ lệ", Some.Now.AddMinutes(3)).Problems).Message);
    }

    [Fact]
    public void Asked_again_the_first_link_is_dead_and_a_confirmed_line_is_not_asked_again()
    {
        var row = Asked();
        Assert.True(row.Ask("a@buudien.vn", Some.Author, Some.Now.AddDays(1)).Ok);
        Assert.Null(row.LinkHash);
        row.HandOut(Hash);
        Assert.True(row.AnswerByLink(true, "", Some.Now.AddDays(2)).Ok);
        Assert.Equal("Phạm Thị A đã xác nhận, không cần hỏi lại.", Assert.Single(row.Ask("", Some.Author, Some.Now.AddDays(3)).Problems).Message);
    }

    [Fact]
    public void A_denial_needs_a_reason_and_gives_way_to_his_own_later_yes()
    {
        var row = Asked();
        Assert.Equal("Reason", Assert.Single(row.AnswerByLink(false, " sai ", Some.Now).Problems).Field);
        Assert.True(row.AnswerByLink(false, " Tỷ lệ của tôi là 50% ", Some.Now).Ok);
        Assert.Equal((AuthorAnswer.Denied, "Tỷ lệ của tôi là 50%"), (row.Answer, row.Reason));
        Assert.True(row.AnswerInside(true, "", Some.Author, Some.Now.AddHours(1)).Ok);
        Assert.Equal((AuthorAnswer.Confirmed, "", AnswerWay.Account), (row.Answer, row.Reason, row.Way));
    }

    [Fact]
    public void The_latest_of_an_answer_and_a_signed_paper_counts()
    {
        Assert.Equal(AuthorStanding.NotAsked, Standing(null));
        Assert.Equal(AuthorStanding.Confirmed, Standing(null, scannedAt: Some.Now));
        Assert.Equal(AuthorStanding.Waiting, Standing(Asked()));
        Assert.Equal(AuthorStanding.Lapsed, Standing(Asked(), now: Some.Now.AddDays(14)));
        var denied = Asked();
        Assert.True(denied.AnswerByLink(false, "Tôi không tham gia", Some.Now.AddHours(1)).Ok);
        Assert.Equal(AuthorStanding.Denied, Standing(denied));
        Assert.Equal(AuthorStanding.Denied, Standing(denied, scannedAt: Some.Now));
        Assert.Equal(AuthorStanding.Confirmed, Standing(denied, scannedAt: Some.Now.AddHours(2)));
        Assert.Equal(AuthorStanding.NotAsked, Standing(Asked(Statement(share: 41))));
    }

    [Fact]
    public void The_dossier_goes_to_the_head_only_with_every_author_behind_it()
    {
        var draft = Some.Draft(Some.Complete(Some.AuthorLine(share: 60), Some.AuthorLine("Phạm Thị A", 40, null)));
        IReadOnlyList<AuthorState> States(params AuthorConfirmation[] rows) => AuthorStates.Of(draft.Content().Authors, rows, null, Some.Now);
        Assert.Equal("Chưa có xác nhận của Nguyễn Thị An, Phạm Thị A. Gửi liên kết để từng người xác nhận, hoặc in bản xác nhận cho mọi tác giả ký rồi tải bản chụp lên.",
            Assert.Single(draft.SendToHead(draft.Version, Some.Now, States()).Problems).Message);
        var rows = AuthorStatement.Of(draft.Content().Authors).Select(item => AuthorConfirmation.Of(100, item)).ToArray();
        rows[0].ConfirmBySending(Some.Author, Some.Now);
        Assert.True(rows[1].AnswerInside(false, "Không phải 40%", Some.Author, Some.Now).Ok);
        Assert.Equal("Phạm Thị A báo thông tin của mình không đúng: “Không phải 40%”. Sửa dòng đó rồi hỏi lại.", Assert.Single(draft.SendToHead(draft.Version, Some.Now, States(rows)).Problems).Message);
        Assert.True(rows[1].AnswerInside(true, "", Some.Author, Some.Now).Ok);
        Assert.True(draft.SendToHead(draft.Version, Some.Now, States(rows)).Ok);
    }

    [Fact]
    public void Lines_change_when_a_statement_does_and_not_by_a_birth_date()
    {
        var draft = Some.Draft();
        var later = Some.Now.AddHours(1);
        Assert.True(draft.Revise(Some.Complete(Some.AuthorLine() with { BirthDate = new DateOnly(1980, 1, 1) }) with { Title = "Tên khác của sáng kiến" }, draft.Version, Some.Author, later).Ok);
        Assert.Equal(Some.Now, draft.AuthorsChangedAt);
        Assert.True(draft.Revise(Some.Complete(Some.AuthorLine() with { Post = "Trưởng phòng" }), draft.Version, Some.Author, later).Ok);
        Assert.Equal(later, draft.AuthorsChangedAt);
    }

    [Theory]
    [InlineData("k.tran@haiphong.gov.vn", true)]
    [InlineData("a@b", false)]
    [InlineData("a@@b.vn", false)]
    [InlineData("trần@b.vn", false)]
    [InlineData("a b@c.vn", false)]
    [InlineData("a@b.vn,c@d.vn", false)]
    public void An_address_is_one_mailbox(string email, bool ok) =>
        Assert.Equal(ok, (Some.Complete(Some.AuthorLine() with { Email = email })).Check(new DateOnly(2026, 9, 15)).Ok);

    [Fact]
    public void A_sound_row_has_no_fault_and_a_changed_one_is_found()
    {
        var row = Asked();
        Assert.Empty(DossierFaults.OfConfirmation(row));
        Assert.True(row.AnswerByLink(true, "", Some.Now).Ok);
        Assert.Empty(DossierFaults.OfConfirmation(row));
        typeof(AuthorConfirmation).GetProperty(nameof(AuthorConfirmation.Share))!.SetValue(row, 90m);
        Assert.Contains("không khớp", Assert.Single(DossierFaults.OfConfirmation(row)));
    }
}
