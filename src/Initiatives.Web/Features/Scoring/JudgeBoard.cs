using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A member as the secretary follows him: counts of the sheets that the reader knows of, never points.</summary>
/// <param name="Email">Empty: no open account.</param>
/// <param name="Awaited">Of what is open, how many sheets he was called to once scoring was closed; they are in no other number.</param>
/// <param name="Entered">Of what is handed in, how many were typed from signed paper.</param>
/// <param name="SeenAt">When he last saved a sheet himself, UTC; null: never.</param>
/// <param name="Reminded">When he was last reminded; null: never.</param>
internal sealed record JudgeRow(int PersonId, string Name, string Post, string Email, JudgeStanding Standing, IReadOnlyList<int> OpenInitiatives, int Awaited, int Entered, DateTime? SeenAt, ScoreReminder? Reminded);

/// <summary>All members in the order of the council's decision, with how far each is.</summary>
internal static class JudgeBoard
{
    internal sealed record Tab(string Key, string Name, Func<JudgeStanding, bool> Holds);

    /// <summary>The ways in which members are looked at.</summary>
    internal static IReadOnlyList<Tab> Tabs { get; } =
    [
        new("", "Tất cả", _ => true),
        new("con-phieu", "Còn phiếu", standing => standing.Open > 0),
        new("chua-bat-dau", "Chưa bắt đầu", standing => standing.IsUntouched),
        new("dang-cham", "Đang chấm", standing => standing.IsUnderway),
        new("da-xong", "Đã xong", standing => standing.IsDone),
    ];

    internal static Tab TabOf(string? key) => Tabs.FirstOrDefault(tab => tab.Key == (key ?? "")) ?? Tabs[0];

    internal static IReadOnlyList<JudgeRow> Of(Council? council, IReadOnlyList<SheetProgress> sheets, IReadOnlyDictionary<int, string> emails, IReadOnlyDictionary<int, ScoreReminder> reminders)
    {
        var own = sheets.ToLookup(sheet => sheet.PersonId);
        return [.. (council?.Members ?? []).OrderBy(member => member.Order).Select(member =>
        {
            var (mine, awaited) = (own[member.PersonId].Where(sheet => !sheet.IsAwaited).ToList(), own[member.PersonId].Count(sheet => sheet.IsAwaited));
            return new JudgeRow(member.PersonId, member.Name, CouncilNames.Post(member.Post), emails.GetValueOrDefault(member.PersonId, ""),
                new JudgeStanding(mine.Count(sheet => sheet.Status == SheetStatus.Submitted), mine.Count(sheet => sheet.Status == SheetStatus.Draft), mine.Count),
                [.. mine.Where(sheet => sheet.Status != SheetStatus.Submitted).Select(sheet => sheet.InitiativeId)], awaited,
                mine.Count(sheet => sheet.IsEntered), mine.Where(sheet => !sheet.IsEntered).Max(sheet => sheet.SavedAt), reminders.GetValueOrDefault(member.PersonId));
        })];
    }

    internal static async Task<IReadOnlyList<JudgeRow>> LoadAsync(AppDb db, Actor actor, Cycle cycle, Council? council, IReadOnlyList<SheetProgress> sheets, CancellationToken cancellationToken)
    {
        var ids = council?.Members.Select(member => member.PersonId).ToList() ?? [];
        var accounts = await db.Users.AsNoTracking().Where(account => ids.Contains(account.PersonId))
            .Select(account => new { account.PersonId, account.Email, account.LockoutEnd }).ToListAsync(cancellationToken);
        var reminders = (await db.For(actor).ScoreReminders.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken))
            .GroupBy(item => item.PersonId).ToDictionary(group => group.Key, group => group.Last());
        return Of(council, sheets, accounts.Where(account => !Account.IsClosedBy(account.LockoutEnd)).DistinctBy(account => account.PersonId).ToDictionary(account => account.PersonId, account => account.Email ?? ""), reminders);
    }
}
