using Initiatives.Web.Platform.Mvc;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>What everybody may see, signed in or not: always the same.</summary>
public sealed class CatalogueController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/danh-muc"), AllowAnonymous]
    public async Task<IActionResult> Catalogue(string? q, [FromQuery(Name = "nam")] List<int> years, [FromQuery(Name = "linh-vuc")] List<string> fields,
        [FromQuery(Name = "don-vi")] string? unit, [FromQuery(Name = "bang-khen")] string? merit, [FromQuery(Name = "trang")] int page = 1) =>
        View(await Ask(new Catalogue.Query { Words = q?.Trim() ?? "", Years = years, Fields = fields, Unit = unit ?? "", MeritOnly = merit == "co", Page = page }));

    [HttpGet("/danh-muc/{id:int}"), AllowAnonymous]
    public async Task<IActionResult> CataloguePage(int id) => View(await Ask(new CataloguePage.Query(id)));

    [HttpGet("/danh-muc/quyet-dinh/{id:int}.pdf"), AllowAnonymous]
    public async Task<IActionResult> PublishedDecisionPdf(int id) => File(await Ask(new PublishedDecisionPdf.Query(id)), "application/pdf");

    [HttpGet("/tra-cuu"), AllowAnonymous]
    public IActionResult AskLookup(string? ma) =>
        string.IsNullOrWhiteSpace(ma) ? View("Lookup", new Lookup.View("", null)) : Redirect("/tra-cuu/" + Uri.EscapeDataString(Features.Catalogue.Lookup.Tidy(ma)));

    [HttpGet("/tra-cuu/{code}"), AllowAnonymous]
    public async Task<IActionResult> Lookup(string code)
    {
        var view = await Ask(new Lookup.Query(code));
        if (view.Found is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return View(view);
    }

    [HttpGet("/tra-cuu/{code}/bang-khen.pdf"), AllowAnonymous]
    public async Task<IActionResult> CertificatePdf(string code) => File(await Ask(new CertificatePdf.Query(code)), "application/pdf");
}
