using Initiatives.Domain.Access;
using Initiatives.Domain.People;

namespace Initiatives.Web.Features.Home;

/// <summary>The four to six places each role works in.</summary>
public static class Navigation
{
    /// <param name="judged">The cycle the page is about, else the one whose council is at work.</param>
    public static IReadOnlyList<Shell.Link> For(Actor actor, int? judged)
    {
        var links = new List<Shell.Link>();
        void Add(bool shown, string path, string text, string icon)
        {
            if (shown) links.Add(new Shell.Link(path, text, icon));
        }

        Add(actor.IsSignedIn, "/viec", "Việc của tôi", "list-task");
        if (actor.Has(Permission.RunSession)) Meeting();   // the secretary's own places come before those of any judge, the secretariat's before those of an appraiser
        Papers();
        Add(actor.Has(Permission.EndorseInitiative), "/ky-duyet", "Ký duyệt", "pen");
        Add(actor.Has(Permission.ReadOwnInitiatives), "/sang-kien", "Hồ sơ", "folder");
        Add(actor.Has(Permission.ReadUnitBoard), "/don-vi", "Đơn vị", "building");
        Add(actor.Has(Permission.PrepareLetter), "/to-trinh", "Tờ trình", "file-earmark-text");
        Add(actor.Has(Permission.ReadReceived), "/tham-dinh", "Thẩm định", "clipboard-check");
        Add(actor.Has(Permission.ReadReceived), "/tiep-nhan", "Sổ tiếp nhận", "journal-text");
        Add(actor.Has(Permission.ManageCouncil) && judged is not null, $"/hoi-dong/{judged}", "Hội đồng", "people");
        if (!actor.Has(Permission.RunSession)) Meeting();
        Add(actor.Has(Permission.ScoreInitiative), "/cham-diem", "Bàn chấm", "ui-checks");
        Add(actor.Has(Permission.WriteReview), "/phan-bien", "Phản biện", "chat-square-text");
        Add(actor.Has(Permission.ReadReviews) && judged is not null, $"/phan-bien/ky/{judged}", "Nhận xét phản biện", "chat-quote");
        Add(actor.Has(Permission.ReadDecisions), "/quyet-dinh", "Quyết định", "file-earmark-text");
        Add(actor.Has(Permission.ReadRemonstrances), "/kien-nghi", "Kiến nghị", "envelope-paper");
        Add(actor.Has(Permission.ManageAccounts), "/quan-tri/tai-khoan", "Tài khoản", "person-plus");
        Add(actor.Has(Permission.ReadJournal), "/quan-tri/nhat-ky", "Nhật ký", "journal-text");
        Add(!actor.IsSignedIn, "/", "Trang chủ", "house");
        Add(true, "/danh-muc", "Danh mục", "search");
        Add(true, "/ky-xet", "Kỳ xét", "calendar-event");
        return links;

        void Papers() => Add(actor.Has(Permission.EnterPaperSheets) && judged is not null, $"/phieu-giay/{judged}", "Phiếu giấy", "file-earmark-text");

        void Meeting()
        {
            Add(actor.Has(Permission.ReadProgress) && judged is not null, $"/tien-do/{judged}", "Tiến độ", "bar-chart");
            Add(actor.Has(Permission.ReadRanking) && judged is not null, $"/xep-hang/{judged}", "Xếp hạng", "sort-down");
            Add(actor.Has(Permission.ReadRanking) && judged is not null, $"/phien-hop/{judged}", "Phiên họp", "people-fill");
        }
    }
}
