using Initiatives.Web.Tests;

namespace Initiatives.Browser.Tests;

[Collection(nameof(Journeys))]
public sealed class PublicPagesTests(Chromium chromium)
{
    [Fact]
    public async Task Sign_in_and_error_pages_are_accessible()
    {
        using var app = new TestApp(listens: true);
        var complaints = new Complaints();
        await using var visitor = await Visitor.Come(chromium, app, complaints);
        await visitor.Open("/dang-nhap");
        await visitor.Press("Đăng nhập");
        await visitor.Reads("Nhập thư điện tử.");
        await visitor.Look();
        await visitor.Open("/khong-co-trang-nay");
        await visitor.Reads("Không có trang này");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_look_sees_what_is_wrong()
    {
        using var app = new TestApp(listens: true);
        var complaints = new Complaints();
        await using var visitor = await Visitor.Come(chromium, app, complaints);
        await visitor.Page.GotoAsync($"{app.Address}/dang-nhap");
        await visitor.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/assets/favicon.svg\"><div class=\"wide\">.</div>')");
        await visitor.Page.EvaluateAsync("() => document.querySelector('.wide').style.width = '2000px'");
        await visitor.Look();
        var told = Assert.ThrowsAny<Exception>(complaints.AreNone).Message;
        Assert.Contains("image-alt", told);
        Assert.Contains("out of the page: <div class=\"wide\"", told);
    }
}
