using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>
/// The intake officer enters a dossier that came on paper or through the document system. It takes the next number of the
/// same register; the instant in the office's book decides whether it was in time.
/// </summary>
public static class EnterOutside
{
    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "H'h'mm", "H.mm"];

    public sealed record Command : OutsideContent, IRequest<Result<int>>
    {
        /// <summary>The same form posted twice enters it once.</summary>
        public Guid FormKey { get; init; }
        public int UnitId { get; init; }
        public OutsideWay Way { get; init; }

        [StringLength(50, ErrorMessage = "Số đến dài tối đa 50 ký tự.")]
        public string ArrivalNumber { get; init; } = "";
        public DateOnly? ArrivedAt { get; init; }

        /// <summary>"08:15" or "08:15:30".</summary>
        [StringLength(10, ErrorMessage = "Ghi giờ như 08:15.")]
        public string ArrivedTime { get; init; } = "";

        [StringLength(100, ErrorMessage = "Số, ký hiệu dài tối đa 100 ký tự.")]
        public string LetterNumber { get; init; } = "";
        public DateOnly? LetterDate { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";

        [StringLength(200, ErrorMessage = "Chức vụ dài tối đa 200 ký tự.")]
        public string SignerPost { get; init; } = "";

        /// <summary>Signed for the head (KT.).</summary>
        public bool ForHead { get; init; }

        [StringLength(300, ErrorMessage = "Người liên hệ dài tối đa 300 ký tự.")]
        public string Contact { get; init; } = "";

        /// <summary>The scan of what came; the controller takes it from the form.</summary>
        public UploadedFile? Scan { get; init; }

        internal OutsideGrounds Grounds(DateTime? arrivedAt) => new(Way, ArrivalNumber, arrivedAt, LetterNumber, LetterDate,
            new OutsideSigner(VietnameseName.Normalize(SignerName), VietnameseText.Normalize(SignerPost), ForHead ? SigningCapacity.Deputy : SigningCapacity.Head), Contact);
    }

    /// <summary>What would be refused of a form in which something could not even be read, so that all is told at once; nothing is kept.</summary>
    public sealed record Check(Command Typed) : IRequest<Result>;

    public sealed record Query : IRequest<View>
    {
        /// <summary>The unit; null: it is still to be chosen.</summary>
        public int? DonVi { get; init; }
        public Command? Typed { get; init; }
    }

    /// <param name="Window">Until when the chosen unit's dossiers are in time, in words.</param>
    public sealed record View(IReadOnlyList<(string Value, string Text)> Units, int? UnitId, string UnitName, string Window, Command Form, OutsideFields Content);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = (await db.Units.AsNoTracking().OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken)).FindAll(unit => unit.MaySubmit);
            var unit = units.Find(item => item.Id == (request.Typed?.UnitId ?? request.DonVi));
            var form = request.Typed ?? new Command { FormKey = Guid.NewGuid(), UnitId = unit?.Id ?? 0 };
            var window = unit is null ? null : WindowFor(await db.WindowsAsync(actor.Value, unit.Id, cancellationToken), null);
            var sentence = window is null ? "Chưa có kỳ nào nhận hồ sơ."
                : $"{window.Cycle.Name}: nhận hồ sơ đến từ {VietnamTime.WithTime(window.OpensAt)} đến {VietnamTime.Deadline(window.ClosesAt)}{(window.Extension is { } extension ? $" (gia hạn theo {extension.Document})" : "")}.";
            return new View([.. units.Select(item => (item.Id.ToString(CultureInfo.InvariantCulture), item.Name))], unit?.Id, unit?.Name ?? "", sentence, form, await OutsideLists.FieldsAsync(db, form, unit?.Id ?? 0, cancellationToken));
        }
    }

    /// <summary>The window in which something arrived; else the one that is still open to be entered.</summary>
    private static IntakeWindow? WindowFor(IReadOnlyList<IntakeWindow> windows, DateTime? arrivedAt) =>
        windows.LastOrDefault(window => window.Cycle.Phase == CyclePhase.Open && (arrivedAt is null || window.Contains(arrivedAt.Value)))
        ?? windows.LastOrDefault(window => window.Cycle.Phase == CyclePhase.Open) ?? windows.LastOrDefault();

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, HtmlCleaner cleaner, ReceiptPost receipts, TimeProvider clock) : IRequestHandler<Command, Result<int>>, IRequestHandler<Check, Result>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var key = request.FormKey == Guid.Empty ? Guid.NewGuid() : request.FormKey;
            if (await db.For(actor.Value).ReceivedInitiatives.Where(item => item.FormKey == key).Select(item => (int?)item.Id).SingleOrDefaultAsync(cancellationToken) is { } entered) return entered;
            var scan = request.Scan is null ? null : await intake.CheckAndStoreAsync(request.Scan, FileRules.Scan, nameof(request.Scan), cancellationToken);
            var file = scan is { Ok: true, Value: var taken } ? new DossierFile(0, AttachmentKind.OutsideScan, taken.FileName, taken.ContentType, taken.Size, taken.Sha256) : null;
            var judged = await JudgeAsync(request, key, file, now, cancellationToken);
            var problems = judged.Problems.Select(problem => problem.Field == nameof(request.Scan) && scan is { Ok: false } ? scan.Problems[0] : problem).ToList();
            return problems.Count > 0 ? Result.Fail(problems) : await SaveAsync(judged.Entry!, judged.Window!, file!, now, cancellationToken);
        }

        public async Task<Result> Handle(Check request, CancellationToken cancellationToken)
        {
            var judged = await JudgeAsync(request.Typed, Guid.NewGuid(), null, clock.GetUtcNow().UtcDateTime, cancellationToken);
            return Result.From(judged.Problems.Where(problem => problem.Field != nameof(Command.Scan) || request.Typed.Scan is null));
        }

        private async Task<(List<Problem> Problems, OutsideEntry? Entry, IntakeWindow? Window)> JudgeAsync(Command request, Guid key, DossierFile? file, DateTime now, CancellationToken cancellationToken)
        {
            var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.UnitId, cancellationToken);
            if (unit is not { MaySubmit: true }) return ([new(nameof(request.UnitId), "Chọn đơn vị gửi hồ sơ.")], null, null);
            if (!Enum.IsDefined(request.Way)) return ([new(nameof(request.Way), "Chọn cách nhận.")], null, null);

            var time = Time(request.ArrivedTime);
            DateTime? arrivedAt = request.ArrivedAt is { } day && time is { } at ? VietnamTime.ToUtc(day.ToDateTime(at)) : null;
            var window = WindowFor(await db.WindowsAsync(actor.Value, unit.Id, cancellationToken), arrivedAt);
            var content = request.Read(cleaner, await OutsideLists.PeopleAsync(db, unit.Id, cancellationToken), new DraftContent());
            var entry = Initiative.Enter(key, unit.Id, content, request.Grounds(arrivedAt), window, file, actor.Value, now);
            var problems = request.AsTyped(entry.Problems)
                .Select(problem => problem.Field == nameof(request.ArrivedAt) && request.ArrivedAt is not null && time is null ? new Problem(nameof(request.ArrivedTime), "Ghi giờ đến như 08:15.") : problem).ToList();
            if (content.FieldCode is { } code && !await db.Fields.AnyAsync(field => field.Code == code, cancellationToken)) problems.Add(new(nameof(request.FieldCode), "Chọn lĩnh vực trong danh sách."));
            return (problems, entry.Ok ? entry.Value : null, window);
        }

        private async Task<int> SaveAsync(OutsideEntry entry, IntakeWindow window, DossierFile file, DateTime now, CancellationToken cancellationToken)
        {
            var (initiative, endorsement, arrival) = entry;
            db.Add(initiative);
            db.AddUnder(initiative, endorsement, nameof(endorsement.InitiativeId));
            db.AddUnder(initiative, arrival, nameof(arrival.InitiativeId));
            db.AddUnder(initiative, Attachment.Add(0, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256, actor.Value.PersonId, now), nameof(Attachment.InitiativeId));
            db.TakeNumber(window.Cycle.RegisterCounter, initiative.Register);
            db.Record(actor.Value, JournalActions.EnteredOutside, initiative,
                $"{window.Cycle.Name} · {OutsideWays.Name(arrival.Way)}, số đến {arrival.ArrivalNumber}, đến lúc {VietnamTime.WithTime(arrival.ArrivedAt)}, nhập lúc {VietnamTime.WithTime(now)}");
            receipts.Add(endorsement);
            await db.SaveChangesAsync(cancellationToken);
            return initiative.Id;
        }

        private static TimeOnly? Time(string text) =>
            TimeOnly.TryParseExact(text.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
