using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Asks a unit to supplement the chosen parts of its dossier.</summary>
public static class RequestSupplement
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        /// <summary>Codes of the parts.</summary>
        [EachAtMost(40, ErrorMessage = "Chọn mục trong danh sách.")]
        public List<string> Chosen { get; init; } = [];

        /// <summary>By code: what is asked.</summary>
        [EachAtMost(2000, ErrorMessage = "Nội dung yêu cầu dài tối đa 2.000 ký tự.")]
        public Dictionary<string, string> Asks { get; init; } = [];

        [Required(ErrorMessage = "Ghi hạn bổ sung, ví dụ 15/10/2026.")]
        public DateOnly? DueOn { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var earlier = await doors.ReceivedSupplements.Where(item => item.InitiativeId == request.Id).ToListAsync(cancellationToken);
            var asks = request.Chosen.Select(code => new SupplementAsk(code, request.Asks.GetValueOrDefault(code, ""))).ToList();
            var made = SupplementRequest.Make(initiative, earlier, asks, request.DueOn!.Value, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!made.Ok) return made;
            db.Add(made.Value);
            db.Record(actor.Value, JournalActions.SupplementRequested, initiative, SupplementWords.Of(made.Value));
            foreach (var person in await db.WritersAsync(initiative, cancellationToken)) outbox.Add(SupplementWords.Asked(made.Value, initiative, person.Email), SupplementWords.Key(made.Value, person.PersonId));
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
    }
}

/// <summary>How a request reads on the timeline and in a mail.</summary>
internal static class SupplementWords
{
    /// <summary>"Lần 1: điểm mới; tệp: minh chứng. Hạn hết 23:59:59 ngày 15/10/2026".</summary>
    public static string Of(SupplementRequest request) =>
        $"Lần {request.Round}: {string.Join("; ", request.Items.Select(item => item.Part.Label.ToLowerInvariant()))}. Hạn {VietnamTime.Deadline(request.DueAt)}";

    public static string Key(SupplementRequest request, int personId) => $"bo-sung-{request.InitiativeId}-{request.Round}-{personId}";

    public static Mail Asked(SupplementRequest request, Initiative initiative, string to) => new(to, $"Cần bổ sung hồ sơ “{initiative.Title}”",
    [
        $"Sở Khoa học và Công nghệ yêu cầu bổ sung {request.Items.Count} mục của hồ sơ “{initiative.Title}”, {VietnamTime.Deadline(request.DueAt)}.",
        string.Join("\n", request.Items.Select(item => $"{item.Order}. {item.Part.Label}: {item.Ask}")),
        "Tác giả hoặc cán bộ đầu mối trả lời từng mục, lưu nhiều lần được, rồi gửi một lần. Chỉ các mục trên mở để sửa; quá hạn thì ô nhập khóa lại.",
    ], "Trả lời từng mục", $"/sang-kien/{initiative.Id}/bo-sung");
}
