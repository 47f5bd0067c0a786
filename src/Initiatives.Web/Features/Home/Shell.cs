using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What every page carries: who is signed in, where he can go, what is open and until when.</summary>
public static class Shell
{
    /// <param name="Year">The cycle that the page is about; null: the one that concerns the person most.</param>
    public sealed record Query(int? Year) : IRequest<View>;

    public sealed record Link(string Path, string Text, string Icon);

    /// <summary>The phase strip of one cycle.</summary>
    /// <param name="Until">"đến hết 23:59:59 ngày 30/9/2026", or empty.</param>
    /// <param name="Due">When the countdown ends, UTC.</param>
    /// <param name="Action">What this person can do now; null: nothing.</param>
    public sealed record Strip(int Year, CyclePhase Phase, string Now, string Until, DateTime? Due, Link? Action);

    public sealed record View(Actor Actor, string UnitName, string RoleName, string Initials, IReadOnlyList<Link> Links, Strip? Strip, bool IsDemo, DateTime Now);

    /// <summary>Judges and the Department look at the cycle that is being worked on, everybody else at the one that is open.</summary>
    internal static IntakeWindow? Choose(IReadOnlyList<IntakeWindow> windows, Actor who, DateTime now)
    {
        var open = windows.FirstOrDefault(window => window.PhaseAt(now) == CyclePhase.Open);
        var working = windows.FirstOrDefault(window => window.PhaseAt(now) is CyclePhase.Closed or CyclePhase.Judging or CyclePhase.Deliberating or CyclePhase.Deciding);
        var works = who.Is(Role.CouncilMember | Role.CouncilSecretary | Role.Secretariat | Role.DepartmentLead | Role.Appraiser | Role.CityLeader | Role.HomeAffairs);
        return (works ? working ?? open : open ?? working) ?? windows.FirstOrDefault();
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var who = actor.Value;
            var now = clock.GetUtcNow().UtcDateTime;
            var calendar = await db.CalendarAsync(who, cancellationToken);
            var cycles = calendar.Cycles.OrderByDescending(cycle => cycle.Year).Take(4).ToList();
            var windows = cycles.ConvertAll(cycle => IntakeWindow.Of(cycle, calendar.Extensions, who.UnitId));
            var window = windows.FirstOrDefault(item => item.Cycle.Year == request.Year) ?? Choose(windows, who, now);
            var judged = windows.FirstOrDefault(item => item.Cycle.Year == request.Year) ?? windows.FirstOrDefault(item => item.PhaseAt(now) is CyclePhase.Judging or CyclePhase.Deliberating or CyclePhase.Deciding) ?? window;
            var unit = who.IsSignedIn ? (await db.ReferenceAsync(cancellationToken)).Unit(who.UnitId).ShortName : "";
            var shown = await db.ShownRolesAsync(who, cancellationToken);
            var works = shown == who.Roles || await StandsInAsync(judged, cancellationToken) ? who : who with { Roles = shown };
            return new View(who, unit, RoleNames.Of(shown).FirstOrDefault() ?? "", VietnameseName.Initials(who.Name),
                Navigation.For(works, judged?.Cycle.Year), window is null ? null : StripOf(window, works, now), cycles.Exists(item => item.IsDemo), now);
        }

        /// <summary>Whoever stood in on a dossier of another cycle, or does no longer, finds no ways into the secretary's work.</summary>
        private async Task<bool> StandsInAsync(IntakeWindow? judged, CancellationToken cancellationToken) => judged?.Cycle.Id is { } cycle
            && await db.For(actor.Value).StandIns.AnyAsync(item => item.CycleId == cycle && item.PersonId == actor.Value.PersonId && item.EndedAt == null, cancellationToken);

        private static Strip StripOf(IntakeWindow window, Actor who, DateTime now)
        {
            var (cycle, phase) = (window.Cycle, window.PhaseAt(now));
            var (until, due) = phase switch
            {
                CyclePhase.Preparing when cycle.LaunchedAt is not null => ($"mở lúc {VietnamTime.WithTime(cycle.OpensAt)}", cycle.OpensAt),
                CyclePhase.Open when window.Extension?.UnitId is not null => ($"đơn vị bạn được gia hạn đến {VietnamTime.Deadline(window.ClosesAt)}", window.ClosesAt),
                CyclePhase.Open when window.IsExtended => ($"được gia hạn đến {VietnamTime.Deadline(window.ClosesAt)}", window.ClosesAt),
                CyclePhase.Open => ($"đến {VietnamTime.Deadline(window.ClosesAt)}", window.ClosesAt),
                CyclePhase.Judging when cycle.ScoringDueAt is { } scoring => ($"đến {VietnamTime.Deadline(scoring)}", scoring),
                CyclePhase.Closed or CyclePhase.Deliberating or CyclePhase.Deciding => ($"ký quyết định chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}", VietnamTime.EndOfDay(cycle.RecognitionDueOn)),
                _ => ("", (DateTime?)null),
            };
            return new Strip(cycle.Year, phase, CyclePhases.Now(phase), until, due, ActionOf(phase, cycle.Year, who));
        }

        private static Link? ActionOf(CyclePhase phase, int year, Actor who) => phase switch
        {
            CyclePhase.Open when who.Has(Permission.WriteInitiative) => new("/sang-kien/soan", "Soạn hồ sơ mới", "plus-lg"),
            CyclePhase.Open when who.Has(Permission.EndorseInitiative) => new("/ky-duyet", "Xem hồ sơ chờ xác nhận", "pen"),
            CyclePhase.Open or CyclePhase.Closed when who.Has(Permission.ReadReceived) => new("/tham-dinh", "Vào hàng chờ thẩm định", "list-task"),
            CyclePhase.Judging when who.Has(Permission.RunSession) => new($"/tien-do/{year}", "Xem tiến độ chấm", "bar-chart"),
            CyclePhase.Judging when who.Has(Permission.ScoreInitiative) => new("/cham-diem", "Vào bàn chấm", "ui-checks"),
            CyclePhase.Deliberating when who.Has(Permission.RunSession) => new($"/phien-hop/{year}", "Vào phiên họp", "people"),
            CyclePhase.Deciding when who.Has(Permission.ReadDecisions) => new("/quyet-dinh", "Xem quyết định", "file-earmark-text"),
            CyclePhase.Published => new($"/danh-muc?nam={year}", "Xem sáng kiến được công nhận", "patch-check-fill"),
            _ => who.IsSignedIn ? null : new("/danh-muc", "Xem danh mục sáng kiến", "search"),
        };
    }
}
