namespace Initiatives.Web.Tests.Data;

/// <summary>
/// Which page tells which hidden fact to those who may know it; of the others, why none of them. Every page is asked for in
/// every comparison, also one that tells nothing. A new page is named here, or the build fails.
/// </summary>
internal static class Planted
{
    public const string Sheet = "phiếu của một người chấm";
    public const string Dossier = "hồ sơ trước Hội đồng";
    public const string Outcome = "kết luận chưa công bố";
    public const string ClosedSheet = "phiếu sau khi chốt điểm";
    public const string Tally = "số phiếu chưa công bố";
    public const string Writer = "tác giả trong kỳ chấm kín";

    private static readonly Dictionary<string, string[]> Telling = new()
    {
        ["/bat-dong/{year:int}"] = [ClosedSheet],
        ["/bat-dong/{year:int}/{initiativeId:int}"] = [Dossier, ClosedSheet],
        ["/cham-diem"] = [Sheet, ClosedSheet],
        ["/cham-diem/{sheetId:int}"] = [Sheet, ClosedSheet],
        ["/cham-diem/{sheetId:int}/phieu.pdf"] = [Sheet],
        ["/hoi-dong/{year:int}"] = [Dossier],
        ["/ky-xet/{year:int}/don-doc"] = [Writer],
        ["/ky-xet/{year:int}/don-doc.xlsx"] = [Writer],
        ["/phan-bien/ky/{year:int}"] = [Dossier],
        ["/phan-cong/{year:int}"] = [Dossier, Writer],
        ["/phan-cong/{year:int}/ho-so/{id:int}"] = [Dossier, Writer],
        ["/phan-cong/{year:int}/phan-cong.csv"] = [Dossier, Writer],
        ["/phien-hop/{year:int}/{number:int}"] = [Outcome, ClosedSheet],
        ["/phien-hop/{year:int}/{number:int}/bien-ban.pdf"] = [Outcome, ClosedSheet],
        ["/phien-hop/{year:int}/{number:int}/bo-phieu-kin"] = [Outcome],
        ["/phien-hop/{year:int}/{number:int}/trinh-chieu"] = [Outcome],
        ["/phien-hop/{year:int}/{number:int}/{initiativeId:int}"] = [Outcome, ClosedSheet, Tally],
        ["/tham-dinh"] = [Writer],
        ["/tham-dinh/{id:int}"] = [Writer],
        ["/tien-do/{year:int}"] = [Dossier],
        ["/tiep-nhan"] = [Writer],
        ["/xep-hang/{year:int}"] = [Outcome, ClosedSheet],
        ["/xep-hang/{year:int}/do-vung"] = [Outcome],
    };

    private static readonly Dictionary<string, string[]> Silent = new()
    {
        ["after the council: AfterwardsWallTests, ResultTests"] =
        [
            "/ket-qua/ky/{year:int}", "/ket-qua/du-thao/{id:int}.pdf", "/ket-qua/{id:int}", "/kien-nghi", "/kien-nghi/bien-nhan/{id:int}", "/kien-nghi/ghi", "/kien-nghi/gui",
            "/kien-nghi/tep/{fileId:int}", "/kien-nghi/{id:int}", "/kien-nghi/{id:int}/cong-van.pdf", "/lay-y-kien/ma", "/lay-y-kien/ma/{code}", "/lay-y-kien/{year:int}",
            "/lay-y-kien/{year:int}/gop-y", "/lay-y-kien/{year:int}/niem-yet",
        ],
        ["holds nothing of the facts in these worlds; looked at for everybody all the same"] =
        [
            "/bat-dong/{year:int}/{initiativeId:int}/moi", "/cham-diem/{sheetId:int}/xung-dot", "/hoi-dong/{year:int}/ghi", "/hoi-dong/{year:int}/xung-dot",
            "/phan-cong/{year:int}/du-kien", "/phien-hop/{year:int}", "/phien-hop/{year:int}/lap", "/phien-hop/{year:int}/{number:int}/ban-kiem-phieu",
            "/phien-hop/{year:int}/{number:int}/bien-ban-kiem-phieu.pdf", "/phien-hop/{year:int}/{number:int}/diem-danh", "/tien-do/{year:int}/nhac",
        ],
        ["of accounts and links: WallTests"] =
        [
            "/dang-nhap", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan/nhap", "/quan-tri/tai-khoan/nhap/mau.xlsx", "/quen-mat-khau", "/tai-khoan/dat-lai",
            "/tai-khoan/dat-lai/{token}", "/tai-khoan/mat-khau", "/tai-khoan/nhan", "/tai-khoan/nhan/{token}", "/xac-nhan/{token}",
        ],
        ["of decisions: WallTests"] =
        [
            "/ky-duyet", "/ky-duyet/{id:int}", "/quyet-dinh", "/quyet-dinh/{id:int}", "/quyet-dinh/{id:int}/chon", "/quyet-dinh/{id:int}/van-ban.pdf",
        ],
        ["of paper, reviews and versions: WallTests and the tests of their features"] =
        [
            "/phan-bien", "/phan-bien/{id:int}", "/phan-bien/{id:int}/phieu.pdf", "/phieu-giay/ban/{id:int}", "/phieu-giay/ban/{id:int}/anh", "/phieu-giay/ban/{id:int}/ban-quet",
            "/phieu-giay/phieu/{sheetId:int}", "/phieu-giay/phieu/{sheetId:int}/trong.pdf", "/phieu-giay/{year:int}", "/phieu/{sheetId:int}/lich-su",
        ],
        ["of writing, intake and screening: DraftSecrecyTests, WallTests, ScreeningWallTests"] =
        [
            "/bien-nhan", "/bien-nhan/{code}", "/bo-sung/tep/{fileId:int}", "/don-vi", "/don-vi/bao-cao-quy", "/don-vi/bao-cao-quy.xlsx", "/don-vi/danh-sach.xlsx", "/sang-kien",
            "/sang-kien/da-dang-nhap", "/sang-kien/soan", "/sang-kien/{id:int}", "/sang-kien/{id:int}/ban-luu", "/sang-kien/{id:int}/ban-luu/so-sanh",
            "/sang-kien/{id:int}/ban-luu/{version:int}", "/sang-kien/{id:int}/bien-nhan", "/sang-kien/{id:int}/bien-nhan.pdf", "/sang-kien/{id:int}/bo-sung",
            "/sang-kien/{id:int}/soan", "/sang-kien/{id:int}/tai-lieu", "/sang-kien/{id:int}/thong-bao.pdf", "/sang-kien/{id:int}/xac-nhan",
            "/sang-kien/{id:int}/xac-nhan/ban-in.pdf", "/tep/khung", "/tep/{id:int}", "/tep/{id:int}/noi-dung", "/tep/{id:int}/xem", "/tham-dinh/duyet",
            "/tham-dinh/{id:int}/bo-sung", "/tham-dinh/{id:int}/hoi-y-kien", "/tham-dinh/{id:int}/yeu-cau-bo-sung", "/thong-bao", "/thong-bao/du-thao/{id:int}.pdf",
            "/thong-bao/{id:int}.pdf", "/tiep-nhan.xlsx", "/tiep-nhan/nhap", "/tiep-nhan/{id:int}/sua", "/tiep-nhan/{id:int}/xac-nhan", "/to-trinh", "/to-trinh/{id:int}",
            "/to-trinh/{id:int}/ban-ky", "/to-trinh/{id:int}/to-trinh.docx", "/to-trinh/{id:int}/to-trinh.pdf", "/y-kien", "/y-kien/{id:int}", "/y-kien/{id:int}/tep/{fileId:int}",
            "/y-kien/{id:int}/thu-hoi", "/y-kien/{id:int}/van-ban",
        ],
        ["open to everybody"] =
        [
            "/", "/danh-muc", "/danh-muc/quyet-dinh/{id:int}.pdf", "/danh-muc/{id:int}", "/gio-may-chu", "/ky-xet", "/ky-xet/lap", "/ky-xet/{year:int}",
            "/ky-xet/{year:int}/cong-van", "/ky-xet/{year:int}/cong-van.pdf", "/ky-xet/{year:int}/don-doc/thu", "/ky-xet/{year:int}/gia-han",
            "/ky-xet/{year:int}/gia-han/{id:int}/ket-thuc", "/ky-xet/{year:int}/sua", "/tra-cuu", "/tra-cuu/{code}", "/tra-cuu/{code}/bang-khen.pdf", "/viec",
        ],
        ["the administrator reads who did what, never what was given"] =
        [
            "/nhat-ky/doc-diem", "/quan-tri/nhat-ky",
        ],
    };

    public static IEnumerable<string> Templates => Telling.Keys.Concat(Silent.Values.SelectMany(pages => pages)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Of(string fact) => Telling.Where(page => page.Value.Contains(fact)).Select(page => page.Key).Order(StringComparer.Ordinal);
}
