using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reports;

/// <summary>My unit's dossiers of a year: what waits for whom, what came of them, and the years before.</summary>
public static class UnitBoard
{
    public sealed record Query(int? Year) : IRequest<View>;

    /// <summary>How many of a year's dossiers stand there.</summary>
    public sealed record Group(string Name, int Count);

    /// <summary>A year in numbers.</summary>
    public sealed record YearLine(int Year, int Sent, int Recognised, int Merit);

    /// <param name="Merit">Ids of the dossiers with a certificate of merit.</param>
    public sealed record View(string UnitName, Cycle? Cycle, CyclePhase Phase, IReadOnlyList<int> Years, IReadOnlyList<UnitDossier> Dossiers, IReadOnlyList<Group> Groups,
        IReadOnlyList<YearLine> History, IReadOnlySet<int> Merit, QuarterPeriod Report, bool MayWrite)
    {
        /// <summary>Most dossiers of one year, at least one: what the bars are drawn against.</summary>
        public int Most => Math.Max(1, History.Select(line => line.Sent).DefaultIfEmpty().Max());
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycles = await db.For(actor.Value).Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            var shown = request.Year is { } year ? cycles.Find(cycle => cycle.Year == year) ?? throw new RowNotFoundException(nameof(Cycle)) : cycles.FirstOrDefault();
            var all = await UnitDossiers.Of(db, actor.Value, cancellationToken);
            var merit = (await UnitDossiers.DecisionsOf(db, all, cancellationToken)).Where(item => item.Kind == DecisionKind.Merit).SelectMany(item => item.InitiativeIds).ToHashSet();
            IReadOnlyList<UnitDossier> dossiers = shown is null ? all : [.. UnitDossiers.In(shown, shown == cycles[0], all)];
            var name = await db.Units.Where(unit => unit.Id == actor.Value.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
            return new View(name, shown, shown?.PhaseAt(now) ?? CyclePhase.Preparing, [.. cycles.Select(cycle => cycle.Year)], dossiers, GroupsOf(dossiers),
                HistoryOf(all, merit), merit, QuarterPeriod.Next(VietnamTime.Today(now)), actor.Value.Has(Permission.WriteInitiative));
        }

        private static IReadOnlyList<Group> GroupsOf(IReadOnlyList<UnitDossier> dossiers)
        {
            int Count(params InitiativeStatus[] statuses) => dossiers.Count(item => statuses.Contains(item.Status));
            Group[] groups =
            [
                new("đang soạn", Count(InitiativeStatus.Draft)),
                new("chờ thủ trưởng", Count(InitiativeStatus.AwaitingEndorsement)),
                new("chờ đơn vị bổ sung", Count(InitiativeStatus.Supplementing)),
                new("Sở, Hội đồng đang xét", Count(InitiativeStatus.Submitted, InitiativeStatus.Eligible, InitiativeStatus.Judging)),
                new("được công nhận", Count(InitiativeStatus.Recognised)),
                new("không đủ điều kiện hoặc không công nhận", Count(InitiativeStatus.Ineligible, InitiativeStatus.NotRecognised)),
                new("đã rút, đã hủy bỏ", Count(InitiativeStatus.Withdrawn, InitiativeStatus.Revoked)),
            ];
            return [.. groups.Where(group => group.Count > 0)];
        }

        private static IReadOnlyList<YearLine> HistoryOf(IReadOnlyList<UnitDossier> all, HashSet<int> merit) => [.. all
            .Where(item => item.Year is not null)
            .GroupBy(item => item.Year!.Value).OrderByDescending(group => group.Key)
            .Select(group => new YearLine(group.Key, group.Count(item => item.Status != InitiativeStatus.Withdrawn),
                group.Count(item => item.Status == InitiativeStatus.Recognised), group.Count(item => merit.Contains(item.Id))))];
    }
}
