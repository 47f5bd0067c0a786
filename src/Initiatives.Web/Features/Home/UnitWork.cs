using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>Authors, unit officers and heads.</summary>
internal static class UnitWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (!desk.Actor.Has(Permission.ReadOwnInitiatives)) return items;
        var open = desk.Open;
        var until = open is null ? "" : $"hạn {VietnamTime.Short(open.ClosesAt.AddTicks(-1))}";

        if (desk.Actor.Has(Permission.EndorseInitiative))
        {
            var waiting = await desk.Doors.OwnInitiatives.AsNoTracking().Where(item => item.Status == InitiativeStatus.AwaitingEndorsement)
                .OrderBy(item => item.StatusSince).ThenBy(item => item.Id).Select(item => new { item.Id, item.Title, item.StatusSince }).Take(8).ToListAsync(cancellationToken);
            items.AddRange(waiting.Select(item => new WorkList.Item(1, "amber", "pen", $"Xác nhận: {item.Title}",
                $"trình lúc {VietnamTime.WithTime(item.StatusSince)}", until, $"/ky-duyet/{item.Id}", "Xem và gửi")));
        }

        if (desk.Actor.Has(Permission.ConfirmOutside))
        {
            var entered = await (from arrival in desk.Doors.OutsideArrivals.AsNoTracking()
                                 join item in desk.Doors.OwnInitiatives on arrival.InitiativeId equals item.Id
                                 where item.UnitId == desk.Actor.UnitId && arrival.ConfirmedAt == null && arrival.Objection == ""
                                 orderby arrival.EnteredAt, arrival.Id
                                 select new { item.Id, item.Title, arrival.ArrivalNumber }).Take(8).ToListAsync(cancellationToken);
            items.AddRange(entered.Select(item => new WorkList.Item(1, "amber", "clipboard-check", $"Xác nhận nội dung Sở nhập thay: {item.Title}",
                $"hồ sơ nhận ngoài hệ thống, số đến {item.ArrivalNumber}", "", $"/tiep-nhan/{item.Id}/xac-nhan", "Đọc và trả lời")));
        }

        if (!desk.Actor.Has(Permission.WriteInitiative)) return items;
        var drafts = await desk.Doors.OwnInitiatives.AsNoTracking().Where(item => item.Status == InitiativeStatus.Draft)
            .OrderByDescending(item => item.SavedAt).ThenBy(item => item.Id).Take(6).ToListAsync(cancellationToken);
        foreach (var draft in drafts)
        {
            var sections = Completeness.Of(draft.Content());
            var missing = sections.Where(section => !section.IsComplete).Select(section => section.Title.ToLowerInvariant()).ToList();
            var progress = missing.Count == 0 ? "đủ để trình" : $"{sections.Count - missing.Count}/{sections.Count} mục đủ · còn {string.Join(", ", missing)}";
            items.Add(draft.ReturnReason.Length > 0
                ? new(2, "amber", "arrow-return-left", $"Sửa theo ý kiến thủ trưởng: {draft.Title}", draft.ReturnReason, until, $"/sang-kien/{draft.Id}/soan", "Sửa")
                : new(3, "harbour", "pencil-square", $"Viết tiếp: {draft.Title}", progress, until, $"/sang-kien/{draft.Id}/soan", "Viết tiếp"));
        }

        return items;
    }

    public static async Task<IReadOnlyList<WorkList.DossierRow>> Dossiers(WorkDesk desk, CancellationToken cancellationToken)
    {
        if (!desk.Actor.Has(Permission.ReadOwnInitiatives)) return [];
        return await (from item in desk.Doors.OwnInitiatives.AsNoTracking()
                      join field in desk.Db.Fields on item.FieldCode equals field.Code into fields
                      from field in fields.DefaultIfEmpty()
                      join cycle in desk.Db.Cycles on item.CycleId equals cycle.Id into cycles
                      from cycle in cycles.DefaultIfEmpty()
                      orderby item.StatusSince descending, item.Id
                      select new WorkList.DossierRow(item.Id, item.Title, field == null ? "" : field.Letter, field == null ? "" : field.ShortName,
                          item.RegisterNumber, cycle == null ? null : cycle.Year, item.ShownStatus, item.StatusSince)).Take(8).ToListAsync(cancellationToken);
    }
}
