using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Saves number, date, signer and proposal of a draft.</summary>
public static class FillDecision
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        [Range(1, 99999, ErrorMessage = "Số quyết định từ 1 trở lên, chỉ ghi phần số.")]
        public int? Number { get; init; }
        public DateOnly? Date { get; init; }

        [StringLength(100, ErrorMessage = "Họ tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";
        public LeaderCapacity Capacity { get; init; }

        [StringLength(60, ErrorMessage = "Số tờ trình dài tối đa 60 ký tự.")]
        public string ProposalNumber { get; init; } = "";
        public DateOnly? ProposalDate { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decisions = db.For(actor.Value).Decisions;
            var decision = await decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (request.Version != decision.Version) return Result.Fail("", "Có người vừa sửa dự thảo này. Những gì bạn ghi còn ở dưới; xem lại rồi lưu lần nữa.");
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return may;
            var others = await decisions.AsNoTracking().Where(item => item.Id != decision.Id).ToListAsync(cancellationToken);
            if (request.Number is not null && others.Exists(item => item.Form.Number == request.Number && item.Form.Date?.Year == request.Date?.Year))
                return Result.Fail(nameof(request.Number), $"Số {request.Number} đã dùng cho quyết định khác trong năm.");
            var result = decision.Fill(new DecisionForm(request.Number, request.Date, request.SignerName ?? "", request.Capacity, request.ProposalNumber ?? "", request.ProposalDate));
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.DecisionFilled, decision, $"Số {decision.Number}, người ký {decision.Form.SignerName}");
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
