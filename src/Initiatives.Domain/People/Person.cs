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

    public static Result<Person> Create(string name, int unitId, string post, Role roles, SigningCapacity capacity)
    {
        var clean = VietnameseName.Normalize(name);
        if (clean.Length == 0) return Result.Fail(nameof(Name), "Nhập họ và tên.");
        if (roles.HasFlag(Role.Administrator) && (roles & (Role.CouncilMember | Role.CouncilSecretary)) != 0)
            return Result.Fail(nameof(Roles), "Người quản trị không được làm ủy viên hoặc thư ký Hội đồng.");
        if (roles == Role.None) return Result.Fail(nameof(Roles), "Chọn ít nhất một vai trò.");
        return new Person
        {
            Name = clean,
            SortKey = VietnameseName.SortKey(clean),
            UnitId = unitId,
            Post = VietnameseText.Normalize(post),
            Roles = roles,
            Capacity = capacity,
        };
    }

    /// <summary>Adds roles, as when a decision names the person to a council.</summary>
    public void Grant(Role roles)
    {
        if ((Roles & roles) == roles) return;
        Roles |= roles;
        Version++;
    }

    public Actor AsActor() => new(Id, Name, UnitId, Roles, Capacity, Post);
}
