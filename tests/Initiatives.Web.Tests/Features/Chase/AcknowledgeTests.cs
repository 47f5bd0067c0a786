using System.Net;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Chase;

/// <summary>Each unit says that it has the launch notice: one click, by its officer or its head.</summary>
public sealed class AcknowledgeTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task One_click_in_the_work_list_is_enough_for_the_unit_and_is_shown_with_who_and_when()
    {
        await app.Given.OpenCycle();
        var officer = await app.Given.Person(Role.UnitOfficer, name: "Trần Thị Kim");
        var user = await app.As(officer);
        Assert.Contains("Xác nhận đã nhận công văn phát động kỳ 2026", (await user.Page("/viec")).Text);
        Assert.Contains("action=\"/ky-xet/2026/nhan-cong-van\"", (await user.Page("/ky-xet/2026")).Body);

        Assert.Equal("/viec", await user.Done("/ky-xet/2026/nhan-cong-van", ("Tiep", "/viec")));
        Assert.DoesNotContain("Xác nhận đã nhận công văn", (await user.Page("/viec")).Text.Replace("Đã xác nhận", "", StringComparison.Ordinal));
        var head = await app.As(await app.Given.Head());
        Assert.DoesNotContain("Xác nhận đã nhận công văn", (await head.Page("/viec")).Text);
        Assert.Contains("Phường Hồng Bàng đã nhận công văn phát động. Xác nhận: Trần Thị Kim (Chuyên viên), 09:00:00 ngày 15/9/2026.", (await head.Page("/ky-xet/2026")).Text);
    }

    [Fact]
    public async Task Said_twice_the_first_stands()
    {
        await app.Given.OpenCycle();
        var officer = await app.Given.Person(Role.UnitOfficer);
        await app.Given.Acknowledged(officer);
        await app.Given.Acknowledged(await app.Given.Head());
        Assert.Equal(officer.Id, (await app.Rows(db => db.Acknowledgements.SingleAsync())).PersonId);
    }

    [Fact]
    public async Task Nobody_else_speaks_for_a_unit_and_nobody_after_the_cut_off()
    {
        await app.Given.OpenCycle();
        foreach (var role in new[] { Role.Author, Role.DepartmentLead, Role.Administrator })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Person(role))).Post("/ky-xet/2026/nhan-cong-van")).Status);
        var city = await app.As(await app.Given.Person(Role.UnitHead, unit: "UBND-TP"));
        await city.Post("/ky-xet/2026/nhan-cong-van");
        Assert.DoesNotContain("nhan-cong-van", (await city.Page("/viec")).Body);
        app.Clock.Now = new DateTime(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        await officer.Post("/ky-xet/2026/nhan-cong-van");
        Assert.DoesNotContain("nhan-cong-van", (await officer.Page("/ky-xet/2026")).Body);
        Assert.Equal(0, await app.Rows(db => db.Acknowledgements.CountAsync()));
    }

    [Fact]
    public async Task A_cycle_that_is_not_launched_cannot_be_acknowledged_nor_seen()
    {
        await app.Given.PreparedCycle();
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Post("/ky-xet/2026/nhan-cong-van")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Lead())).Get("/ky-xet/2026/don-doc")).Status);
    }
}
