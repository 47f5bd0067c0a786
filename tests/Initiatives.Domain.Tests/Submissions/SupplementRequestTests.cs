using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class SupplementRequestTests
{
    private static readonly DateOnly Due = VietnamTime.Today(Some.Now).AddDays(14);
    private static readonly string Better = Some.Words(20) + " và khác các nơi khác";

    private static SupplementAsk Ask(string target, string text = "Nêu rõ hơn phần này") => new(target, text);

    private static SupplementRequest Make(Initiative initiative, IReadOnlyList<SupplementRequest>? earlier, params string[] targets)
    {
        var request = SupplementRequest.Make(initiative, earlier ?? [], [.. targets.Select(target => Ask(target))], Due, Some.Appraiser, Some.Now).Value.Numbered(50 + (earlier?.Count ?? 0));
        foreach (var item in request.Items) item.Numbered(item.Order);
        return request;
    }

    private static SupplementAnswer Write(SupplementRequest request, int item, string value, string note = "") => request.Write(item, null, value, note, 0, Some.Author, Some.Now).Value;

    private static string Why(Result result) => result.Problems[0].Message;

    [Fact]
    public void A_request_keeps_how_the_parts_read_and_the_dossier_waits()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty", "Tep-Evidence");
        Assert.Equal(InitiativeStatus.Supplementing, initiative.Status);
        Assert.Equal([Some.Words(25), ""], request.Items.Select(item => item.Before));
        Assert.Equal(VietnamTime.EndOfDay(Due), request.DueAt);
        Assert.Equal(1, request.Round);
    }

    [Fact]
    public void Nothing_is_asked_without_words_a_known_part_a_day_to_come_or_twice()
    {
        string Refused(DateOnly due, params SupplementAsk[] asks) => Why(SupplementRequest.Make(Some.Submitted(), [], asks, due, Some.Appraiser, Some.Now));
        Assert.Equal("Chọn ít nhất một mục cần bổ sung.", Refused(Due));
        Assert.Equal("Chọn mục trong danh sách.", Refused(Due, Ask("Authors")));
        Assert.Equal("Ghi rõ cần bổ sung gì ở “Điểm mới”.", Refused(Due, Ask("Novelty", "thêm")));
        Assert.Equal("“Điểm mới” đã có trong yêu cầu này.", Refused(Due, Ask("Novelty"), Ask("Novelty")));
        Assert.Equal("Hạn bổ sung phải sau hôm nay.", Refused(VietnamTime.Today(Some.Now), Ask("Novelty")));
        Assert.Equal("Hạn bổ sung trong vòng 60 ngày.", Refused(VietnamTime.Today(Some.Now).AddDays(61), Ask("Novelty")));
        Assert.Equal("Bạn là tác giả của hồ sơ này nên không thẩm định được.", Why(SupplementRequest.Make(Some.Submitted(), [], [Ask("Novelty")], Due, Some.Author, Some.Now)));
    }

    [Fact]
    public void Sending_changes_the_asked_parts_and_nothing_else()
    {
        var initiative = Some.Submitted();
        var before = initiative.Content();
        var request = Make(initiative, null, "Novelty", "Tep-Evidence");
        var answer = Write(request, 1, Better);
        var file = request.Attach(2, "so-lieu.pdf", "application/pdf", 9, new string('a', 64), Some.Author, Some.Now).Value;
        var added = request.Send(initiative, [answer], [file], [], Some.Author, Some.Now.AddMinutes(5)).Value;
        Assert.Equal("Novelty", Assert.Single(DraftDifference.Between(before, initiative.Content())).Field);
        Assert.Equal(("so-lieu.pdf", AttachmentKind.Evidence), (Assert.Single(added).FileName, added[0].Kind));
        Assert.Equal(InitiativeStatus.Submitted, initiative.Status);
        Assert.Equal(ContentDigest.Of(initiative.Content(), [new DossierFile(0, AttachmentKind.Evidence, "so-lieu.pdf", "application/pdf", 9, new string('a', 64))]), request.Receipt!.Digest);
        Assert.Equal(Some.Now.AddMinutes(5), request.Receipt.At);
        Assert.False(request.Send(initiative, [answer], [file], [], Some.Author, Some.Now.AddMinutes(6)).Ok);
    }

    [Fact]
    public void Every_item_is_answered_by_a_change_a_file_or_a_word()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty", "Scope");
        var same = Write(request, 1, Some.Words(25));
        Assert.Equal("Còn 2 mục chưa trả lời: Điểm mới; Phạm vi áp dụng. Không có gì để sửa thì ghi giải trình vào mục đó.", Why(request.Send(initiative, [same], [], [], Some.Author, Some.Now)));
        var explained = Write(request, 1, Some.Words(25), "Đã nêu đủ ở đoạn cuối");
        Assert.True(request.Send(initiative, [explained, Write(request, 2, "Ba phường")], [], [], Some.Author, Some.Now).Ok);
    }

    [Fact]
    public void The_last_instant_counts_then_it_lapses_until_it_is_extended()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty");
        var last = request.DueAt.AddTicks(-1);
        Assert.True(request.Write(1, null, Better, "", 0, Some.Author, last).Ok);
        Assert.False(request.IsLapsedAt(last));
        Assert.True(request.IsLapsedAt(request.DueAt));
        Assert.StartsWith("Đã hết hạn bổ sung", Why(request.Write(1, null, Better, "", 0, Some.Author, request.DueAt)), StringComparison.Ordinal);
        Assert.Equal($"Hạn mới phải sau hạn cũ ({VietnamTime.Deadline(request.DueAt)}).", Why(request.Extend(Due, "Mất điện", request.DueAt)));
        var (due, after) = (request.DueAt, request.DueAt.AddHours(3));
        Assert.Equal("Ghi lý do gia hạn.", Why(request.Extend(Due.AddDays(3), " ", after)));
        Assert.Equal(due, request.DueAt);
        Assert.True(request.Extend(Due.AddDays(3), "Mất điện hai ngày", after).Ok);
        Assert.True(request.Write(1, null, Better, "", 0, Some.Author, after).Ok);
    }

    [Fact]
    public void What_was_accepted_is_not_asked_again_and_only_the_rest_goes_back()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty", "Scope");
        Assert.True(request.Send(initiative, [Write(request, 1, Better), Write(request, 2, "Ba phường")], [], [], Some.Author, Some.Now).Ok);
        Assert.Equal("Chỉ hỏi lại những mục của yêu cầu này chưa được chấp nhận.", Why(request.AskAgain(initiative, [request], [Ask("Summary")], Due, Some.Appraiser, Some.Now)));
        Assert.True(request.Accept([1], Some.Appraiser, Some.Now).Ok);
        Assert.Equal("Chỉ hỏi lại những mục của yêu cầu này chưa được chấp nhận.", Why(request.AskAgain(initiative, [request], [Ask("Novelty"), Ask("Scope")], Due, Some.Appraiser, Some.Now)));
        var second = request.AskAgain(initiative, [request], [Ask("Scope", "Kể tên từng phường")], Due, Some.Appraiser, Some.Now).Value;
        Assert.Equal((SupplementStatus.Closed, SupplementItemState.AskedAgain, 2, "Ba phường"), (request.Status, request.Items[1].State, second.Round, Assert.Single(second.Items).Before));
        second.Items[0].Numbered(9);
        Assert.True(second.Send(initiative, [Write(second, 9, "Phường Hồng Bàng, Lê Chân")], [], [], Some.Author, Some.Now).Ok);
        Assert.True(second.Accept([9], Some.Appraiser, Some.Now).Ok);
        Assert.Equal(SupplementStatus.Closed, second.Status);
        Assert.StartsWith("“Điểm mới” đã được bổ sung và chấp nhận", Why(SupplementRequest.Make(initiative, [request, second], [Ask("Novelty")], Due, Some.Appraiser, Some.Now)), StringComparison.Ordinal);
        Assert.Empty(ScreeningFaults.OfSupplements(initiative, [request, second]));
    }

    [Fact]
    public void One_request_lives_at_a_time_and_screening_goes_on_without_it()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty");
        Assert.Equal("Hồ sơ còn một yêu cầu bổ sung chưa xong. Xem xong yêu cầu đó rồi mới yêu cầu tiếp.", Why(SupplementRequest.Make(initiative, [request], [Ask("Scope")], Due, Some.Appraiser, Some.Now)));
        Assert.Equal("Ghi lý do thẩm định tiếp mà không chờ.", Why(request.GoOn(initiative, " ", Some.Appraiser, Some.Now)));
        Assert.True(request.GoOn(initiative, "Hồ sơ đã đủ rõ", Some.Appraiser, Some.Now).Ok);
        Assert.Equal((InitiativeStatus.Submitted, SupplementItemState.Dropped), (initiative.Status, request.Items[0].State));
        Assert.Equal("Sở KH&CN đã kết thúc yêu cầu này.", request.WhyShut(Some.Now));
        Assert.Empty(ScreeningFaults.OfSupplements(initiative, [request]));
    }

    [Fact]
    public void A_broken_state_is_found()
    {
        var initiative = Some.Submitted();
        var request = Make(initiative, null, "Novelty");
        Assert.Equal(["Hồ sơ 100: chờ bổ sung mà có 0 yêu cầu đang mở, phải đúng 1."], ScreeningFaults.OfSupplements(initiative, []));
        Assert.Contains("Hồ sơ 100: còn 1 yêu cầu bổ sung đang mở mà hồ sơ không chờ bổ sung.", ScreeningFaults.OfSupplements(Some.Submitted(), [request]));
    }

    [Theory]
    [InlineData("Title", "Tên mới của sáng kiến", "Tên mới của sáng kiến")]
    [InlineData("FirstAppliedOn", "2026-02-03", "3/2/2026")]
    [InlineData("Solution", "<p>Bước một</p><p>Bước hai</p>", "Bước một\nBước hai")]
    public void A_value_is_put_back_as_it_was_read(string code, string value, string shown)
    {
        var target = SupplementTargets.Of(code)!;
        Assert.Equal(value, SupplementTargets.Read(SupplementTargets.Apply(Some.Complete(), target, value), target));
        Assert.Equal(shown, SupplementTargets.Shown(target, value));
    }

    [Fact]
    public void Effects_are_packed_row_by_row_and_a_day_to_come_is_refused()
    {
        var target = SupplementTargets.Of("Effects")!;
        var value = SupplementTargets.Pack([new EffectContent("Thời gian", "95", "20", "phút", "Bấm giờ")]);
        Assert.Equal("Thời gian · 95 → 20 phút · Bấm giờ", SupplementTargets.Shown(target, value));
        Assert.Equal("Bấm giờ", Assert.Single(SupplementTargets.Apply(Some.Complete(), target, value).Effects).HowMeasured);
        Assert.Equal("Ngày áp dụng lần đầu không thể ở sau hôm nay.", SupplementTargets.Fault(SupplementTargets.Of("FirstAppliedOn")!, "2030-01-01", new DateOnly(2026, 9, 15)));
    }
}
