using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The intake officer records a remonstrance that came on paper, with the scan where there is one.</summary>
public static class RecordRemonstrance
{
    public sealed record Command : FiledWords
    {
        /// <summary>Number on the dossier's receipt: "HS-2026-0007".</summary>
        [StringLength(30, ErrorMessage = "Số hồ sơ dài tối đa 30 ký tự.")]
        public string Dossier { get; init; } = "";

        public DateOnly? ReceivedOn { get; init; }

        [StringLength(200, ErrorMessage = "Họ tên dài tối đa 200 ký tự.")]
        public string WriterName { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, FileIntake intake, Outbox outbox) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var key = request.Key;
            var made = await doors.ReceivedRemonstrances.Where(item => item.FormKey == key).Select(item => item.Id).SingleOrDefaultAsync(cancellationToken);
            if (made != 0) return made;
            if (DossierCode.Read(request.Dossier) is not { } code) return Result.Fail(nameof(request.Dossier), "Ghi số hồ sơ như trên giấy biên nhận, ví dụ HS-2026-0007.");
            var cycle = await doors.Cycles.AsNoTracking().SingleOrDefaultAsync(item => item.Year == code.Year, cancellationToken);
            var initiative = cycle is null ? null : await doors.ReceivedInitiatives.SingleOrDefaultAsync(item => item.CycleId == cycle.Id && item.RegisterNumber == code.Number, cancellationToken);
            if (initiative is null) return Result.Fail(nameof(request.Dossier), "Không có hồ sơ mang số này.");
            var recorded = Remonstrance.Record(initiative, cycle!.Settings, key, request.Words, new PaperArrival(request.ReceivedOn, request.WriterName), actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!recorded.Ok) return Result.Fail(recorded.Problems);
            var entered = await Filing.EnterAsync(db, intake, recorded.Value, request.Files, cancellationToken);
            if (!entered.Ok) return Result.Fail(entered.Problems);
            db.Record(actor.Value, JournalActions.RemonstranceReceived, initiative, $"Bản giấy nhận ngày {VietnamTime.Short(recorded.Value.ReceivedAt)}{(recorded.Value.IsLate ? ", sau thời hạn" : "")}; trả lời trước {VietnamTime.Deadline(recorded.Value.DueAt)}");
            foreach (var person in await db.WritersAsync(initiative, cancellationToken))
                outbox.Add(new Mail(person.Email, $"Sở KH&CN đã nhận kiến nghị về sáng kiến “{initiative.Title}”", [$"Kiến nghị bản giấy của {recorded.Value.WriterName} đã được ghi vào sổ. Sở trả lời bằng văn bản trước {VietnamTime.Deadline(recorded.Value.DueAt)}."], "Xem hồ sơ", $"/sang-kien/{initiative.Id}"), $"nhan-kien-nghi:{key}:{person.PersonId}");
            await db.SaveChangesAsync(cancellationToken);
            return recorded.Value.Id;
        }
    }
}

/// <summary>The number of a dossier as people type it.</summary>
internal static class DossierCode
{
    /// <summary>"HS-2026-0007", "2026-7" or "2026/0007"; null: this is no number of a dossier.</summary>
    public static (int Year, int Number)? Read(string? typed)
    {
        var parts = (typed ?? "").ToUpperInvariant().Replace("HS", "", StringComparison.Ordinal).Split(['-', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 && ReadNumber(parts[0]) is { } year && ReadNumber(parts[1]) is { } number ? (year, number) : null;
    }

    private static int? ReadNumber(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
