using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Supplements;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>The appraiser's request for a supplement of a received dossier; answers the request as it is stored.</summary>
    public async Task<SupplementRequest> Supplement(int initiativeId, DateOnly? dueOn = null, params string[] targets)
    {
        if (targets.Length == 0) targets = [nameof(DraftContent.Novelty)];
        Sure(await app.Send(new RequestSupplement.Command
        {
            Id = initiativeId,
            Chosen = [.. targets],
            Asks = targets.ToDictionary(target => target, target => $"Nêu rõ hơn phần {target}"),
            DueOn = dueOn ?? Domain.Time.VietnamTime.Today(app.Clock.GetUtcNow().UtcDateTime).AddDays(10),
        }, (await Appraiser()).Actor));
        return await Live(initiativeId);
    }

    /// <summary>The request that stands, with its items.</summary>
    public Task<SupplementRequest> Live(int initiativeId) =>
        app.Rows(db => db.SupplementRequests.AsNoTracking().Where(item => item.InitiativeId == initiativeId).OrderByDescending(item => item.Round).FirstAsync());

    /// <summary>The unit's answer to one item, not sent.</summary>
    public async Task Answer(int initiativeId, int itemId, string value, TestPerson? by = null, string note = "")
    {
        var version = await app.Rows(db => db.SupplementAnswers.Where(item => item.ItemId == itemId).Select(item => item.Version).SingleOrDefaultAsync());
        Sure(await app.Send(new SaveSupplementAnswer.Command { Id = initiativeId, ItemId = itemId, Value = value, Note = note, Version = version }, (by ?? await AuthorIn("11311")).Actor));
    }

    public async Task SendSupplement(int initiativeId, TestPerson? by = null) =>
        Sure(await app.Send(new SendSupplement.Command { Id = initiativeId }, (by ?? await AuthorIn("11311")).Actor));
}
