using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>A remark as whoever holds its code reads it: when it came, what it says, how it was taken into account. Neither name nor contact.</summary>
public static class RemarkReceipt
{
    public sealed record Query(string Code) : IRequest<View>;

    public sealed record View(string Code, int Year, DateTime At, string About, string Text, string Answer, DateTime? AnsweredAt, DateTime ClosesAt);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var code = ReceiptCode.Read(request.Code) ?? throw new RowNotFoundException(nameof(Remark));
            var remark = await doors.RemarkOf(code).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new RowNotFoundException(nameof(Remark));
            var posting = await doors.Postings.AsNoTracking().SingleAsync(item => item.Id == remark.PostingId, cancellationToken);
            var about = posting.Items.FirstOrDefault(item => item.Number == remark.Number)?.Title ?? "Danh sách nói chung";
            return new View(code, posting.Year, remark.ReceivedAt, about, remark.Text, remark.Answer, remark.AnsweredAt, posting.ClosesAt);
        }
    }
}
