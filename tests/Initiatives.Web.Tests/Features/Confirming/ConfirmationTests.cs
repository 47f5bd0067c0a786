using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Confirming;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Confirming;

public sealed class ConfirmationTests : IDisposable
{
    private const string Coauthor = "Phạm Thị A";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static AuthorInput Line(string name, decimal share, int? personId = null, string email = "") => new()
    {
        PersonId = personId,
        Name = name,
        BirthDate = new DateOnly(1984, 4, 12),
        Workplace = "Bưu điện Hồng Bàng",
        Post = "Nhân viên",
        Qualification = "Trung cấp",
        Share = share,
        Email = email,
    };

    /// <summary>A complete draft by its writer and a co-author without an account.</summary>
    private async Task<(TestPerson Writer, int Id, int Version)> Draft(string email = "", decimal share = 40)
    {
        var writer = await app.Given.Person(Role.Author);
        var saved = Given.Sure(await app.Send(Given.CompleteForm() with { Authors = [Line(writer.Name, 100 - share, writer.Id), Line(Coauthor, share, email: email)] }, writer.Actor)).Value;
        return (writer, saved.Id, saved.Version);
    }

    private Task<string> Key(int id, TestPerson writer, string name = Coauthor) => app.Given.AuthorKey(id, writer, name);

    private async Task<string> Link(int id, TestPerson writer, string name = Coauthor) => await app.Given.AuthorLink(id, writer, await Key(id, writer, name));

    private Task<AuthorConfirmation> Row(string name = Coauthor) => app.Rows(db => db.AuthorConfirmations.OrderByDescending(item => item.Id).FirstAsync(item => item.Name == name));

    private static SaveDraft.Command Form(TestPerson writer, int id, int version, decimal share, string post = "Nhân viên") => Given.CompleteForm() with
    {
        Id = id,
        Version = version,
        Authors = [Line(writer.Name, 100 - share, writer.Id), Line(Coauthor, share) with { Post = post }],
    };

    [Fact]
    public async Task Who_has_not_confirmed_is_named_with_both_ways_out_and_the_sender_confirms_by_sending()
    {
        var (writer, id, version) = await Draft();
        var user = await app.As(writer);
        var refused = await user.Post($"/sang-kien/{id}/trinh", ("version", $"{version}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Chưa có xác nhận của Phạm Thị A. Gửi liên kết để từng người xác nhận, hoặc in bản xác nhận cho mọi tác giả ký rồi tải bản chụp lên.", refused.Text);
        Assert.DoesNotContain($"Chưa có xác nhận của {writer.Name}", refused.Text);

        await app.Anybody().Done($"/xac-nhan/{await Link(id, writer)}", ("IsRight", "true"));
        await user.Done($"/sang-kien/{id}/trinh", ("version", $"{version}"));
        Assert.Equal((AuthorAnswer.Confirmed, AnswerWay.Link, (int?)null), await app.Rows(async db => (await db.AuthorConfirmations.SingleAsync(item => item.Name == Coauthor)) is var row ? (row.Answer, row.Way, row.AnsweredById) : default));
        Assert.Equal((AuthorAnswer.Confirmed, AnswerWay.Sending, (int?)writer.Id), await app.Rows(async db => (await db.AuthorConfirmations.SingleAsync(item => item.Name == writer.Name)) is var row ? (row.Answer, row.Way, row.AnsweredById) : default));
    }

    [Fact]
    public async Task A_cycle_may_do_without_it()
    {
        await app.Given.OpenCycle();
        var (writer, id, version) = await Draft();
        await app.Rows(async db =>
        {
            var cycle = await db.Cycles.SingleAsync();
            db.Entry(cycle).Property(item => item.Settings).CurrentValue = cycle.Settings with { AuthorsConfirm = false };
            return await db.SaveChangesAsync();
        });
        Assert.True((await app.Send(new SendToHead(id, version), writer.Actor)).Ok);
        Assert.Equal(0, await app.Rows(db => db.AuthorConfirmations.CountAsync()));
    }

    [Fact]
    public async Task The_link_shows_the_line_the_shares_and_nothing_else_of_the_dossier()
    {
        var (writer, id, version) = await Draft(email: "a.pham@buudien.example");
        var token = await Link(id, writer);
        var anybody = app.Anybody();
        var page = await anybody.Page($"/xac-nhan/{token}");
        foreach (var shown in new[] { "Quầy một cửa lưu động ở chợ Sắt", "Phường Hồng Bàng", Coauthor, "Nhân viên", "Bưu điện Hồng Bàng", "40%", writer.Name, "60%", "Tổng tỷ lệ của mọi tác giả: 100%." }) Assert.Contains(shown, page.Text);
        Assert.Contains("no-store", page.Message.Headers.CacheControl!.ToString());

        // Everything else that the dossier holds may be there or not: the page is the same to the letter.
        Given.Sure(await app.Send(Form(writer, id, version, 40) with
        {
            Summary = "Tóm tắt bí mật chỉ người trong đơn vị được đọc, dài hơn mười từ.",
            PriorSituation = "Chuyện cũ",
            Solution = "<p>Cách làm khác hẳn</p>",
            Novelty = "Điều mới khác",
            Scope = "Nơi khác",
            ReplicationConditions = "Điều kiện khác",
            Confidential = "Mật khẩu phòng máy",
            Participants = [new() { Name = "Người tham gia X", Contribution = "Chạy thử" }],
            Effects = [],
            FieldCode = "LV-G",
            Indices = [],
            FirstAppliedOn = new DateOnly(2025, 1, 1),
            SolutionType = SolutionType.Technical,
        }, writer.Actor));
        using var file = new MemoryStream(Files.CraftPdf.Sound());
        Given.Sure(await app.Send(new AttachFile.Command { Id = id, Kind = AttachmentKind.Evidence, File = new UploadedFile("minh-chung-rieng.pdf", file) }, writer.Actor));
        Assert.Equal(page.Comparable, (await anybody.Get($"/xac-nhan/{token}")).Comparable);
        foreach (var hidden in new[] { "1984", "Trung cấp", "a.pham@buudien.example", writer.Email }) Assert.DoesNotContain(hidden, page.Body);
    }

    [Fact]
    public async Task A_used_an_expired_a_replaced_and_an_outdated_link_say_so_and_show_nothing()
    {
        var (writer, id, version) = await Draft();
        var anybody = app.Anybody();
        async Task Says(string token, string sentence, HttpStatusCode status = HttpStatusCode.OK)
        {
            var page = await anybody.Get($"/xac-nhan/{token}");
            Assert.Equal(status, page.Status);
            Assert.Contains(sentence, page.Text);
            foreach (var hidden in new[] { "chợ Sắt", Coauthor, writer.Name, "40%" }) Assert.DoesNotContain(hidden, page.Text);
        }

        var first = await Link(id, writer);
        var second = await Link(id, writer);
        await Says(first, "Không mở được liên kết này", HttpStatusCode.NotFound);
        await Says("khong-phai-lien-ket", "Không mở được liên kết này", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Post($"/xac-nhan/{first}", ("IsRight", "true"))).Status);

        var saved = Given.Sure(await app.Send(Form(writer, id, version, 40, "Tổ trưởng"), writer.Actor)).Value;
        await Says(second, "Thông tin về bạn vừa được sửa");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.Post($"/xac-nhan/{second}", ("IsRight", "true"))).Status);

        var third = await Link(id, writer);
        app.Clock.Now = app.Clock.Now.AddDays(14);
        await Says(third, "Liên kết đã hết hạn");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.Post($"/xac-nhan/{third}", ("IsRight", "true"))).Status);
        Assert.Contains("hết hạn liên kết", (await (await app.As(writer)).Page($"/sang-kien/{id}/xac-nhan")).Text);

        var fourth = await Link(id, writer);
        await anybody.Done($"/xac-nhan/{fourth}", ("IsRight", "true"));
        await Says(fourth, "Bạn đã xác nhận");
        Assert.Equal(0, await app.Rows(db => db.AuthorConfirmations.CountAsync(item => item.Post == "Nhân viên" && item.Answer != AuthorAnswer.None)));

        Given.Sure(await app.Send(new SendToHead(id, saved.Version), writer.Actor));
        await app.Rows(db => db.AuthorConfirmations.ExecuteUpdateAsync(set => set.SetProperty(item => item.LinkUsedAt, (DateTime?)null)));
        await Says(fourth, "Không cần xác nhận nữa");
    }

    [Fact]
    public async Task Two_clicks_are_one_also_at_once()
    {
        var (writer, id, _) = await Draft();
        var token = await Link(id, writer);
        var anybody = app.Anybody();
        await anybody.Page($"/xac-nhan/{token}");
        await anybody.Post("/hien-thi");
        var places = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => anybody.Done($"/xac-nhan/{token}", ("IsRight", "true"))));
        Assert.Single(places.Distinct());
        Assert.Equal(1, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == "tac-gia-xac-nhan")));
        var other = await anybody.Post($"/xac-nhan/{token}", ("IsRight", "false"), ("Reason", "Đổi ý rồi"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Liên kết này đã dùng lúc 09:00:00 ngày 15/9/2026", other.Text);
    }

    [Fact]
    public async Task Only_the_digest_of_a_link_is_kept_and_the_mail_alone_carries_it()
    {
        var (writer, id, _) = await Draft(email: "a.pham@buudien.example");
        var user = await app.As(writer);
        await user.Done($"/sang-kien/{id}/xac-nhan/gui", ("Key", await Key(id, writer)), ("ByHand", "false"));
        await app.DrainJobs();
        var mail = Assert.Single(app.Mails());
        Assert.Equal("a.pham@buudien.example", mail.To);
        Assert.Contains("đóng góp 40%", mail.Text);
        var token = Regex.Match(mail.Text, "/xac-nhan/([a-z2-9-]+)").Groups[1].Value;
        var letters = LinkToken.Read(token);
        Assert.Equal(LinkTokens.DigestOf(letters), (await Row()).LinkHash);
        var payloads = await app.Rows(db => db.Jobs.Select(job => job.Payload).ToListAsync());
        Assert.All(payloads, payload => Assert.DoesNotContain(letters, payload.Replace("-", "", StringComparison.Ordinal)));
        await app.Anybody().Done($"/xac-nhan/{token}", ("IsRight", "true"));
        Assert.Contains("đã xác nhận 15/9", (await user.Page($"/sang-kien/{id}/xac-nhan")).Text);
    }

    [Fact]
    public async Task A_link_to_hand_over_is_shown_once()
    {
        var (writer, id, _) = await Draft();
        var user = await app.As(writer);
        Assert.StartsWith($"/sang-kien/{id}/xac-nhan", await user.Done($"/sang-kien/{id}/xac-nhan/gui", ("Key", await Key(id, writer)), ("ByHand", "true")), StringComparison.Ordinal);
        Assert.Matches("http://localhost/xac-nhan/[a-z2-9-]{29}", (await user.Page($"/sang-kien/{id}/xac-nhan")).Body);
        var again = await user.Page($"/sang-kien/{id}/xac-nhan");
        Assert.DoesNotMatch("/xac-nhan/[a-z2-9-]{29}", again.Body);
        Assert.Contains("chờ từ 15/9", again.Text);
    }

    [Fact]
    public async Task An_unchanged_line_stays_confirmed_and_a_changed_one_is_open_again()
    {
        var (writer, id, version) = await Draft();
        await app.Anybody().Done($"/xac-nhan/{await Link(id, writer)}", ("IsRight", "true"));
        async Task<AuthorStanding> Standing() => (await app.Send(new ConfirmationPage.Query { Id = id }, writer.Actor)).Rows.Single(row => row.State.Author.Name == Coauthor).State.Standing;

        var other = Given.Sure(await app.Send(Form(writer, id, version, 40) with { Title = "Tên khác hẳn của sáng kiến" }, writer.Actor)).Value;
        Assert.Equal(AuthorStanding.Confirmed, await Standing());
        var changed = Given.Sure(await app.Send(Form(writer, id, other.Version, 30), writer.Actor)).Value;
        Assert.Equal(AuthorStanding.NotAsked, await Standing());
        Given.Sure(await app.Send(Form(writer, id, changed.Version, 40), writer.Actor));
        Assert.Equal(AuthorStanding.Confirmed, await Standing());
    }

    [Fact]
    public async Task A_denial_reaches_the_writer_blocks_sending_and_is_answered_by_a_change()
    {
        var (writer, id, version) = await Draft();
        var (anybody, token) = (app.Anybody(), await Link(id, writer));
        var empty = await anybody.Post($"/xac-nhan/{token}", ("IsRight", "false"), ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Ghi chỗ chưa đúng, ví dụ “Tỷ lệ của tôi là 40%”.", empty.Text);
        await anybody.Done($"/xac-nhan/{token}", ("IsRight", "false"), ("Reason", "Tỷ lệ của tôi là 50%"));
        Assert.Contains("Bạn đã báo chỗ chưa đúng", (await anybody.Page($"/xac-nhan/{token}")).Text);

        var user = await app.As(writer);
        Assert.Contains("Phạm Thị A báo chưa đúng: Quầy một cửa lưu động ở chợ Sắt", (await user.Page("/viec")).Text);
        Assert.Contains("không đúng: Tỷ lệ của tôi là 50%", (await user.Page($"/sang-kien/{id}/xac-nhan")).Text);
        Assert.Contains("Phạm Thị A báo thông tin của mình không đúng: “Tỷ lệ của tôi là 50%”. Sửa dòng đó rồi hỏi lại.", (await user.Post($"/sang-kien/{id}/trinh", ("version", $"{version}"))).Text);
        await app.DrainJobs();
        Assert.Equal((writer.Email, "Phạm Thị A báo thông tin trong hồ sơ chưa đúng"), Assert.Single(app.Mails()) is var mail ? (mail.To, mail.Subject) : default);

        var changed = Given.Sure(await app.Send(Form(writer, id, version, 50), writer.Actor)).Value;
        Assert.DoesNotContain("báo chưa đúng", (await user.Page("/viec")).Text);
        await anybody.Done($"/xac-nhan/{await Link(id, writer)}", ("IsRight", "true"));
        await user.Done($"/sang-kien/{id}/trinh", ("version", $"{changed.Version}"));
    }

    [Fact]
    public async Task A_coauthor_with_an_account_confirms_inside_and_nobody_confirms_for_another()
    {
        var (writer, coauthor) = (await app.Given.Person(Role.Author), await app.Given.Person(Role.Author, name: "Lê Văn Nam"));
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        var saved = Given.Sure(await app.Send(Given.CompleteForm() with { Authors = [Line(writer.Name, 60, writer.Id), Line("Lê Văn Nam", 40, coauthor.Id)] }, writer.Actor)).Value;
        var key = await Key(saved.Id, writer, "Lê Văn Nam");
        Given.Sure(await app.Send(new AskAuthors.Command { Id = saved.Id, Key = key }, writer.Actor));

        var path = $"/sang-kien/{saved.Id}/xac-nhan/toi";
        Assert.Contains("Bạn không phải tác giả của hồ sơ này", (await officer.Post(path, ("Key", key), ("IsRight", "true"))).Text);
        Assert.Contains("Dòng của bạn vừa được sửa", (await (await app.As(writer)).Post(path, ("Key", key), ("IsRight", "true"))).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.Author))).Post(path, ("Key", key), ("IsRight", "true"))).Status);
        Assert.Equal(0, await app.Rows(db => db.AuthorConfirmations.CountAsync(item => item.Answer != AuthorAnswer.None)));

        var user = await app.As(coauthor);
        Assert.Contains("Xác nhận phần của bạn: Quầy một cửa lưu động ở chợ Sắt", (await user.Page("/viec")).Text);
        await user.Done(path, ("Key", (await user.Page($"/sang-kien/{saved.Id}/xac-nhan")).Field("Key")), ("IsRight", "true"));
        Assert.DoesNotContain("Xác nhận phần của bạn", (await user.Page("/viec")).Text);
        Assert.Equal((AnswerWay.Account, (int?)coauthor.Id), await Row("Lê Văn Nam") is var row ? (row.Way, row.AnsweredById) : default);
    }

    [Fact]
    public async Task A_confirmation_is_worth_nothing_once_the_line_is_given_to_another_account()
    {
        var (writer, other) = (await app.Given.Person(Role.Author, name: "Lê Văn Nam"), await app.Given.Person(Role.Author, name: "Người bị mạo danh"));
        SaveDraft.Command By(int person, SaveDraft.Command form) => form with { Authors = [Line("Người bị mạo danh", 100, person)] };
        var saved = Given.Sure(await app.Send(By(writer.Id, Given.CompleteForm()), writer.Actor)).Value;
        Given.Sure(await app.Send(new AnswerInside.Command { Id = saved.Id, Key = await Key(saved.Id, writer, other.Name), IsRight = true }, writer.Actor));
        var changed = Given.Sure(await app.Send(By(other.Id, Given.CompleteForm() with { Id = saved.Id, Version = saved.Version }), writer.Actor)).Value;
        Assert.Contains("Chưa có xác nhận của Người bị mạo danh.", (await app.Send(new SendToHead(saved.Id, changed.Version), writer.Actor)).Problems[0].Message);
    }

    [Fact]
    public async Task A_signed_scan_confirms_everyone_until_a_line_changes()
    {
        var (writer, id, version) = await Draft();
        var user = await app.As(writer);
        var form = await user.Page($"/sang-kien/{id}/xac-nhan/ban-in.pdf");
        Assert.Equal("application/pdf", form.Message.Content.Headers.ContentType?.MediaType);
        Documents.Pdf.Read(await form.Message.Content.ReadAsByteArrayAsync()).Reads("Hồng Bàng, ngày … tháng … năm …");
        var word = await user.Upload($"/sang-kien/{id}/xac-nhan/ban-ky", "Scan", "ban-ky.txt", "chữ"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, word.Status);
        Assert.Contains("ban-ky.txt", word.Text);
        Assert.Contains("Chọn bản chụp đã ký.", (await user.Post($"/sang-kien/{id}/xac-nhan/ban-ky")).Text);

        Assert.Equal(HttpStatusCode.Redirect, (await user.Upload($"/sang-kien/{id}/xac-nhan/ban-ky", "Scan", "ban-ky.png", Samples.Png)).Status);
        Assert.Contains("bản ký 15/9", (await user.Page($"/sang-kien/{id}/xac-nhan")).Text);
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        var changed = Given.Sure(await app.Send(Form(writer, id, version, 30), writer.Actor)).Value;
        Assert.Contains("Danh sách tác giả đã sửa sau khi tải bản ký. In và ký bản mới.", (await user.Page($"/sang-kien/{id}/xac-nhan")).Text);
        Assert.False((await app.Send(new SendToHead(id, changed.Version), writer.Actor)).Ok);

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        Assert.Equal(HttpStatusCode.Redirect, (await user.Upload($"/sang-kien/{id}/xac-nhan/ban-ky", "Scan", "ban-ky-2.png", Samples.OtherPng)).Status);
        Given.Sure(await app.Send(new SendToHead(id, changed.Version), writer.Actor));
    }

    [Fact]
    public async Task The_form_shows_each_authors_mark_beside_his_row()
    {
        var (writer, id, _) = await Draft();
        await Link(id, writer);
        var page = await (await app.As(writer)).Page($"/sang-kien/{id}/soan");
        Assert.Contains("0/2 tác giả đã xác nhận dòng của mình.", page.Text);
        Assert.Contains("chờ từ 15/9", page.Text);
        Assert.Contains("chưa gửi", page.Text);
    }

    [Fact]
    public async Task The_page_is_for_those_who_write_the_dossier()
    {
        var (_, id, _) = await Draft();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Head())).Get($"/sang-kien/{id}/xac-nhan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.UnitOfficer, "SKHCN"))).Get($"/sang-kien/{id}/xac-nhan")).Status);
        await (await app.As(await app.Given.Person(Role.UnitOfficer))).Page($"/sang-kien/{id}/xac-nhan");
    }

    /// <summary>Two pictures of one point each.</summary>
    private static class Samples
    {
        public static byte[] Png { get; } = Make(10);
        public static byte[] OtherPng { get; } = Make(200);

        private static byte[] Make(byte tone)
        {
            using var bitmap = new SkiaSharp.SKBitmap(8, 8);
            bitmap.Erase(new SkiaSharp.SKColor(tone, tone, tone));
            using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
            return data.ToArray();
        }
    }
}
