using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>The Department says how a remark was taken into account. Whoever left it reads that by his code.</summary>
public static class AnswerRemark
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        [StringLength(3000, ErrorMessage = "Câu trả lời dài tối đa 3.000 ký tự.")]
        public string Answer { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var remark = await doors.Remarks.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (await doors.Cycles.AnyAsync(item => item.Id == remark.CycleId && item.PublishedAt != null, cancellationToken) && remark.IsHandled) return Result.Fail("", "Quyết định đã công bố, câu trả lời không sửa được nữa.");
            var again = remark.IsHandled;
            var handled = remark.Handle(request.Answer, request.Version, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!handled.Ok) return Result.Fail(handled.Problems.Select(problem => problem.Field.Length == 0 ? problem : problem with { Field = $"{problem.Field}-{remark.Id}" }));
            db.Record(actor.Value, JournalActions.RemarkAnswered, remark, $"{(again ? "Sửa: " : "")}{remark.Answer}");
            await db.SaveChangesAsync(cancellationToken);
            return handled;
        }
    }
}
