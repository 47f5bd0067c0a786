using Initiatives.Domain.Access;
using Initiatives.Domain.People;

namespace Initiatives.Web.Features.Home;

/// <summary>The four to six places each role works in.</summary>
public static class Navigation
{
    public static IReadOnlyList<Shell.Link> For(Actor actor, int? year)
    {
        var links = new List<Shell.Link>();
        void Add(bool shown, string path, string text, string icon)
        {
            if (shown) links.Add(new Shell.Link(path, text, icon));
        }

        Add(actor.IsSignedIn, "/viec", "Việc của tôi", "list-task");
        Add(actor.Has(Permission.EndorseInitiative), "/ky-duyet", "Ký duyệt", "pen");
        Add(actor.Has(Permission.ReadOwnInitiatives), "/sang-kien", "Hồ sơ", "folder");
        Add(actor.Has(Permission.ReadUnitBoard), "/don-vi", "Đơn vị", "building");
        Add(actor.Has(Permission.PrepareLetter), "/to-trinh", "Tờ trình", "file-earmark-text");
        Add(actor.Has(Permission.ReadReceived), "/tham-dinh", "Thẩm định", "clipboard-check");
        Add(actor.Has(Permission.ReadReceived), "/tiep-nhan", "Sổ tiếp nhận", "journal-text");
        Add(actor.Has(Permission.ScoreInitiative), "/cham-diem", "Bàn chấm", "ui-checks");
        Add(actor.Has(Permission.WriteReview), "/phan-bien", "Phản biện", "chat-square-text");
        Add(actor.Has(Permission.ReadReviews) && year is not null, $"/phan-bien/ky/{year}", "Nhận xét phản biện", "chat-quote");
        Add(actor.Has(Permission.EnterPaperSheets) && year is not null, $"/phieu-giay/{year}", "Phiếu giấy", "file-earmark-text");
        Add(actor.Has(Permission.ManageCouncil) && year is not null, $"/hoi-dong/{year}", "Hội đồng", "people");
        Add(actor.Has(Permission.ReadProgress) && year is not null, $"/tien-do/{year}", "Tiến độ", "bar-chart");
        Add(actor.Has(Permission.ReadRanking) && year is not null, $"/xep-hang/{year}", "Xếp hạng", "sort-down");
        Add(actor.Has(Permission.RunSession) && year is not null, $"/phien-hop/{year}", "Phiên họp", "people-fill");
        Add(actor.Has(Permission.ReadDecisions), "/quyet-dinh", "Quyết định", "file-earmark-text");
        Add(actor.Has(Permission.ManageAccounts), "/quan-tri/tai-khoan", "Tài khoản", "person-plus");
        Add(actor.Has(Permission.ReadJournal), "/quan-tri/nhat-ky", "Nhật ký", "journal-text");
        Add(!actor.IsSignedIn, "/", "Trang chủ", "house");
        Add(true, "/danh-muc", "Danh mục", "search");
        Add(true, "/ky-xet", "Kỳ xét", "calendar-event");
        return links;
    }
}
