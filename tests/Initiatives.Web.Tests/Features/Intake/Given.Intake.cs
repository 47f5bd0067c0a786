using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Intake;
using Initiatives.Web.Platform.Files;
using SkiaSharp;

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

    /// <summary>A PDF as a scanner writes it: one page.</summary>
    public static byte[] ScannedPaper { get; } = Paper();

    private static byte[] Paper()
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes))
        {
            using var canvas = document.BeginPage(595, 842);
            canvas.DrawRect(40, 40, 500, 700, new SKPaint { Color = SKColors.LightGray });
            document.EndPage();
        }

        return bytes.ToArray();
    }

    /// <summary>The fields of an entry from outside that is in order: paper of phường Hồng Bàng, arrived at 15:15 on 30/9/2026.</summary>
    public async Task<(string Name, string Value)[]> OutsideFields(params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FormKey"] = "6f2c1f0e-0f5b-4a43-9a3e-2f1f6d1f0a01",
            ["UnitId"] = $"{await UnitId("11311")}",
            ["Way"] = nameof(OutsideWay.Paper),
            ["ArrivalNumber"] = "1234",
            ["ArrivedAt"] = "30/9/2026",
            ["ArrivedTime"] = "15:15",
            ["LetterNumber"] = "77/TTr-UBND",
            ["LetterDate"] = "28/9/2026",
            ["SignerName"] = "Đỗ Văn M",
            ["SignerPost"] = "Phó Chủ tịch",
            ["ForHead"] = "true",
            ["Contact"] = "Vũ Văn Sơn, 0912 345 678",
            ["Title"] = "Quầy một cửa lưu động ở chợ Sắt",
            ["FieldCode"] = "LV-C",
            ["Summary"] = "Tiểu thương không bỏ sạp đi làm giấy tờ được nên quầy đến tận chợ.",
            ["Authors[0].Name"] = "Trần Thị K",
            ["Authors[0].Share"] = "100",
        };
        foreach (var (name, value) in changed) fields[name] = value;
        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>A dossier of a unit that the Department entered from paper, not yet confirmed; answers its id.</summary>
    public async Task<int> OutsideDossier(string unit = "11311", string arrived = "28/9/2026", string time = "15:15")
    {
        var (day, at) = (DateOnly.ParseExact(arrived, "d/M/yyyy"), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        if (app.Clock.Now < VietnamTime.ToUtc(day.ToDateTime(at))) app.Clock.Now = VietnamTime.ToUtc(day.ToDateTime(at)).AddHours(1);
        return Sure(await app.Send(new EnterOutside.Command
        {
            FormKey = Guid.NewGuid(),
            UnitId = await UnitId(unit),
            ArrivalNumber = "1234",
            ArrivedAt = day,
            ArrivedTime = time,
            LetterNumber = "77/TTr-UBND",
            LetterDate = day,
            SignerName = "Đỗ Văn M",
            SignerPost = "Phó Chủ tịch",
            ForHead = true,
            Title = "Quầy một cửa lưu động ở chợ Sắt",
            FieldCode = "LV-C",
            Summary = "Tiểu thương không bỏ sạp đi làm giấy tờ được nên quầy đến tận chợ.",
            Authors = [new OutsideAuthor { Name = "Trần Thị K", Share = 100 }],
            Scan = new UploadedFile("ho-so.pdf", new MemoryStream(ScannedPaper)),
        }, (await Clerk()).Actor)).Value;
    }
}
