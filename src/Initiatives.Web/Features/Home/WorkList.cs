using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What waits for the signed-in person, most urgent first, and the dossiers he follows.</summary>
public static class WorkList
{
    public sealed record Query : IRequest<View>;

    /// <summary>One thing to do, or to follow.</summary>
    /// <param name="Urgency">0 is first; from 4 on nothing waits for the person, he may want to look.</param>
    /// <param name="Tone">amber, harbour, brick, green, plum.</param>
    public sealed record Item(int Urgency, string Tone, string Icon, string What, string Line, string When, string Path, string Button)
    {
        public bool IsTask => Urgency < 4;

        /// <summary>Where the button posts when one click does it; empty: it leads to <see cref="Path"/>.</summary>
        public string Post { get; init; } = "";
    }

    public sealed record DossierRow(int Id, string Title, string Letter, string FieldName, int? Number, int? Year, InitiativeStatus Status, DateTime Since);

    /// <param name="Next">The act that will wait for the person later in the cycle, in a sentence; empty: none is known.</param>
    public sealed record View(Actor Actor, Role ShownRoles, string UnitName, IReadOnlyList<Item> Items, string Next, IReadOnlyList<DossierRow> Dossiers, IntakeWindow? Window, CyclePhase Phase);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var who = actor.Value;
            var now = clock.GetUtcNow().UtcDateTime;
            var cycles = await db.For(who).Cycles.AsNoTracking().OrderByDescending(cycle => cycle.Year).Take(4).ToListAsync(cancellationToken);
            var extensions = await db.For(who).ExtensionsAsync(cycles, cancellationToken);
            var desk = new WorkDesk(db, db.For(who), who, cycles, extensions, now);
            List<Item> items =
            [
                .. await UnitWork.Of(desk, cancellationToken),
                .. await PeopleWork.Of(desk, cancellationToken),
                .. await LaunchWork.Of(desk, cancellationToken),
                .. await DepartmentWork.Of(desk, cancellationToken),
                .. await ScreeningWork.Of(desk, cancellationToken),
                .. await CouncilWork.Of(desk, cancellationToken),
                .. await AfterwardsWork.Of(desk, cancellationToken),
                .. await CityWork.Of(desk, cancellationToken),
            ];
            var unit = await db.Units.Where(item => item.Id == who.UnitId).Select(item => item.ShortName).SingleAsync(cancellationToken);
            var shown = Shell.Choose(desk.Windows, who, now);
            return new View(who, await db.ShownRolesAsync(who, cancellationToken), unit, [.. items.OrderBy(item => item.Urgency)], shown is null ? "" : CityWork.Next(who, shown.Cycle, now), await UnitWork.Dossiers(desk, cancellationToken), shown, shown?.PhaseAt(now) ?? CyclePhase.Preparing);
        }
    }
}

/// <summary>What every part of the work list looks from.</summary>
internal sealed record WorkDesk(AppDb Db, ScopedDb Doors, Actor Actor, IReadOnlyList<Cycle> Cycles, IReadOnlyList<ExtensionNotice> Extensions, DateTime Now)
{
    /// <summary>The windows of the person's unit in these cycles.</summary>
    public IReadOnlyList<IntakeWindow> Windows { get; } = [.. Cycles.Select(cycle => IntakeWindow.Of(cycle, Extensions, Actor.UnitId))];

    /// <summary>The window in which the person's unit may send now, or null.</summary>
    public IntakeWindow? Open => Windows.FirstOrDefault(window => window.Accepts(Now));

    /// <summary>The actor is the secretary of the cycle's council, not somebody who stands in for him.</summary>
    public Task<bool> KeepsMinutesAsync(Cycle cycle, CancellationToken cancellationToken) =>
        Db.Councils.Where(CouncilAccess.Kept(Actor)).AnyAsync(council => council.CycleId == cycle.Id, cancellationToken);

    /// <summary>The latest cycle in a phase, or null.</summary>
    public Cycle? In(CyclePhase phase) => Cycles.FirstOrDefault(cycle => cycle.PhaseAt(Now) == phase);
}
