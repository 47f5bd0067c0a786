using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Versions;

/// <summary>What was saved of a draft, for those who write it.</summary>
public sealed class VersionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/sang-kien/{id:int}/ban-luu"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> VersionList(int id, int truoc) => View(await Ask(new VersionList.Query { Id = id, Before = truoc }));

    [HttpGet("/sang-kien/{id:int}/ban-luu/{version:int}"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> VersionPage(int id, int version) => Show(id, version);

    [HttpGet("/sang-kien/{id:int}/ban-luu/so-sanh"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> CompareVersions(int id, int cu, int moi) => View(await Ask(new CompareVersions.Query { Id = id, Old = cu, New = moi }));

    [HttpPost("/sang-kien/{id:int}/ban-luu/{version:int}/khoi-phuc"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> RestoreVersion(int id, int version, int hienTai) =>
        Do(new RestoreVersion.Command { Id = id, Version = version, Current = hienTai }, made => Told(id, $"Đã khôi phục bản {version}, lưu thành bản {made}."), () => Show(id, version));

    private async Task<IActionResult> Show(int id, int version) => View("VersionPage", await Ask(new VersionPage.Query { Id = id, Version = version }));

    private RedirectResult Told(int id, string sentence)
    {
        Say(sentence);
        return Redirect($"/sang-kien/{id}/soan");
    }
}
