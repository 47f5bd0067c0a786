using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Home;

public sealed class HomeController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/"), AllowAnonymous]
    public async Task<IActionResult> PublicHome() => View(await Ask(new PublicHome.Query()));

    [HttpGet("/viec"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> WorkList() => View(await Ask(new WorkList.Query()));

    /// <summary>Theme and letter size are cookies set by a form, so they work without script.</summary>
    [HttpPost("/hien-thi"), AllowAnonymous]
    public IActionResult Display(string? giaoDien, string? coChu, string? tiep)
    {
        var options = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true };
        if (giaoDien is "toi" or "sang") Response.Cookies.Append("giao-dien", giaoDien, options);
        if (coChu is "lon" or "vua") Response.Cookies.Append("co-chu", coChu, options);
        return LocalRedirect(LocalOr(tiep, "/"));
    }

    /// <summary>
    /// Every error as a page of ours; reached by re-execution, so the status stays that of the error. Asked for by its
    /// address it is no page. The code is not bound: of a form that is too long nothing can be.
    /// </summary>
    [Route("/loi/{code:int}"), AllowAnonymous, IgnoreAntiforgeryToken]
    public IActionResult Error() => !IsReExecuted ? NotFound() : AsksForJson ? Json(new { problems = new[] { ErrorWords.Of(Response.StatusCode).Sentence } }) : View(Response.StatusCode);

    private bool AsksForJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private bool IsReExecuted => HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
}
