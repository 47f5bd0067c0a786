using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Endorsing;

public sealed class EndorseManyTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser Head, List<TestDossier> Dossiers)> Waiting(int count)
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var dossiers = new List<TestDossier>();
        for (var i = 0; i < count; i++) dossiers.Add(await app.Given.AwaitingDossier(author: author));
        return (await app.As(dossiers[0].Head), dossiers);
    }

    private static (string, string)[] Ticked(Answer page, params int[] ids) => [.. ids.SelectMany(id => new[] { ("Ids", $"{id}"), ($"Versions[{id}]", page.Field($"Versions[{id}]")) })];

    private Task<List<int?>> Numbers(IEnumerable<TestDossier> dossiers)
    {
        var ids = dossiers.Select(dossier => dossier.Id).ToList();
        return app.Rows(db => db.Initiatives.Where(item => ids.Contains(item.Id)).OrderBy(item => item.Id).Select(item => item.RegisterNumber).ToListAsync());
    }

    [Fact]
    public async Task Several_are_sent_in_one_save_each_with_its_own_number_and_receipt()
    {
        var (head, dossiers) = await Waiting(3);
        var page = await head.Page("/ky-duyet");
        Assert.Contains("3 hồ sơ của Phường Hồng Bàng chờ xác nhận.", page.Text);
        await head.Done("/ky-duyet", Ticked(page, dossiers[0].Id, dossiers[2].Id));
        Assert.Equal([1, null, 2], await Numbers(dossiers));
        var after = await head.Page("/ky-duyet");
        Assert.Contains("Đã xác nhận và gửi 2 hồ sơ tới Sở KH&CN", after.Text);
        Assert.Contains("1 hồ sơ của Phường Hồng Bàng chờ xác nhận.", after.Text);
        Assert.Contains("HS-2026-0002", after.Text);
        Assert.Contains("HS-2026-0002", (await head.Page($"/sang-kien/{dossiers[2].Id}/bien-nhan")).Text);
        Assert.Single(await app.Rows(db => db.Endorsements.Select(item => item.At).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task One_that_changed_since_is_named_and_none_is_sent()
    {
        var (head, dossiers) = await Waiting(2);
        var page = await head.Page("/ky-duyet");
        Given.Sure(await app.Send(new ReturnInitiative.Command { Id = dossiers[1].Id, Reason = "Bổ sung số liệu" }, dossiers[1].Head.Actor));
        Given.Sure(await app.Send(new SendToHead(dossiers[1].Id, dossiers[1].Version + 1), dossiers[1].Author.Actor));
        var refused = await head.Post("/ky-duyet", Ticked(page, dossiers[0].Id, dossiers[1].Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var title = await app.Rows(db => db.Initiatives.Where(item => item.Id == dossiers[1].Id).Select(item => item.Title).SingleAsync());
        Assert.Contains($"“{title}”: Hồ sơ đã thay đổi từ khi bạn mở trang. Đọc lại hồ sơ rồi xác nhận.", refused.Text);
        Assert.Contains("Chưa hồ sơ nào được gửi.", refused.Text);
        Assert.Equal([null, null], await Numbers(dossiers));
        await head.Done("/ky-duyet", Ticked(refused, dossiers[0].Id, dossiers[1].Id));
        Assert.Equal(2, await app.Rows(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task Without_the_version_that_was_read_nothing_is_sent_and_without_a_tick_it_says_so()
    {
        var (head, dossiers) = await Waiting(1);
        Assert.Contains("Hồ sơ đã thay đổi từ khi bạn mở trang.", (await head.Post("/ky-duyet", ("Ids", $"{dossiers[0].Id}"))).Text);
        Assert.Contains("Chọn ít nhất một hồ sơ để xác nhận.", (await head.Post("/ky-duyet")).Text);
        Assert.Equal(0, await app.Rows(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task A_double_click_is_one_act()
    {
        var (head, dossiers) = await Waiting(2);
        var page = await head.Page("/ky-duyet");
        await head.Post("/hien-thi");
        var fields = Ticked(page, dossiers[0].Id, dossiers[1].Id);
        var places = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => head.Done("/ky-duyet", fields)));
        Assert.Single(places.Distinct());
        Assert.Equal([1, 2], await Numbers(dossiers));
        Assert.Equal(2, await app.Rows(db => db.Endorsements.CountAsync()));
        Assert.Equal(2, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == "gui-ho-so")));
    }

    [Fact]
    public async Task Another_units_dossier_is_not_there_and_other_roles_do_not_come_in()
    {
        var (head, _) = await Waiting(1);
        var foreign = await app.Given.AwaitingDossier("10804");
        Assert.DoesNotContain($"/ky-duyet/{foreign.Id}\"", (await head.Page("/ky-duyet")).Body);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Post("/ky-duyet", ("Ids", $"{foreign.Id}"), ($"Versions[{foreign.Id}]", $"{foreign.Version}"))).Status);
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get("/ky-duyet")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Post("/ky-duyet")).Status);
    }

    [Fact]
    public async Task A_head_who_is_an_author_is_refused_by_name_while_his_deputy_could()
    {
        await app.Given.OpenCycle();
        var head = await app.Given.Person(Role.UnitHead | Role.Author);
        await app.Given.Person(Role.UnitHead, capacity: SigningCapacity.Deputy);
        var form = Given.CompleteForm();
        var saved = Given.Sure(await app.Send(form with { Authors = [form.Authors[0] with { PersonId = head.Id, Name = head.Name }] }, head.Actor)).Value;
        Given.Sure(await app.Send(new SendToHead(saved.Id, saved.Version), head.Actor));
        var user = await app.As(head);
        var page = await user.Page("/ky-duyet");
        Assert.Contains("bạn là tác giả", page.Text);
        Assert.Contains("Bạn là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị xác nhận thay bạn.", (await user.Post("/ky-duyet", Ticked(page, saved.Id))).Text);
    }

    [Fact]
    public async Task What_changed_since_he_last_looked_is_shown_part_by_part_to_the_one_who_looked()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        var deputy = await app.As(await app.Given.Person(Role.UnitHead, capacity: SigningCapacity.Deputy));
        Assert.Contains("mới, bạn chưa xem", (await head.Page("/ky-duyet")).Text);
        Assert.DoesNotContain("Từ lần bạn xem trước", (await head.Page($"/ky-duyet/{dossier.Id}")).Text);
        Assert.Contains("bạn đã xem", (await head.Page("/ky-duyet")).Text);
        await head.Done($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", "Ghi số liệu tháng 8"));

        var stored = await app.Rows(db => db.Initiatives.SingleAsync());
        var form = Given.CompleteForm(stored.Title) with { Id = dossier.Id, Version = stored.Version, Scope = "Cổng chính chợ Sắt và chợ An Dương, áp dụng được ở các chợ loại một." };
        var between = Given.Sure(await app.Send(form with { Scope = "Bản giữa chừng không ai được thấy" }, dossier.Author.Actor)).Value;
        var saved = Given.Sure(await app.Send(form with { Version = between.Version }, dossier.Author.Actor)).Value;
        Given.Sure(await app.Send(new SendToHead(dossier.Id, saved.Version), dossier.Author.Actor));

        Assert.Contains("đã sửa 1 phần: phạm vi áp dụng", (await head.Page("/ky-duyet")).Text);
        for (var reload = 0; reload < 2; reload++)
        {
            var page = await head.Page($"/ky-duyet/{dossier.Id}");
            Assert.Contains("Từ lần bạn xem trước", page.Text);
            Assert.Contains("Phần đã sửa (1)", page.Text);
            Assert.Matches("<ins>[^<]*<span[^>]*>[^<]*</span>[^<]*An Dương", page.Body);
            Assert.DoesNotContain("giữa chừng", page.Body);
        }

        Assert.DoesNotContain("Từ lần bạn xem trước", (await deputy.Page($"/ky-duyet/{dossier.Id}")).Text);
        Assert.Equal(3, await app.Rows(db => db.HeadLooks.CountAsync()));
    }

    [Fact]
    public async Task Sent_again_unchanged_it_says_so()
    {
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        await head.Page($"/ky-duyet/{dossier.Id}");
        await head.Done($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", "Xem lại giúp tôi"));
        Given.Sure(await app.Send(new SendToHead(dossier.Id, dossier.Version + 1), dossier.Author.Actor));
        Assert.Contains("không đổi từ lần xem trước", (await head.Page("/ky-duyet")).Text);
        Assert.Contains("Nội dung và tài liệu không thay đổi.", (await head.Page($"/ky-duyet/{dossier.Id}")).Text);
    }
}
