using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The receipt of a dossier (giấy biên nhận): that it came, when, by which way and what it held then.</summary>
public static class Receipt
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }

        /// <summary>"https://host": the address in the QR code begins with it.</summary>
        public string Site { get; init; } = "";
    }

    public sealed record View
    {
        public required int Id { get; init; }

        /// <summary>The reader is of its unit; else of the Department.</summary>
        public required bool IsOwn { get; init; }
        public required string Number { get; init; }

        /// <summary>When the request reached the server, UTC; of what came from outside when it reached the office.</summary>
        public required DateTime ReceivedAt { get; init; }

        /// <summary>As it was sent, not as it may stand now.</summary>
        public required SentManifest Sent { get; init; }
        public required string UnitName { get; init; }
        public required string FieldLetter { get; init; }
        public required string FieldName { get; init; }

        /// <summary>"Đỗ Văn M, Phó Chủ tịch (KT.)".</summary>
        public required string SubmittedBy { get; init; }
        public required EndorsementMeans Means { get; init; }

        /// <summary>What the office's book says of what came from outside; null: it was sent here.</summary>
        public required OutsideArrival? Outside { get; init; }

        /// <summary>The extension that was needed; null: it came in time.</summary>
        public required ExtensionNotice? Extension { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required string CycleName { get; init; }

        /// <summary>Last day of the formal check.</summary>
        public required DateOnly CheckDue { get; init; }

        /// <summary>Last day of the decision.</summary>
        public required DateOnly AnswerDue { get; init; }

        /// <summary>SHA-256 over content and files as they were sent, hex.</summary>
        public required string Digest { get; init; }

        /// <summary>The code of the public page; empty on receipts from before there was one.</summary>
        public required string Code { get; init; }

        /// <summary>What was sent later, at the Department's request: its own time and its own digest.</summary>
        public IReadOnlyList<SupplementReceipt> Supplements { get; init; } = [];
        public required string Address { get; init; }
        public required IReadOnlyList<TimelineStep> Next { get; init; }
        public required bool IsDemo { get; init; }

        /// <summary>"trong hạn", or by which extension.</summary>
        public string Timeliness => Extension is null
            ? "Trong hạn, không dùng gia hạn"
            : $"Trong thời gian gia hạn {(Extension.UnitId is null ? "chung cho mọi đơn vị" : $"của {UnitName}")} đến {VietnamTime.Deadline(Extension.ClosesAt)}, theo {Extension.Document}";

        /// <summary>By which way it came.</summary>
        public string Way => Outside is null
            ? EndorsementMeansNames.Name(Means)
            : $"{OutsideWays.Name(Outside.Way)}, số đến {Outside.ArrivalNumber}; tờ trình số {Outside.LetterNumber} ngày {VietnamTime.Short(Outside.LetterDate)}; {Outside.EnteredByName} nhập thay lúc {VietnamTime.WithTime(Outside.EnteredAt)}";
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
        var sent = endorsement.Sent
            ?? SentManifest.Of(initiative.Content(), await (isOwn ? scope.OwnAttachments : scope.DossierAttachments).FilesOf(initiative.Id).ToListAsync(cancellationToken));
        var field = await db.Fields.AsNoTracking().SingleOrDefaultAsync(item => item.Code == sent.FieldCode, cancellationToken);
        return new View
        {
            Id = initiative.Id,
            IsOwn = isOwn,
            Number = RegisterCode.Of(cycle.Year, initiative.RegisterNumber!.Value),
            ReceivedAt = endorsement.At,
            Sent = sent,
            UnitName = await db.Units.Where(unit => unit.Id == initiative.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
            FieldLetter = field?.Letter ?? "",
            FieldName = field?.Name ?? "",
            SubmittedBy = $"{endorsement.PersonName}, {endorsement.Post}" + (endorsement.Capacity == SigningCapacity.Deputy ? " (KT.)" : ""),
            Means = endorsement.Means,
            Outside = endorsement.Means == EndorsementMeans.OnPaper ? await scope.OutsideArrivals.AsNoTracking().SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id, cancellationToken) : null,
            Extension = endorsement.ExtensionId is { } id ? await scope.ExtensionNotices.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null,
            Status = initiative.ShownStatus,
            CycleName = cycle.Name,
            CheckDue = AnswerDates.CheckDue(endorsement.At),
            AnswerDue = cycle.RecognitionDueOn,
            Digest = endorsement.Digest,
            Code = endorsement.Code ?? "",
            Address = endorsement.Code is { } code ? $"{request.Site}/bien-nhan/{code}" : $"{request.Site}/sang-kien/{request.Id}/bien-nhan",
            Supplements = [.. (await (isOwn ? scope.OwnSupplements : scope.ReceivedSupplements).AsNoTracking().IgnoreAutoIncludes().Where(item => item.InitiativeId == request.Id && item.Receipt != null)
                .OrderBy(item => item.Round).ToListAsync(cancellationToken)).Select(item => item.Receipt!)],
            Next = NextSteps.Of(initiative.ShownStatus, IntakeWindow.Of(cycle)),
            IsDemo = cycle.IsDemo,
        };
    }
}
