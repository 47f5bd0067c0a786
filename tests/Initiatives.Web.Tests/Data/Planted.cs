namespace Initiatives.Web.Tests.Data;

/// <summary>What is planted. For whom each is hidden, and who sees it, the tests of <see cref="HiddenFactsTests"/> say.</summary>
internal enum Fact
{
    // Before there is a council: what a unit writes and sends, what the Department finds.
    Draft, Sent, Letter, Receipt, Outside, Opinion, Reply, Supplement, Screening, Approval, Notice,

    // Who judges what; a sheet, a review, a paper before scoring is closed; all that the council has of a dossier.
    Plan, Sheet, ReviewDraft, Paper, Reminder, Dossier, Writer,

    // While it meets; Judged is again all that it has.
    Conflict, StandIn, Tally, Question, Outcome, Resolution, Dissent, TieBallot, ClosedSheet, Review, Reading, Judged,

    // Afterwards.
    Decision, Publication, Result, Remonstrance, Posting, Remark,
}

/// <summary>Why nothing is planted for a page.</summary>
internal enum Why
{
    /// <summary>Signing in, accounts and links: WallTests.Accounts.</summary>
    Account,

    /// <summary>It shows no row: an empty form, a clock, a frame.</summary>
    NoRow,

    /// <summary>It shows the cycle and its notice.</summary>
    Cycle,

    /// <summary>The decision that establishes the council: names and posts.</summary>
    Council,

    /// <summary>Whoever holds the code of a certificate is told it; there is none before its decision is published: CatalogueTests.</summary>
    Certificate,
}

/// <summary>Which pages tell which fact to one who may know it. A new page is named here, or the build fails.</summary>
internal static class Planted
{
    private static readonly Dictionary<string, Fact[]> Telling = new()
    {
        ["/"] = [Fact.Receipt, Fact.Publication],
        ["/bat-dong/{year:int}"] = [Fact.ClosedSheet, Fact.Judged],
        ["/bat-dong/{year:int}/{initiativeId:int}"] = [Fact.ClosedSheet, Fact.Question, Fact.Judged],
        ["/bat-dong/{year:int}/{initiativeId:int}/moi"] = [Fact.Judged],
        ["/bien-nhan/{code}"] = [Fact.Receipt],
        ["/bo-sung/tep/{fileId:int}"] = [Fact.Supplement],
        ["/cham-diem"] = [Fact.Sheet, Fact.ClosedSheet, Fact.Question, Fact.Dossier, Fact.Judged],
        ["/cham-diem/{sheetId:int}"] = [Fact.Sheet, Fact.Review, Fact.Dossier, Fact.Judged],
        ["/cham-diem/{sheetId:int}/phieu.pdf"] = [Fact.Sheet, Fact.Dossier, Fact.Judged],
        ["/cham-diem/{sheetId:int}/xung-dot"] = [Fact.Dossier, Fact.Judged],
        ["/danh-muc"] = [Fact.Publication],
        ["/danh-muc/quyet-dinh/{id:int}.pdf"] = [Fact.Publication],
        ["/danh-muc/{id:int}"] = [Fact.Publication],
        ["/don-vi"] = [Fact.Draft, Fact.Sent, Fact.Publication],
        ["/don-vi/bao-cao-quy"] = [Fact.Draft, Fact.Receipt, Fact.Publication],
        ["/don-vi/bao-cao-quy.xlsx"] = [Fact.Draft, Fact.Receipt, Fact.Publication],
        ["/don-vi/danh-sach.xlsx"] = [Fact.Draft, Fact.Sent, Fact.Publication],
        ["/hoi-dong/{year:int}"] = [Fact.Plan, Fact.Dossier],
        ["/hoi-dong/{year:int}/xung-dot"] = [Fact.Plan, Fact.Conflict, Fact.StandIn, Fact.Judged],
        ["/ket-qua/du-thao/{id:int}.pdf"] = [Fact.Result],
        ["/ket-qua/ky/{year:int}"] = [Fact.Publication],
        ["/ket-qua/{id:int}"] = [Fact.Publication, Fact.Result],
        ["/kien-nghi"] = [Fact.Remonstrance],
        ["/kien-nghi/bien-nhan/{id:int}"] = [Fact.Remonstrance],
        ["/kien-nghi/ghi"] = [Fact.Publication],
        ["/kien-nghi/gui"] = [Fact.Publication],
        ["/kien-nghi/tep/{fileId:int}"] = [Fact.Remonstrance],
        ["/kien-nghi/{id:int}"] = [Fact.Remonstrance],
        ["/kien-nghi/{id:int}/cong-van.pdf"] = [Fact.Remonstrance],
        ["/ky-duyet"] = [Fact.Sent],
        ["/ky-duyet/{id:int}"] = [Fact.Sent],
        ["/ky-xet"] = [Fact.Receipt],
        ["/ky-xet/{year:int}"] = [Fact.Publication],
        ["/ky-xet/{year:int}/don-doc"] = [Fact.Receipt, Fact.Writer],
        ["/ky-xet/{year:int}/don-doc.xlsx"] = [Fact.Receipt, Fact.Writer],
        ["/ky-xet/{year:int}/don-doc/thu"] = [Fact.Receipt],
        ["/lay-y-kien/ma/{code}"] = [Fact.Remark],
        ["/lay-y-kien/{year:int}"] = [Fact.Posting],
        ["/lay-y-kien/{year:int}/gop-y"] = [Fact.Remark],
        ["/lay-y-kien/{year:int}/niem-yet"] = [Fact.Posting],
        ["/nhat-ky/doc-diem"] = [Fact.Reading],
        ["/phan-bien"] = [Fact.Dossier, Fact.Judged],
        ["/phan-bien/ky/{year:int}"] = [Fact.Dossier, Fact.Review, Fact.Judged],
        ["/phan-bien/{id:int}"] = [Fact.ReviewDraft, Fact.Review],
        ["/phan-bien/{id:int}/phieu.pdf"] = [Fact.ReviewDraft, Fact.Review],
        ["/phan-cong/{year:int}"] = [Fact.Plan, Fact.Dossier, Fact.Writer],
        ["/phan-cong/{year:int}/du-kien"] = [Fact.Plan],
        ["/phan-cong/{year:int}/ho-so/{id:int}"] = [Fact.Plan, Fact.Dossier, Fact.Writer],
        ["/phan-cong/{year:int}/phan-cong.csv"] = [Fact.Plan, Fact.Dossier, Fact.Writer],
        ["/phien-hop/{year:int}"] = [Fact.Judged],
        ["/phien-hop/{year:int}/lap"] = [Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}"] = [Fact.Outcome, Fact.ClosedSheet, Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/ban-kiem-phieu"] = [Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/bien-ban-kiem-phieu.pdf"] = [Fact.TieBallot, Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/bien-ban.pdf"] = [Fact.Outcome, Fact.Resolution, Fact.Dissent, Fact.TieBallot, Fact.ClosedSheet, Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/bo-phieu-kin"] = [Fact.TieBallot, Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/diem-danh"] = [Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/trinh-chieu"] = [Fact.Outcome, Fact.Judged],
        ["/phien-hop/{year:int}/{number:int}/{initiativeId:int}"] = [Fact.Conflict, Fact.Tally, Fact.Outcome, Fact.Resolution, Fact.Dissent, Fact.ClosedSheet, Fact.Review, Fact.Judged],
        ["/phieu-giay/ban/{id:int}"] = [Fact.Paper, Fact.Dossier, Fact.Judged],
        ["/phieu-giay/ban/{id:int}/anh"] = [Fact.Paper, Fact.Dossier],
        ["/phieu-giay/ban/{id:int}/ban-quet"] = [Fact.Paper, Fact.Dossier, Fact.Judged],
        ["/phieu-giay/phieu/{sheetId:int}"] = [Fact.Dossier],
        ["/phieu-giay/phieu/{sheetId:int}/trong.pdf"] = [Fact.Dossier],
        ["/phieu-giay/{year:int}"] = [Fact.Dossier, Fact.Judged],
        ["/phieu/{sheetId:int}/lich-su"] = [Fact.Sheet, Fact.ClosedSheet, Fact.Judged],
        ["/quan-tri/nhat-ky"] = [Fact.Publication],
        ["/quyet-dinh"] = [Fact.Decision, Fact.Publication],
        ["/quyet-dinh/{id:int}"] = [Fact.Decision, Fact.Publication],
        ["/quyet-dinh/{id:int}/chon"] = [Fact.Result],
        ["/quyet-dinh/{id:int}/van-ban.pdf"] = [Fact.Publication],
        ["/sang-kien"] = [Fact.Draft, Fact.Sent, Fact.Publication],
        ["/sang-kien/{id:int}"] = [Fact.Draft, Fact.Sent, Fact.Receipt, Fact.Publication],
        ["/sang-kien/{id:int}/ban-luu"] = [Fact.Draft],
        ["/sang-kien/{id:int}/ban-luu/so-sanh"] = [Fact.Draft],
        ["/sang-kien/{id:int}/ban-luu/{version:int}"] = [Fact.Draft],
        ["/sang-kien/{id:int}/bien-nhan"] = [Fact.Receipt],
        ["/sang-kien/{id:int}/bien-nhan.pdf"] = [Fact.Receipt],
        ["/sang-kien/{id:int}/bo-sung"] = [Fact.Supplement],
        ["/sang-kien/{id:int}/soan"] = [Fact.Draft],
        ["/sang-kien/{id:int}/tai-lieu"] = [Fact.Draft],
        ["/sang-kien/{id:int}/thong-bao.pdf"] = [Fact.Notice],
        ["/sang-kien/{id:int}/xac-nhan"] = [Fact.Draft],
        ["/sang-kien/{id:int}/xac-nhan/ban-in.pdf"] = [Fact.Draft],
        ["/tep/{id:int}"] = [Fact.Draft],
        ["/tep/{id:int}/noi-dung"] = [Fact.Draft],
        ["/tep/{id:int}/xem"] = [Fact.Draft],
        ["/tham-dinh"] = [Fact.Receipt, Fact.Screening, Fact.Writer],
        ["/tham-dinh/duyet"] = [Fact.Screening],
        ["/tham-dinh/{id:int}"] = [Fact.Receipt, Fact.Opinion, Fact.Reply, Fact.Supplement, Fact.Screening, Fact.Approval, Fact.Writer],
        ["/tham-dinh/{id:int}/bo-sung"] = [Fact.Supplement],
        ["/tham-dinh/{id:int}/hoi-y-kien"] = [Fact.Receipt],
        ["/tham-dinh/{id:int}/yeu-cau-bo-sung"] = [Fact.Receipt],
        ["/thong-bao"] = [Fact.Approval, Fact.Notice],
        ["/thong-bao/du-thao/{id:int}.pdf"] = [Fact.Approval],
        ["/thong-bao/{id:int}.pdf"] = [Fact.Notice],
        ["/tien-do/{year:int}"] = [Fact.Reminder, Fact.Dossier],
        ["/tien-do/{year:int}/nhac"] = [Fact.Reminder],
        ["/tiep-nhan"] = [Fact.Receipt, Fact.Outside, Fact.Writer],
        ["/tiep-nhan.xlsx"] = [Fact.Receipt, Fact.Outside],
        ["/tiep-nhan/{id:int}/sua"] = [Fact.Outside],
        ["/tiep-nhan/{id:int}/xac-nhan"] = [Fact.Outside],
        ["/to-trinh"] = [Fact.Letter],
        ["/to-trinh/{id:int}"] = [Fact.Letter],
        ["/to-trinh/{id:int}/ban-ky"] = [Fact.Letter],
        ["/to-trinh/{id:int}/to-trinh.docx"] = [Fact.Letter],
        ["/to-trinh/{id:int}/to-trinh.pdf"] = [Fact.Letter],
        ["/viec"] = [Fact.Draft, Fact.Sent, Fact.Publication],
        ["/xep-hang/{year:int}"] = [Fact.Outcome, Fact.ClosedSheet, Fact.Judged],
        ["/xep-hang/{year:int}/do-vung"] = [Fact.Outcome, Fact.ClosedSheet, Fact.Judged],
        ["/y-kien"] = [Fact.Opinion],
        ["/y-kien/{id:int}"] = [Fact.Opinion, Fact.Reply],
        ["/y-kien/{id:int}/tep/{fileId:int}"] = [Fact.Opinion],
        ["/y-kien/{id:int}/thu-hoi"] = [Fact.Opinion],
        ["/y-kien/{id:int}/van-ban"] = [Fact.Reply],
    };

    private static readonly Dictionary<Why, string[]> Silent = new()
    {
        [Why.Account] =
        [
            "/dang-nhap", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan/nhap", "/quan-tri/tai-khoan/nhap/mau.xlsx", "/quen-mat-khau", "/sang-kien/da-dang-nhap", "/tai-khoan/dat-lai",
            "/tai-khoan/dat-lai/{token}", "/tai-khoan/mat-khau", "/tai-khoan/nhan", "/tai-khoan/nhan/{token}", "/xac-nhan/{token}",
        ],
        [Why.NoRow] = ["/bien-nhan", "/gio-may-chu", "/lay-y-kien/ma", "/sang-kien/soan", "/tep/khung", "/tiep-nhan/nhap", "/tra-cuu"],
        [Why.Cycle] = ["/ky-xet/lap", "/ky-xet/{year:int}/cong-van", "/ky-xet/{year:int}/cong-van.pdf", "/ky-xet/{year:int}/gia-han", "/ky-xet/{year:int}/gia-han/{id:int}/ket-thuc", "/ky-xet/{year:int}/sua"],
        [Why.Council] = ["/hoi-dong/{year:int}/ghi"],
        [Why.Certificate] = ["/tra-cuu/{code}", "/tra-cuu/{code}/bang-khen.pdf"],
    };

    public static IEnumerable<string> Templates => Telling.Keys.Concat(Silent.Values.SelectMany(pages => pages)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(Fact fact) => [.. Telling.Where(page => page.Value.Contains(fact)).Select(page => page.Key).Order(StringComparer.Ordinal)];
}
