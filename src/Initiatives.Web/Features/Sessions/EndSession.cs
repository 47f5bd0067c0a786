using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Ends a session. With the last one, when every dossier has its conclusion, the council's work ends and the cycle goes on to its decisions.</summary>
public static class EndSession
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }

        /// <summary>Null: the one that is open.</summary>
        public int? Number { get; init; }

        /// <summary>The page asks for it, because there is no way back.</summary>
        [Range(typeof(bool), "true", "true", ErrorMessage = "Đánh dấu vào ô xác nhận để kết thúc phiên họp.")]
        public bool Confirm { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await SessionDesk.LoadAsync(db, actor.Value, request.CycleId, request.Number, cancellationToken);
            if (!loaded.Ok) return loaded;
            var (cycle, _, session) = loaded.Value;
            var doors = db.For(actor.Value);
            var (items, votes, concluded) = await doors.SessionRowsAsync(session, cancellationToken);
            var left = SessionEnd.Of(session, items, votes, concluded);
            if (left.Count > 0) return Result.Fail(await Refusals(left, cancellationToken));
            var ended = session.End(clock.GetUtcNow().UtcDateTime);
            if (!ended.Ok) return ended;
            foreach (var item in items) item.Touch();   // a count that is entered meanwhile does not slip into an ended session
            var conclusions = await doors.Conclusions.AsNoTracking().Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken);
            db.Record(actor.Value, JournalActions.SessionConcluded, session,
                $"Phiên {session.Number}: {conclusions.Count(item => item.IsRecommended)}/{conclusions.Count} hồ sơ được đề nghị công nhận");
            var done = await CouncilWorkEnds.WithAsync(db, actor.Value, cycle, session, cancellationToken);
            if (!done.Ok) return done;
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>What is left of the dossiers that he sees, by name; of others, only that somebody who acts for him is not done.</summary>
        private async Task<IReadOnlyList<Problem>> Refusals(IReadOnlyList<(int InitiativeId, Unfinished What)> left, CancellationToken cancellationToken)
        {
            var ids = left.Select(item => item.InitiativeId).ToList();
            var codes = await db.For(actor.Value).CouncilInitiatives.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.CouncilCode!, cancellationToken);
            var named = left.Where(item => codes.ContainsKey(item.InitiativeId)).GroupBy(item => item.What)
                .Select(group => new Problem("", Sentence(group.Key, string.Join(", ", group.Select(item => codes[item.InitiativeId]))))).ToList();
            return named.Count > 0 ? named : [new Problem("", CouncilWorkEnds.OthersAreNotDone)];
        }

        private static string Sentence(Unfinished what, string codes) => what switch
        {
            Unfinished.NotAnnounced => $"Còn số phiếu đã nhập chưa công bố của: {codes}. Công bố hoặc bỏ số phiếu đó.",
            Unfinished.NotConcluded => $"Đã đưa ra xét mà chưa kết luận: {codes}. Biểu quyết, hoặc hoãn có lý do.",
            _ => $"Điểm danh đã sửa cho thời điểm biểu quyết. Đính chính số phiếu của: {codes}.",
        };
    }
}
