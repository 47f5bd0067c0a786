using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Keeps the unit's answer to one item, as far as it is written. It touches the part that was asked for and nothing else.</summary>
public static class SaveSupplementAnswer
{
    public sealed record Row
    {
        [StringLength(300, ErrorMessage = "Chỉ tiêu dài tối đa 300 ký tự.")]
        public string Measure { get; init; } = "";

        [StringLength(200, ErrorMessage = "Ghi tối đa 200 ký tự.")]
        public string Before { get; init; } = "";

        [StringLength(200, ErrorMessage = "Ghi tối đa 200 ký tự.")]
        public string After { get; init; } = "";

        [StringLength(100, ErrorMessage = "Đơn vị tính dài tối đa 100 ký tự.")]
        public string Unit { get; init; } = "";

        [StringLength(1000, ErrorMessage = "Cách đo dài tối đa 1.000 ký tự.")]
        public string HowMeasured { get; init; } = "";
    }

    public sealed record Command : IRequest<Result<Saved>>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }
        public int ItemId { get; init; }

        /// <summary>Version of the answer that the form showed; 0: none.</summary>
        public int Version { get; init; }

        [StringLength(300_000, ErrorMessage = "Nội dung quá dài. Đưa phần chi tiết vào tệp kèm theo.")]
        public string Value { get; init; } = "";

        /// <summary>For the effects: one row each.</summary>
        [MaxLength(50, ErrorMessage = "Ghi tối đa 50 chỉ tiêu.")]
        public List<Row> Effects { get; init; } = [];

        [StringLength(2000, ErrorMessage = "Giải trình dài tối đa 2.000 ký tự.")]
        public string Note { get; init; } = "";
    }

    public sealed record Saved(int Version, DateTime At);

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner, TimeProvider clock) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            // Only the sending counts from its arrival: what is written while a body is held open came when it is written.
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var asked = await doors.OwnSupplements.SingleOrNotFound(item => item.InitiativeId == request.Id && item.Items.Any(one => one.Id == request.ItemId), cancellationToken);
            var answer = await doors.OwnSupplementAnswers.SingleOrDefaultAsync(item => item.ItemId == request.ItemId, cancellationToken);
            var target = asked.Items.Single(item => item.Id == request.ItemId).Part;
            var value = Read(target, request, out var fault);
            if (fault.Length > 0) return Result.Fail(nameof(request.Value), fault);
            var written = asked.Write(request.ItemId, answer, value, request.Note, request.Version, actor.Value, now);
            if (!written.Ok) return Result.Fail(written.Problems);
            if (answer is null) db.Add(written.Value);
            db.Guard(asked);
            db.Record(actor.Value, JournalActions.SupplementSaved, initiative, target.Label);
            await db.SaveChangesAsync(cancellationToken);
            return new Saved(written.Value.Version, now);
        }

        /// <summary>The value as it is kept: text in NFC, HTML through the cleaner, a day as it is stored, rows packed.</summary>
        private string Read(SupplementTarget target, Command request, out string fault)
        {
            fault = "";
            switch (target.Kind)
            {
                case SupplementKind.Line: return Line(request.Value);
                case SupplementKind.Text: return VietnameseText.Normalize(request.Value);
                case SupplementKind.Rich: return cleaner.Clean(request.Value).Html;
                case SupplementKind.Effects:
                    var rows = request.Effects.ConvertAll(row => new EffectContent(Line(row.Measure), Line(row.Before), Line(row.After), Line(row.Unit), VietnameseText.Normalize(row.HowMeasured)));
                    rows.RemoveAll(row => row == new EffectContent("", "", "", "", ""));
                    if (rows.Exists(row => row.Measure.Length == 0)) fault = "Nhập tên chỉ tiêu đo.";
                    return SupplementTargets.Pack(rows);
                case SupplementKind.Date when request.Value.Trim().Length > 0:
                    if (VietnamTime.TryParseDate(request.Value, out var day)) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    fault = "Ngày không hợp lệ. Ghi như 24/9/2026.";
                    return "";
                default: return "";
            }
        }

        private static string Line(string text) => VietnameseText.Normalize(text).ReplaceLineEndings(" ");
    }
}
