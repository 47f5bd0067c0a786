using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The council's secretary explains the result to the Department. The writer does not read it.</summary>
public static class ExplainResult
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(10_000, ErrorMessage = "Giải trình dài tối đa 10.000 ký tự.")]
        public string Explanation { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.AskedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await doors.CouncilInitiatives.AsNoTracking().SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            if (!await doors.ActsAsSecretaryAsync(initiative, cancellationToken)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này, hoặc người thay cho hồ sơ này, giải trình kết quả.");
            var explained = item.Explain(request.Explanation, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!explained.Ok) return explained;
            db.Record(actor.Value, JournalActions.ResultExplained, item, $"{item.Code}: {item.Explanation}");
            await db.SaveChangesAsync(cancellationToken);
            return explained;
        }
    }
}
