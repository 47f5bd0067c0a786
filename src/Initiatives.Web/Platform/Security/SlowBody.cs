using Initiatives.Web.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Initiatives.Web.Platform.Security;

/// <summary>Somebody whose body was still on its way lost his account, his session or a role meanwhile.</summary>
/// <param name="isOver">True: he is signed out; false: he is somebody else now than when the request began.</param>
public sealed class NoLongerActsException(bool isOver) : Exception("The sender of this request may not act any more.")
{
    public bool IsOver { get; } = isOver;
}

/// <summary>
/// Who acts is looked up when a request's head arrives; its body may come much later. Before anything is done with a body
/// that took its time, it is looked up once more.
/// </summary>
public static class SlowBody
{
    /// <summary>A body that arrived within so long is taken as one with its head.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(3);

    /// <exception cref="NoLongerActsException">The account is closed, the session ended, or office and roles are others than when the request began.</exception>
    public static async Task StillActsAsync(this HttpContext context)
    {
        var services = context.RequestServices;
        if (context.User.Identity?.IsAuthenticated != true) return;
        if (services.GetRequiredService<Arrival>().Took <= Quick) return;
        var then = services.GetRequiredService<CurrentActor>().Value;
        var now = await LiveSession.ActorOfAsync(context, context.User) ?? throw new NoLongerActsException(isOver: true);
        if ((now.PersonId, now.Roles, now.UnitId, now.Capacity) != (then.PersonId, then.Roles, then.UnitId, then.Capacity)) throw new NoLongerActsException(isOver: false);
    }
}

/// <summary>Looks before every action that changes something, and answers for those that read their body themselves.</summary>
internal sealed class SlowBodyFilter : IAsyncActionFilter, IExceptionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var method = context.HttpContext.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) await context.HttpContext.StillActsAsync();
        await next();
    }

    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not NoLongerActsException failure) return;
        context.Result = failure.IsOver ? new ChallengeResult() : new ForbidResult();
        context.ExceptionHandled = true;
    }
}
