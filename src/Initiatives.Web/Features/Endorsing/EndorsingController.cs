using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Endorsing;

public sealed class EndorsingController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/ky-duyet"), Needs(Permission.EndorseInitiative)]
    public async Task<IActionResult> EndorsementList() => View(nameof(EndorsementList), await Ask(new EndorsementList.Query()));

    [HttpPost("/ky-duyet"), Needs(Permission.EndorseInitiative)]
    public Task<IActionResult> EndorseMany(EndorseMany.Command command) =>
        Do(command, numbers => Told("/ky-duyet", $"Đã xác nhận và gửi {numbers.Count} hồ sơ tới Sở KH&CN, mỗi hồ sơ một số tiếp nhận."), EndorsementList);

    /// <summary>Reading it is remembered, so that he is shown next time what changed since.</summary>
    [HttpGet("/ky-duyet/{id:int}"), Needs(Permission.EndorseInitiative)]
    public async Task<IActionResult> EndorsementPage(int id)
    {
        var page = await Ask(new EndorsementPage.Query { Id = id });
        if (!page.IsAwaiting) return Redirect($"/sang-kien/{id}");
        return await Do(new TakeLook.Command { Id = id, Version = page.Version }, () => View(page), () => Task.FromResult<IActionResult>(View(page)));
    }

    [HttpPost("/sang-kien/{id:int}/gui"), Needs(Permission.EndorseInitiative)]
    public Task<IActionResult> EndorseInitiative(int id, EndorseInitiative.Command command) =>
        Do(command with { Id = id }, _ => Redirect($"/sang-kien/{id}/bien-nhan"), () => Dossier(id));

    [HttpPost("/sang-kien/{id:int}/tra-lai"), Needs(Permission.EndorseInitiative)]
    public Task<IActionResult> ReturnInitiative(int id, ReturnInitiative.Command command) =>
        Do(command with { Id = id }, () => Told("/ky-duyet", "Đã trả hồ sơ về cho tác giả, kèm lý do."), () => Dossier(id));

    private async Task<IActionResult> Dossier(int id) => View("EndorsementPage", await Ask(new EndorsementPage.Query { Id = id }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
