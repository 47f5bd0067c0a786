using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Confirming;
using Initiatives.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Confirming;

/// <summary>Nobody answers for another, and nobody's mailbox is flooded by being asked.</summary>
public sealed class AskingTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static AuthorInput Line(string name, decimal share, int? personId = null, string email = "") => new()
    {
        PersonId = personId,
        Name = name,
        BirthDate = new DateOnly(1984, 4, 12),
        Workplace = "UBND phường Hồng Bàng",
        Post = "Công chức",
        Qualification = "Đại học",
        Share = share,
        Email = email,
    };

    private async Task<int> Draft(TestPerson writer, params AuthorInput[] authors) =>
        Given.Sure(await app.Send(Given.CompleteForm() with { Authors = [.. authors] }, writer.Actor)).Value.Id;

    [Fact]
    public async Task Of_a_line_with_an_account_no_link_is_handed_over_and_the_mail_goes_to_the_account()
    {
        var (officer, author, left) = (await app.Given.Person(Role.UnitOfficer), await app.Given.Person(Role.Author, name: "Lê Văn Nam"), await app.Given.Person(Role.Author, name: "Trần Đã Nghỉ"));
        var head = await app.Given.Person(Role.UnitHead, name: "Đỗ Văn Minh");   // reaches no draft, so nobody can tell him to sign in for it
        Given.Sure(await app.Send(new Web.Features.Accounts.CloseAccounts.Command { Ids = [left.Id] }, (await app.Given.Person(Role.Administrator)).Actor));
        var id = await Draft(officer, Line("Lê Văn Nam", 40, author.Id, "hop-thu-cua-can-bo@thu.example"), Line("Phạm Thị A", 30), Line("Trần Đã Nghỉ", 20, left.Id), Line("Đỗ Văn Minh", 10, head.Id));
        var (user, path) = (await app.As(officer), $"/sang-kien/{id}/xac-nhan");
        var page = await user.Page(path);
        Assert.Contains("Có tài khoản: tự xác nhận sau khi đăng nhập.", page.Text);
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(page.Body, "name=\"ByHand\" value=\"true\""));   // A, who has left, and the head

        var key = await app.Given.AuthorKey(id, officer, "Lê Văn Nam");
        var refused = await user.Post($"{path}/gui", ("Key", key), ("ByHand", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Lê Văn Nam có tài khoản: xác nhận sau khi đăng nhập, hoặc gửi thư.", refused.Text);
        await user.Done($"{path}/gui", ("Key", key), ("ByHand", "false"));
        await app.DrainJobs();
        Assert.Equal(author.Email, Assert.Single(app.Mails()).To);
        await user.Done($"{path}/gui", ("Key", await app.Given.AuthorKey(id, officer, "Trần Đã Nghỉ")), ("ByHand", "true"));
    }

    [Fact]
    public async Task Whoever_asked_does_not_answer_by_the_link_himself()
    {
        var officer = await app.Given.Person(Role.UnitOfficer);
        var id = await Draft(officer, Line("Phạm Thị A", 100));
        var token = await app.Given.AuthorLink(id, officer, await app.Given.AuthorKey(id, officer, "Phạm Thị A"));
        var asker = await app.As(officer);
        foreach (var right in new[] { "true", "false" })
        {
            var refused = await asker.Post($"/xac-nhan/{token}", ("IsRight", right), ("Reason", "Tỷ lệ khác hẳn"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Bạn là người hỏi nên không trả lời thay Phạm Thị A được. Chuyển liên kết cho người đó.", refused.Text);
        }

        Assert.Equal(AuthorAnswer.None, await app.Rows(db => db.AuthorConfirmations.Select(item => item.Answer).SingleAsync()));
        await app.Anybody().Done($"/xac-nhan/{token}", ("IsRight", "true"));
    }

    [Fact]
    public async Task The_same_line_is_mailed_once_in_ten_minutes_and_asking_all_passes_over_it()
    {
        var officer = await app.Given.Person(Role.UnitOfficer);
        var id = await Draft(officer, Line("Phạm Thị A", 50, email: "a@thu.example"), Line("Phạm Thị B", 50, email: "b@thu.example"));
        var (user, path) = (await app.As(officer), $"/sang-kien/{id}/xac-nhan/gui");
        var key = await app.Given.AuthorKey(id, officer, "Phạm Thị A");
        await user.Done(path, ("Key", key));
        var again = await user.Post(path, ("Key", key));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Vừa gửi thư hỏi Phạm Thị A lúc 09:00:00 ngày 15/9/2026. Sau 10 phút mới gửi lại được.", again.Text);
        await user.Done(path);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.Post(path)).Status);
        await app.DrainJobs();
        Assert.Equal(["a@thu.example", "b@thu.example"], app.Mails().Select(mail => mail.To));

        app.Clock.Now = app.Clock.Now.AddMinutes(10);
        await user.Done(path, ("Key", key));
        await app.DrainJobs();
        Assert.Equal(3, app.Mails().Count);
    }

    [Fact]
    public async Task One_person_has_sixty_mails_an_hour_sent_to_authors()
    {
        var officer = await app.Given.Person(Role.UnitOfficer);
        var first = await Draft(officer, [.. Enumerable.Range(1, 50).Select(i => Line($"Phạm Thị {i}", 2, email: $"a{i}@thu.example"))]);
        var second = await Draft(officer, [.. Enumerable.Range(1, 50).Select(i => Line($"Vũ Thị {i}", 2, email: $"b{i}@thu.example"))]);
        Given.Sure(await app.Send(new AskAuthors.Command { Id = first }, officer.Actor));
        Assert.EndsWith("Trong một giờ bạn gửi được 60 thư hỏi tác giả. Chờ rồi gửi tiếp.", Given.Sure(await app.Send(new AskAuthors.Command { Id = second }, officer.Actor)).Value.Sentence, StringComparison.Ordinal);
        Assert.Equal(60, await app.Rows(db => db.AuthorConfirmations.CountAsync(item => item.AskedAt != null)));
        Assert.Equal("Trong một giờ bạn gửi được 60 thư hỏi tác giả. Chờ rồi gửi tiếp.", (await app.Send(new AskAuthors.Command { Id = second }, officer.Actor)).Problems[0].Message);
        app.Clock.Now = app.Clock.Now.AddHours(1);
        Given.Sure(await app.Send(new AskAuthors.Command { Id = second }, officer.Actor));
    }
}
