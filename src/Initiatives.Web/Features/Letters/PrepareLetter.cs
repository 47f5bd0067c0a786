using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>Generates the unit's letter for dossiers that wait for its head; what they say now is what will be signed. The same form twice makes one letter.</summary>
public static class PrepareLetter
{
    public sealed record Command : IRequest<Result<int>>
    {
        public Guid FormKey { get; init; }

        /// <summary>The initiatives.</summary>
        public List<int> Ids { get; init; } = [];

        /// <summary>By initiative: number and date of its recognition at base level, where there is one.</summary>
        [EachAtMost(150, ErrorMessage = "Ghi tối đa 150 ký tự.")]
        public Dictionary<int, string> BaseDecisions { get; init; } = [];

        /// <summary>One of the unit's heads; null: whoever is named below, or nobody yet.</summary>
        public int? SignerId { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";

        /// <summary>Null: that of the person chosen.</summary>
        public SigningCapacity? Capacity { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var (key, ids) = (request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey, request.Ids.Distinct().ToList());
            if (await scope.UnitLetters.AsNoTracking().SingleOrDefaultAsync(letter => letter.FormKey == key && letter.UnitId == actor.Value.UnitId, cancellationToken) is { } made)
                return made.Items.Select(item => item.InitiativeId).ToHashSet().SetEquals(ids) ? made.Id : Result.Fail(nameof(request.Ids), $"Trang này đã lập {made.NameInText} cho những hồ sơ khác. Tải lại trang rồi chọn lại.");
            var signer = LetterSigner.Of(await db.HeadsAsync(actor.Value.UnitId, cancellationToken), request.SignerId, request.SignerName, "", request.Capacity);
            if (!signer.Ok) return Result.Fail(signer.Problems);
            var (counter, turn) = ($"to-trinh:{actor.Value.UnitId}", await db.TurnAsync($"to-trinh:{actor.Value.UnitId}", cancellationToken));
            var initiatives = await scope.OwnInitiatives.AsNoTracking().Where(item => ids.Contains(item.Id) && item.UnitId == actor.Value.UnitId).OrderBy(item => item.StatusSince).ThenBy(item => item.Id).ToListAsync(cancellationToken);
            if (initiatives.Count < ids.Count) throw new RowNotFoundException(nameof(Initiative));
            if (initiatives.Find(item => item.Status != InitiativeStatus.AwaitingEndorsement) is { } other) return Result.Fail(nameof(request.Ids), $"“{other.Title}” không còn ở bước chờ thủ trưởng. Tải lại trang rồi chọn lại.");
            var open = await scope.OpenLettersAsync(actor.Value.UnitId, cancellationToken);
            foreach (var initiative in initiatives)
                if (open.Holding(initiative.Id) is { } holding)
                    return Result.Fail(nameof(request.Ids), $"“{initiative.Title}” đã nằm trong {holding.NameInText} đang chờ ký. Hủy tờ trình đó trước, hoặc bỏ chọn hồ sơ này.");

            var window = (await db.WindowsAsync(actor.Value, actor.Value.UnitId, cancellationToken)).At(now);
            var entries = await EntriesAsync(scope, initiatives, request.BaseDecisions, cancellationToken);
            var letter = UnitLetter.Prepare(key, window?.Cycle.Id, window?.Cycle.Year ?? VietnamTime.Today(now).Year, entries, signer.Value.Name, signer.Value.Capacity, actor.Value, now);
            if (!letter.Ok) return Result.Fail(letter.Problems);
            db.Add(letter.Value);
            db.TakeTurn(counter, turn);   // two letters made at once must not hold the same dossier
            db.Record(actor.Value, JournalActions.LetterPrepared, letter.Value, string.Join("; ", initiatives.Select(item => item.Title)));
            await db.SaveChangesAsync(cancellationToken);
            return letter.Value.Id;
        }

        private async Task<IReadOnlyList<LetterEntry>> EntriesAsync(ScopedDb scope, List<Initiative> initiatives, Dictionary<int, string> baseDecisions, CancellationToken cancellationToken)
        {
            var fields = await db.Fields.AsNoTracking().ToDictionaryAsync(field => field.Code, cancellationToken);
            var entries = new List<LetterEntry>();
            foreach (var initiative in initiatives)
            {
                var content = initiative.Content();
                var files = await scope.OwnAttachments.FilesOf(initiative.Id).ToListAsync(cancellationToken);
                var field = fields.GetValueOrDefault(content.FieldCode ?? "");
                entries.Add(new LetterEntry(
                    initiative.Id, content.Title,
                    [.. content.Authors.Select(author => $"{author.Name}, {Affiliation.Line(author.Post, author.Workplace, "")}: {VietnameseNumber.Format(author.Share ?? 0)}%")],
                    field is null ? "" : $"{field.Letter}) {field.Name}", baseDecisions.GetValueOrDefault(initiative.Id) ?? "", ContentDigest.Of(content, files)));
            }

            return entries;
        }
    }
}
