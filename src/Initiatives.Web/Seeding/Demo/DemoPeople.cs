using Initiatives.Domain.People;
using Initiatives.Web.Features.Accounts;
using Initiatives.Web.Features.Chase;
using Initiatives.Web.Features.Invitations;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>How far people are with their accounts, and units with the launch: what administrator and Department look after.</summary>
internal static class DemoPeople
{
    /// <summary>Newcomers of this month: none has come in yet.</summary>
    private static readonly (string Name, string Email, string Unit, string Post, Role[] Roles)[] Newcomers =
    [
        ("Phạm Thị Q", "q.pham@haian.example", "11413", "Công chức Văn phòng", [Role.UnitOfficer, Role.Author]),
        ("Vũ Văn S", "s.vu@haian.example", "11413", "Chủ tịch UBND phường", [Role.UnitHead]),
        ("Bùi Thị U", "u.bui@kienan.example", "11443", "Chuyên viên", [Role.UnitOfficer]),
        ("Ngô Văn V", "v.ngo@doson.example", "11455", "Phó Chủ tịch UBND phường", [Role.UnitHead]),
        ("Đinh Thị X", "x.dinh@hongbang.example", "11311", "Công chức Tư pháp – Hộ tịch", [Role.Author]),
        ("Tạ Văn Y", "y.ta@lechan.example", "11383", "Chuyên viên", [Role.Author]),
    ];

    /// <summary>Six who have not come in: one holds a slip that ran out, three a fresh one, two were not invited.</summary>
    public static async Task Invite(DemoStage stage)
    {
        var units = (await stage.Send(Actor.System, stage.At(-31), new UnitChoices.Query())).ToDictionary(unit => unit.Code, unit => unit.Id);
        var admin = stage.Any(Role.Administrator);
        foreach (var (person, index) in Newcomers.Where(person => units.ContainsKey(person.Unit)).Select((person, index) => (person, index)))
        {
            var id = (await stage.Send(admin, stage.At(index == 0 ? -30 : -5, 9 + index), new CreateAccount.Command
            {
                Name = person.Name,
                Email = person.Email,
                UnitId = units[person.Unit],
                Post = person.Post,
                Roles = person.Roles,
                Capacity = person.Post.StartsWith("Phó", StringComparison.Ordinal) ? SigningCapacity.Deputy : SigningCapacity.Head,
            })).Value;
            if (index < 4) await stage.Send(admin, stage.At(index == 0 ? -28 : -4, 10), new IssueLinks.Command { Ids = [id] });
        }
    }

    /// <summary>Two units in three have acknowledged the launch; the one whose accounts the sign-in page offers has not, so that one can.</summary>
    public static async Task Acknowledge(DemoStage stage, int year, int launch)
    {
        var officers = stage.Data.People.Where(person => person.Roles.Contains(Role.UnitOfficer) && person.Unit != "11311").DistinctBy(person => person.Unit).ToArray();
        foreach (var (officer, index) in officers.Select((officer, index) => (officer, index)))
            if (index % 3 != 2) await stage.Send(stage.Who(officer.Key), stage.At(launch + 1 + index % 4, 8 + index % 9), new AcknowledgeLaunch.Command { Year = year });
    }
}
