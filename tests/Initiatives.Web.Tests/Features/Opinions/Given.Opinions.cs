using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Opinions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>The appraiser asks another department; answers the request's id.</summary>
    public async Task<int> Opinion(int initiativeId, string unit, DateOnly? dueOn = null, DossierPart parts = DossierPart.Solution | DossierPart.Novelty)
    {
        Sure(await app.Send(new AskOpinion.Command
        {
            Id = initiativeId,
            UnitId = await UnitId(unit),
            Question = "Trong ngành đã có quy trình tương tự chưa?",
            DueOn = dueOn ?? Domain.Time.VietnamTime.Today(app.Clock.Now).AddDays(5),
            Parts = [parts],
        }, (await Appraiser()).Actor));
        return await app.Rows(db => db.OpinionRequests.MaxAsync(item => item.Id));
    }
}
