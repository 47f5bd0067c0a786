using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>The appraiser accepts items of a supplement, or asks again for those that are not enough.</summary>
public static class DecideSupplement
{
    public sealed record Command : IRequest<Result<Done>>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        /// <summary>Version of the request that the page showed.</summary>
        public int Version { get; init; }

        /// <summary>By item: nhan, hoi; missing: not decided yet.</summary>
        [EachAtMost(10, ErrorMessage = "Chọn chấp nhận hoặc hỏi lại.")]
        public Dictionary<int, string> Decisions { get; init; } = [];

        /// <summary>By item: what is still asked.</summary>
        [EachAtMost(2000, ErrorMessage = "Nội dung yêu cầu dài tối đa 2.000 ký tự.")]
        public Dictionary<int, string> Asks { get; init; } = [];

        /// <summary>For what is asked again.</summary>
        public DateOnly? DueOn { get; init; }
    }

    public sealed record Done(int Accepted, int AskedAgain, bool IsClosed);

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var all = await doors.ReceivedSupplements.Where(item => item.InitiativeId == request.Id).ToListAsync(cancellationToken);
            var live = all.Find(item => item.IsLive);
            if (live is null) return Result.Fail("", "Yêu cầu này đã xong.");
            if (initiative.IsWrittenBy(actor.Value)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
            if (live.Version != request.Version) return Result.Fail("", "Yêu cầu đã thay đổi từ khi bạn mở trang. Xem lại rồi quyết định.");
            var take = request.Decisions.Where(pair => pair.Value == "nhan").Select(pair => pair.Key).ToHashSet();
            var again = live.Items.Where(item => request.Decisions.GetValueOrDefault(item.Id) == "hoi").ToList();
            if (take.Count + again.Count == 0) return Result.Fail("", "Chọn chấp nhận hoặc hỏi lại cho ít nhất một mục.");
            if (take.Count > 0)
            {
                var accepted = live.Accept(take, actor.Value, now);
                if (!accepted.Ok) return Result.Fail(accepted.Problems);
                db.Record(actor.Value, JournalActions.SupplementAccepted, initiative, string.Join("; ", live.Items.Where(item => take.Contains(item.Id)).Select(item => item.Part.Label.ToLowerInvariant())));
            }

            if (again.Count > 0)
            {
                if (request.DueOn is not { } due) return Result.Fail(nameof(request.DueOn), "Ghi hạn bổ sung cho mục hỏi lại, ví dụ 15/10/2026.");
                var made = live.AskAgain(initiative, all, [.. again.Select(item => new SupplementAsk(item.Target, request.Asks.GetValueOrDefault(item.Id, "")))], due, actor.Value, now);
                if (!made.Ok) return Result.Fail(made.Problems.Select(problem => problem with { Field = InTheForm(problem.Field, live) }));
                db.Add(made.Value);
                db.Record(actor.Value, JournalActions.SupplementRequested, initiative, SupplementWords.Of(made.Value));
                foreach (var person in await db.WritersAsync(initiative, cancellationToken)) outbox.Add(SupplementWords.Asked(made.Value, initiative, person.Email), SupplementWords.Key(made.Value, person.PersonId));
            }

            await db.SaveChangesAsync(cancellationToken);
            return new Done(take.Count, again.Count, !live.IsLive && again.Count == 0);
        }

        /// <summary>The domain names an item by its part, the form by its number.</summary>
        private static string InTheForm(string field, SupplementRequest request) =>
            request.Items.FirstOrDefault(item => field == $"Asks[{item.Target}]") is { } item ? $"Asks[{item.Id}]" : field;
    }
}
