using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>One remonstrance as the Department and the council's secretary work on it.</summary>
public static class RemonstrancePage
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View
    {
        public required Remonstrance Item { get; init; }
        public required string Title { get; init; }
        public required string UnitName { get; init; }
        public required string Number { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required string Reason { get; init; }

        /// <summary>The council has judged it: there is something to explain and to score again.</summary>
        public required bool IsJudged { get; init; }

        /// <summary>The official result, for secretary and lead.</summary>
        public required RankedPlace? First { get; init; }

        /// <summary>What the others gave, once their round is closed.</summary>
        public required RankedPlace? Again { get; init; }
        public required RubricContent? Rubric { get; init; }

        /// <summary>Those among whom is chosen; empty when nobody has to be.</summary>
        public required IReadOnlyList<Rescorer> Members { get; init; }
        public required string Shortage { get; init; }
        public required int HandedIn { get; init; }
        public required int Sheets { get; init; }

        /// <summary>The letter that answers it, for the Department.</summary>
        public required int? LetterId { get; init; }

        /// <summary>Number that its letter would get now.</summary>
        public required int Next { get; init; }
        public required string Signer { get; init; }
        public required SigningCapacity Capacity { get; init; }
        public required bool MayAnswer { get; init; }
        public required bool MayOrder { get; init; }
        public required bool MayExplain { get; init; }
        public required bool MayRun { get; init; }
        public required DateTime Now { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (who, doors) = (actor.Value, db.For(actor.Value));
            var answers = who.Has(Permission.AnswerRemonstrance);
            var item = await (answers ? doors.ReceivedRemonstrances : doors.AskedRemonstrances).AsNoTracking().SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await (answers ? doors.ReceivedInitiatives : doors.CouncilInitiatives).AsNoTracking().SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(row => row.Id == item.CycleId, cancellationToken);
            var judged = initiative.Status == InitiativeStatus.NotRecognised;
            var runs = who.Has(Permission.RunRescoring) && judged;
            var rubric = runs ? (await db.Rubrics.AsNoTracking().SingleAsync(row => row.Id == cycle.RubricId, cancellationToken)).Content : null;
            var mayOrder = who.Has(Permission.OrderRescoring) && judged && item.MayOrderRescoring;
            var facts = runs && (item.AwaitsRescorers || mayOrder) ? await RescoringFacts.OfAsync(db, doors, cycle.Id, initiative.Id, cancellationToken) : null;
            var sheets = item.IsRescoring && runs ? await doors.LockableRescoring.Where(sheet => sheet.InitiativeId == initiative.Id && sheet.Round == item.Round).Select(sheet => sheet.SubmittedAt != null).ToListAsync(cancellationToken) : [];
            var (now, signer) = (clock.GetUtcNow().UtcDateTime, await db.DepartmentSignerAsync(who, cancellationToken));
            return new View
            {
                Item = item,
                Title = initiative.Title,
                UnitName = (await db.ReferenceAsync(cancellationToken)).Unit(initiative.UnitId).Name,
                Number = initiative.RegisterNumber is { } number ? RegisterCode.Of(cycle.Year, number) : "",
                Status = initiative.ShownStatus,
                Reason = initiative.OutcomeReason,
                IsJudged = judged,
                First = rubric is null ? null : await doors.FirstAsync(cycle, rubric, initiative.Id, cancellationToken),
                Again = rubric is not null && item.Round is { } round ? await doors.RescoredAsync(cycle, rubric, initiative.Id, round, cancellationToken) : null,
                Rubric = rubric,
                Members = facts?.Members ?? [],
                Shortage = facts is null ? "" : Rescoring.Shortage(facts.Members),
                HandedIn = sheets.Count(submitted => submitted),
                Sheets = sheets.Count,
                LetterId = await doors.ReceivedNotices.Where(letter => letter.RemonstranceId == item.Id).Select(letter => (int?)letter.Id).SingleOrDefaultAsync(cancellationToken),
                Next = 1 + await db.TurnAsync(DepartmentNotice.CounterOf(VietnamTime.Today(now).Year), cancellationToken),
                Signer = signer.Name,
                Capacity = signer.Capacity,
                MayAnswer = answers && !item.IsAnswered,
                MayOrder = mayOrder,
                MayExplain = item.AwaitsExplanation && who.Has(Permission.ExplainResult) && await doors.ActsAsSecretaryAsync(initiative, cancellationToken),
                MayRun = runs,
                Now = now,
            };
        }
    }
}
