using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Journal;

public sealed class JournalController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/quan-tri/nhat-ky"), Needs(Permission.ReadJournal)]
    public async Task<IActionResult> JournalPage([FromQuery] int? nguoi, [FromQuery] string? viec, [FromQuery] int trang = 1) =>
        View(await Ask(new JournalPage.Query { PersonId = nguoi, Action = viec, Page = trang }));

    [HttpGet("/nhat-ky/doc-diem"), Needs(Permission.ReadJournal)]
    public async Task<IActionResult> ScoreReadings([FromQuery] int? nguoi, [FromQuery] int? nam, [FromQuery] int trang = 1) =>
        View(await Ask(new ScoreReadings.Query { PersonId = nguoi, Year = nam, Page = trang }));
}
