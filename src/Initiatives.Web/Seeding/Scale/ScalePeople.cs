using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>Somebody of the big cycle, as the rules see him.</summary>
internal sealed record ScalePerson(Person Person, Unit Unit)
{
    public Actor Actor => Person.AsActor();
}

/// <summary>
/// An officer and a head in every unit that sends dossiers, the Department's people, the council's members. Addresses say
/// who is who: dau-moi-{unit}, thu-truong-{unit}, tham-dinh-{n}, uy-vien-{n}, all @quy-mo.example with one password.
/// </summary>
internal sealed class ScalePeople
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Phan", "Đoàn"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Thu", "Minh", "Ngọc", "Quốc", "Thanh", "Hải", "Kim"];
    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Long", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Tuấn", "Uyên", "Yến"];

    private readonly Dictionary<int, ScalePerson> officers = [];
    private readonly Dictionary<int, ScalePerson> heads = [];

    public List<Unit> Units { get; } = [];
    public ScalePerson Clerk { get; private set; } = null!;
    public ScalePerson Lead { get; private set; } = null!;
    public ScalePerson Leader { get; private set; } = null!;
    public List<ScalePerson> Appraisers { get; } = [];
    public List<ScalePerson> Judges { get; } = [];

    public ScalePerson OfficerOf(Unit unit) => officers[unit.Id];

    public ScalePerson HeadOf(Unit unit) => heads[unit.Id];

    /// <summary>The n-th name; names come again after two thousand four hundred.</summary>
    public static string Name(int n) => $"{Families[n % Families.Length]} {Middles[n / Families.Length % Middles.Length]} {Given[n / (Families.Length * Middles.Length) % Given.Length]}";

    public static async Task<ScalePeople> WriteAsync(AppDb db, ScaleOptions options)
    {
        var people = new ScalePeople();
        var all = await db.Units.AsNoTracking().OrderBy(unit => unit.Id).ToListAsync();
        var department = all.Single(unit => unit.Code == "SKHCN");
        people.Units.AddRange(all.Where(unit => unit.MaySubmit && unit.Id != department.Id));
        var made = new List<(ScalePerson Who, string Address)>();

        ScalePerson Add(Unit unit, string address, string post, Role roles)
        {
            var person = Person.Create(Name(made.Count * 7), unit.Id, post, roles, SigningCapacity.Head).Value;
            var who = new ScalePerson(person, unit);
            made.Add((who, address + "@quy-mo.example"));
            return who;
        }

        foreach (var unit in people.Units)
        {
            var code = unit.Code.ToLowerInvariant();
            people.officers[unit.Id] = Add(unit, "dau-moi-" + code, "Chuyên viên", Role.Author | Role.UnitOfficer);
            people.heads[unit.Id] = Add(unit, "thu-truong-" + code, unit.IsCommune ? "Chủ tịch UBND" : "Giám đốc", Role.UnitHead);
        }

        people.Clerk = Add(department, "tiep-nhan", "Chuyên viên", Role.IntakeOfficer);
        for (var i = 1; i <= 6; i++) people.Appraisers.Add(Add(department, $"tham-dinh-{i}", "Chuyên viên", Role.Appraiser));
        people.Lead = Add(department, "lanh-dao", "Phó Giám đốc Sở", Role.DepartmentLead);
        people.Leader = Add(all.Single(unit => unit.Code == "UBND-TP"), "lanh-dao-thanh-pho", "Phó Chủ tịch UBND thành phố", Role.CityLeader);
        Add(all.Single(unit => unit.Code == "SNV"), "thi-dua", "Chuyên viên", Role.HomeAffairs);
        Add(department, "quan-tri", "Chuyên viên", Role.Administrator);
        for (var i = 1; i <= options.Judges; i++)   // the second is the secretary; members come from everywhere
            people.Judges.Add(Add(i == 2 ? department : people.Units[i * 3 % people.Units.Count], $"uy-vien-{i}", "Trưởng phòng", i == 2 ? Role.CouncilMember | Role.CouncilSecretary : Role.CouncilMember));

        foreach (var (who, address) in made)
        {
            db.Add(who.Person);
            db.Record(Actor.System, JournalActions.AccountCreated, who.Person, address);
        }

        await db.SaveChangesAsync();
        var account = new Account();
        var password = new PasswordHasher<Account>().HashPassword(account, ScaleSeed.Password);   // once: one password, and hashing is made to be slow
        foreach (var (who, address) in made)
        {
            db.Add(new Account
            {
                PersonId = who.Person.Id,
                UserName = address,
                NormalizedUserName = address.ToUpperInvariant(),
                Email = address,
                NormalizedEmail = address.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                PasswordHash = password,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            });
        }

        await db.SaveChangesAsync();
        return people;
    }
}
