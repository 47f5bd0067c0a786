using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The receipt of a dossier (giấy biên nhận): that it came, when, and what it held.</summary>
public static class Receipt
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }

        /// <summary>"https://host": the receipt's address stands in its QR code.</summary>
        public string Site { get; init; } = "";
    }

    public sealed record View
    {
        public required Dossier Dossier { get; init; }
        public required string Number { get; init; }

        /// <summary>When the request reached the server, UTC.</summary>
        public required DateTime ReceivedAt { get; init; }

        /// <summary>"Đỗ Văn M, Phó Chủ tịch (KT.)".</summary>
        public required string SubmittedBy { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required string CycleName { get; init; }
        public required DateOnly AnswerDue { get; init; }

        /// <summary>SHA-256 over content and files as they were sent, hex.</summary>
        public required string Digest { get; init; }
        public required IReadOnlyList<TimelineStep> Next { get; init; }

        /// <summary>What was sent later, at the Department's request: its own time and its own digest.</summary>
        public IReadOnlyList<SupplementReceipt> Supplements { get; init; } = [];
        public required string Address { get; init; }
        public required bool IsDemo { get; init; }
        public IReadOnlyList<string> Authors =>
            [.. Dossier.Content.Authors.Select(author => $"{author.Name} ({VietnameseNumber.Format(author.Share ?? 0)}%)")];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => ReadAsync(db, actor.Value, request, cancellationToken);
    }

    /// <summary>The same for the page and for the paper.</summary>
    internal static async Task<View> ReadAsync(AppDb db, Actor actor, Query request, CancellationToken cancellationToken)
    {
        var scope = db.For(actor);
        var endorsement = await scope.Endorsements.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == request.Id, cancellationToken);
        var isOwn = await scope.OwnInitiatives.AnyAsync(item => item.Id == request.Id, cancellationToken);
        var initiative = await (isOwn ? scope.OwnInitiatives : scope.ReceivedInitiatives).AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == endorsement.CycleId, cancellationToken);
        var dossier = await db.DossierAsync(initiative, isOwn ? scope.OwnAttachments : scope.DossierAttachments, cancellationToken);
        return new View
        {
            Dossier = dossier,
            Number = RegisterCode.Of(cycle.Year, initiative.RegisterNumber!.Value),
            ReceivedAt = endorsement.At,
            SubmittedBy = $"{endorsement.PersonName}, {endorsement.Post}" + (endorsement.Capacity == SigningCapacity.Deputy ? " (KT.)" : ""),
            Status = initiative.ShownStatus,
            CycleName = cycle.Name,
            AnswerDue = cycle.RecognitionDueOn,
            Digest = endorsement.Digest,
            Supplements = [.. (await (isOwn ? scope.OwnSupplements : scope.ReceivedSupplements).AsNoTracking().IgnoreAutoIncludes().Where(item => item.InitiativeId == request.Id && item.Receipt != null)
                .OrderBy(item => item.Round).ToListAsync(cancellationToken)).Select(item => item.Receipt!)],
            Next = NextSteps.Of(initiative.ShownStatus, IntakeWindow.Of(cycle)),
            Address = $"{request.Site}/sang-kien/{request.Id}/bien-nhan",
            IsDemo = cycle.IsDemo,
        };
    }
}
