using System.Net;
using System.Text;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Supplements;

public sealed class SupplementTests : IDisposable
{
    private const string Longer = "Trước đây phường chỉ tư vấn lưu động; quầy này nhận hồ sơ, thu phí và mang cả kết quả đến tận sạp theo số ô; đã tra danh mục các kỳ trước, chưa nơi nào làm.";
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Initiative> Dossier(int id) => app.Rows(db => db.Initiatives.AsNoTracking().SingleAsync(item => item.Id == id));

    private async Task<int> Received()
    {
        await app.Given.OpenCycle();
        return await app.Given.ReceivedDossier();
    }

    private static byte[] Paper { get; } = Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n0000000102 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n167\n%%EOF\n");

    [Fact]
    public async Task Asked_on_the_screens_answered_item_by_item_compared_and_accepted()
    {
        var id = await Received();
        var before = await Dossier(id);
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("Mặc định 10 ngày làm việc", (await appraiser.Page($"/tham-dinh/{id}/yeu-cau-bo-sung")).Text);
        await appraiser.Done($"/tham-dinh/{id}/yeu-cau-bo-sung", ("Chosen", "Novelty"), ("Chosen", "Tep-Evidence"), ("Asks[Novelty]", "Khác gì các quầy lưu động đã có"), ("Asks[Tep-Evidence]", "Bản chụp số liệu của phường"), ("DueOn", VietnamTime.Short(VietnamTime.Today(app.Clock.GetUtcNow().UtcDateTime).AddDays(14))));
        Assert.Equal(InitiativeStatus.Supplementing, (await Dossier(id)).Status);

        await app.DrainJobs();
        var mail = app.Mails().First(item => item.Subject.StartsWith("Cần bổ sung", StringComparison.Ordinal));
        Assert.Contains("1. Điểm mới: Khác gì các quầy lưu động đã có", mail.Text);
        Assert.Contains($"/sang-kien/{id}/bo-sung", mail.Text);

        var author = await app.As(await app.Given.AuthorIn("11311"));
        Assert.Contains("Bổ sung: Quầy một cửa lưu động ở chợ Sắt", (await author.Page("/viec")).Text);
        var page = await author.Page($"/sang-kien/{id}/bo-sung");
        Assert.Contains("Khác gì các quầy lưu động đã có", page.Text);
        Assert.Contains("Hết giờ thì ô nhập khóa lại", page.Text);
        var items = (await app.Given.Live(id)).Items;
        await author.Done($"/sang-kien/{id}/bo-sung/{items[0].Id}", ("Value", Longer), ("Version", "0"));
        var early = await author.Post($"/sang-kien/{id}/bo-sung/gui");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Còn 1 mục chưa trả lời: Tệp: minh chứng.", early.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await author.Upload($"/sang-kien/{id}/bo-sung/{items[1].Id}/tep", "tep", "so-lieu.pdf", Paper)).Status);
        await author.Done($"/sang-kien/{id}/bo-sung/gui");

        var after = await Dossier(id);
        Assert.Equal(InitiativeStatus.Submitted, after.Status);
        Assert.Equal(Longer, after.Text.Novelty);
        var receipt = (await app.Given.Live(id)).Receipt!;
        Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, receipt.At);
        var files = await app.Rows(db => db.Attachments.Where(file => file.InitiativeId == id).Select(file => new DossierFile(file.Id, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256)).ToListAsync());
        Assert.Equal(("so-lieu.pdf", AttachmentKind.Evidence), (Assert.Single(files).FileName, files[0].Kind));
        Assert.Equal(ContentDigest.Of(after.Content(), files), receipt.Digest);
        Assert.Contains("Bổ sung lần 1", (await author.Page($"/sang-kien/{id}/bien-nhan")).Text);
        Assert.Equal(ContentDigest.Of(before.Content(), []), await app.Rows(db => db.Endorsements.Where(item => item.InitiativeId == id).Select(item => item.Digest).SingleAsync()));

        var review = await appraiser.Page($"/tham-dinh/{id}/bo-sung");
        Assert.Contains("<ins>", review.Body);
        await appraiser.Done($"/tham-dinh/{id}/bo-sung", ("Version", review.Field("Version")), ($"Decisions[{items[0].Id}]", "nhan"), ($"Decisions[{items[1].Id}]", "nhan"));
        Assert.Equal(SupplementStatus.Closed, (await app.Given.Live(id)).Status);
        await app.Given.Proposal(id);
    }

    [Fact]
    public async Task Only_the_asked_part_changes_whatever_else_a_form_brings()
    {
        var id = await Received();
        var before = (await Dossier(id)).Content();
        var asked = await app.Given.Supplement(id);
        var author = await app.As(await app.Given.AuthorIn("11311"));
        await author.Done($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", Longer), ("Version", "0"), ("Title", "Tên khác hẳn"), ("Target", "Title"), ("Confidential", "Thêm"), ("Effects[0].Measure", "Chỉ tiêu lạ"), ("Authors[0].Share", "1"));
        var draft = await author.Post($"/sang-kien/{id}/soan", ("Title", "Tên khác hẳn"), ("Version", "4"));
        Assert.NotEqual("Tên khác hẳn", (await Dossier(id)).Title);
        Assert.NotEqual(HttpStatusCode.OK, draft.Status);
        await author.Done($"/sang-kien/{id}/bo-sung/gui");
        var difference = Assert.Single(DraftDifference.Between(before, (await Dossier(id)).Content()));
        Assert.Equal(nameof(DraftContent.Novelty), difference.Field);
    }

    [Fact]
    public async Task An_item_of_another_dossier_or_of_a_closed_request_is_not_open()
    {
        var id = await Received();
        var other = await app.Given.ReceivedDossier(title: "Hồ sơ khác của phường");
        var (asked, foreign) = (await app.Given.Supplement(id), await app.Given.Supplement(other));
        var author = await app.As(await app.Given.AuthorIn("11311"));
        Assert.Equal(HttpStatusCode.NotFound, (await author.Post($"/sang-kien/{id}/bo-sung/{foreign.Items[0].Id}", ("Value", Longer), ("Version", "0"))).Status);
        await app.Given.Answer(id, asked.Items[0].Id, Longer);
        await app.Given.SendSupplement(id);
        var late = await author.Post($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", "Sửa sau khi gửi"), ("Version", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("đã gửi bổ sung lúc", late.Text);
        Assert.Equal(Longer, (await Dossier(id)).Text.Novelty);
    }

    [Fact]
    public async Task What_a_unit_is_writing_changes_nothing_on_the_pages_of_the_Department()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id, null, nameof(DraftContent.Novelty), "Tep-Evidence");
        var (appraiser, lead) = (await app.As(await app.Given.Appraiser()), await app.As(await app.Given.Lead()));
        string[] paths = [$"/tham-dinh/{id}", $"/tham-dinh/{id}/bo-sung", "/tham-dinh", "/viec", $"/sang-kien/{id}/bien-nhan"];
        async Task<List<string>> Pages()
        {
            var pages = new List<string>();
            foreach (var user in new[] { appraiser, lead })
                foreach (var path in paths) pages.Add((await user.Get(path)).Comparable);
            return pages;
        }

        var before = await Pages();
        var author = await app.As(await app.Given.AuthorIn("11311"));
        await author.Done($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", "Câu trả lời viết dở"), ("Note", "Chưa xong"), ("Version", "0"));
        await author.Upload($"/sang-kien/{id}/bo-sung/{asked.Items[1].Id}/tep", "tep", "ban-nhap.pdf", Paper);
        Assert.Equal(before, await Pages());
        var file = await app.Rows(db => db.SupplementFiles.Select(item => item.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await appraiser.Get($"/bo-sung/tep/{file}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await author.Get($"/bo-sung/tep/{file}")).Status);
        Assert.Contains("Câu trả lời viết dở", (await author.Page($"/sang-kien/{id}/bo-sung")).Body);

        await app.Given.SendSupplement(id);
        Assert.Contains("Câu trả lời viết dở", (await appraiser.Page($"/tham-dinh/{id}/bo-sung")).Text);
        Assert.Equal(HttpStatusCode.OK, (await appraiser.Get($"/bo-sung/tep/{file}")).Status);
    }

    [Fact]
    public async Task The_last_instant_counts_after_it_the_request_lapses_until_it_is_extended()
    {
        var id = await Received();
        var due = VietnamTime.Today(app.Clock.GetUtcNow().UtcDateTime).AddDays(3);
        var asked = await app.Given.Supplement(id, due);
        app.Clock.Now = VietnamTime.EndOfDay(due).AddTicks(-1);
        await app.Given.Answer(id, asked.Items[0].Id, Longer);
        app.Clock.Now = VietnamTime.EndOfDay(due);
        var author = await app.As(await app.Given.AuthorIn("11311"));
        foreach (var path in new[] { $"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", $"/sang-kien/{id}/bo-sung/gui" })
        {
            var late = await author.Post(path, ("Value", "Muộn"), ("Version", "1"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
            Assert.Contains($"Đã hết hạn bổ sung (hết 23:59:59 ngày {VietnamTime.Short(due)}). Nội dung đã lưu được giữ; Sở KH&CN có thể gia hạn.", late.Text);
        }

        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("đã quá hạn", (await appraiser.Page($"/tham-dinh/{id}")).Text);
        Assert.Contains("Quá hạn 1", (await appraiser.Page("/tham-dinh")).Text);
        var bare = await appraiser.Post($"/tham-dinh/{id}/bo-sung/gia-han", ("DueOn", VietnamTime.Short(due.AddDays(5))), ("Reason", " "));
        Assert.Contains("Ghi lý do gia hạn.", bare.Text);
        await appraiser.Done($"/tham-dinh/{id}/bo-sung/gia-han", ("DueOn", VietnamTime.Short(due.AddDays(5))), ("Reason", "Phường mất mạng hai ngày"));
        await app.Given.SendSupplement(id);
        Assert.Equal(Longer, (await Dossier(id)).Text.Novelty);
        Assert.Contains("Phường mất mạng hai ngày", (await author.Page($"/sang-kien/{id}")).Text);
    }

    [Fact]
    public async Task Who_wrote_the_dossier_gives_it_no_more_time_and_does_not_go_on_without_an_answer()
    {
        await app.Given.OpenCycle();
        var writer = await app.Given.Person(Role.Appraiser | Role.Author, "SKHCN");
        var id = await app.Given.ReceivedDossier("SKHCN", author: writer);
        var live = await app.Given.Supplement(id);
        var user = await app.As(writer);
        foreach (var act in new[] { "gia-han", "khong-cho" })
        {
            var refused = await user.Post($"/tham-dinh/{id}/bo-sung/{act}", ("Version", $"{live.Version}"), ("DueOn", VietnamTime.Short(VietnamTime.Today(live.DueAt).AddDays(9))), ("Reason", "Cần thêm thời gian"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Bạn là tác giả của hồ sơ này nên không thẩm định được.", refused.Text);
        }

        var after = await app.Given.Live(id);
        Assert.Equal((live.Version, live.DueAt, SupplementStatus.Open), (after.Version, after.DueAt, after.Status));
    }

    [Fact]
    public async Task Screening_goes_on_without_an_answer_and_stands_where_it_stood()
    {
        var id = await Received();
        var appraiser = await app.As(await app.Given.Appraiser());
        await app.Given.Checked(id);
        await appraiser.Done($"/tham-dinh/{id}/nhap", ("DraftVersion", "0"), ("IsFirst", "true"), ("FirstReason", "Đã tra danh mục 2020–2025"));
        await app.Given.Supplement(id);
        Assert.Contains("Hồ sơ đang chờ đơn vị bổ sung.", (await appraiser.Page($"/tham-dinh/{id}")).Text);
        var live = await app.Given.Live(id);
        await appraiser.Done($"/tham-dinh/{id}/bo-sung/khong-cho", ("Version", $"{live.Version}"), ("Reason", "Hồ sơ đã đủ rõ"));
        var page = await appraiser.Page($"/tham-dinh/{id}");
        Assert.Contains("Đã tra danh mục 2020–2025", page.Body);
        Assert.Contains("đã ghi đủ", page.Text);
        Assert.Equal((InitiativeStatus.Submitted, SupplementItemState.Dropped), ((await Dossier(id)).Status, (await app.Given.Live(id)).Items[0].State));
        var author = await app.As(await app.Given.AuthorIn("11311"));
        Assert.Contains("Sở KH&CN đã kết thúc yêu cầu này. Lý do: Hồ sơ đã đủ rõ", (await author.Page($"/sang-kien/{id}/bo-sung")).Text);
    }

    [Fact]
    public async Task What_was_accepted_is_never_asked_again_and_only_the_rest_is()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id, null, nameof(DraftContent.Novelty), nameof(DraftContent.Scope));
        await app.Given.Answer(id, asked.Items[0].Id, Longer);
        await app.Given.Answer(id, asked.Items[1].Id, asked.Items[1].Before, note: "Không có gì thêm");
        await app.Given.SendSupplement(id);
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("xem và quyết định từng mục trước khi đề xuất", (await appraiser.Post($"/tham-dinh/{id}", ("IsFirst", "true"))).Text);
        (string, string)[] decided = [("Version", $"{(await app.Given.Live(id)).Version}"), ($"Decisions[{asked.Items[0].Id}]", "nhan"), ($"Decisions[{asked.Items[1].Id}]", "hoi"), ("DueOn", VietnamTime.Short(VietnamTime.Today(app.Clock.GetUtcNow().UtcDateTime).AddDays(5)))];
        var bare = await appraiser.Post($"/tham-dinh/{id}/bo-sung", decided);
        Assert.Contains("Ghi rõ cần bổ sung gì ở “Phạm vi áp dụng”.", bare.Text);
        Assert.Equal(SupplementItemState.Answered, (await app.Given.Live(id)).Items[0].State);
        await appraiser.Done($"/tham-dinh/{id}/bo-sung", [.. decided, ($"Asks[{asked.Items[1].Id}]", "Kể tên các chợ đã áp dụng")]);

        var second = await app.Given.Live(id);
        Assert.Equal((2, "Scope", "Kể tên các chợ đã áp dụng"), (second.Round, Assert.Single(second.Items).Target, second.Items[0].Ask));
        await app.Given.Answer(id, second.Items[0].Id, "Chợ Sắt, chợ Ga, chợ An Dương");
        await app.Given.SendSupplement(id);
        await appraiser.Done($"/tham-dinh/{id}/bo-sung", ("Version", $"{(await app.Given.Live(id)).Version}"), ($"Decisions[{second.Items[0].Id}]", "nhan"));
        Assert.Contains("không hỏi lại", (await appraiser.Page($"/tham-dinh/{id}/yeu-cau-bo-sung")).Text);
        var again = await appraiser.Post($"/tham-dinh/{id}/yeu-cau-bo-sung", ("Chosen", "Novelty"), ("Asks[Novelty]", "Nêu lại điểm mới cho rõ"), ("DueOn", VietnamTime.Short(VietnamTime.Today(app.Clock.GetUtcNow().UtcDateTime).AddDays(5))));
        Assert.Contains("“Điểm mới” đã được bổ sung và chấp nhận ngày", again.Text);
        Assert.Equal(InitiativeStatus.Submitted, (await Dossier(id)).Status);
    }

    [Fact]
    public async Task Two_people_who_answer_one_item_do_not_overwrite_each_other()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id);
        var officer = await app.Given.Person(Role.UnitOfficer);
        await app.Given.Answer(id, asked.Items[0].Id, "Bản của cán bộ đầu mối", officer);
        var author = await app.As(await app.Given.AuthorIn("11311"));
        var late = await author.Post($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", "Bản của tác giả"), ("Version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains($"{officer.Name} vừa lưu bản khác của mục này.", late.Text);
        Assert.Contains("Bản của tác giả", late.Body);
        Assert.Contains("Bản của cán bộ đầu mối", late.Text);
        await author.Done($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", "Bản gộp"), ("Version", late.Field("Version")));
    }

    [Fact]
    public async Task The_head_reads_but_does_not_answer_and_strangers_find_nothing()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id);
        var head = await app.As(await app.Given.Head());
        Assert.Contains("Tác giả hoặc cán bộ đầu mối trả lời", (await head.Page($"/sang-kien/{id}/bo-sung")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Post($"/sang-kien/{id}/bo-sung/gui")).Status);
        var stranger = await app.As(await app.Given.Person(Role.UnitOfficer | Role.Author, "10804"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/sang-kien/{id}/bo-sung")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", "x"), ("Version", "0"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/sang-kien/{id}/bo-sung/gui")).Status);
    }

    [Fact]
    public async Task Withdrawing_the_dossier_ends_the_request()
    {
        var id = await Received();
        await app.Given.Supplement(id);
        var author = await app.As(await app.Given.AuthorIn("11311"));
        await author.Done($"/sang-kien/{id}/rut", ("Reason", "Gộp vào hồ sơ khác"));
        Assert.Equal(("Đơn vị đã rút hồ sơ.", SupplementStatus.Closed), ((await app.Given.Live(id)).CloseReason, (await app.Given.Live(id)).Status));
    }

    [Fact]
    public async Task A_script_gets_the_new_version_as_json()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id);
        var author = await app.As(await app.Given.AuthorIn("11311"));
        var saved = await author.PostForJson($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Value", Longer), ("Version", "0"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.StartsWith("{\"version\":1,", saved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_requests_with_their_day_and_people_can_be_asked_for()
    {
        var id = await Received();
        var asked = await app.Given.Supplement(id);
        var officer = await app.Given.Person(Role.UnitOfficer);
        var deadline = Assert.Single(await app.Rows(db => db.SupplementDeadlinesAsync(app.Clock.GetUtcNow().UtcDateTime, CancellationToken.None)));
        Assert.Equal(($"bo-sung-{asked.Id}", asked.DueAt, $"/sang-kien/{id}/bo-sung"), (deadline.Key, deadline.DueAt, deadline.Path));
        Assert.Equal([(await app.Given.AuthorIn("11311")).Id, officer.Id], deadline.Who.Select(person => person.PersonId));
        Assert.Empty(await app.Rows(db => db.SupplementDeadlinesAsync(asked.DueAt, CancellationToken.None)));
    }
}
