using System.Globalization;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Documents;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>A member who never signs in signs on paper: the secretariat types it, a second person compares.</summary>
internal static class DemoPapers
{
    /// <summary>Two of his sheets come in: the first is compared, the second waits for the second person.</summary>
    public static async Task Enter(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, int day)
    {
        var seat = Array.FindIndex(council.Members, member => !stage.SignsIn(member.Person));
        var judge = stage.Who(council.Members[seat].Person);
        Actor Clerk(int index) => stage.Who(council.Clerks[index]) with { Roles = stage.Who(council.Clerks[index]).Roles | Role.Secretariat };
        var (second, typist) = (Clerk(0), Clerk(1));
        var desk = await stage.Send(typist, stage.At(day, 14), new PaperDesk.Query { Year = year, JudgeId = judge.PersonId });
        foreach (var (target, index) in desk.Targets.Take(2).Select((target, index) => (target, index)))
        {
            var source = dossiers.Single(dossier => dossier.Source.Title == target.Title).Source;
            var content = DemoPoints.Of(stage, source, seat);
            using var scan = Scan(stage, year, council, council.Members[seat], target, source, content, day - 1);
            var paper = (await stage.Send(typist, stage.At(day, 14.5 + index * 0.3), new EnterPaperSheet.Command
            {
                SheetId = target.SheetId,
                SignedOn = stage.Day(day - 1),
                Points = DemoPoints.Typed(content),
                Comments = new(content.Comments),
                Scan = new UploadedFile($"phieu-{target.Code}-da-ky.pdf", scan),
            })).Value;
            if (index == 0) await stage.Send(second, stage.At(day, 16), new VerifyPaperSheet.Command { Id = paper, Matches = true });
        }
    }

    /// <summary>The sheet as it would be scanned after signature.</summary>
    private static MemoryStream Scan(DemoStage stage, int year, DemoCouncil council, DemoSeat seat, PaperDesk.Target target, DemoInitiative source, SheetContent content, int signed)
    {
        var rubric = stage.Data.Rubric;
        var stream = new MemoryStream();
        var head = new Agency(["HỘI ĐỒNG XÉT SÁNG KIẾN", "CẢI CÁCH HÀNH CHÍNH"], "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG");
        var field = stage.Data.Fields.Single(field => field.Code == source.Field).Name;
        var paper = new CouncilPaper(head, council.Name, year, stage.Who(seat.Person).Name, CouncilNames.Post(seat.Post), target.Code, source.Title, field, stage.Day(signed), true);
        ScoreSheetDocument.Write(new ScoreSheetModel(paper, [.. rubric.Criteria.Select(criterion => PrintedSheet.CriterionOf(rubric, criterion, content))], rubric.Max, content.Points.Values.Sum(), null), stage.Fonts, stream);
        stream.Position = 0;
        return stream;
    }
}
