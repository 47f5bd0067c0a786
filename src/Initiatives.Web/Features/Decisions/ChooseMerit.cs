using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Says which recognised initiatives are proposed for a certificate of merit, and why a better place was passed over.</summary>
public static class ChooseMerit
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }
        public List<int> Named { get; init; } = [];

        [EachAtMost(1000, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
        public Dictionary<int, string> Skips { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (request.Version != decision.Version) return Result.Fail("", "Có người vừa sửa dự thảo này. Những gì bạn chọn còn ở dưới; xem lại rồi lưu lần nữa.");
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return may;
            var most = (await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == decision.CycleId, cancellationToken)).Settings.MaxMerit;
            var ranked = await RecognisedPlaces.OfAsync(db, actor.Value, decision.CycleId, cancellationToken);
            var result = decision.Choose(ranked, [.. request.Named.Distinct()], request.Skips.ToDictionary(item => item.Key, item => item.Value ?? ""), most);
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.MeritChosen, decision, $"{decision.Named.Count()} sáng kiến; bỏ qua {decision.Items.Count(item => !item.IsNamed)} hạng có lý do");
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
