using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>Anybody leaves a remark on the posted list while its days run; the instant at which the request arrived decides.</summary>
public static class LeaveRemark
{
    public sealed record Command : IRequest<Result<string>>
    {
        public int Year { get; init; }

        /// <summary>Names the form: sent twice it is one remark.</summary>
        public Guid FormKey { get; init; }

        /// <summary>Line of the list; empty: the list as a whole.</summary>
        public int? Number { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string Name { get; init; } = "";

        [StringLength(200, ErrorMessage = "Thư điện tử hoặc số điện thoại dài tối đa 200 ký tự.")]
        public string Contact { get; init; } = "";

        [StringLength(200, ErrorMessage = "Tên đơn vị dài tối đa 200 ký tự.")]
        public string UnitName { get; init; } = "";

        [StringLength(Remark.LongestText, ErrorMessage = "Góp ý dài tối đa 5.000 ký tự.")]
        public string Text { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Command, Result<string>>
    {
        /// <summary>Answers the code.</summary>
        public async Task<Result<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var key = request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey;
            if (await doors.RemarkOf(key).Select(item => item.Code).SingleOrDefaultAsync(cancellationToken) is { } made) return made;
            var posting = await doors.Postings.Where(item => item.Year == request.Year).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken) ?? throw new RowNotFoundException(nameof(Posting));
            var left = Remark.Leave(posting, key, new RemarkContent(request.Number, request.Name, request.Contact, request.UnitName, request.Text), ReceiptCode.Draw(), actor.Value, arrival.At);
            if (!left.Ok) return Result.Fail(left.Problems);
            db.Add(left.Value);
            db.Record(actor.Value, JournalActions.RemarkReceived, posting, left.Value.Number is { } number ? $"Về số {number} của danh sách" : "Góp ý chung");
            await db.SaveChangesAsync(cancellationToken);
            return left.Value.Code;
        }
    }
}
