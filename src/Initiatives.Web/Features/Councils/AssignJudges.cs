using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>
/// Gives every eligible dossier to the whole council less those in conflict. Sent again it adds what is missing and takes
/// back only what a conflict or a changed council forbids.
/// </summary>
public static class AssignJudges
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            if (cycle.Phase >= CyclePhase.Judging) return Result.Fail("", "Đã mở chấm điểm, phân công không đổi được nữa.");
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (council is null) return Result.Fail("", "Ghi nhận Hội đồng trước khi phân công.");
            var eligible = await doors.ReceivedInitiatives
                .Where(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.Eligible)
                .Select(item => item.Id).ToListAsync(cancellationToken);
            if (eligible.Count == 0) return Result.Fail("", "Chưa có hồ sơ nào đủ điều kiện. Duyệt kết quả thẩm định trước.");
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council.Members.Select(member => member.PersonId), cancellationToken);
            var given = await doors.OpeningAssignments.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);

            var now = clock.GetUtcNow().UtcDateTime;
            var wanted = Wanted(council, eligible, facts);
            facts.Record(db, cycle, actor.Value, now);
            var kept = given.Where(item => wanted.Contains((item.InitiativeId, item.PersonId))).Select(item => (item.InitiativeId, item.PersonId)).ToHashSet();
            db.RemoveRange(given.Where(item => !kept.Contains((item.InitiativeId, item.PersonId))));
            var added = 0;
            foreach (var (initiativeId, personId) in wanted.Where(item => !kept.Contains(item)))
            {
                var made = ScoringAssignment.Give(cycle.Id, initiativeId, facts.Judge(personId), facts.Of(personId, initiativeId), now);
                if (!made.Ok) return Result.Fail(made.Problems);
                db.Add(made.Value);
                added++;
            }

            if (added > 0 || kept.Count < given.Count)
                db.Record(actor.Value, JournalActions.JudgesAssigned, council, string.Create(CultureInfo.InvariantCulture, $"{eligible.Count} hồ sơ, {wanted.Count} lượt chấm: thêm {added}, bỏ {given.Count - kept.Count}"));
            await db.SaveChangesAsync(cancellationToken);
            return wanted.Count;
        }

        private static HashSet<(int InitiativeId, int PersonId)> Wanted(Council council, List<int> eligible, CouncilFacts facts) =>
            [.. from initiativeId in eligible from member in council.Members where facts.Of(member.PersonId, initiativeId) is null select (initiativeId, member.PersonId)];
    }
}
