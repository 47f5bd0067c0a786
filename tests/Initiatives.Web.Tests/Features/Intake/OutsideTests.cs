using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Intake;

public sealed class OutsideTests : IDisposable
{
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Answer> Enter(TestUser clerk, (string Name, string Value)[] fields, byte[]? scan = null) =>
        clerk.Upload("/tiep-nhan/nhap", "Scan", "ho-so.pdf", scan ?? Given.ScannedPaper, fields);

    [Fact]
    public async Task It_takes_the_next_number_of_the_same_register_at_the_hour_of_the_office_s_book()
    {
        await app.Given.OpenCycle();
        await app.Given.SubmittedInitiative("10804");
        app.Clock.Now = CutOff.AddDays(2);
        var clerk = await app.As(await app.Given.Clerk());
        Assert.Contains("Kỳ 2026: nhận hồ sơ đến từ 00:00:00 ngày 1/8/2026 đến hết 23:59:59 ngày 30/9/2026.", (await clerk.Page($"/tiep-nhan/nhap?donVi={await app.Given.UnitId("11311")}")).Text);
        var entered = await Enter(clerk, await app.Given.OutsideFields());
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        var row = await app.Rows(db => db.Initiatives.OrderBy(item => item.Id).LastAsync());
        Assert.Equal((2, new DateTime(2026, 9, 30, 8, 15, 0, DateTimeKind.Utc), InitiativeStatus.Submitted), (row.RegisterNumber, row.SubmittedAt, row.Status));
        var entry = await app.Rows(db => db.Journal.SingleAsync(item => item.Action == JournalActions.EnteredOutside.Code));
        Assert.Equal((row.Id, "Phạm Thị Thu Hà", "Kỳ 2026 · Bản giấy, số đến 1234, đến lúc 15:15:00 ngày 30/9/2026, nhập lúc 00:00:00 ngày 3/10/2026"), (entry.SubjectId, entry.PersonName, entry.Details));
        var receipt = await clerk.Page($"/sang-kien/{row.Id}/bien-nhan");
        Assert.Contains("HS-2026-0002", receipt.Text);
        Assert.Contains("Bản giấy, số đến 1234; tờ trình số 77/TTr-UBND ngày 28/9/2026; Phạm Thị Thu Hà nhập thay lúc 00:00:00 ngày 3/10/2026", receipt.Text);
        Assert.Contains("Đơn vị chưa xác nhận nội dung nhập thay", receipt.Text);
    }

    [Fact]
    public async Task The_same_form_twice_enters_it_once()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddDays(1);
        var clerk = await app.As(await app.Given.Clerk());
        var fields = await app.Given.OutsideFields();
        Assert.Equal((await Enter(clerk, fields)).Location, (await Enter(clerk, fields)).Location);
        Assert.Equal((1, 1), (await app.Rows(db => db.Initiatives.CountAsync()), await app.Rows(db => db.OutsideArrivals.CountAsync())));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_that_the_scan_must_be_chosen_again()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddDays(1);
        var clerk = await app.As(await app.Given.Clerk());
        var refused = await Enter(clerk, await app.Given.OutsideFields(("LetterDate", "31/2/2026"), ("Title", "Quầy"), ("Authors[0].Share", "40")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var told in new[] { "Ngày không hợp lệ. Ghi như 24/9/2026.", "Tên sáng kiến cần ít nhất 10 ký tự.", "Ghi lại tỷ lệ như trên bản giấy, tổng phải là 100%.", "Chọn lại tệp “ho-so.pdf”: trang mở lại không giữ tệp đã chọn." }) Assert.Contains(told, refused.Text);
        Assert.DoesNotContain("Ghi ngày của tờ trình.", refused.Text);
        Assert.DoesNotContain("trước khi trình", refused.Text);
        Assert.Contains("id=\"Scan-error\"", refused.Body);
        Assert.Equal(0, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task What_is_missing_late_or_still_to_come_is_refused_and_what_was_typed_stays()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddDays(1);
        var clerk = await app.As(await app.Given.Clerk());
        var late = await Enter(clerk, await app.Given.OutsideFields(("ArrivedAt", "1/10/2026"), ("ArrivedTime", "00:00")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Hồ sơ đến lúc 00:00:00 ngày 1/10/2026, đã quá hạn nhận Kỳ 2026 của đơn vị (hết 23:59:59 ngày 30/9/2026).", late.Text);
        Assert.Equal("77/TTr-UBND", late.Field("LetterNumber"));
        Assert.Equal("Trần Thị K", late.Field("Authors[0].Name"));
        Assert.Contains("Giờ đến không thể ở sau lúc này.", (await Enter(clerk, await app.Given.OutsideFields(("ArrivedAt", "3/10/2026")))).Text);
        Assert.Contains("Ghi giờ đến như 08:15.", (await Enter(clerk, await app.Given.OutsideFields(("ArrivedTime", "sáng")))).Text);
        Assert.Contains("Chọn bản quét của hồ sơ đã nhận.", (await clerk.Post("/tiep-nhan/nhap", await app.Given.OutsideFields())).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(clerk, await app.Given.OutsideFields(), "MZ not a paper"u8.ToArray())).Status);
        Assert.Contains("Tổng tỷ lệ 90%, còn thiếu 10%.", (await Enter(clerk, await app.Given.OutsideFields(("Authors[0].Share", "90")))).Text);
        Assert.Equal(0, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task An_extension_of_its_unit_lets_it_in_later()
    {
        await app.Given.OpenCycle();
        await app.Given.Extension();
        app.Clock.Now = CutOff.AddDays(2);
        var clerk = await app.As(await app.Given.Clerk());
        var answer = await Enter(clerk, await app.Given.OutsideFields(("ArrivedAt", "1/10/2026"), ("ArrivedTime", "10:00")));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var id = await app.Rows(db => db.Initiatives.Select(item => item.Id).SingleAsync());
        Assert.Contains("Trong thời gian gia hạn của Phường Hồng Bàng đến 17:00 ngày 2/10/2026, theo văn bản số 512/SKHCN-VP ngày 14/9/2026", (await clerk.Page($"/sang-kien/{id}/bien-nhan")).Text);
    }

    [Fact]
    public async Task The_unit_reads_it_says_what_is_wrong_and_confirms_what_was_put_right()
    {
        await app.Given.OpenCycle();
        var (officerPerson, head) = (await app.Given.Person(Role.UnitOfficer), await app.Given.Head());
        var id = await app.Given.OutsideDossier();
        var officer = await app.As(officerPerson);
        Assert.Contains("Xác nhận nội dung Sở nhập thay: Quầy một cửa lưu động ở chợ Sắt", (await officer.Page("/viec")).Text);
        Assert.Contains("Xác nhận nội dung Sở nhập thay", (await (await app.As(head)).Page("/viec")).Text);
        var page = await officer.Page($"/tiep-nhan/{id}/xac-nhan");
        Assert.Contains("Nội dung có đúng như hồ sơ đã gửi?", page.Text);
        var scan = await app.Rows(db => db.Attachments.Where(file => file.Kind == AttachmentKind.OutsideScan).Select(file => file.Id).SingleAsync());
        await officer.Page($"/tep/{scan}");

        await officer.Done($"/tiep-nhan/{id}/xac-nhan", ("Op", "sai"), ("Version", page.Field("Version")), ("Objection", "Bà K đóng góp 70%, ông H 30%"));
        var clerk = await app.As(await app.Given.Clerk());
        Assert.Contains("Bà K đóng góp 70%, ông H 30%", (await clerk.Page("/viec")).Text);
        var form = await clerk.Page($"/tiep-nhan/{id}/sua");
        var before = await app.Rows(db => db.Endorsements.SingleAsync());
        await clerk.Done($"/tiep-nhan/{id}/sua", await app.Given.OutsideFields(("Version", form.Field("Version")), ("Authors[0].Share", "70"), ("Authors[1].Name", "Lê Văn H"), ("Authors[1].Share", "30")));
        var entry = await app.Rows(db => db.Journal.SingleAsync(item => item.Action == JournalActions.OutsideCorrected.Code));
        Assert.Equal($"Tác giả và tỷ lệ · mã nội dung trước đó {before.Digest}", entry.Details);

        page = await officer.Page($"/tiep-nhan/{id}/xac-nhan");
        await officer.Done($"/tiep-nhan/{id}/xac-nhan", ("Op", "dung"), ("Version", page.Field("Version")));
        Assert.DoesNotContain("nhập thay", (await officer.Page("/viec")).Text);
        Assert.Contains("Đơn vị đã xác nhận", (await clerk.Page($"/tiep-nhan/{id}/xac-nhan")).Text);
        Assert.Equal($"/tiep-nhan/{id}/xac-nhan", (await clerk.Get($"/tiep-nhan/{id}/sua")).Location);
        Assert.Equal(before.Code, (await app.Rows(db => db.Endorsements.SingleAsync())).Code);
    }

    [Fact]
    public async Task Until_then_the_appraiser_reads_that_the_unit_has_not_confirmed()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.OutsideDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("Đơn vị chưa xác nhận nội dung nhập thay. Hồ sơ nhận ngoài hệ thống, số đến 1234", (await appraiser.Page($"/tham-dinh/{id}")).Text);
        Given.Sure(await app.Send(new ConfirmOutside.Command { Id = id, Op = "dung" }, (await app.Given.Head()).Actor));
        Assert.DoesNotContain("chưa xác nhận nội dung nhập thay", (await appraiser.Page($"/tham-dinh/{id}")).Text);
    }

    [Fact]
    public async Task Other_units_do_not_find_it_and_only_its_own_answers()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.OutsideDossier();
        foreach (var stranger in new[] { await app.Given.Head("10804"), await app.Given.Person(Role.UnitOfficer, "10804") })
        {
            var user = await app.As(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/tiep-nhan/{id}/xac-nhan")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Post($"/tiep-nhan/{id}/xac-nhan", ("Op", "dung"))).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Clerk())).Post($"/tiep-nhan/{id}/xac-nhan", ("Op", "dung"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Head())).Get("/tiep-nhan/nhap")).Status);
    }

    [Fact]
    public async Task Its_receipt_is_mailed_to_officers_and_heads_who_are_asked_to_confirm()
    {
        await app.Given.OpenCycle();
        var (officer, head) = (await app.Given.Person(Role.UnitOfficer), await app.Given.Head());
        await app.Given.Person(Role.UnitOfficer, "10804");
        await app.Given.OutsideDossier();
        await app.DrainJobs();
        var mails = app.Mails().Where(mail => mail.Subject == "Giấy biên nhận HS-2026-0001").ToList();
        Assert.Equal(new[] { head.Email, officer.Email }.Order(StringComparer.Ordinal), mails.Select(mail => mail.To));
        Assert.All(mails, mail => Assert.Contains("Cán bộ đầu mối hoặc lãnh đạo đơn vị đọc lại và xác nhận", mail.Text));
    }

    [Fact]
    public async Task The_register_shows_every_way_says_that_it_has_no_gaps_and_that_paper_came_earlier()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddHours(-1);
        var sent = await app.Given.SubmittedInitiative("10804");
        var paper = await app.Given.OutsideDossier();
        var clerk = await app.As(await app.Given.Clerk());
        var page = await clerk.Page("/tiep-nhan");
        Assert.Contains("2 số, liền từ 1 đến 2", page.Text);
        Assert.Contains("Số được cấp theo lúc vào sổ. 1 hồ sơ đến trước hồ sơ mang số nhỏ hơn", page.Text);
        Assert.Contains("23:00:00 ngày 30/9/2026", page.Text);
        Assert.Contains("Nhận ngoài hệ thống, Sở nhập thay Đơn vị chưa xác nhận nội dung nhập thay", page.Text);
        int Place(Answer answer, int id) => answer.Body.IndexOf($"/{id}/", answer.Body.IndexOf("<tbody>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(Place(page, sent) < Place(page, paper));
        var byArrival = await clerk.Page("/tiep-nhan?xep=den");
        Assert.True(Place(byArrival, paper) < Place(byArrival, sent));
        Assert.Contains("1–1 trong 1 hồ sơ", (await clerk.Page("/tiep-nhan?cach=OnPaper")).Text);
        Assert.Contains("1–1 trong 1 hồ sơ", (await clerk.Page("/tiep-nhan?loc=cho-xac-nhan")).Text);
        Assert.Contains("1–1 trong 1 hồ sơ", (await clerk.Page("/tiep-nhan?q=2")).Text);
        Assert.Contains("Không có hồ sơ nào như vậy", (await clerk.Page("/tiep-nhan?q=khongco")).Text);
        Assert.DoesNotContain("role=\"search\"", (await clerk.Page("/tiep-nhan?in=true")).Body);
        var file = await clerk.Page("/tiep-nhan.xlsx?ky=2026");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Message.Content.Headers.ContentType?.MediaType);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == paper).ExecuteUpdateAsync(set => set.SetProperty(item => item.RegisterNumber, 3)));
        Assert.Contains("số tiếp nhận phải liền từ 1 đến 2, gặp 3 ở chỗ của 2", (await clerk.Page("/tiep-nhan")).Text);
    }
}
