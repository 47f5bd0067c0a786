using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Councils;

/// <summary>Who established the council; the letter says both (công văn 2345, mục 4 and 5a), so it is recorded, not assumed.</summary>
public enum EstablishingAuthority
{
    CityCommittee = 0,
    Department = 1,
}

/// <summary>Post in the council (TT 18/2013, Điều 8).</summary>
public enum CouncilPost
{
    Chair = 0,
    ViceChair = 1,
    Secretary = 2,
    Member = 3,
    Reviewer = 4,
    UnionRepresentative = 5,
}

/// <summary>Vietnamese names of councils' facts.</summary>
public static class CouncilNames
{
    public static string Post(CouncilPost post) => post switch
    {
        CouncilPost.Chair => "Chủ tịch Hội đồng",
        CouncilPost.ViceChair => "Phó Chủ tịch Hội đồng",
        CouncilPost.Secretary => "Ủy viên thư ký",
        CouncilPost.Member => "Ủy viên",
        CouncilPost.Reviewer => "Ủy viên phản biện",
        _ => "Đại diện công đoàn",
    };

    public static string Authority(EstablishingAuthority authority) => authority switch
    {
        EstablishingAuthority.CityCommittee => "Chủ tịch Ủy ban nhân dân thành phố",
        _ => "Giám đốc Sở Khoa học và Công nghệ",
    };
}

/// <summary>A person to be named to a council, with what the decision prints of him.</summary>
public sealed record Nomination(Person Person, string UnitName, CouncilPost Post)
{
    /// <summary>Codes of the fields that he masters.</summary>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>Most dossiers that he judges, 1 to 1.000; null: no limit.</summary>
    public int? Cap { get; init; }
}

/// <summary>A member.</summary>
public sealed class CouncilMember : Appointee
{
    private CouncilMember()
    {
    }

    internal CouncilMember(Nomination nomination, int order)
        : base(nomination.Person, nomination.UnitName, order) =>
        (Post, Cap, FieldCodes) = (nomination.Post, nomination.Cap, string.Join(',', nomination.Fields.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    public CouncilPost Post { get; private set; }

    /// <summary>Codes of the fields that he masters, comma separated.</summary>
    public string FieldCodes { get; private set; } = "";

    /// <summary>Most dossiers that he judges; null: no limit.</summary>
    public int? Cap { get; private set; }
    public IReadOnlyList<string> Fields => FieldCodes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The council that judges a cycle.</summary>
public sealed class Council
{
    private readonly List<CouncilMember> members = [];
    private readonly List<CouncilClerk> clerks = [];

    private Council()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public string Name { get; private set; } = "";
    public EstablishingAuthority Authority { get; private set; }
    public string DecisionNumber { get; private set; } = "";
    public DateOnly DecisionDate { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CouncilMember> Members => members;

    /// <summary>The secretariat (tổ thư ký): helps the council; judges nothing and has no vote.</summary>
    public IReadOnlyList<CouncilClerk> Clerks => clerks;

    /// <summary>True for the one secretary (ủy viên thư ký), who closes scoring and keeps the minutes.</summary>
    public bool IsSecretary(Actor actor) => members.Exists(member => member.PersonId == actor.PersonId && member.Post == CouncilPost.Secretary);

    public static Result<Council> Establish(int cycleId, string name, EstablishingAuthority authority, string decisionNumber, DateOnly? decisionDate, IReadOnlyList<Nomination> nominations, IReadOnlyList<ClerkNomination>? secretariat = null)
    {
        var council = new Council { CycleId = cycleId };
        var set = council.Record(name, authority, decisionNumber, decisionDate, nominations, secretariat);
        return set.Ok ? council : Result.Fail(set.Problems);
    }

    /// <summary>Records what the establishing decision says; the caller allows it only until scoring opens.</summary>
    public Result Record(string name, EstablishingAuthority authority, string decisionNumber, DateOnly? decisionDate, IReadOnlyList<Nomination> nominations, IReadOnlyList<ClerkNomination>? secretariat = null)
    {
        secretariat ??= [];
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new(nameof(Name), "Ghi tên Hội đồng."));
        if (string.IsNullOrWhiteSpace(decisionNumber)) problems.Add(new(nameof(DecisionNumber), "Ghi số quyết định thành lập Hội đồng."));
        if (decisionDate is null) problems.Add(new(nameof(DecisionDate), "Ghi ngày ký quyết định thành lập Hội đồng."));
        if (WrongWith(nominations) is { } wrong) problems.Add(new(nameof(Members), wrong));
        if (WrongWith(secretariat, nominations) is { } fault) problems.Add(new(nameof(Clerks), fault));
        if (problems.Count > 0) return Result.Fail(problems);
        (Name, Authority, DecisionNumber, DecisionDate) = (VietnameseText.Normalize(name), authority, DocumentNumber.Normalize(decisionNumber), decisionDate!.Value);
        members.Clear();
        members.AddRange(nominations.OrderBy(item => item.Post).ThenBy(item => item.Person.SortKey, StringComparer.Ordinal).Select((item, index) => new CouncilMember(item, index)));
        clerks.Clear();
        clerks.AddRange(secretariat.OrderBy(item => item.Person.SortKey, StringComparer.Ordinal).Select((item, index) => new CouncilClerk(item, index)));
        Version++;
        return Result.Success;
    }

    private static string? WrongWith(IReadOnlyList<Nomination> nominations)
    {
        if (nominations.Count < 3) return "Hội đồng cần ít nhất 3 thành viên.";
        if (nominations.DistinctBy(item => item.Person.Id).Count() != nominations.Count) return "Một người không thể giữ hai chức danh trong Hội đồng.";
        if (nominations.Count(item => item.Post == CouncilPost.Chair) != 1) return "Hội đồng cần đúng một Chủ tịch.";
        if (nominations.Count(item => item.Post == CouncilPost.Secretary) != 1) return "Hội đồng cần đúng một ủy viên thư ký.";
        return nominations.Any(item => item.Cap is < 1 or > 1000) ? "Số hồ sơ tối đa của một thành viên từ 1 đến 1.000, để trống nếu không giới hạn." : null;
    }

    private static string? WrongWith(IReadOnlyList<ClerkNomination> secretariat, IReadOnlyList<Nomination> nominations)
    {
        if (secretariat.DistinctBy(item => item.Person.Id).Count() != secretariat.Count) return "Một người được ghi hai lần trong tổ thư ký.";
        return secretariat.FirstOrDefault(item => nominations.Any(member => member.Person.Id == item.Person.Id)) is { } both
            ? $"{both.Person.Name} là thành viên Hội đồng nên không ở tổ thư ký. Ủy viên thư ký ghi ở danh sách thành viên."
            : null;
    }
}
