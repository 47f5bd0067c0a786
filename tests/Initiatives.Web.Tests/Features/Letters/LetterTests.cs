using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Letters;

public sealed class LetterTests : IDisposable
{
    private static readonly (string, string)[] Signed = [("Number", "125/TTr-UBND"), ("Date", "15/9/2026"), ("SignerName", "Đỗ Văn M"), ("SignerPost", "Chủ tịch UBND phường"), ("Capacity", "Deputy")];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A real PDF: uploads are opened, not only looked at.</summary>
    private static byte[] Scan { get; } = Pdf.Of(Documents.Samples.Recognition()).Bytes;

    private async Task<(TestUser Officer, List<TestDossier> Dossiers)> Waiting(int count, bool open = true)
    {
        if (open) await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var dossiers = new List<TestDossier>();
        for (var i = 0; i < count; i++) dossiers.Add(await app.Given.AwaitingDossier(author: author));
        return (await app.As(await app.Given.Person(Role.UnitOfficer)), dossiers);
    }

    private static (string, string)[] Form(Guid key, params int[] ids) => [("FormKey", $"{key}"), ("SignerName", "Đỗ Văn M"), ("Capacity", "Head"), .. ids.Select(id => ("Ids", $"{id}"))];

    private static async Task<string> Prepare(TestUser officer, params int[] ids) => await officer.Done("/to-trinh", Form(Guid.NewGuid(), ids));

    private Task<List<int?>> Numbers() => app.Rows(db => db.Initiatives.OrderBy(item => item.Id).Select(item => item.RegisterNumber).ToListAsync());

    [Fact]
    public async Task A_signed_letter_sends_its_dossiers_each_with_a_number_and_says_by_whom_and_how()
    {
        var (officer, dossiers) = await Waiting(3);
        var page = await officer.Page("/to-trinh");
        Assert.Contains("3 hồ sơ chờ thủ trưởng", page.Text);
        var path = await Prepare(officer, dossiers[0].Id, dossiers[2].Id);
        Assert.Contains("Tờ trình lập ngày 15/9/2026", (await officer.Page(path)).Text);
        Assert.Contains("Nằm trong tờ trình lập ngày 15/9/2026", (await officer.Page("/to-trinh")).Text);

        app.Clock.Now = app.Clock.Now.AddHours(3);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Upload($"{path}/gui", "Tep", "to-trinh-da-ky.pdf", Scan, Signed)).Status);
        Assert.Equal([1, null, 2], await Numbers());
        var endorsement = await app.Rows(db => db.Endorsements.OrderBy(item => item.Id).FirstAsync());
        Assert.Equal((EndorsementMeans.SignedLetter, "Đỗ Văn M", "Chủ tịch UBND phường", SigningCapacity.Deputy, app.Clock.Now), (endorsement.Means, endorsement.PersonName, endorsement.Post, endorsement.Capacity, endorsement.At));
        var sent = await officer.Page(path);
        foreach (var told in new[] { "Tờ trình số 125/TTr-UBND ngày 15/9/2026", "Đỗ Văn M, Chủ tịch UBND phường (KT.)", "12:00:00 ngày 15/9/2026", "HS-2026-0001", "HS-2026-0002", "to-trinh-da-ky.pdf" }) Assert.Contains(told, sent.Text);
        Assert.Contains("Gửi Sở KH&CN theo tờ trình đã ký", (await officer.Page($"/sang-kien/{dossiers[0].Id}")).Text);
        Assert.Contains("Đỗ Văn M", (await officer.Page($"/sang-kien/{dossiers[0].Id}/bien-nhan")).Text);
        Assert.Equal(Scan.Length, (await (await officer.Get($"{path}/ban-ky")).Message.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_letter_and_the_same_upload_twice_is_one_act()
    {
        var (officer, dossiers) = await Waiting(1);
        var form = Form(Guid.NewGuid(), dossiers[0].Id);
        var path = await officer.Done("/to-trinh", form);
        Assert.Equal(path, await officer.Done("/to-trinh", form));
        Assert.Equal(1, await app.Rows(db => db.UnitLetters.CountAsync()));
        await officer.Post("/hien-thi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal([1], await Numbers());
        Assert.Equal(1, await app.Rows(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task A_form_without_a_key_makes_a_letter_of_its_own_and_a_key_stands_for_its_dossiers_only()
    {
        var (officer, dossiers) = await Waiting(3);
        static (string, string)[] Keyless(int id) => Form(Guid.Empty, id)[1..];
        var paths = new[] { await officer.Done("/to-trinh", Keyless(dossiers[0].Id)), await officer.Done("/to-trinh", Keyless(dossiers[1].Id)) };
        Assert.Equal(2, paths.Distinct().Count());
        var (elsewhere, other) = (await app.As(await app.Given.Person(Role.UnitOfficer, "10804")), await app.Given.AwaitingDossier("10804"));
        Assert.DoesNotContain(await elsewhere.Done("/to-trinh", Keyless(other.Id)), paths);

        await officer.Done($"{paths[0]}/huy");
        var key = Guid.NewGuid();
        await Prepare(officer, dossiers[2].Id);
        await officer.Done("/to-trinh", Form(key, dossiers[0].Id));
        var refused = await officer.Post("/to-trinh", Form(key, dossiers[0].Id, dossiers[1].Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Trang này đã lập tờ trình lập ngày 15/9/2026 cho những hồ sơ khác. Tải lại trang rồi chọn lại.", refused.Text);
    }

    [Fact]
    public async Task Made_three_times_at_once_a_dossier_lies_in_one_letter()
    {
        var (officer, dossiers) = await Waiting(1);
        await officer.Post("/hien-thi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.Post("/to-trinh", Form(Guid.NewGuid(), dossiers[0].Id))));
        Assert.Equal((1, 2), (answers.Count(answer => answer.Status == HttpStatusCode.Redirect), answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity)));
        Assert.Equal(1, await app.Rows(db => db.UnitLetters.CountAsync()));
    }

    [Fact]
    public async Task A_number_under_ten_is_stored_with_its_zero_and_the_same_upload_is_still_one_act()
    {
        var (officer, dossiers) = await Waiting(1);
        var path = await Prepare(officer, dossiers[0].Id);
        (string, string)[] form = [("Number", "7/TTr-UBND"), .. Signed[1..]];
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, form)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, form)).Status);
        Assert.Contains("Tờ trình số 07/TTr-UBND ngày 15/9/2026", (await officer.Page(path)).Text);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var (officer, dossiers) = await Waiting(1);
        var path = await Prepare(officer, dossiers[0].Id);
        var empty = await officer.Post($"{path}/gui", ("Number", "125/TTr-UBND"), ("Date", "16/9/2026"), ("SignerPost", "Chủ tịch"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        foreach (var told in new[] { "Ngày ký không thể ở sau hôm nay.", "Ghi họ và tên người ký.", "Chọn bản chụp hoặc tệp tờ trình đã ký." }) Assert.Contains(told, empty.Text);
        Assert.Equal("125/TTr-UBND", empty.Field("Number"));
        var word = await officer.Upload($"{path}/gui", "Tep", "to-trinh.txt", "chữ"u8.ToArray(), Signed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, word.Status);
        Assert.Contains("to-trinh.txt", word.Text);
        Assert.Contains("Chọn ít nhất một hồ sơ đang chờ thủ trưởng.", (await officer.Post("/to-trinh", Form(Guid.NewGuid()))).Text);
        Assert.Equal([null], await Numbers());
    }

    [Fact]
    public async Task The_signer_is_chosen_with_post_and_capacity_and_the_head_never_signs_for_himself()
    {
        var (officer, dossiers) = await Waiting(2);
        var head = await app.Given.Person(Role.UnitHead, name: "Đỗ Văn M");
        var deputy = await app.Given.Person(Role.UnitHead, name: "Lê Thị P", capacity: SigningCapacity.Deputy);
        var page = await officer.Page("/to-trinh");
        Assert.Contains("Lê Thị P, Chuyên viên (KT.)", page.Text);
        var contrary = await officer.Post("/to-trinh", ("FormKey", $"{Guid.NewGuid()}"), ("SignerName", "Đỗ Văn M"), ("Capacity", "Deputy"), ("Ids", $"{dossiers[0].Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, contrary.Status);
        Assert.Contains("Đỗ Văn M là thủ trưởng, không ký thay (KT.) chính mình. Chọn cấp phó ở ô người ký.", contrary.Text);
        Assert.Contains("id=\"Capacity-error\"", contrary.Body);
        var path = await officer.Done("/to-trinh", ("FormKey", $"{Guid.NewGuid()}"), ("SignerId", $"{deputy.Id}"), ("SignerName", ""), ("Capacity", ""), ("Ids", $"{dossiers[0].Id}"));
        Pdf.Read(await (await officer.Get($"{path}/to-trinh.pdf")).Message.Content.ReadAsByteArrayAsync()).Reads("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị P");

        (string, string)[] letter = [("Number", "125/TTr-UBND"), ("Date", "15/9/2026")];
        var other = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, [.. letter, ("SignerId", $"{head.Id}"), ("Capacity", "Deputy")]);
        Assert.Contains("Đỗ Văn M là thủ trưởng, không ký thay (KT.) chính mình. Chọn cấp phó ở ô người ký.", other.Text);
        var both = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, [.. letter, ("SignerId", $"{head.Id}"), ("SignerName", "Lê Thị P")]);
        Assert.Contains("Người ký đã chọn là Đỗ Văn M. Để trống ô này, hoặc chọn “Người khác”.", both.Text);
        Assert.Contains("Chọn lại tệp “a.pdf”: trang mở lại không giữ tệp đã chọn.", both.Text);
        Assert.Equal([null, null], await Numbers());
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, [.. letter, ("SignerId", $"{deputy.Id}")])).Status);
        Assert.Contains("Lê Thị P, Chuyên viên (KT.)", (await officer.Page(path)).Text);
    }

    [Fact]
    public async Task A_dossier_that_changed_since_the_letter_is_named_and_none_is_sent()
    {
        var (officer, dossiers) = await Waiting(2);
        var path = await Prepare(officer, dossiers[0].Id, dossiers[1].Id);
        Given.Sure(await app.Send(new ReturnInitiative.Command { Id = dossiers[1].Id, Reason = "Sửa tên" }, dossiers[1].Head.Actor));
        var saved = Given.Sure(await app.Send(Given.CompleteForm("Tên sau khi lập tờ trình") with { Id = dossiers[1].Id, Version = dossiers[1].Version + 1 }, dossiers[1].Author.Actor)).Value;
        await app.Given.Confirmed(dossiers[1].Id, dossiers[1].Author);
        Given.Sure(await app.Send(new SendToHead(dossiers[1].Id, saved.Version), dossiers[1].Author.Actor));
        Assert.Contains("1 hồ sơ không còn đúng với tờ trình.", (await officer.Page(path)).Text);
        Assert.Contains("nội dung đã sửa sau khi lập tờ trình", (await officer.Page(path)).Text);
        var refused = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Nội dung hoặc tài liệu đã thay đổi từ khi lập tờ trình.", refused.Text);
        Assert.Contains("Chưa hồ sơ nào được gửi theo tờ trình này. Hủy tờ trình này rồi lập tờ trình mới cho các hồ sơ còn lại.", refused.Text);
        Assert.Equal([null, null], await Numbers());

        await officer.Done($"{path}/huy");
        var again = await Prepare(officer, dossiers[0].Id, dossiers[1].Id);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Upload($"{again}/gui", "Tep", "a.pdf", Scan, Signed)).Status);
        Assert.Equal([1, 2], await Numbers());
    }

    [Fact]
    public async Task One_that_the_head_sent_meanwhile_is_named_too_and_a_dossier_lies_in_one_open_letter_only()
    {
        var (officer, dossiers) = await Waiting(2);
        var path = await Prepare(officer, dossiers[0].Id, dossiers[1].Id);
        Assert.Contains("đã nằm trong tờ trình lập ngày 15/9/2026 đang chờ ký. Hủy tờ trình đó trước, hoặc bỏ chọn hồ sơ này.", (await officer.Post("/to-trinh", Form(Guid.NewGuid(), dossiers[1].Id))).Text);
        Given.Sure(await app.Send(new EndorseInitiative.Command { Id = dossiers[0].Id }, dossiers[0].Head.Actor));
        var refused = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed);
        Assert.Contains("Hồ sơ đã gửi lúc 09:00:00 ngày 15/9/2026.", refused.Text);
        Assert.Equal([1, null], await Numbers());
    }

    [Fact]
    public async Task The_head_reads_that_a_letter_holds_the_dossier_and_the_letter_that_he_sent_it()
    {
        var (officer, dossiers) = await Waiting(2);
        var path = await Prepare(officer, dossiers[0].Id, dossiers[1].Id);
        var head = await app.As(dossiers[0].Head);
        foreach (var page in new[] { await head.Page("/ky-duyet"), await head.Page($"/ky-duyet/{dossiers[0].Id}") })
        {
            Assert.Contains("Hồ sơ này đang nằm trong tờ trình lập ngày 15/9/2026", page.Text);
            Assert.Contains("xác nhận ở đây thì tờ trình không còn dùng cho hồ sơ này.", page.Text);
        }

        await head.Done($"/sang-kien/{dossiers[0].Id}/gui");
        var one = await officer.Page(path);
        foreach (var told in new[] { "đã gửi Sở KH&CN lúc 09:00:00 ngày 15/9/2026, số HS-2026-0001, không theo tờ trình này", "hủy rồi lập tờ trình mới cho 1 hồ sơ còn chờ thủ trưởng.", "1 hồ sơ vẫn chờ thủ trưởng; có thể lập tờ trình khác." }) Assert.Contains(told, one.Text);
        await head.Done($"/sang-kien/{dossiers[1].Id}/gui");
        var none = await officer.Page(path);
        Assert.Contains("không còn hồ sơ nào chờ thủ trưởng, hủy tờ trình là xong.", none.Text);
        Assert.DoesNotContain("rồi lập tờ trình mới", none.Text);
        var refused = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed);
        Assert.Contains("Chưa hồ sơ nào được gửi theo tờ trình này. Hủy tờ trình này.", refused.Text);
        Assert.DoesNotContain("rồi lập tờ trình mới", refused.Text);
    }

    [Fact]
    public async Task After_the_cut_off_nothing_goes_and_the_letter_stays()
    {
        var (officer, dossiers) = await Waiting(1);
        var path = await Prepare(officer, dossiers[0].Id);
        app.Clock.Now = new DateTime(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);
        officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        var refused = await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Đã quá hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026).", refused.Text);
        Assert.Equal(UnitLetterStatus.Prepared, await app.Rows(db => db.UnitLetters.Select(letter => letter.Status).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_units_officer_makes_and_sends_and_the_department_reads_what_was_sent()
    {
        var (officer, dossiers) = await Waiting(1);
        var path = await Prepare(officer, dossiers[0].Id);
        var head = await app.As(dossiers[0].Head);
        await head.Page(path);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Post("/to-trinh", Form(Guid.NewGuid(), dossiers[0].Id))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Post($"{path}/gui", Signed)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(dossiers[0].Author)).Get(path)).Status);
        var stranger = await app.As(await app.Given.Person(Role.UnitOfficer, "10804"));
        foreach (var hidden in new[] { path, $"{path}/to-trinh.pdf", $"{path}/to-trinh.docx", $"{path}/ban-ky" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(hidden)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"{path}/huy")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post("/to-trinh", Form(Guid.NewGuid(), dossiers[0].Id))).Status);

        var clerk = await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get(path)).Status);
        await officer.Upload($"{path}/gui", "Tep", "a.pdf", Scan, Signed);
        Assert.Contains("125/TTr-UBND", (await clerk.Page("/to-trinh")).Text);
        Assert.Contains($"/tham-dinh/{dossiers[0].Id}", (await clerk.Page(path)).Body);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Get($"{path}/ban-ky")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"{path}/ban-ky")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post($"{path}/huy")).Status);
    }

    [Fact]
    public async Task Its_papers_say_what_the_dossiers_said_when_it_was_made()
    {
        var (officer, dossiers) = await Waiting(1);
        var path = await officer.Done("/to-trinh", [.. Form(Guid.NewGuid(), dossiers[0].Id), ($"BaseDecisions[{dossiers[0].Id}]", "45/QĐ-UBND ngày 12/8/2026")]);
        await app.Rows(db => db.Initiatives.ExecuteUpdateAsync(set => set.SetProperty(item => item.Title, "Tên bị sửa trong kho")));
        var pdf = Pdf.Read(await (await officer.Get($"{path}/to-trinh.pdf")).Message.Content.ReadAsByteArrayAsync());
        pdf.Reads("ỦY BAN NHÂN DÂN", "PHƯỜNG HỒNG BÀNG", "Số: ……/TTr-UBND", "Hồng Bàng, ngày", "TỜ TRÌNH", "Kính gửi: Sở Khoa học và Công nghệ", "01 hồ sơ sáng kiến", "CHỦ TỊCH", "Đỗ Văn M", "DANH SÁCH TRÍCH NGANG",
            "Quầy một cửa lưu động số 1", "Trần Thị K, Công chức Tư pháp – Hộ tịch", "100%", "45/QĐ-UBND ngày 12/8/2026");
        Assert.DoesNotContain("Tên bị sửa", pdf.Text);
        var word = await officer.Get($"{path}/to-trinh.docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"{path}/to-trinh.exe")).Status);
    }
}
