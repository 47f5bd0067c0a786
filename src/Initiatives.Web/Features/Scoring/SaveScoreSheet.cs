using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>
/// Saves a judge's own sheet, hands it in or puts it aside when asked. What can be saved is saved: a sheet that may not be
/// handed in yet stays as a draft with the reasons beside it. One that was handed in is changed only as a whole and with a
/// reason. When the request arrived decides whether it was in time; a body that takes over a quarter of an hour counts from
/// its end (<see cref="Arrival"/>).
/// </summary>
public static class SaveScoreSheet
{
    public const string Submit = "nop";
    public const string PutAside = "bo-qua";

    public sealed record Command : IRequest<Result<Saved>>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        /// <summary>As typed, by sub-criterion code: "12,5" or "12.5"; empty is not yet scored.</summary>
        [EachAtMost(20, ErrorMessage = "Ghi điểm bằng số, ví dụ 12,5.")]
        public Dictionary<string, string> Points { get; init; } = [];

        /// <summary>By criterion code.</summary>
        [EachAtMost(3000, ErrorMessage = "Nhận xét dài tối đa 3.000 ký tự.")]
        public Dictionary<string, string> Comments { get; init; } = [];

        /// <summary>Why a sheet that was handed in is changed.</summary>
        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";

        /// <summary>"luu", "nop" or "bo-qua".</summary>
        [StringLength(10)]
        public string Op { get; init; } = "luu";
    }

    /// <param name="IsSubmitted">It counts.</param>
    public sealed record Saved(int Id, int Version, decimal Total, DateTime? SavedAt, bool IsSubmitted, string Code);

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (sheet, cycle, rubric, code) = await db.SheetToWriteAsync(actor.Value, request.Id, cancellationToken);
            var typed = TypedSheet.Read(rubric, request.Points, request.Comments);
            if (IsSaidAlready(request, sheet, rubric, typed)) return Answer(sheet, code);

            var open = sheet.CanPut(cycle, request.Version);
            if (open.Ok && sheet.IsCalled) open = await CalledAsync(sheet, cancellationToken);
            if (!open.Ok) return Result.Fail(open.Problems);
            if (typed.Unread.Count > 0) return Result.Fail(typed.Unread.Concat(ScoreSheet.Check(rubric, typed.Content)));
            var done = sheet.NeedsReason
                ? await ChangeAsync(request, sheet, cycle, rubric, typed.Content, cancellationToken)
                : await PutAsync(request, sheet, cycle, rubric, typed.Content, cancellationToken);
            return done.Ok ? Answer(sheet, code) : Result.Fail(done.Problems);
        }

        /// <summary>The same form posted twice, or nothing changed: there is nothing to save.</summary>
        private static bool IsSaidAlready(Command request, ScoreSheet sheet, RubricContent rubric, TypedSheet typed) =>
            typed.Unread.Count == 0 && request.Op != PutAside && !sheet.IsReopened && sheet.Says(rubric, typed.Content) && (request.Op == Submit ? sheet.IsValid : sheet.IsValid || !sheet.IsPutAside);

        private async Task<Result> CalledAsync(ScoreSheet sheet, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).AssignedInitiatives.SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            db.Guard(initiative);   // the council may be concluding on it
            return sheet.CanStillCount(initiative.Status);
        }

        private async Task<Result> PutAsync(Command request, ScoreSheet sheet, Cycle cycle, RubricContent rubric, SheetContent content, CancellationToken cancellationToken)
        {
            var now = arrival.At;
            var says = sheet.Says(rubric, content);
            if (says && request.Op == Submit && sheet.CanSubmit(rubric, cycle, now) is { Ok: false } refused) return refused;   // saved already: nothing is kept of a refusal
            var isNew = request.Op != PutAside || !says;
            var put = isNew ? sheet.Put(rubric, cycle, content, request.Version, now) : Result.Success;
            if (!put.Ok) return put;
            var after = request.Op switch { Submit => sheet.Submit(rubric, cycle, now), PutAside => sheet.SetAside(cycle), _ => Result.Success };
            if (isNew) db.Add(ScoreSheetVersion.Of(sheet, actor.Value.PersonId, now));
            db.Record(actor.Value, sheet.IsValid ? JournalActions.SheetSubmitted : sheet.IsPutAside ? JournalActions.SheetPutAside : JournalActions.SheetSaved, sheet, $"Bản {sheet.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return after;
        }

        private async Task<Result> ChangeAsync(Command request, ScoreSheet sheet, Cycle cycle, RubricContent rubric, SheetContent content, CancellationToken cancellationToken)
        {
            var now = arrival.At;
            var initiative = await db.For(actor.Value).AssignedInitiatives.SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            if (sheet.IsReopened) db.Guard(initiative);   // the council may be concluding on it
            var changed = sheet.Change(rubric, cycle, initiative.Status, content, request.Reason, request.Version, now);
            if (!changed.Ok) return changed;
            db.Add(ScoreSheetVersion.Of(sheet, actor.Value.PersonId, now, request.Reason));
            db.Record(actor.Value, JournalActions.SheetChanged, sheet, $"Bản {sheet.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return changed;
        }

        private static Saved Answer(ScoreSheet sheet, string code) => new(sheet.Id, sheet.Version, sheet.Total, sheet.SavedAt, sheet.IsValid, code);
    }
}
