using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The public page behind a receipt's QR code: whoever holds the paper compares number, instant and digest, and learns no more.</summary>
public static class ReceiptCheck
{
    public sealed record Query : IRequest<View>
    {
        public string Code { get; init; } = "";

        /// <summary>A digest that somebody wants compared; blanks in it are forgiven.</summary>
        public string Ma { get; init; } = "";
    }

    /// <param name="Matches">Whether the typed digest is this one; null: none was typed.</param>
    public sealed record View(string Code, string Number, DateTime At, string UnitName, string Digest, EndorsementMeans Means, int Files, bool? Matches);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        private const int MostTyped = 200;

        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var code = ReceiptCode.Read(request.Code) ?? throw new RowNotFoundException(nameof(ReceiptCode));
            var found = await db.For(actor.Value).ReceiptOf(code).SingleOrDefaultAsync(cancellationToken) ?? throw new RowNotFoundException(nameof(ReceiptCode));
            return new View(code, RegisterCode.Of(found.Year, found.Number), found.At, found.UnitName, found.Digest, found.Means, found.Sent?.Files.Count ?? 0, Compare(request.Ma, found.Digest));
        }

        private static bool? Compare(string typed, string digest)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            return typed.Length <= MostTyped && string.Equals(new string([.. typed.Where(char.IsAsciiLetterOrDigit)]), digest, StringComparison.OrdinalIgnoreCase);
        }
    }
}
