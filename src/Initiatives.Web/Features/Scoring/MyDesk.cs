using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A judge's sheets of one cycle and how far he is.</summary>
public static class MyDesk
{
    /// <param name="Year">Null: the newest cycle in which he judges.</param>
    public sealed record Query(int? Year = null) : IRequest<View>;

    public sealed record Item(int SheetId, int InitiativeId, string Code, string Title, string FieldLetter, string FieldName, SheetStatus Status, decimal Total, bool IsStarted)
    {
        public bool IsPutAside { get; init; }

        /// <summary>Typed by the secretariat from a signed paper.</summary>
        public bool IsEntered { get; init; }

        /// <summary>The secretary lets it be changed.</summary>
        public bool IsReopened { get; init; }

        /// <summary>Called to judge it after scoring had closed, and not done: "hết 23:59:59 ngày 20/11/2026"; else empty.</summary>
        public string CalledUntil { get; init; } = "";
    }

    /// <summary>A sheet of a later round, which a remonstrance opened.</summary>
    public sealed record Again(int SheetId, string Code, string Title, bool IsSubmitted, string DueOn);

    /// <summary>What the secretary asks about a sheet of his.</summary>
    public sealed record Question(int Id, int SheetId, string Code, string Title, string Text, decimal Total, string AskedAt);

    /// <param name="Left">"còn 3 ngày 2 giờ"; empty when nothing runs.</param>
    /// <param name="IsOpen">Sheets may still be written.</param>
    public sealed record View(int? Year, bool IsOpen, string DueOn, string Left, int PerDay, decimal Max, IReadOnlyList<Item> Items)
    {
        public int Done => Items.Count(item => item.Status == SheetStatus.Submitted);

        public bool IsDone => Done == Items.Count;

        public IReadOnlyList<Question> Questions { get; init; } = [];

        public IReadOnlyList<Again> Anew { get; init; } = [];

        /// <summary>Once scoring is closed: the judge's own totals beside the others'.</summary>
        public JudgeComparison? Comparison { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var mine = db.For(actor.Value).OwnSheets;
            var cycle = await db.Cycles.AsNoTracking()
                .Where(item => mine.Any(sheet => sheet.CycleId == item.Id && sheet.Round == 1) && (request.Year == null || item.Year == request.Year))
                .OrderByDescending(item => item.Year).FirstOrDefaultAsync(cancellationToken);
            var anew = await AnewAsync(cancellationToken);
            if (cycle is null) return new View(null, false, "", "", 0, 100, []) { Anew = anew };
            var rubric = await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken);
            var fields = await db.Fields.AsNoTracking().ToDictionaryAsync(field => field.Code, cancellationToken);
            var queue = await db.SheetQueueAsync(actor.Value, cycle.Id, 1, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var left = (cycle.ScoringDueAt ?? now) - now;
            var isOpen = cycle.Phase == CyclePhase.Judging;
            var waiting = queue.Count(item => !item.IsValid);
            return new View(cycle.Year, isOpen,
                isOpen && cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "",
                isOpen ? VietnamTime.Remaining(left) : "",
                left > TimeSpan.Zero ? (int)Math.Ceiling(waiting / Math.Max(1, Math.Ceiling(left.TotalDays))) : 0,
                rubric.Content.Max,
                [.. queue.Select(item => new Item(item.SheetId, item.InitiativeId, item.Code, item.Title,
                    fields.GetValueOrDefault(item.FieldCode)?.Letter ?? "", fields.GetValueOrDefault(item.FieldCode)?.ShortName ?? "", item.Shown, item.Total, item.IsStarted)
                    {
                        IsPutAside = item.IsPutAside,
                        IsEntered = item.IsEntered,
                        IsReopened = item.IsReopened,
                        CalledUntil = item.CalledDue is { } until && !item.IsValid && cycle.Phase == CyclePhase.Deliberating ? VietnamTime.Deadline(until) : "",
                    })])
            {
                Anew = anew,
                Questions = await QuestionsAsync(cycle.Id, queue, cancellationToken),
                Comparison = await db.ComparisonAsync(actor.Value, cycle, cancellationToken),
            };
        }

        /// <summary>Open sheets of later rounds, whatever the cycle.</summary>
        private async Task<IReadOnlyList<Again>> AnewAsync(CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var rows = await (from sheet in doors.OwnSheets
                              join initiative in doors.AssignedInitiatives on sheet.InitiativeId equals initiative.Id
                              where sheet.Round > 1 && sheet.Status != SheetStatus.Locked && sheet.DueAt != null
                              orderby sheet.DueAt, sheet.Id
                              select new { sheet.Id, Code = initiative.CouncilCode ?? "", initiative.Title, sheet.SubmittedAt, sheet.DueAt }).ToListAsync(cancellationToken);
            return [.. rows.Select(row => new Again(row.Id, row.Code, row.Title, row.SubmittedAt is not null, VietnamTime.Deadline(row.DueAt!.Value)))];
        }

        private async Task<IReadOnlyList<Question>> QuestionsAsync(int cycleId, IReadOnlyList<SheetQueue.Place> queue, CancellationToken cancellationToken)
        {
            var asked = await db.For(actor.Value).OwnQuestions.AsNoTracking().Where(item => item.CycleId == cycleId && item.Answer == OutlierAnswer.None).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            return [.. from question in asked
                       join place in queue on question.SheetId equals place.SheetId
                       select new Question(question.Id, place.SheetId, place.Code, place.Title, question.Text, question.Total, VietnamTime.WithTime(question.AskedAt))];
        }
    }
}
