using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>By which way a dossier came that nobody sent here.</summary>
public enum OutsideWay
{
    Paper = 0,
    DocumentSystem = 1,
}

/// <summary>Vietnamese names of the ways.</summary>
public static class OutsideWays
{
    public static string Name(OutsideWay way) => way == OutsideWay.Paper ? "Bản giấy" : "Trục văn bản";
}

/// <summary>Who signed the letter that came with it.</summary>
public sealed record OutsideSigner(string Name, string Post, SigningCapacity Capacity);

/// <summary>What the office's book says of a dossier that came from outside.</summary>
/// <param name="ArrivalNumber">Number in the office's book (số đến).</param>
/// <param name="ArrivedAt">When it reached the office, UTC.</param>
/// <param name="LetterNumber">Number and sign of the unit's signed letter.</param>
/// <param name="Contact">Whom to ask at the unit.</param>
public sealed record OutsideGrounds(OutsideWay Way, string ArrivalNumber, DateTime? ArrivedAt, string LetterNumber, DateOnly? LetterDate, OutsideSigner Signer, string Contact);

/// <summary>The three rows that an entry makes.</summary>
public sealed record OutsideEntry(Initiative Initiative, Endorsement Endorsement, OutsideArrival Arrival);

/// <summary>
/// A dossier that came on paper or through the document system: the Department entered it on the unit's behalf, and the
/// unit says whether it was entered as it was sent.
/// </summary>
public sealed class OutsideArrival
{
    private OutsideArrival()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public OutsideWay Way { get; private set; }
    public string ArrivalNumber { get; private set; } = "";

    /// <summary>UTC; it is what decides whether it came in time.</summary>
    public DateTime ArrivedAt { get; private set; }
    public string LetterNumber { get; private set; } = "";
    public DateOnly LetterDate { get; private set; }
    public string Contact { get; private set; } = "";

    /// <summary>The scan's digest; the scan itself is a file of the dossier.</summary>
    public string ScanSha256 { get; private set; } = "";

    public int EnteredById { get; private set; }
    public string EnteredByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <summary>When the unit said that all is as it was sent, UTC; null: it has not.</summary>
    public DateTime? ConfirmedAt { get; private set; }
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>What the unit found wrong, while the Department has not put it right.</summary>
    public string Objection { get; private set; } = "";
    public string ObjectedByName { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsConfirmed => ConfirmedAt is not null;

    public bool IsObjected => Objection.Length > 0;

    /// <summary>The one sentence that appraisers and the register read; empty once it is confirmed.</summary>
    public string Warning => IsConfirmed ? "" : IsObjected ? "Đơn vị báo nhập chưa đúng" : "Đơn vị chưa xác nhận nội dung nhập thay";

    /// <summary>Refuses what no entry may lack, whatever the scan says.</summary>
    internal static IReadOnlyList<Problem> Check(OutsideGrounds grounds, IntakeWindow? window, DraftContent content, bool hasScan, DateTime now)
    {
        var problems = new List<Problem>();
        void Need(bool met, string field, string message)
        {
            if (!met) problems.Add(new(field, message));
        }

        static bool Said(string text) => VietnameseText.Normalize(text).Length > 0;
        Need(Said(grounds.ArrivalNumber), nameof(ArrivalNumber), "Ghi số đến trong sổ văn thư.");
        if (grounds.ArrivedAt is not { } at) problems.Add(new(nameof(ArrivedAt), "Ghi ngày và giờ hồ sơ đến."));
        else if (at > now) problems.Add(new(nameof(ArrivedAt), "Giờ đến không thể ở sau lúc này."));
        else if (window is null) problems.Add(new("", "Chưa có kỳ nào nhận hồ sơ."));
        else if (!window.Contains(at)) problems.Add(new(nameof(ArrivedAt), Outside(window, at)));
        else if (window.Cycle.Phase != CyclePhase.Open) problems.Add(new("", "Kỳ đã mở chấm điểm, không nhập thêm hồ sơ được nữa."));
        Need(Said(grounds.LetterNumber), nameof(LetterNumber), "Ghi số, ký hiệu tờ trình của đơn vị.");
        if (grounds.LetterDate is null) problems.Add(new(nameof(LetterDate), "Ghi ngày của tờ trình."));
        else if (grounds.LetterDate > VietnamTime.Today(grounds.ArrivedAt ?? now)) problems.Add(new(nameof(LetterDate), "Ngày tờ trình không thể ở sau ngày hồ sơ đến."));
        Need(Said(grounds.Signer.Name), "SignerName", "Ghi người ký tờ trình.");
        Need(Said(grounds.Signer.Post), "SignerPost", "Ghi chức vụ người ký.");
        Need(hasScan, "Scan", "Chọn bản quét của hồ sơ đã nhận.");
        problems.AddRange(Check(content));
        return problems;
    }

    /// <summary>What must be entered; all else may be read in the scan.</summary>
    internal static IReadOnlyList<Problem> Check(DraftContent content)
    {
        var problems = new List<Problem>();
        if (content.Title.Length < 10) problems.Add(new(nameof(content.Title), "Tên sáng kiến cần ít nhất 10 ký tự."));
        if (content.FieldCode is null) problems.Add(new(nameof(content.FieldCode), "Chọn lĩnh vực."));
        if (VietnameseText.CountWords(content.Summary) < 10) problems.Add(new(nameof(content.Summary), "Tóm tắt sáng kiến trong một, hai câu (ít nhất 10 từ)."));
        if (content.Authors.Count == 0) problems.Add(new(nameof(content.Authors), "Thêm ít nhất một tác giả."));
        else if (content.ShareTotal != 100) problems.Add(new(nameof(content.Authors), Completeness.ShareSum(content.ShareTotal) + " Ghi lại tỷ lệ như trên bản giấy, tổng phải là 100%."));
        for (var i = 0; i < content.Authors.Count; i++)
            if (content.Authors[i].Share is null or 0) problems.Add(new($"Authors[{i}].Share", $"Ghi tỷ lệ đóng góp của {content.Authors[i].Name}."));
        return problems;
    }

    private static string Outside(IntakeWindow window, DateTime at) => at < window.OpensAt
        ? $"Giờ đến ở trước khi {window.Cycle.Name} mở nhận ({VietnamTime.WithTime(window.OpensAt)})."
        : $"Hồ sơ đến lúc {VietnamTime.WithTime(at)}, đã quá hạn nhận {window.Cycle.Name} của đơn vị ({VietnamTime.Deadline(window.ClosesAt)}).";

    internal static OutsideArrival Enter(Initiative initiative, OutsideGrounds grounds, string scanSha256, Actor clerk, DateTime now) => new()
    {
        InitiativeId = initiative.Id,
        Way = grounds.Way,
        ArrivalNumber = VietnameseText.Normalize(grounds.ArrivalNumber),
        ArrivedAt = grounds.ArrivedAt!.Value,
        LetterNumber = DocumentNumber.Normalize(grounds.LetterNumber),
        LetterDate = grounds.LetterDate!.Value,
        Contact = VietnameseText.Normalize(grounds.Contact),
        ScanSha256 = scanSha256,
        EnteredById = clerk.PersonId,
        EnteredByName = clerk.Name,
        EnteredAt = now,
    };

    /// <summary>The unit says that all is as it was sent.</summary>
    /// <param name="unitId">The unit of the dossier.</param>
    /// <param name="version">The version that was on the page.</param>
    public Result Confirm(int unitId, int version, Actor actor, DateTime now)
    {
        var may = May(unitId, version, actor);
        if (!may.Ok) return may;
        (ConfirmedAt, ConfirmedByName, Objection, ObjectedByName) = (now, actor.Name, "", "");
        Version++;
        return Result.Success;
    }

    /// <summary>The unit says what was entered wrongly.</summary>
    public Result Object(int unitId, int version, string what, Actor actor)
    {
        var may = May(unitId, version, actor);
        if (!may.Ok) return may;
        if (VietnameseText.Normalize(what) is not { Length: > 0 } said) return Result.Fail(nameof(Objection), "Ghi chỗ nào nhập chưa đúng và đúng ra là gì.");
        (Objection, ObjectedByName) = (said, actor.Name);
        Version++;
        return Result.Success;
    }

    private Result May(int unitId, int version, Actor actor)
    {
        if (!actor.Is(Role.UnitOfficer | Role.UnitHead) || actor.UnitId != unitId) return Result.Fail("", "Chỉ cán bộ đầu mối hoặc lãnh đạo của đơn vị xác nhận nội dung.");
        if (IsConfirmed) return Result.Fail("", $"{ConfirmedByName} đã xác nhận lúc {VietnamTime.WithTime(ConfirmedAt!.Value)}.");
        return version == Version ? Result.Success : Result.Fail("", "Nội dung nhập thay vừa được sửa. Đọc lại rồi trả lời.");
    }

    /// <summary>The Department puts right what it entered, until the unit has confirmed it.</summary>
    public Result Correct(Initiative initiative, Endorsement endorsement, DraftContent content, IReadOnlyList<DossierFile> files, int version, Actor clerk, DateTime now)
    {
        if (IsConfirmed) return Result.Fail("", "Đơn vị đã xác nhận nội dung, không sửa được nữa.");
        if (version != Version) return Result.Fail(nameof(Version), "Nội dung vừa được sửa ở nơi khác. Mở lại rồi sửa.");
        var problems = Check(content);
        if (problems.Count > 0) return Result.Fail(problems);
        var revised = initiative.CorrectEntered(content, clerk, now);
        if (!revised.Ok) return revised;
        endorsement.Reread(initiative, files, now);
        (Objection, ObjectedByName) = ("", "");
        Version++;
        return Result.Success;
    }
}
