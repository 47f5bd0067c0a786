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
}
