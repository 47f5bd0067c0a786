using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Endorsing;

public sealed class EndorsingController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/ky-duyet/{id:int}"), Needs(Permission.EndorseInitiative)]
    public async Task<IActionResult> EndorsementPage(int id) =>
        await Ask(new EndorsementPage.Query { Id = id }) is { IsAwaiting: true } page ? View(page) : Redirect($"/sang-kien/{id}");

    [HttpPost("/sang-kien/{id:int}/gui"), Needs(Permission.EndorseInitiative)]
    public Task<IActionResult> EndorseInitiative(int id, EndorseInitiative.Command command) =>
        Do(command with { Id = id }, _ => Redirect($"/sang-kien/{id}/bien-nhan"), () => Dossier(id));

    [HttpPost("/sang-kien/{id:int}/tra-lai"), Needs(Permission.EndorseInitiative)]
    public Task<IActionResult> ReturnInitiative(int id, ReturnInitiative.Command command) =>
        Do(command with { Id = id }, () => Told("/sang-kien", "Đã trả hồ sơ về cho tác giả, kèm lý do."), () => Dossier(id));

    private async Task<IActionResult> Dossier(int id) => View("EndorsementPage", await Ask(new EndorsementPage.Query { Id = id }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
