using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>A person known to the system. Signing in is the account's matter, not the person's.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public int UnitId { get; private set; }

    /// <summary>Official post (chức vụ).</summary>
    public string Post { get; private set; } = "";

    public Role Roles { get; private set; }

    public SigningCapacity Capacity { get; private set; }

    public int Version { get; private set; }

    /// <summary>Most letters of a name, and of a post.</summary>
    public const int LongestName = 100;
    public const int LongestPost = 200;

    public static Result<Person> Create(string name, int unitId, string post, Role roles, SigningCapacity capacity)
    {
        var person = new Person();
        var described = person.Describe(name, unitId, post, roles, capacity);
        return described.Ok ? person : Result.Fail(described.Problems);
    }

    /// <summary>Takes over what an administrator says of the person now; nothing changes when it is what stands already.</summary>
    public Result Describe(string name, int unitId, string post, Role roles, SigningCapacity capacity)
    {
        var (clean, office) = (VietnameseName.Normalize(name), VietnameseText.Normalize(post));
        if (clean.Length == 0) return Result.Fail(nameof(Name), "Nhập họ và tên.");
        if (RefusalOf(roles) is { } refusal) return Result.Fail(nameof(Roles), refusal);
        if ((Name, UnitId, Post, Roles, Capacity) == (clean, unitId, office, roles, capacity)) return Result.Success;
        (Name, SortKey, UnitId, Post, Roles, Capacity) = (clean, VietnameseName.SortKey(clean), unitId, office, roles, capacity);
        Version++;
        return Result.Success;
    }

    /// <summary>Why nobody may hold these roles together; null when one may.</summary>
    public static string? RefusalOf(Role roles) =>
        roles == Role.None ? "Chọn ít nhất một vai trò."
        : roles.HasFlag(Role.Administrator) && (roles & (Role.CouncilMember | Role.CouncilSecretary)) != 0 ? "Người quản trị không được làm ủy viên hoặc thư ký Hội đồng."
        : roles.HasFlag(Role.Administrator | Role.Secretariat) ? "Người quản trị không được ở tổ thư ký Hội đồng."
        : null;

    /// <summary>Adds roles, as when a decision names the person to a council.</summary>
    public void Grant(Role roles)
    {
        if ((Roles & roles) == roles) return;
        Roles |= roles;
        Version++;
    }

    public Actor AsActor() => new(Id, Name, UnitId, Roles, Capacity, Post);
}
