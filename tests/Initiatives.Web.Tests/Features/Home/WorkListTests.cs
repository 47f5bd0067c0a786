using System.Net;
using Initiatives.Domain.People;

namespace Initiatives.Web.Tests.Features.Home;

public sealed class WorkListTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(Role.Author, "11311")]
    [InlineData(Role.Appraiser, "SKHCN")]
    [InlineData(Role.CouncilMember | Role.CouncilSecretary, "SYT")]
    [InlineData(Role.CityLeader, "UBND-TP")]
    [InlineData(Role.HomeAffairs, "SNV")]
    public async Task A_cycle_that_is_being_prepared_is_as_if_it_did_not_exist(Role role, string unit)
    {
        string[] paths = ["/viec", "/ky-xet", "/ky-xet/2026", "/tien-do/2026", "/xep-hang/2026", "/phien-hop/2026", "/hoi-dong/2026", "/quyet-dinh", "/tham-dinh", "/tham-dinh/duyet"];
        var user = await app.As(await app.Given.Person(role, unit));
        await app.Given.Lead();
        var before = new List<string>();
        foreach (var path in paths) before.Add((await user.Get(path)).Comparable);
        await app.Given.PreparedCycle();
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await user.Get(paths[i])).Comparable);
        Assert.Equal(HttpStatusCode.OK, (await (await app.As(await app.Given.Lead())).Get("/ky-xet/2026")).Status);
    }
}
