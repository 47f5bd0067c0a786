namespace Initiatives.Domain.Councils;

/// <summary>Why a member may not judge a dossier (DOMAIN § 3.3, recusal).</summary>
public enum ConflictKind
{
    /// <summary>He is an author, also under another account.</summary>
    Author = 0,

    /// <summary>An author of it is his co-author in another dossier of the cycle.</summary>
    CoAuthor = 1,

    /// <summary>It comes from his unit, or one of its authors works there.</summary>
    Unit = 2,

    /// <summary>He appraised it for the Department.</summary>
    Appraiser = 3,

    /// <summary>He took part in its trial.</summary>
    Trial = 4,

    /// <summary>He is head or deputy of its unit, or of an author's.</summary>
    Head = 5,

    /// <summary>Declared: spouse or close kin of an author.</summary>
    Family = 6,

    /// <summary>Declared: an interest in the outcome.</summary>
    Benefit = 7,

    /// <summary>Declared: anything else; the note says what.</summary>
    Other = 8,
}

/// <summary>Words of conflicts.</summary>
public static class ConflictKinds
{
    /// <summary>What a member may declare; the rest is found by the rules.</summary>
    public static IReadOnlyList<ConflictKind> Declarable { get; } = [ConflictKind.Family, ConflictKind.Benefit, ConflictKind.Trial, ConflictKind.CoAuthor, ConflictKind.Other];

    /// <summary>
    /// Kinds that also keep somebody of the Department from preparing a decision. The others lie in its office: its own unit's
    /// dossiers and those it appraised are in decisions that nobody else may draft.
    /// </summary>
    public static IReadOnlyList<ConflictKind> Personal { get; } = [ConflictKind.Author, ConflictKind.CoAuthor, ConflictKind.Trial, ConflictKind.Family, ConflictKind.Benefit, ConflictKind.Other];

    /// <summary>The conflict in words, after a name: "Trần Thị Bình cùng đơn vị".</summary>
    public static string Name(ConflictKind kind) => kind switch
    {
        ConflictKind.Author => "là tác giả",
        ConflictKind.CoAuthor => "đồng tác giả với tác giả của hồ sơ",
        ConflictKind.Unit => "cùng đơn vị",
        ConflictKind.Appraiser => "đã thẩm định hồ sơ",
        ConflictKind.Trial => "đã tham gia áp dụng thử",
        ConflictKind.Head => "là lãnh đạo đơn vị của tác giả",
        ConflictKind.Family => "là người thân của tác giả",
        ConflictKind.Benefit => "có lợi ích liên quan",
        _ => "có lý do khác",
    };

    /// <summary>The choice as the one who declares it reads it.</summary>
    public static string Choice(ConflictKind kind) => kind switch
    {
        ConflictKind.Family => "Vợ, chồng hoặc người thân của tác giả",
        ConflictKind.Benefit => "Có lợi ích liên quan đến kết quả",
        ConflictKind.Trial => "Đã tham gia áp dụng thử sáng kiến",
        ConflictKind.CoAuthor => "Cộng tác thường xuyên với tác giả",
        _ => "Lý do khác",
    };
}
