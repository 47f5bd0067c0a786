using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Intake;

public sealed class IntakeController(IMediator mediator, IConfiguration configuration) : FeatureController(mediator)
{
    [HttpGet("/sang-kien/{id:int}/bien-nhan"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> Receipt(int id) => View(await Ask(new Receipt.Query { Id = id, Site = Site }));

    [HttpGet("/sang-kien/{id:int}/bien-nhan.pdf"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> ReceiptFile(int id)
    {
        var file = await Ask(new ReceiptFile.Query { Id = id, Site = Site });
        return File(file.Content, "application/pdf", file.FileName);
    }

    /// <summary>The site's own address, as it is printed: configured, or in a trial the host that was asked.</summary>
    private string Site => configuration.SiteAddress() ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
}
