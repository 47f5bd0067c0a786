using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Intake;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    private TestPerson? clerk;

    /// <summary>The Department's intake officer: one person for a whole test.</summary>
    public async Task<TestPerson> Clerk() => clerk ??= await Person(Role.IntakeOfficer, unit: "SKHCN", name: "Phạm Thị Thu Hà");

    /// <summary>What the Department writes when it grants an extension to 17:00 on 2/10/2026.</summary>
    public static GrantExtension.Command ExtensionForm(string unit, string reason = "Mất điện toàn phường từ 20 giờ") => new()
    {
        Year = 2026,
        Unit = unit,
        Day = new DateOnly(2026, 10, 2),
        Hour = "17:00",
        RequestedBy = "UBND phường Hồng Bàng, công văn 45/UBND",
        Reason = reason,
        AllowedBy = "Lê Văn T, Phó Giám đốc Sở",
        DocumentNumber = "512/SKHCN-VP",
        DocumentDate = new DateOnly(2026, 9, 14),
    };

    /// <summary>An extension of the open cycle to 17:00 on 2/10/2026, for a unit or for all; answers its instant.</summary>
    public async Task<DateTime> Extension(string? unit = "11311", string reason = "Mất điện toàn phường từ 20 giờ")
    {
        Sure(await app.Send(ExtensionForm(unit is null ? ExtensionList.AllUnits : $"{await UnitId(unit)}", reason), (await Clerk()).Actor));
        return VietnamTime.ToUtc(new DateTime(2026, 10, 2, 17, 0, 0));
    }
}
