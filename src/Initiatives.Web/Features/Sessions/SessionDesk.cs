using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>What an act of the secretary on a whole session needs.</summary>
internal sealed record SessionDesk(Cycle Cycle, Council Council, CouncilSession Session)
{
    /// <param name="number">Null: the one that is open.</param>
    public static async Task<Result<SessionDesk>> LoadAsync(AppDb db, Actor actor, int cycleId, int? number, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == cycleId, cancellationToken);
        var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
        if (!council.IsSecretary(actor)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được ghi phiên họp.");
        var session = await db.For(actor).Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id
            && (number == null ? item.Status == SessionStatus.Open : item.Number == number), cancellationToken);
        if (session is null) return Result.Fail("", "Chưa điểm danh phiên họp nào.");
        return new SessionDesk(cycle, council, session);
    }
}

/// <summary>An act on one dossier of a session.</summary>
public abstract record ItemCommand : IRequest<Result>
{
    public int InitiativeId { get; init; }

    /// <summary>Number of the session; null: the one that is open.</summary>
    public int? Number { get; init; }
}

/// <summary>An act whose form also holds the course of the discussion.</summary>
public abstract record NotedCommand : ItemCommand
{
    /// <summary>Version of the agenda item whose notes were read; null: the sender had none before him.</summary>
    public int? NotesVersion { get; init; }

    [StringLength(200, ErrorMessage = "Người trình bày ghi tối đa 200 ký tự.")]
    public string Presenter { get; init; } = "";

    [StringLength(4000, ErrorMessage = "Nội dung trình bày dài tối đa 4.000 ký tự.")]
    public string Presentation { get; init; } = "";

    [StringLength(4000, ErrorMessage = "Nhận xét phản biện dài tối đa 4.000 ký tự.")]
    public string Reviews { get; init; } = "";

    [StringLength(6000, ErrorMessage = "Hỏi đáp dài tối đa 6.000 ký tự.")]
    public string Questions { get; init; } = "";

    internal ItemNotes Notes => new(Presenter ?? "", Presentation ?? "", Reviews ?? "", Questions ?? "");
}

/// <summary>What an act of the secretary on one dossier in a session needs; a dossier he must not see is not found.</summary>
/// <param name="Conflicted">Members in conflict with the dossier.</param>
internal sealed record ItemDesk(Cycle Cycle, Council Council, CouncilSession Session, AgendaItem Item, Initiative Initiative, IReadOnlyCollection<int> Conflicted)
{
    public static async Task<Result<ItemDesk>> LoadAsync(AppDb db, Actor actor, ItemCommand request, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var initiative = await doors.CouncilInitiatives.SingleOrNotFound(item => item.Id == request.InitiativeId, cancellationToken);
        var cycle = await db.Cycles.SingleAsync(item => item.Id == initiative.CycleId, cancellationToken);
        var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
        if (!await doors.ActsAsSecretaryAsync(initiative, cancellationToken)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này, hoặc người thay cho hồ sơ này, được ghi kết luận.");
        var session = await doors.Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id
            && (request.Number == null ? item.Status == SessionStatus.Open : item.Number == request.Number), cancellationToken);
        if (session is null) return Result.Fail("", "Điểm danh phiên họp trước khi biểu quyết.");
        var agenda = await doors.AgendaItems.SingleOrDefaultAsync(item => item.SessionId == session.Id && item.InitiativeId == initiative.Id, cancellationToken);
        if (agenda is null) return Result.Fail("", "Hồ sơ không có trong nghị trình của phiên này.");
        var recusals = await doors.RecusalsAsync(cycle.Id, cancellationToken);
        return new ItemDesk(cycle, council, session, agenda, initiative, [.. recusals[initiative.Id].Select(item => item.PersonId)]);
    }
}
