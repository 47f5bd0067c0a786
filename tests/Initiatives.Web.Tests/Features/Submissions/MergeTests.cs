using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Submissions;

public sealed class MergeTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<DraftContent> Stored(int id) => app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == id)).Content());

    /// <summary>Two people opened version 1; the other one has saved.</summary>
    private async Task<(TestUser User, int Id, SaveDraft.Command Form)> Opened(Func<SaveDraft.Command, SaveDraft.Command> other)
    {
        var author = await app.Given.Person(Role.Author, name: "Trần Thị K");
        var officer = await app.Given.Person(Role.UnitOfficer, name: "Lê Văn N");
        var form = Given.CompleteForm();
        var saved = Given.Sure(await app.Send(form, author.Actor)).Value;
        form = form with { Id = saved.Id, Version = 1 };
        Given.Sure(await app.Send(other(form), officer.Actor));
        return (await app.As(author), saved.Id, form);
    }

    [Fact]
    public async Task Parts_that_only_one_changed_are_merged_and_named_and_saved_with_one_press()
    {
        var (user, id, form) = await Opened(form => form with { Scope = "Cả quận, do Lê Văn N ghi" });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Novelty", "Điểm mới do tôi viết lại từ đầu.")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Điểm mới: lấy bản của bạn", page.Text);
        Assert.Contains("Phạm vi áp dụng: lấy bản đã lưu", page.Text);
        Assert.Contains("Không chỗ nào trùng nhau", page.Text);
        Assert.Equal($"/sang-kien/{id}/soan", await user.Done($"/sang-kien/{id}/tron", Given.Merge(page)));
        var content = await Stored(id);
        Assert.Equal(("Cả quận, do Lê Văn N ghi", "Điểm mới do tôi viết lại từ đầu."), (content.Scope, content.Novelty));
    }

    [Fact]
    public async Task Of_a_text_that_both_changed_both_are_kept_unless_one_is_chosen()
    {
        var (user, id, form) = await Opened(form => form with { Novelty = form.Novelty + "\nĐoạn của Lê Văn N." });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Novelty", form.Novelty + "\nĐoạn của Trần Thị K.")));
        Assert.Contains("1 chỗ hai bản khác nhau: đang chọn giữ cả hai", page.Text);
        await user.Done($"/sang-kien/{id}/tron", Given.Merge(page));
        Assert.Equal(form.Novelty + "\nĐoạn của Lê Văn N.\nĐoạn của Trần Thị K.", (await Stored(id)).Novelty);
    }

    [Theory]
    [InlineData("Stored", "<p>Giải pháp của Lê Văn N.</p>")]
    [InlineData("Typed", "<p>Giải pháp của Trần Thị K.</p>")]
    [InlineData("Both", "<p>Giải pháp của Lê Văn N.</p><p>Giải pháp của Trần Thị K.</p>")]
    public async Task Each_choice_does_what_it_says(string choice, string expected)
    {
        var (user, id, form) = await Opened(form => form with { Solution = "<p>Giải pháp của Lê Văn N.</p>" });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Solution", "<p>Giải pháp của Trần Thị K.</p>")));
        await user.Done($"/sang-kien/{id}/tron", Given.Merge(page, ("Choices[Solution]", choice)));
        Assert.Equal(expected, (await Stored(id)).Solution.Html);
    }

    [Fact]
    public async Task Rows_of_both_are_put_together()
    {
        var (user, id, form) = await Opened(form => form with { Effects = [.. form.Effects, new EffectInput { Measure = "Số lượt đi lại", Before = "3", After = "1", HowMeasured = "Sổ theo dõi" }] });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Effects[0].After", "15")));
        Assert.Contains("Hiệu quả: ghép các dòng của cả hai", page.Text);
        await user.Done($"/sang-kien/{id}/tron", Given.Merge(page));
        Assert.Equal(["15", "1"], (await Stored(id)).Effects.Select(effect => effect.After));
    }

    [Fact]
    public async Task A_third_save_while_choosing_brings_the_page_again_with_what_was_decided()
    {
        var (user, id, form) = await Opened(form => form with { Novelty = "Của Lê Văn N" });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Novelty", "Của Trần Thị K")));
        var officer = await app.Given.Person(Role.UnitOfficer, name: "Vũ Thị Q");
        Given.Sure(await app.Send(form with { Version = 2, Novelty = "Của Lê Văn N", Scope = "Ba chợ" }, officer.Actor));
        var again = await user.Post($"/sang-kien/{id}/tron", Given.Merge(page, ("Joined[Novelty]", "Cả hai, đã sửa tay")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Vũ Thị Q đã lưu bản 3", again.Text);
        Assert.Contains("Điểm mới: lấy bản của bạn", again.Text);
        await user.Done($"/sang-kien/{id}/tron", Given.Merge(again));
        var content = await Stored(id);
        Assert.Equal(("Cả hai, đã sửa tay", "Ba chợ"), (content.Novelty, content.Scope));
    }

    [Fact]
    public async Task What_cannot_be_right_in_the_merged_text_is_put_right_in_the_form()
    {
        var (user, id, form) = await Opened(form => form with { Scope = "Ba chợ" });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Novelty", "Mới")));
        var refused = await user.Post($"/sang-kien/{id}/tron", Given.Merge(page, ("Mine.Authors[0].Share", "101")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Tỷ lệ đóng góp từ 0 đến 100%.", refused.Text);
        Assert.Equal(("101", "2"), (refused.Field("Authors[0].Share"), refused.Field("Version")));
        Assert.Contains("Ba chợ", refused.Text);
    }

    [Fact]
    public async Task A_merge_that_takes_all_from_the_stored_version_writes_nothing()
    {
        var (user, id, form) = await Opened(form => form with { Novelty = "Của Lê Văn N" });
        var page = await user.Post($"/sang-kien/{id}/soan", Given.Fields(form, ("Novelty", "Của Trần Thị K")));
        await user.Done($"/sang-kien/{id}/tron", Given.Merge(page, ("Choices[Novelty]", "Stored")));
        Assert.Equal(2, await app.Rows(db => db.InitiativeVersions.CountAsync()));
    }
}
