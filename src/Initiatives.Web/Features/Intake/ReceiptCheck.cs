using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The public page behind a receipt's QR code: whoever holds the paper compares number, instant and digest, and learns no more.</summary>
public static class ReceiptCheck
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>Empty: the code is still to be typed.</summary>
        public string Code { get; init; } = "";

        /// <summary>A digest that somebody wants compared; blanks in it are forgiven.</summary>
        public string Ma { get; init; } = "";
    }

    /// <param name="Found">Null: nothing was asked yet, or no receipt bears the code.</param>
    public sealed record View(bool IsAsked, Found? Found);

    /// <param name="Matches">Whether the typed digest is this one; null: none was typed.</param>
    public sealed record Found(string Code, string Number, DateTime At, string UnitName, string Digest, EndorsementMeans Means, int Files, bool? Matches);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        private const int MostTyped = 200;

        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(request.Code)) return new View(false, null);
            if (ReceiptCode.Read(request.Code) is not { } code) return new View(true, null);
            if (await db.For(actor.Value).ReceiptOf(code).SingleOrDefaultAsync(cancellationToken) is not { } found) return new View(true, null);
            return new View(true, new Found(code, RegisterCode.Of(found.Year, found.Number), found.At, found.UnitName, found.Digest, found.Means, found.Sent?.Files.Count ?? 0, Compare(request.Ma, found.Digest)));
        }

        private static bool? Compare(string typed, string digest)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            return typed.Length <= MostTyped && string.Equals(new string([.. typed.Where(char.IsAsciiLetterOrDigit)]), digest, StringComparison.OrdinalIgnoreCase);
        }
    }
}
