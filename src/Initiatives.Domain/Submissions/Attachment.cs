using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Submissions;

/// <summary>What an attachment proves.</summary>
public enum AttachmentKind
{
    Evidence = 0,
    BaseDecision = 1,
    ApplicationConfirmation = 2,
    Picture = 3,
    Video = 4,

    /// <summary>A scan on which every author has signed name, position and share: it stands for the confirmation of each.</summary>
    SignedConfirmation = 5,

    /// <summary>The scan of a dossier that came on paper or through the document system.</summary>
    OutsideScan = 6,
}

/// <summary>Vietnamese names of the kinds.</summary>
public static class AttachmentKinds
{
    public static string Name(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Evidence => "Minh chứng",
        AttachmentKind.BaseDecision => "Quyết định công nhận cấp cơ sở",
        AttachmentKind.ApplicationConfirmation => "Giấy xác nhận hiệu quả áp dụng",
        AttachmentKind.Picture => "Hình ảnh",
        AttachmentKind.Video => "Video",
        AttachmentKind.OutsideScan => "Bản quét hồ sơ đã nhận",
        _ => "Xác nhận có chữ ký của các tác giả",
    };

    /// <summary>What belongs there, for whoever has to choose.</summary>
    public static string Hint(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Evidence => "Báo cáo, bảng số liệu trước và sau, tài liệu hướng dẫn.",
        AttachmentKind.BaseDecision => "Bản chụp quyết định công nhận sáng kiến cấp cơ sở, nếu đã có.",
        AttachmentKind.ApplicationConfirmation => "Giấy xác nhận của nơi đã áp dụng, có chữ ký và con dấu.",
        AttachmentKind.Picture => "Ảnh chụp khi làm theo cách mới: JPG hoặc PNG.",
        AttachmentKind.Video => "Video MP4 ngắn cho thấy cách làm.",
        _ => "Bản chụp có chữ ký của mọi tác giả về tên, chức danh và tỷ lệ; thay cho việc từng người xác nhận qua đường dẫn.",
    };

    /// <summary>Of the formats that the cycle allows, those that make sense there.</summary>
    public static FileFormats Formats(AttachmentKind kind, FileFormats allowed) => allowed & kind switch
    {
        AttachmentKind.Picture => FileFormats.Jpg | FileFormats.Png,
        AttachmentKind.Video => FileFormats.Mp4,
        AttachmentKind.SignedConfirmation or AttachmentKind.OutsideScan => FileFormats.Scan,
        _ => FileFormats.All,
    };

    /// <summary>All kinds that a unit adds, in the order of a dossier's slots.</summary>
    public static IReadOnlyList<AttachmentKind> All { get; } = [.. Enum.GetValues<AttachmentKind>().Where(kind => kind != AttachmentKind.OutsideScan)];
}

/// <summary>A file of a dossier. Its bytes lie under their SHA-256, outside the web root.</summary>
public sealed class Attachment
{
    private Attachment()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public AttachmentKind Kind { get; private set; }

    /// <summary>Name as uploaded, without path and control characters.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Type found in the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public int AddedById { get; private set; }
    public DateTime AddedAt { get; private set; }

    public static Attachment Add(int initiativeId, AttachmentKind kind, string fileName, string contentType, long size, string sha256, int personId, DateTime now) =>
        new()
        {
            InitiativeId = initiativeId,
            Kind = kind,
            FileName = fileName,
            ContentType = contentType,
            Size = size,
            Sha256 = sha256,
            AddedById = personId,
            AddedAt = now,
        };
}
