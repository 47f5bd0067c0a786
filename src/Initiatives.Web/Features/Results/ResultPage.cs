using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>What the owners of a dossier read once its outcome is published. Before that there is no such page.</summary>
public static class ResultPage
{
    public sealed record Query(int Id) : IRequest<View>;

    /// <param name="InTimeUntil">UTC, exclusive: a remonstrance that comes later is marked late and received all the same.</param>
    /// <param name="Decision">Number of the decision that recognised it, or else of the year's.</param>
    /// <param name="Letter">The letter on it; null: none is out.</param>
    /// <param name="IsSupplement">It was recognised by a supplementary decision, after others had scored it anew: what the council concluded is not why.</param>
    /// <param name="Remonstrances">Those on this dossier, oldest first.</param>
    public sealed record View(int Id, string Title, string UnitName, string Number, int Year, InitiativeStatus Status, InitiativeResult Result, CycleSettings Settings, string Decision, bool IsSupplement, IssuedLetter? Letter,
        bool MayCopy, bool MayRemonstrate, DateTime InTimeUntil, IReadOnlyList<Filed> Remonstrances, DateTime Now);

    public sealed record IssuedLetter(int Id, string Code, DateOnly Date);

    public sealed record Filed(int Id, string Code, DateTime At, bool IsAnswered);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var (initiative, cycle, result) = await db.ResultAsync(doors, doors.OwnResults, request.Id, cancellationToken);
            var decision = await doors.Decisions.AsNoTracking().IgnoreAutoIncludes().Where(item => item.CycleId == cycle.Id && item.Kind != DecisionKind.Merit && item.Status == DecisionStatus.Published)
                .OrderByDescending(item => item.Items.Any(named => named.InitiativeId == initiative.Id)).ThenBy(item => item.Kind).FirstOrDefaultAsync(cancellationToken);
            var letter = await doors.OwnNotices.AsNoTracking().SingleOrDefaultAsync(item => item.Kind == DepartmentNoticeKind.NotRecognised && item.Items.Any(named => named.InitiativeId == initiative.Id), cancellationToken);
            var filed = await doors.OwnRemonstrances.AsNoTracking().Where(item => item.InitiativeId == initiative.Id).OrderBy(item => item.Id)
                .Select(item => new { item.Id, item.Year, item.Number, item.ReceivedAt, item.AnsweredAt }).ToListAsync(cancellationToken);
            return new View(initiative.Id, initiative.Title, (await db.ReferenceAsync(cancellationToken)).Unit(initiative.UnitId).Name,
                initiative.RegisterNumber is { } number ? RegisterCode.Of(cycle.Year, number) : "", cycle.Year, initiative.ShownStatus, result, cycle.Settings, decision?.Number ?? "", decision?.Kind == DecisionKind.Supplement, letter is null ? null : new IssuedLetter(letter.Id, letter.Code, letter.Date),
                Initiative.MayBeCopied(initiative.ShownStatus) && await doors.WrittenInitiatives.AnyAsync(item => item.Id == initiative.Id, cancellationToken),
                Remonstrance.MayBeRaised(initiative.ShownStatus) && actor.Value.Has(Permission.WriteRemonstrance), Remonstrance.InTimeUntil(initiative.StatusSince, cycle.Settings),
                [.. filed.Select(item => new Filed(item.Id, Remonstrance.CodeOf(item.Year, item.Number), item.ReceivedAt, item.AnsweredAt is not null))], clock.GetUtcNow().UtcDateTime);
        }
    }
}
