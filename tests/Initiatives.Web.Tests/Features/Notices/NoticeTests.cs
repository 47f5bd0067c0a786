using System.Net;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Notices;

public sealed class NoticeTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private (string, string)[] Signed(string kind, params (string, string)[] more) =>
        [("Year", "2026"), ("Kind", kind), ("Date", VietnamTime.Short(VietnamTime.Today(app.Clock.Now))), ("SignerName", "Nguyễn Thị Bình"), ("Capacity", "Deputy"), .. more];

    private async Task<(int Good, int Bad)> Approved()
    {
        await app.Given.OpenCycle();
        var (good, bad) = (await app.Given.ReceivedDossier(title: "Quầy một cửa ở chợ Sắt"), await app.Given.ReceivedDossier("11329", "Sáng kiến trùng với năm trước"));
        await app.Given.Proposal(good);
        await app.Given.Proposal(bad, isFirst: false);
        await app.Given.Approval(good, bad);
        return (good, bad);
    }

    [Fact]
    public async Task An_ineligible_dossier_gets_its_notice_as_frozen_bytes_that_its_unit_downloads()
    {
        var (good, bad) = await Approved();
        var lead = await app.As(await app.Given.Lead());
        var page = await lead.Page("/thong-bao?ky=2026");
        Assert.Contains("Điều kiện 3a chưa đạt: Trùng sáng kiến năm 2024 của Sở Tư pháp", page.Text);
        Assert.Contains("Thông báo", Words(await Bytes(lead, $"/thong-bao/du-thao/{bad}.pdf")), StringComparison.OrdinalIgnoreCase);
        await lead.Done("/thong-bao", Signed("Ineligible", ("Ids", $"{bad}"), ($"Numbers[{bad}]", "7")));

        var notice = await app.Rows(db => db.ScreeningNotices.SingleAsync());
        Assert.Equal(("07/TB-SKHCN", bad), (notice.Code, Assert.Single(notice.Items).InitiativeId));
        var author = await app.As(await app.Given.AuthorIn("11329"));
        Assert.Contains("Tải thông báo của Sở KH&CN", (await author.Page($"/sang-kien/{bad}")).Text);
        var bytes = await Bytes(author, $"/sang-kien/{bad}/thong-bao.pdf");
        Assert.Equal(notice.FileSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var text = Words(bytes);
        foreach (var part in new[] { "07/TB-SKHCN", "HS-2026-0002", "Sáng kiến trùng với năm trước", "Trùng sáng kiến năm 2024 của Sở Tư pháp", "KT. GIÁM ĐỐC", "Nguyễn Thị Bình" }) Assert.Contains(part, text);

        var stranger = await app.As(await app.Given.AuthorIn("11359"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/thong-bao/{notice.Id}.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/sang-kien/{bad}/thong-bao.pdf")).Status);
        await app.DrainJobs();
        Assert.Contains(app.Mails(), mail => mail.Subject == "Có thông báo 07/TB-SKHCN về kết quả kiểm tra điều kiện");
        Assert.Contains("Không có hồ sơ nào chờ thông báo.", (await lead.Page("/thong-bao?ky=2026")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get($"/sang-kien/{good}/thong-bao.pdf")).Status);
    }

    [Fact]
    public async Task The_eligible_ones_are_one_list_and_every_unit_on_it_downloads_it()
    {
        var (good, _) = await Approved();
        var lead = await app.As(await app.Given.Lead());
        await lead.Done("/thong-bao", Signed("Eligible", ("Number", "12")));
        var notice = await app.Rows(db => db.ScreeningNotices.SingleAsync());
        var author = await app.As(await app.Given.AuthorIn("11311"));
        var text = Words(await Bytes(author, $"/thong-bao/{notice.Id}.pdf"));
        Assert.Contains("HS-2026-0001", text);
        Assert.DoesNotContain("HS-2026-0002", text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.AuthorIn("11329"))).Get($"/thong-bao/{notice.Id}.pdf")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.Post("/thong-bao", Signed("Eligible", ("Number", "13")))).Status);
        Assert.Contains("12/TB-SKHCN", (await author.Page($"/sang-kien/{good}")).Text);
    }

    [Fact]
    public async Task A_number_is_used_once_and_what_is_missing_is_said()
    {
        var (_, bad) = await Approved();
        var lead = await app.As(await app.Given.Lead());
        await lead.Done("/thong-bao", Signed("Eligible", ("Number", "7")));
        var taken = await lead.Post("/thong-bao", Signed("Ineligible", ("Ids", $"{bad}"), ($"Numbers[{bad}]", "7")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("Số thông báo 7 năm 2026 đã dùng.", taken.Text);
        var bare = await lead.Post("/thong-bao", ("Year", "2026"), ("Kind", "Ineligible"), ("Ids", $"{bad}"));
        foreach (var sentence in new[] { "Ghi số thông báo, từ 1 trở lên.", "Ghi ngày ký", "Ghi họ và tên người ký." }) Assert.Contains(sentence, bare.Text);
        Assert.Contains("Chọn ít nhất một hồ sơ để ra thông báo.", (await lead.Post("/thong-bao", Signed("Ineligible"))).Text);
        Assert.Equal(1, await app.Rows(db => db.ScreeningNotices.CountAsync()));
        Assert.Equal(InitiativeStatus.Ineligible, await app.Rows(db => db.Initiatives.Where(item => item.Id == bad).Select(item => item.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_number_is_typed_with_or_without_its_symbol_and_anything_else_is_refused_beside_it()
    {
        var (_, bad) = await Approved();
        var lead = await app.As(await app.Given.Lead());
        Assert.Contains("<span>/TB-SKHCN</span>", (await lead.Page("/thong-bao?ky=2026")).Body);
        var refused = await lead.Post("/thong-bao", Signed("Ineligible", ("Ids", $"{bad}"), ($"Numbers[{bad}]", "12/TTr-UBND")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Số thông báo ghi như 12 hoặc 12/TB-SKHCN.", refused.Text);
        Assert.Contains($"id=\"Numbers-{bad}-error\"", refused.Body);
        Assert.Contains("Số thông báo ghi như 12 hoặc 12/TB-SKHCN.", (await lead.Post("/thong-bao", Signed("Eligible", ("Number", "mười hai")))).Text);
        await lead.Done("/thong-bao", Signed("Ineligible", ("Ids", $"{bad}"), ($"Numbers[{bad}]", " 12 / tb-skhcn ")));
        await lead.Done("/thong-bao", Signed("Eligible", ("Number", "13")));
        Assert.Equal(["12/TB-SKHCN", "13/TB-SKHCN"], (await app.Rows(db => db.ScreeningNotices.OrderBy(item => item.Id).ToListAsync())).Select(item => item.Code));
    }

    [Fact]
    public async Task The_paper_names_a_commune_by_its_committee_and_writes_days_as_the_decree_does()
    {
        var (_, bad) = await Approved();
        var lead = await app.As(await app.Given.Lead());
        await lead.Done("/thong-bao", Signed("Eligible", ("Number", "6")));
        await lead.Done("/thong-bao", Signed("Ineligible", ("Ids", $"{bad}"), ($"Numbers[{bad}]", "7")));
        var notices = await app.Rows(db => db.ScreeningNotices.OrderBy(item => item.Number).ToListAsync());
        var ward = await app.Rows(db => db.Units.Where(unit => unit.Code == "11329").Select(unit => unit.Name).SingleAsync());
        var committee = $"Ủy ban nhân dân {char.ToLowerInvariant(ward[0])}{ward[1..]}";
        Assert.Contains("Ủy ban nhân dân phường Hồng Bàng", Words(await Bytes(lead, $"/thong-bao/{notices[0].Id}.pdf")));
        var text = Words(await Bytes(lead, $"/thong-bao/{notices[1].Id}.pdf"));
        foreach (var part in new[] { $"({committee}), nhận lúc ", "giây ngày 15 tháng 9 năm 2026, và thông báo kết quả", $"thông báo để {committee} và tác giả biết", $"- {committee};", "- Lưu: VT, SKHCN." }) Assert.Contains(part, text);
        Assert.DoesNotContain(ward, text);
    }

    /// <summary>The text of the paper, blanks collapsed: lines break where the layout says.</summary>
    private static string Words(byte[] bytes) => System.Text.RegularExpressions.Regex.Replace(Pdf.Read(bytes).Text, "\\s+", " ");

    private static async Task<byte[]> Bytes(TestUser user, string path)
    {
        var answer = await user.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return await answer.Message.Content.ReadAsByteArrayAsync();
    }
}
