using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Intake;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What reaches the Department by other ways than the system: a dossier on paper, a unit that asks for more time.</summary>
internal static class DemoOutside
{
    /// <summary>The clerk enters what came by post; its unit has not confirmed it yet.</summary>
    public static async Task Enter(DemoStage stage, DemoInitiative source, int launch)
    {
        var head = stage.Data.People.First(person => person.Unit == source.Unit && person.Roles.Contains(Role.UnitHead) && person.Capacity != SigningCapacity.Deputy);
        await stage.Send(stage.Any(Role.IntakeOfficer), stage.At(-1, 16.5), new EnterOutside.Command
        {
            FormKey = Guid.NewGuid(),
            UnitId = stage.Who(head.Key).UnitId,
            Way = OutsideWay.Paper,
            ArrivalNumber = "1482",
            ArrivedAt = stage.Day(-1),
            ArrivedTime = "16:05",
            LetterNumber = "96/TTr-UBND",
            LetterDate = stage.Day(-2),
            SignerName = head.Name,
            SignerPost = head.Post,
            Contact = "Tạ Văn U, bộ phận trả kết quả",
            Scan = new UploadedFile("ho-so-giay.pdf", DemoFiles.Paper(stage, source)),
            Title = source.Title,
            FieldCode = source.Field,
            SolutionType = source.SolutionType,
            FirstAppliedOn = stage.Day(launch - source.FirstAppliedDaysBeforeLaunch),
            Summary = source.Summary,
            PriorSituation = source.PriorSolution,
            Solution = source.SolutionHtml,
            Novelty = source.Novelty,
            Scope = source.Scope,
            ReplicationConditions = source.ReplicationConditions,
            Authors = [.. source.Authors.Select(author => new OutsideAuthor { Name = author.Name, BirthDate = author.BirthDate, Workplace = author.Workplace, Post = author.Post, Share = author.Share })],
        });
    }

    /// <summary>One unit may send five days longer.</summary>
    public static Task Extend(DemoStage stage, int year, string unit) => stage.Send(stage.Any(Role.IntakeOfficer), stage.At(0, 7), new GrantExtension.Command
    {
        Year = year,
        Unit = $"{stage.OfficerOf(unit).UnitId}",
        RequestedBy = "UBND xã Tứ Kỳ, công văn 57/UBND-VP",
        Reason = "Trụ sở chuyển địa điểm, đường truyền chỉ có lại sau hạn chung.",
        AllowedBy = $"{stage.Any(Role.DepartmentLead).Name}, Giám đốc Sở",
        DocumentNumber = "215/SKHCN-QLKH",
        DocumentDate = stage.Day(0),
        Day = stage.Day(29),
        Hour = "17:00",
    });
}
