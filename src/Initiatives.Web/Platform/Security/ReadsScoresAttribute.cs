using Initiatives.Domain.Journal;
using Initiatives.Web.Platform.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Initiatives.Web.Platform.Security;

/// <summary>A page's model that knows whose scores it shows. Without it the page counts as showing scores of others on several dossiers.</summary>
public interface IShownScores
{
    /// <summary>The one dossier it is about; null: several.</summary>
    int? InitiativeId { get; }

    /// <summary>False: only the reader's own, which is no reading to be logged.</summary>
    bool AreOthers { get; }
}

/// <summary>
/// The action shows scores of others: who read what when is logged, after the answer was made and outside its transaction
/// (DESIGN § 5). A refusal, a redirect and a page not found show nothing and leave no row.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadsScoresAttribute : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var shown = (context.Result as ViewResult)?.Model as IShownScores;
        if (context.Result is ViewResult or FileResult or ContentResult or JsonResult && shown?.AreOthers != false) await LogAsync(context.HttpContext, shown?.InitiativeId);
        await next();
    }

    private static async Task LogAsync(HttpContext http, int? initiativeId)
    {
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest) return;
        var (services, actor) = (http.RequestServices, http.RequestServices.GetRequiredService<CurrentActor>().Value);
        var page = http.Request.Path + http.Request.QueryString;
        await services.GetRequiredService<ReadingLog>().NoteAsync(ScoreReading.Of(
            actor.PersonId, actor.Name, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, page.Length > 300 ? page[..300] : page, initiativeId), http.RequestAborted);
    }
}
