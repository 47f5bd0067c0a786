namespace Initiatives.Domain.People;

/// <summary>
/// What a person may act as; one person may hold several. The legal bounds of each role stand in DOMAIN § 6,
/// what each may do in <see cref="Access.Permissions"/>.
/// </summary>
[Flags]
public enum Role
{
    None = 0,
    Author = 1 << 0,
    UnitOfficer = 1 << 1,
    UnitHead = 1 << 2,
    IntakeOfficer = 1 << 3,
    Appraiser = 1 << 4,
    DepartmentLead = 1 << 5,
    CouncilMember = 1 << 6,
    CouncilSecretary = 1 << 7,
    HomeAffairs = 1 << 8,
    Press = 1 << 9,
    CityLeader = 1 << 10,
    Administrator = 1 << 11,

    /// <summary>The council's secretariat: enters what absent members signed on paper; judges nothing by it.</summary>
    Secretariat = 1 << 12,
}

/// <summary>In which capacity a head of a unit signs (NĐ 30/2020, Phụ lục I, mục II.7).</summary>
public enum SigningCapacity
{
    /// <summary>The head signs in his own name.</summary>
    Head = 0,

    /// <summary>A deputy signs for the head: "KT.".</summary>
    Deputy = 1,
}

/// <summary>Vietnamese names of the roles, as people read them.</summary>
public static class RoleNames
{
    private static readonly (Role Role, string Name)[] All =
    [
        (Role.Administrator, "Quản trị"),
        (Role.CityLeader, "Lãnh đạo thành phố"),
        (Role.DepartmentLead, "Lãnh đạo Sở KH&CN"),
        (Role.CouncilSecretary, "Thư ký Hội đồng"),
        (Role.Secretariat, "Tổ thư ký Hội đồng"),
        (Role.Appraiser, "Thẩm định"),
        (Role.IntakeOfficer, "Tiếp nhận"),
        (Role.HomeAffairs, "Thi đua, khen thưởng"),
        (Role.Press, "Báo chí"),
        (Role.CouncilMember, "Ủy viên Hội đồng"),
        (Role.UnitHead, "Thủ trưởng đơn vị"),
        (Role.UnitOfficer, "Cán bộ đầu mối"),
        (Role.Author, "Tác giả"),
    ];

    /// <summary>Every single role with its name; the first that a person holds is the one he is addressed by.</summary>
    public static IReadOnlyList<(Role Role, string Name)> Each => All;

    /// <summary>The names of all roles in <paramref name="roles"/>.</summary>
    public static IEnumerable<string> Of(Role roles) =>
        All.Where(item => roles.HasFlag(item.Role)).Select(item => item.Name);
}
