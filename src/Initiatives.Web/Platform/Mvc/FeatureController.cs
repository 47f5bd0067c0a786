using Initiatives.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>What every controller needs: send, and turn a refusal into the same form with what was typed.</summary>
[AutoValidateAntiforgeryToken]
public abstract class FeatureController(IMediator mediator) : Controller
{
    /// <summary>What somebody is told whose save met others twice, or whose form bears the mark of somebody else's.</summary>
    protected const string NotSaved = "Chưa lưu được: dữ liệu này vừa được ghi ở nơi khác, hoặc mẫu đã dùng rồi. Tải lại trang rồi làm lại.";

    /// <summary>Sends a query.</summary>
    protected Task<T> Ask<T>(IRequest<T> query) => mediator.Send(query, HttpContext.RequestAborted);

    /// <summary>
    /// Sends a command. Done: the given answer, normally a redirect. Refused: problems go to ModelState, the page is shown
    /// again with status 422 and nothing typed is lost.
    /// </summary>
    protected async Task<IActionResult> Do<T>(IRequest<Result<T>> command, Func<T, IActionResult> done, Func<Task<IActionResult>> again) =>
        await Act(command, result => done(((Result<T>)result).Value), again);

    /// <inheritdoc cref="Do{T}(IRequest{Result{T}}, Func{T, IActionResult}, Func{Task{IActionResult}})"/>
    protected async Task<IActionResult> Do(IRequest<Result> command, Func<IActionResult> done, Func<Task<IActionResult>> again) =>
        await Act(command, _ => done(), again);

    private async Task<IActionResult> Act<TResult>(IRequest<TResult> command, Func<Result, IActionResult> done, Func<Task<IActionResult>> again)
        where TResult : Result
    {
        if (ModelState.IsValid)
        {
            var result = await SendOrNull(command);
            if (result is { Ok: true }) return done(result);
            foreach (var problem in result?.Problems ?? [new Problem("", NotSaved)]) ModelState.AddModelError(problem.Field, problem.Message);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await again();
    }

    /// <summary>Null: twice the save could not be brought together with what is stored.</summary>
    protected async Task<TResult?> SendOrNull<TResult>(IRequest<TResult> command)
        where TResult : Result
    {
        try
        {
            return await SendAgainOnRace(command);
        }
        catch (DbUpdateException failure)
        {
            HttpContext.RequestServices.GetRequiredService<ILogger<FeatureController>>().SaveRefused(failure, command.GetType().FullName!);
            return null;
        }
    }

    /// <summary>A browser keeps no chosen file: the form that comes back says so beside its field, unless that field is refused anyway or no field is.</summary>
    protected void AskForFileAgain(string field, string? fileName)
    {
        var refused = ModelState.Where(pair => pair.Key.Length > 0 && pair.Value!.Errors.Count > 0).Select(pair => pair.Key).ToList();
        if (fileName is not null && refused.Count > 0 && !refused.Contains(field, StringComparer.OrdinalIgnoreCase))
            ModelState.AddModelError(field, $"Chọn lại tệp “{fileName}”: trang mở lại không giữ tệp đã chọn.");
    }

    /// <summary>Two saves met between load and commit: the second try loads what the first wrote and gets the rule's own answer.</summary>
    private async Task<TResult> SendAgainOnRace<TResult>(IRequest<TResult> command)
        where TResult : Result
    {
        try
        {
            return await mediator.Send(command, HttpContext.RequestAborted);
        }
        catch (DbUpdateException)
        {
            return await mediator.Send(command, HttpContext.RequestAborted);
        }
    }

    /// <summary>A path of this site to go on to, or the fallback: never another host, never what a header cannot carry.</summary>
    protected string LocalOr(string? path, string fallback) =>
        Url.IsLocalUrl(path) && System.Text.Ascii.IsValid(path) ? path! : fallback;

    /// <summary>Why the form was refused, for the page that it leads back to. It travels in a cookie: never longer than a sentence.</summary>
    protected void SayRefusal() =>
        TempData["refusal"] = Vietnamese.Short(ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage, 300);

    /// <summary>A green notice on the next page.</summary>
    protected void Say(string sentence) => TempData["notice"] = sentence;
}

internal static partial class SaveLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A save was refused twice by the database: {Command}")]
    public static partial void SaveRefused(this ILogger log, Exception failure, string command);
}
