namespace Initiatives.Domain.Journal;

/// <summary>Who may read an entry on the timeline of its subject. The journal itself is the administrator's.</summary>
public enum Audience
{
    /// <summary>Authors and unit, the Department, everyone who may open the subject.</summary>
    Owners,

    /// <summary>The Department only: proposals that are not yet approved.</summary>
    Department,

    /// <summary>The council's secretary and the Department's lead: scores, votes, conclusions.</summary>
    Council,

    /// <summary>The administrator's journal only.</summary>
    Journal,
}

/// <summary>A business act that leaves an entry.</summary>
/// <param name="Code">Stable, in the URL's language.</param>
/// <param name="Label">What a person reads on a timeline.</param>
/// <param name="Audience">Who reads it there.</param>
public sealed record JournalAction(string Code, string Label, Audience Audience);

/// <summary>Every act that is journalled, once.</summary>
public static class JournalActions
{
    public static readonly JournalAction AccountCreated = new("tao-tai-khoan", "Tạo tài khoản", Audience.Journal);
    public static readonly JournalAction SignedIn = new("dang-nhap", "Đăng nhập", Audience.Journal);
    public static readonly JournalAction ReferenceLoaded = new("nap-danh-muc", "Nạp dữ liệu dùng chung", Audience.Journal);

    public static readonly JournalAction CyclePrepared = new("lap-ky", "Lập kỳ xét", Audience.Department);
    public static readonly JournalAction CycleRevised = new("sua-ky", "Sửa cấu hình kỳ xét", Audience.Department);
    public static readonly JournalAction CycleLaunched = new("phat-dong", "Phát động, mở nhận hồ sơ", Audience.Owners);
    public static readonly JournalAction ExtensionGranted = new("gia-han", "Gia hạn nhận hồ sơ", Audience.Owners);
    public static readonly JournalAction ExtensionEnded = new("ket-thuc-gia-han", "Kết thúc gia hạn", Audience.Owners);
    public static readonly JournalAction ScoringOpened = new("mo-cham-diem", "Mở chấm điểm", Audience.Owners);
    public static readonly JournalAction ScoringClosed = new("chot-diem", "Chốt điểm", Audience.Council);

    public static readonly JournalAction DraftStarted = new("soan-ho-so", "Bắt đầu soạn hồ sơ", Audience.Owners);
    public static readonly JournalAction DraftSaved = new("luu-nhap", "Lưu bản nháp", Audience.Journal);
    public static readonly JournalAction DraftRestored = new("khoi-phuc-ban-luu", "Khôi phục bản đã lưu", Audience.Journal);
    public static readonly JournalAction DraftMerged = new("tron-ban-nhap", "Trộn hai bản nháp", Audience.Journal);
    public static readonly JournalAction DraftCopied = new("chep-ho-so", "Chép từ hồ sơ trước", Audience.Owners);
    public static readonly JournalAction FileAttached = new("dinh-kem", "Đính kèm tài liệu", Audience.Owners);
    public static readonly JournalAction FileRemoved = new("bo-dinh-kem", "Bỏ tài liệu đính kèm", Audience.Owners);
    public static readonly JournalAction SentToHead = new("trinh-thu-truong", "Trình thủ trưởng đơn vị", Audience.Owners);
    public static readonly JournalAction ReturnedByHead = new("tra-lai", "Thủ trưởng trả lại", Audience.Owners);
    public static readonly JournalAction Endorsed = new("gui-ho-so", "Thủ trưởng xác nhận, gửi Sở KH&CN", Audience.Owners);
    public static readonly JournalAction EnteredOutside = new("nhap-thay", "Nhận ngoài hệ thống, Sở nhập thay", Audience.Owners);
    public static readonly JournalAction OutsideConfirmed = new("xac-nhan-nhap-thay", "Đơn vị xác nhận nội dung nhập thay", Audience.Owners);
    public static readonly JournalAction OutsideObjected = new("bao-nhap-sai", "Đơn vị báo nhập chưa đúng", Audience.Owners);
    public static readonly JournalAction OutsideCorrected = new("sua-nhap-thay", "Sở sửa nội dung nhập thay", Audience.Owners);
    public static readonly JournalAction AuthorAsked = new("hoi-tac-gia", "Hỏi tác giả xác nhận", Audience.Owners);
    public static readonly JournalAction AuthorConfirmed = new("tac-gia-xac-nhan", "Tác giả xác nhận phần đóng góp", Audience.Owners);
    public static readonly JournalAction AuthorDenied = new("tac-gia-bao-sai", "Tác giả báo thông tin không đúng", Audience.Owners);
    public static readonly JournalAction LetterPrepared = new("lap-to-trinh", "Lập tờ trình của đơn vị", Audience.Owners);
    public static readonly JournalAction LetterCancelled = new("huy-to-trinh", "Hủy tờ trình chưa gửi", Audience.Owners);
    public static readonly JournalAction LetterSent = new("gui-to-trinh", "Tải tờ trình đã ký, gửi Sở KH&CN", Audience.Owners);
    public static readonly JournalAction EndorsedByLetter = new("gui-theo-to-trinh", "Gửi Sở KH&CN theo tờ trình đã ký", Audience.Owners);

    public static readonly JournalAction Withdrawn = new("rut-ho-so", "Rút hồ sơ", Audience.Owners);

    public static readonly JournalAction AppraisalProposed = new("de-xuat-tham-dinh", "Đề xuất kết quả thẩm định", Audience.Department);
    public static readonly JournalAction EligibilityApproved = new("duyet-dieu-kien", "Duyệt kết quả kiểm tra điều kiện", Audience.Owners);

    public static readonly JournalAction ScreeningAssigned = new("giao-tham-dinh", "Giao người thẩm định", Audience.Department);
    public static readonly JournalAction ChecklistSaved = new("ghi-bang-kiem", "Ghi bảng kiểm", Audience.Journal);
    public static readonly JournalAction AppraisalDrafted = new("luu-nhap-tham-dinh", "Lưu nháp đề xuất", Audience.Journal);
    public static readonly JournalAction OpinionAsked = new("hoi-y-kien", "Hỏi ý kiến sở, ngành", Audience.Department);
    public static readonly JournalAction OpinionAnswered = new("tra-loi-y-kien", "Sở, ngành trả lời", Audience.Department);
    public static readonly JournalAction OpinionWithdrawn = new("thu-hoi-y-kien", "Thu hồi yêu cầu ý kiến", Audience.Department);
    public static readonly JournalAction SupplementRequested = new("yeu-cau-bo-sung", "Sở KH&CN yêu cầu bổ sung", Audience.Owners);
    public static readonly JournalAction SupplementSaved = new("luu-bo-sung", "Lưu nội dung bổ sung", Audience.Journal);
    public static readonly JournalAction SupplementSent = new("gui-bo-sung", "Gửi bổ sung", Audience.Owners);
    public static readonly JournalAction SupplementExtended = new("gia-han-bo-sung", "Gia hạn bổ sung", Audience.Owners);
    public static readonly JournalAction SupplementAccepted = new("chap-nhan-bo-sung", "Chấp nhận nội dung bổ sung", Audience.Owners);
    public static readonly JournalAction SupplementClosed = new("dung-cho-bo-sung", "Thẩm định tiếp, không chờ bổ sung", Audience.Owners);
    public static readonly JournalAction NoticeIssued = new("thong-bao-dieu-kien", "Ra thông báo kết quả kiểm tra điều kiện", Audience.Owners);

    public static readonly JournalAction CouncilRecorded = new("lap-hoi-dong", "Ghi nhận Hội đồng", Audience.Department);
    public static readonly JournalAction JudgesAssigned = new("phan-cong", "Phân công chấm", Audience.Council);
    public static readonly JournalAction ConflictDeclared = new("khai-xung-dot", "Thành viên khai xung đột lợi ích", Audience.Council);
    public static readonly JournalAction ConflictSet = new("ghi-xung-dot", "Ghi xung đột lợi ích của thành viên", Audience.Council);
    public static readonly JournalAction ConflictLifted = new("go-xung-dot", "Gỡ xung đột lợi ích", Audience.Council);
    public static readonly JournalAction StandInNamed = new("cu-nguoi-thay", "Cử người thay thư ký, lãnh đạo có xung đột", Audience.Council);
    public static readonly JournalAction SheetSaved = new("luu-phieu", "Lưu phiếu chấm", Audience.Journal);
    public static readonly JournalAction SheetSubmitted = new("nop-phieu", "Nộp phiếu chấm", Audience.Journal);
    public static readonly JournalAction SheetChanged = new("sua-phieu-da-nop", "Sửa phiếu đã nộp", Audience.Journal);
    public static readonly JournalAction SheetPutAside = new("de-lai-phieu", "Để lại phiếu chấm sau", Audience.Journal);
    public static readonly JournalAction JudgesReminded = new("nhac-cham", "Gửi thư nhắc chấm điểm", Audience.Department);
    public static readonly JournalAction OutlierAsked = new("hoi-lai-phieu", "Thư ký hỏi lại phiếu lệch xa", Audience.Council);
    public static readonly JournalAction OutlierAnswered = new("tra-loi-hoi-lai", "Người chấm trả lời về phiếu lệch xa", Audience.Council);
    public static readonly JournalAction JudgeCalled = new("moi-cham-them", "Mời thêm người chấm", Audience.Council);
    public static readonly JournalAction SheetReopened = new("mo-lai-phieu", "Thư ký mở lại phiếu chấm", Audience.Council);
    public static readonly JournalAction PaperEntered = new("nhap-phieu-giay", "Nhập thay phiếu giấy", Audience.Journal);
    public static readonly JournalAction PaperVerified = new("doi-chieu-phieu-giay", "Đối chiếu phiếu giấy, phiếu được tính", Audience.Journal);
    public static readonly JournalAction PaperRejected = new("tra-phieu-giay", "Trả phiếu giấy nhập sai", Audience.Journal);
    public static readonly JournalAction ReviewSaved = new("luu-phan-bien", "Lưu nhận xét phản biện", Audience.Journal);
    public static readonly JournalAction ReviewSubmitted = new("nop-phan-bien", "Nộp nhận xét phản biện", Audience.Council);
    public static readonly JournalAction ReadingsSealed = new("niem-phong-doc-diem", "Niêm phong nhật ký đọc điểm", Audience.Journal);
    public static readonly JournalAction SessionRecorded = new("ghi-phien-hop", "Ghi phiên họp", Audience.Council);
    public static readonly JournalAction Concluded = new("ket-luan", "Hội đồng kết luận", Audience.Council);
    public static readonly JournalAction SessionConcluded = new("ket-thuc-phien", "Kết thúc phiên họp", Audience.Council);
    public static readonly JournalAction SessionPlanned = new("lap-phien-hop", "Lập phiên họp", Audience.Council);
    public static readonly JournalAction SessionCancelled = new("huy-phien-hop", "Hủy phiên họp chưa họp", Audience.Council);
    public static readonly JournalAction AgendaMoved = new("xep-nghi-trinh", "Sắp xếp nghị trình", Audience.Journal);
    public static readonly JournalAction BoardNamed = new("lap-ban-kiem-phieu", "Lập ban kiểm phiếu", Audience.Council);
    public static readonly JournalAction ItemTakenUp = new("dua-ra-xet", "Đưa hồ sơ ra xét", Audience.Council);
    public static readonly JournalAction ItemNoted = new("ghi-dien-bien", "Ghi diễn biến phiên họp", Audience.Council);
    public static readonly JournalAction ItemPostponed = new("hoan-ho-so", "Hoãn hồ sơ sang phiên sau", Audience.Council);
    public static readonly JournalAction DossierScoringClosed = new("chot-diem-ho-so", "Chốt điểm hồ sơ tại phiên họp", Audience.Council);
    public static readonly JournalAction VoteEntered = new("nhap-kiem-phieu", "Nhập số phiếu, chưa công bố", Audience.Journal);
    public static readonly JournalAction VoteDiscarded = new("bo-so-phieu", "Bỏ số phiếu đã nhập, chưa công bố", Audience.Journal);
    public static readonly JournalAction VoteCorrected = new("dinh-chinh-bieu-quyet", "Đính chính kết quả biểu quyết", Audience.Council);
    public static readonly JournalAction ResolutionPassed = new("nghi-quyet-hoi-dong", "Hội đồng nghị quyết khác kết quả tính", Audience.Council);
    public static readonly JournalAction DissentRecorded = new("y-kien-bao-luu", "Ghi ý kiến bảo lưu", Audience.Council);
    public static readonly JournalAction TieBallotCounted = new("bo-phieu-kin", "Bỏ phiếu kín giữa các hồ sơ bằng điểm", Audience.Council);
    public static readonly JournalAction AssignmentUndone = new("hoan-tac-phan-cong", "Hoàn tác lần phân công gần nhất", Audience.Council);
    public static readonly JournalAction JudgeAdded = new("goi-them-nguoi-cham", "Gọi thêm người chấm", Audience.Council);

    public static readonly JournalAction ListPosted = new("niem-yet", "Niêm yết danh sách dự kiến công nhận", Audience.Department);
    public static readonly JournalAction RemarkReceived = new("nhan-gop-y", "Nhận góp ý về danh sách niêm yết", Audience.Department);
    public static readonly JournalAction RemarkAnswered = new("tra-loi-gop-y", "Trả lời góp ý về danh sách niêm yết", Audience.Department);
    public static readonly JournalAction ResultLetterIssued = new("cong-van-ket-qua", "Ra công văn thông báo kết quả", Audience.Owners);
    public static readonly JournalAction RemonstranceReceived = new("nhan-kien-nghi", "Sở KH&CN nhận kiến nghị", Audience.Owners);
    public static readonly JournalAction RemonstranceForwarded = new("chuyen-kien-nghi", "Chuyển thư ký Hội đồng giải trình", Audience.Council);
    public static readonly JournalAction ResultExplained = new("giai-trinh", "Thư ký Hội đồng giải trình", Audience.Council);
    public static readonly JournalAction RescoringOrdered = new("giao-cham-lai", "Giao chấm lại theo kiến nghị", Audience.Owners);
    public static readonly JournalAction RescorersNamed = new("chon-nguoi-cham-lai", "Chọn người chấm lại", Audience.Council);
    public static readonly JournalAction RescoringClosed = new("chot-cham-lai", "Chốt kết quả chấm lại", Audience.Council);
    public static readonly JournalAction RemonstranceDrafted = new("soan-tra-loi-kien-nghi", "Soạn trả lời kiến nghị", Audience.Council);
    public static readonly JournalAction RemonstranceAnswered = new("tra-loi-kien-nghi", "Sở KH&CN trả lời kiến nghị", Audience.Owners);

    public static readonly JournalAction DecisionDrafted = new("soan-quyet-dinh", "Soạn dự thảo quyết định", Audience.Council);
    public static readonly JournalAction DecisionFilled = new("ghi-the-thuc", "Ghi thể thức dự thảo", Audience.Council);
    public static readonly JournalAction MeritChosen = new("chon-bang-khen", "Chọn sáng kiến đề nghị Bằng khen", Audience.Council);
    public static readonly JournalAction DecisionFrozen = new("trinh-ky", "Trình ký quyết định", Audience.Council);
    public static readonly JournalAction DecisionReopened = new("lay-lai-du-thao", "Lấy lại dự thảo để sửa", Audience.Council);
    public static readonly JournalAction DecisionSigned = new("ky-quyet-dinh", "Ký quyết định", Audience.Council);
    public static readonly JournalAction DecisionPublished = new("cong-bo", "Công bố quyết định", Audience.Owners);
    public static readonly JournalAction OpinionRecorded = new("y-kien-so-noi-vu", "Sở Nội vụ cho ý kiến", Audience.Council);
    public static readonly JournalAction Recognised = new("cong-nhan", "Được công nhận", Audience.Owners);
    public static readonly JournalAction NotRecognised = new("khong-cong-nhan", "Không được công nhận", Audience.Owners);
    public static readonly JournalAction MeritAwarded = new("bang-khen", "Được tặng Bằng khen", Audience.Owners);
    public static readonly JournalAction CertificateIssued = new("lap-bang-khen", "Lập bản in Bằng khen", Audience.Owners);

    public static readonly JournalAction AccountChanged = new("sua-tai-khoan", "Sửa tài khoản", Audience.Journal);
    public static readonly JournalAction PeopleImported = new("nhap-tai-khoan", "Nhập danh sách tài khoản", Audience.Journal);
    public static readonly JournalAction LinkIssued = new("cap-lien-ket", "Cấp liên kết đặt mật khẩu", Audience.Journal);
    public static readonly JournalAction LinkRevoked = new("thu-hoi-lien-ket", "Thu hồi liên kết đặt mật khẩu", Audience.Journal);
    public static readonly JournalAction PasswordChosen = new("dat-mat-khau", "Đặt mật khẩu", Audience.Journal);
    public static readonly JournalAction PasswordChanged = new("doi-mat-khau", "Đổi mật khẩu", Audience.Journal);
    public static readonly JournalAction AccountClosed = new("dong-tai-khoan", "Đóng tài khoản", Audience.Journal);
    public static readonly JournalAction AccountReopened = new("mo-tai-khoan", "Mở lại tài khoản", Audience.Journal);
    public static readonly JournalAction LaunchAcknowledged = new("nhan-cong-van", "Đơn vị xác nhận đã nhận công văn phát động", Audience.Journal);
    public static readonly JournalAction UnitsChased = new("don-doc", "Gửi thư đôn đốc các đơn vị", Audience.Department);

    private static readonly Dictionary<string, JournalAction> ByCode = typeof(JournalActions)
        .GetFields()
        .Select(field => field.GetValue(null))
        .OfType<JournalAction>()
        .ToDictionary(action => action.Code, StringComparer.Ordinal);

    /// <summary>All actions.</summary>
    public static IReadOnlyCollection<JournalAction> All => ByCode.Values;

    /// <summary>The action of a stored code; an unknown code (of a later version) reads as itself.</summary>
    public static JournalAction Of(string code) =>
        ByCode.TryGetValue(code, out var action) ? action : new JournalAction(code, code, Audience.Journal);

    /// <summary>Codes that <paramref name="audience"/> may read on a timeline.</summary>
    public static IReadOnlyList<string> CodesFor(Audience audience) =>
        [.. ByCode.Values.Where(action => action.Audience <= audience && action.Audience != Audience.Journal).Select(action => action.Code)];
}
