using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Cycles;

public sealed class CyclesController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/ky-xet"), AllowAnonymous]
    public async Task<IActionResult> CycleList() => View(await Ask(new CycleList.Query()));

    [HttpGet("/ky-xet/{year:int}"), AllowAnonymous]
    public async Task<IActionResult> CyclePage(int year) => View(await Ask(new CyclePage.Query(year)));

    [HttpGet("/ky-xet/lap"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> PrepareCycle() => View(await Ask(new PrepareCycle.Query()));

    [HttpPost("/ky-xet/lap"), Needs(Permission.ManageCycle)]
    public Task<IActionResult> PrepareCycle(PrepareCycle.Command command) => Do(command with { IsDemo = false },
        _ => Told($"/ky-xet/{command.Year}/cong-van", $"Đã lập kỳ {command.Year}. Tiếp theo: soạn công văn phát động."),
        async () => View(await Ask(new PrepareCycle.Query())));

    [HttpGet("/ky-xet/{year:int}/sua"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> ReviseCycle(int year) => View(await Ask(new ReviseCycle.Query(year)));

    [HttpPost("/ky-xet/{year:int}/sua"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> ReviseCycle(int year, ReviseCycle.Command command) => await Do(command with { Id = await Id(year) },
        () => Told($"/ky-xet/{year}", "Đã lưu cấu hình."),
        async () => View(await Ask(new ReviseCycle.Query(year))));

    [HttpGet("/ky-xet/{year:int}/cong-van"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> WriteLaunchNotice(int year) => View(await Ask(new WriteLaunchNotice.Query(year)));

    [HttpPost("/ky-xet/{year:int}/cong-van"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> WriteLaunchNotice(int year, WriteLaunchNotice.Command command) => await Do(command with { CycleId = await Id(year) },
        () => Told($"/ky-xet/{year}/cong-van", "Đã lưu công văn."),
        async () => View(await Ask(new WriteLaunchNotice.Query(year))));

    [HttpPost("/ky-xet/{year:int}/phat-dong"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> LaunchCycle(int year) => await Do(new LaunchCycle.Command { CycleId = await Id(year) },
        () => Told($"/ky-xet/{year}", $"Đã phát động kỳ {year}. Mọi người đã thấy kỳ và công văn."),
        async () => View(nameof(CyclePage), await Ask(new CyclePage.Query(year))));

    [HttpGet("/ky-xet/{year:int}/cong-van.pdf"), AllowAnonymous]
    public async Task<IActionResult> LaunchNoticePdf(int year) => File(await Ask(new LaunchNoticePdf.Query(year)), "application/pdf");

    private Task<int> Id(int year) => Ask(new FindCycle.Query(year));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
