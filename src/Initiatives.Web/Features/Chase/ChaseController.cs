using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Chase;

public sealed class ChaseController(IMediator mediator) : FeatureController(mediator)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpPost("/ky-xet/{year:int}/nhan-cong-van"), Needs(Permission.AcknowledgeLaunch)]
    public Task<IActionResult> AcknowledgeLaunch(int year, AcknowledgeLaunch.Command command) => Do(command with { Year = year },
        () => Told(LocalOr(command.Tiep, $"/ky-xet/{year}"), $"Đã xác nhận: đơn vị bạn nhận được công văn phát động kỳ {year}."),
        () => Task.FromResult<IActionResult>(Redirect($"/ky-xet/{year}")));

    [HttpGet("/ky-xet/{year:int}/don-doc"), Needs(Permission.ChaseUnits)]
    public async Task<IActionResult> ChaseList(int year, ChaseList.Query query) => View(await Ask(query with { Year = year }));

    [HttpGet("/ky-xet/{year:int}/don-doc.xlsx"), Needs(Permission.ChaseUnits)]
    public async Task<IActionResult> ChaseXlsx(int year, ChaseXlsx.Query query) => File(await Ask(query with { Year = year }), Xlsx, $"don-doc-{year}.xlsx");

    [HttpGet("/ky-xet/{year:int}/don-doc/thu"), Needs(Permission.ChaseUnits)]
    public async Task<IActionResult> SendChaseLetters(int year, SendChaseLetters.Query query) => View(await Ask(query with { Year = year }));

    [HttpPost("/ky-xet/{year:int}/don-doc/thu"), Needs(Permission.ChaseUnits)]
    public Task<IActionResult> SendChaseLetters(int year, SendChaseLetters.Command command) => Do(command with { Year = year },
        mails => Told($"/ky-xet/{year}/don-doc", $"Đã gửi {mails} thư."),
        async () => View(await Ask(new SendChaseLetters.Query { Year = year, Dv = command.Dv, Tab = "tat-ca" })));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
