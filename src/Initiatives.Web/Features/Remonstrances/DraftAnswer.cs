using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The Department writes the answer; the letter is made of it.</summary>
public static class DraftAnswer
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        [StringLength(Remonstrance.LongestText, ErrorMessage = "Nội dung trả lời dài tối đa 10.000 ký tự.")]
        public string AnswerText { get; init; } = "";

        public RemonstranceOutcome? Outcome { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.ReceivedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var may = item.CanDealWith(await doors.ReceivedInitiatives.SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken), actor.Value);
            if (!may.Ok) return may;
            if (request.Version != item.Version) return Result.Fail("", "Có người vừa làm việc trên kiến nghị này. Những gì bạn viết còn ở dưới; xem lại rồi lưu lần nữa.");
            var drafted = item.Draft(request.AnswerText, request.Outcome is { } outcome && Enum.IsDefined(outcome) ? outcome : null);
            if (!drafted.Ok) return drafted;
            db.Record(actor.Value, JournalActions.RemonstranceDrafted, item, $"{item.Code}: {RemonstranceWords.Of(item.Outcome!.Value)}");
            await db.SaveChangesAsync(cancellationToken);
            return drafted;
        }
    }
}
