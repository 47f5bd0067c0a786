using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>A remark as whoever holds its code reads it: when it came, what it says, how it was taken into account. Neither name nor contact.</summary>
public static class RemarkReceipt
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>As it stands in the address or was typed; empty: still to be typed.</summary>
        public string Code { get; init; } = "";
    }

    /// <param name="Found">Null: nothing was asked yet, or no remark bears the code.</param>
    public sealed record View(bool IsAsked, Found? Found);

    public sealed record Found(string Code, int Year, DateTime At, string About, string Text, string Answer, DateTime? AnsweredAt, DateTime ClosesAt);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(request.Code)) return new View(false, null);
            var doors = db.For(actor.Value);
            if (ReceiptCode.Read(request.Code) is not { } code || await doors.RemarkOf(code).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } remark) return new View(true, null);
            var posting = await doors.Postings.AsNoTracking().SingleAsync(item => item.Id == remark.PostingId, cancellationToken);
            var about = posting.Items.FirstOrDefault(item => item.Number == remark.Number)?.Title ?? "Danh sách nói chung";
            return new View(true, new Found(code, posting.Year, remark.ReceivedAt, about, remark.Text, remark.Answer, remark.AnsweredAt, posting.ClosesAt));
        }
    }
}
