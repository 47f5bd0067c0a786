using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>
/// The signed letter comes in: this sends all its dossiers in one save, each with its own number, or none. Each must be as it
/// was when the letter was generated; the instant at which the request arrived decides. Sent twice it is one act.
/// </summary>
public static class SendLetter
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }

        [StringLength(50, ErrorMessage = "Số tờ trình dài tối đa 50 ký tự.")]
        public string Number { get; init; } = "";
        public DateOnly? Date { get; init; }

        /// <summary>One of the unit's heads; null: whoever is named below.</summary>
        public int? SignerId { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";

        [StringLength(200, ErrorMessage = "Chức vụ dài tối đa 200 ký tự.")]
        public string SignerPost { get; init; } = "";

        /// <summary>Null: that of the person chosen.</summary>
        public SigningCapacity? Capacity { get; init; }
        public UploadedFile? Scan { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, TimeProvider clock, FileIntake intake, ReceiptPost receipts) : IRequestHandler<Command, Result<int>>
    {
        private const string Field = "Tep";

        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var letter = await scope.UnitLetters.SingleOrNotFound(item => item.Id == request.Id && item.UnitId == actor.Value.UnitId, cancellationToken);
            if (await IsDoneAsync(scope, request, cancellationToken)) return letter.Items.Count;   // the same click once more
            var heads = await db.HeadsAsync(letter.UnitId, cancellationToken);
            var signer = LetterSigner.Of(heads, request.SignerId, request.SignerName, request.SignerPost, request.Capacity);
            var (name, post, capacity) = signer.Ok ? signer.Value : new LetterSigner(request.SignerName, request.SignerPost, SigningCapacity.Head);
            var facts = new SignedLetterFacts(request.Number, request.Date, name, post, capacity);
            var missing = letter.Check(facts, now).Where(problem => signer.Ok || problem.Field is not (nameof(request.SignerName) or nameof(request.SignerPost))).Concat(signer.Problems).ToList();
            if (request.Scan is null) missing.Add(new Problem(Field, "Chọn bản chụp hoặc tệp tờ trình đã ký."));
            if (missing.Count > 0) return Result.Fail(missing);
            var scan = await intake.CheckAndStoreAsync(request.Scan!, FileRules.Scan, Field, cancellationToken);
            if (!scan.Ok) return Result.Fail(scan.Problems);

            var sent = letter.Send(facts, new LetterScan(scan.Value.FileName, scan.Value.ContentType, scan.Value.Size, scan.Value.Sha256), actor.Value, arrival.At, now);
            if (!sent.Ok) return Result.Fail(sent.Problems);
            var refused = await EndorseAsync(scope, letter, heads, cancellationToken);
            if (refused.Count > 0 && await IsDoneAsync(scope, request, cancellationToken)) return letter.Items.Count;   // the other click was faster
            if (refused.Count > 0) return Result.Fail(refused.Select(sentence => new Problem("", sentence)));
            db.Record(actor.Value, JournalActions.LetterSent, letter, $"{letter.Name}, {letter.SignerName} ký");
            await db.SaveChangesAsync(cancellationToken);
            return letter.Items.Count;
        }

        /// <summary>This very letter was sent by this person with this number.</summary>
        private Task<bool> IsDoneAsync(ScopedDb scope, Command request, CancellationToken cancellationToken)
        {
            var (number, sender) = (DocumentNumber.Normalize(request.Number), actor.Value.PersonId);
            return scope.UnitLetters.AsNoTracking().AnyAsync(item => item.Id == request.Id && item.Status == UnitLetterStatus.Sent && item.Number == number && item.SentById == sender, cancellationToken);
        }

        /// <summary>Endorses each dossier by the letter; answers why some cannot be.</summary>
        private async Task<List<string>> EndorseAsync(ScopedDb scope, UnitLetter letter, IReadOnlyList<Person> heads, CancellationToken cancellationToken)
        {
            var window = (await db.WindowsAsync(actor.Value, letter.UnitId, cancellationToken)).At(arrival.At);
            var ids = letter.Items.Select(item => item.InitiativeId).ToList();
            var initiatives = await scope.OwnInitiatives.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
            var remain = initiatives.Values.Any(item => item.Status == InitiativeStatus.AwaitingEndorsement);
            var refused = new List<string>();
            foreach (var item in letter.Items.OrderBy(item => item.Order))
            {
                var initiative = initiatives.GetValueOrDefault(item.InitiativeId);
                var files = await scope.OwnAttachments.FilesOf(item.InitiativeId).ToListAsync(cancellationToken);
                var anotherMay = initiative is not null && heads.Any(head => head.Name != letter.SignerName && !initiative.IsWrittenBy(head.AsActor()));
                var endorsed = initiative is null ? Result.Fail("", "Hồ sơ không còn ở đơn vị.") : initiative.EndorseByLetter(window, new EndorsementGrounds(null, files, anotherMay), letter, arrival.At);
                if (!endorsed.Ok)
                {
                    refused.Add($"“{item.Title}”: {endorsed.Problems[0].Message}");
                    continue;
                }

                db.Add(endorsed.Value);
                receipts.Add(endorsed.Value);
                db.TakeNumber(window!.Cycle.RegisterCounter, initiative!.Register);
                db.Record(actor.Value, JournalActions.EndorsedByLetter, initiative, $"{letter.Name}, {letter.SignerName} ký{(letter.Capacity == SigningCapacity.Deputy ? " thay (KT.)" : "")} · {window.Cycle.Name}");
            }

            if (refused.Count > 0) refused.Add($"Chưa hồ sơ nào được gửi theo tờ trình này. Hủy tờ trình này{(remain ? " rồi lập tờ trình mới cho các hồ sơ còn lại" : "")}.");
            return refused;
        }
    }
}
