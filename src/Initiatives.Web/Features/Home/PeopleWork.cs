using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>Authors who are asked to confirm their line, and writers whose line somebody calls wrong.</summary>
internal static class PeopleWork
{
    private const int Most = 8;

    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (!desk.Actor.Has(Permission.WriteInitiative)) return items;
        var drafts = desk.Doors.OwnInitiatives.Where(item => item.Status == InitiativeStatus.Draft);
        var rows = await desk.Doors.AuthorConfirmations.AsNoTracking()
            .Where(row => row.Answer != AuthorAnswer.Confirmed && drafts.Any(item => item.Id == row.InitiativeId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0) return items;
        var ids = rows.Select(row => row.InitiativeId).Distinct().ToList();
        var asked = await desk.Doors.OwnInitiatives.AsNoTracking().Where(item => ids.Contains(item.Id)).OrderBy(item => item.Id).Take(4 * Most).ToListAsync(cancellationToken);
        foreach (var draft in asked)
        {
            var path = $"/sang-kien/{draft.Id}/xac-nhan";
            foreach (var state in AuthorStates.Of(draft.Content().Authors, rows.Where(row => row.InitiativeId == draft.Id), null, desk.Now))
            {
                var mine = state.IsOf(desk.Actor, draft.UnitId);
                if (mine && state.Standing is AuthorStanding.Waiting or AuthorStanding.Lapsed)
                    items.Add(new(1, "amber", "person-check", $"Xác nhận phần của bạn: {draft.Title}", $"đóng góp {VietnameseNumber.Format(state.Author.Share ?? 0)}%; xem đúng chưa rồi xác nhận", "", path, "Xem và xác nhận"));
                else if (!mine && state.Standing == AuthorStanding.Denied)
                    items.Add(new(1, "brick", "person-exclamation", $"{state.Author.Name} báo chưa đúng: {draft.Title}", state.Reason, "", path, "Xem và sửa"));
            }
        }

        return [.. items.Take(Most)];
    }
}
