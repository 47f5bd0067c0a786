using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Screening;

public sealed class ScreeningTests : IDisposable
{
    private static readonly (string, string)[] Eligible =
        [("IsFirst", "true"), ("FirstReason", "Chưa thấy ở đơn vị nào khác"), ("IsEffective", "true"), ("EffectReason", "Có số liệu trước và sau")];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<InitiativeStatus> Status(int id) => app.Rows(db => db.Initiatives.Where(item => item.Id == id).Select(item => item.Status).SingleAsync());

    [Fact]
    public async Task The_appraiser_proposes_and_the_queue_shows_it()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("0/1 đã đề xuất · 0 đã duyệt", (await appraiser.Page("/tham-dinh")).Text);
        await app.Given.Checked(id);
        await appraiser.Done($"/tham-dinh/{id}", Eligible);
        var queue = await appraiser.Page("/tham-dinh?ky=2026");
        Assert.Contains("1/1 đã đề xuất · 0 đã duyệt", queue.Text);
        Assert.Contains("Đã đề xuất", queue.Text);
        Assert.Contains("Đề xuất kết quả thẩm định 3a đạt, 3b đạt", (await appraiser.Page($"/tham-dinh/{id}")).Text);
    }

    [Fact]
    public async Task A_proposal_without_choices_or_reasons_is_shown_again_with_what_was_typed()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        await app.Given.Checked(id);
        var none = await appraiser.Post($"/tham-dinh/{id}", ("FirstReason", "Đã tra danh mục 2020–2025"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("Chọn Đạt hoặc Chưa đạt cho điều kiện 3a.", none.Text);
        Assert.Contains("Chọn Đạt hoặc Chưa đạt cho điều kiện 3b.", none.Text);
        Assert.Contains("Đã tra danh mục 2020–2025", none.Text);
        var noReason = await appraiser.Post($"/tham-dinh/{id}", ("IsFirst", "true"), ("FirstReason", "Đã tra danh mục"), ("IsEffective", "false"), ("EffectReason", " "));
        Assert.Contains("Ghi căn cứ cho điều kiện 3b.", noReason.Text);
        Assert.Equal(InitiativeStatus.Submitted, await Status(id));
    }

    [Fact]
    public async Task A_proposal_that_somebody_else_replaced_meanwhile_is_not_overwritten()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        await app.Given.Proposal(id, by: await app.Given.Person(Role.Appraiser, "SKHCN", "Vũ Thị Quyên"));
        var late = await appraiser.Post($"/tham-dinh/{id}", [("Version", "0"), .. Eligible]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Vũ Thị Quyên vừa ghi đề xuất khác", late.Text);
        await appraiser.Done($"/tham-dinh/{id}", [("Version", late.Field("Version")), .. Eligible]);
    }

    [Fact]
    public async Task Nobody_appraises_a_dossier_of_his_own()
    {
        await app.Given.OpenCycle();
        var both = await app.Given.Person(Role.Author | Role.Appraiser, "SKHCN");
        var id = await app.Given.ReceivedDossier("SKHCN", author: both);
        var user = await app.As(both);
        Assert.Contains("Bạn là tác giả của hồ sơ này nên không thẩm định được.", (await user.Page($"/tham-dinh/{id}")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.Post($"/tham-dinh/{id}", Eligible)).Status);
        Assert.Equal(InitiativeStatus.Submitted, await Status(id));
    }

    [Fact]
    public async Task The_lead_approves_in_bulk_and_the_reasons_stand_on_the_owners_timeline()
    {
        await app.Given.OpenCycle();
        var good = await app.Given.ReceivedDossier(title: "Hồ sơ đủ điều kiện số một");
        var bad = await app.Given.ReceivedDossier(title: "Hồ sơ trùng với năm trước");
        await app.Given.Proposal(good);
        await app.Given.Proposal(bad, isFirst: false);
        var lead = await app.As(await app.Given.Lead());
        var list = await lead.Page("/tham-dinh/duyet");
        Assert.Contains("Đề xuất đủ điều kiện (1)", list.Text);
        Assert.Contains("Đề xuất không đủ điều kiện (1)", list.Text);
        Assert.Contains("Trùng sáng kiến năm 2024 của Sở Tư pháp", list.Text);

        await lead.Done("/tham-dinh/duyet", ("Ids", $"{good}"), ("Ids", $"{bad}"));
        Assert.Equal((InitiativeStatus.Eligible, InitiativeStatus.Ineligible), (await Status(good), await Status(bad)));
        var told = await app.Rows(db => db.Journal.Where(entry => entry.Action == JournalActions.EligibilityApproved.Code).OrderBy(entry => entry.Sequence).Select(entry => entry.Details).ToListAsync());
        Assert.Equal(["Đủ điều kiện", "Điều kiện 3a chưa đạt: Trùng sáng kiến năm 2024 của Sở Tư pháp"], told);
        Assert.Contains("Điều kiện 3a chưa đạt: Trùng sáng kiến năm 2024", (await lead.Page($"/tham-dinh/{bad}")).Text);
        Assert.Contains("Không có đề xuất nào chờ duyệt", (await lead.Page("/tham-dinh/duyet")).Text);
    }

    [Fact]
    public async Task A_proposal_that_is_not_approved_changes_nothing_on_the_pages_of_author_and_head()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var (author, head) = (await app.As(await app.Given.AuthorIn("11311")), await app.As(await app.Given.Head()));
        async Task<string[]> Pages() => [(await author.Page($"/sang-kien/{id}")).Text, (await author.Page("/sang-kien")).Text, (await author.Page("/viec")).Text,
            (await head.Page($"/sang-kien/{id}")).Text, (await head.Page("/sang-kien")).Text, (await head.Page("/viec")).Text];
        var before = await Pages();
        await app.Given.Proposal(id, isFirst: false);
        Assert.Equal(before, await Pages());
        Assert.Contains("Đã nộp", before[0]);

        await app.Given.Approval(id);
        var after = (await author.Page($"/sang-kien/{id}")).Text;
        Assert.Contains("Không đủ điều kiện", after);
        Assert.Contains("Điều kiện 3a chưa đạt: Trùng sáng kiến năm 2024 của Sở Tư pháp", after);
        Assert.DoesNotContain("Đề xuất kết quả thẩm định", after);
    }

    [Fact]
    public async Task The_appraiser_does_not_approve()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        await app.Given.Proposal(id);
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Equal(HttpStatusCode.Forbidden, (await appraiser.Get("/tham-dinh/duyet")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await appraiser.Post("/tham-dinh/duyet", ("Ids", $"{id}"))).Status);
        Assert.Equal(InitiativeStatus.Appraised, await Status(id));
    }

    [Fact]
    public async Task When_one_of_the_ticked_is_refused_none_is_approved_and_the_sentence_names_it()
    {
        await app.Given.OpenCycle();
        var leadWhoAppraises = await app.Given.Person(Role.DepartmentLead | Role.Appraiser, "SKHCN");
        var other = await app.Given.ReceivedDossier(title: "Hồ sơ do người khác thẩm định");
        var own = await app.Given.ReceivedDossier(title: "Hồ sơ do chính mình thẩm định");
        await app.Given.Proposal(other);
        await app.Given.Proposal(own, by: leadWhoAppraises);
        var user = await app.As(leadWhoAppraises);
        Assert.Contains("Bạn là người đề xuất, người khác duyệt", (await user.Page("/tham-dinh/duyet")).Text);
        var refused = await user.Post("/tham-dinh/duyet", ("Ids", $"{other}"), ("Ids", $"{own}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hồ sơ số 2 “Hồ sơ do chính mình thẩm định”: Người đề xuất không tự duyệt kết quả của mình.", refused.Text);
        Assert.Equal((InitiativeStatus.Appraised, InitiativeStatus.Appraised), (await Status(other), await Status(own)));
        Assert.Equal(0, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == JournalActions.EligibilityApproved.Code)));
    }

    [Fact]
    public async Task A_proposal_that_changed_since_the_list_was_opened_is_not_approved()
    {
        await app.Given.OpenCycle();
        var (kept, changed) = (await app.Given.ReceivedDossier(title: "Hồ sơ giữ nguyên"), await app.Given.ReceivedDossier(title: "Hồ sơ đổi ý"));
        await app.Given.Proposal(kept);
        await app.Given.Proposal(changed);
        var lead = await app.As(await app.Given.Lead());
        (string, string)[] Ticked(Answer page) => [("Ids", $"{kept}"), ("Ids", $"{changed}"), ($"Versions[{kept}]", page.Field($"Versions[{kept}]")), ($"Versions[{changed}]", page.Field($"Versions[{changed}]"))];
        var list = await lead.Page("/tham-dinh/duyet");
        await app.Given.Proposal(changed, isFirst: false);
        var refused = await lead.Post("/tham-dinh/duyet", Ticked(list));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Đề xuất đã thay đổi từ khi bạn mở trang: hồ sơ số 2 “Hồ sơ đổi ý”. Đọc lại rồi duyệt. Chưa hồ sơ nào được duyệt.", refused.Text);
        Assert.Equal(0, await app.Rows(db => db.Appraisals.CountAsync(item => item.ApprovedAt != null)));
        await lead.Done("/tham-dinh/duyet", Ticked(refused));
        Assert.Equal(2, await app.Rows(db => db.Appraisals.CountAsync(item => item.ApprovedAt != null)));
    }

    [Fact]
    public async Task An_author_written_without_his_account_neither_appraises_nor_approves_it()
    {
        await app.Given.OpenCycle();
        var (lead, appraiser) = (await app.Given.Lead(), await app.Given.Appraiser());
        async Task<int> WrittenBy(TestPerson person)
        {
            var author = await app.Given.AuthorIn("SKHCN");
            var form = Given.CompleteForm($"Hồ sơ của {person.Name}");
            var saved = Given.Sure(await app.Send(form with { Authors = [form.Authors[0] with { PersonId = null, Name = person.Name }] }, author.Actor)).Value;
            await app.Given.Confirmed(saved.Id, author);
            Given.Sure(await app.Send(new SendToHead(saved.Id, saved.Version), author.Actor));
            Given.Sure(await app.Send(new EndorseInitiative.Command { Id = saved.Id }, (await app.Given.Head("SKHCN")).Actor));
            return saved.Id;
        }

        var own = await WrittenBy(appraiser);
        Assert.Contains("Bạn là tác giả của hồ sơ này nên không thẩm định được.", (await (await app.As(appraiser)).Page($"/tham-dinh/{own}")).Text);
        var leads = await WrittenBy(lead);
        await app.Given.Proposal(leads);
        var list = await (await app.As(lead)).Page("/tham-dinh/duyet");
        Assert.Contains("Bạn là tác giả", list.Text);
        Assert.DoesNotContain($"name=\"Ids\" value=\"{leads}\"", list.Body);
    }

    [Fact]
    public async Task Approving_nothing_says_so()
    {
        await app.Given.OpenCycle();
        var answer = await (await app.As(await app.Given.Lead())).Post("/tham-dinh/duyet");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chọn ít nhất một hồ sơ để duyệt.", answer.Text);
    }

    [Fact]
    public async Task An_approved_result_is_read_only()
    {
        var id = (await app.Given.EligibleInitiatives(1))[0];
        var appraiser = await app.As(await app.Given.Appraiser());
        var page = await appraiser.Page($"/tham-dinh/{id}");
        Assert.DoesNotContain("name=\"IsFirst\"", page.Body);
        Assert.Contains("Lãnh đạo Sở đã duyệt kết quả này, không sửa được nữa.", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await appraiser.Post($"/tham-dinh/{id}", [("Version", "2"), .. Eligible])).Status);
        Assert.Equal(InitiativeStatus.Eligible, await Status(id));
    }

    [Fact]
    public async Task The_queue_finds_without_accents_by_number_field_unit_and_stage()
    {
        await app.Given.OpenCycle();
        var market = await app.Given.ReceivedDossier(title: "Nhật ký tiếp dân không ghi lại lần hai");
        await app.Given.ReceivedDossier("11329", "Vườn tri thức số của phường");
        await app.Given.Proposal(market);
        var appraiser = await app.As(await app.Given.Appraiser());
        async Task<(bool, bool)> Shown(string query)
        {
            var text = (await appraiser.Page("/tham-dinh?" + query)).Text;
            return (text.Contains("Nhật ký tiếp dân", StringComparison.Ordinal), text.Contains("Vườn tri thức", StringComparison.Ordinal));
        }

        Assert.Equal((true, true), await Shown(""));
        Assert.Equal((true, false), await Shown("q=nhat+ky+TIEP"));
        Assert.Equal((false, true), await Shown("q=2"));
        Assert.Equal((true, false), await Shown("tt=de-xuat"));
        Assert.Equal((false, true), await Shown($"donVi={await app.Given.UnitId("11329")}"));
        Assert.Equal((false, false), await Shown("linhVuc=LV-A"));
        Assert.Equal((true, true), await Shown("linhVuc=LV-C&xep=moi"));
    }

    [Theory]
    [InlineData(Role.Author)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.CouncilSecretary)]
    [InlineData(Role.HomeAffairs)]
    [InlineData(Role.Press)]
    [InlineData(Role.CityLeader)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_outside_the_Department_sees_the_queue(Role role)
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var user = await app.As(await app.Given.Person(role));
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Get("/tham-dinh")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Get($"/tham-dinh/{id}")).Status);
    }

    [Fact]
    public async Task A_dossier_that_was_not_sent_does_not_exist_for_the_Department()
    {
        await app.Given.OpenCycle();
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Equal(HttpStatusCode.NotFound, (await appraiser.Get("/tham-dinh/4711")).Status);
    }
}
