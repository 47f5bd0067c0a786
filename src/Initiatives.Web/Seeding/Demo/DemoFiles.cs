using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Documents;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What an applicant would attach: the figures as a workbook, and the paper of the place where it was tried.</summary>
internal static class DemoFiles
{
    public static async Task Attach(DemoStage stage, DemoInitiative source, int dossier, Actor writer, DateTime at)
    {
        await Send("Số liệu trước và nay.xlsx", AttachmentKind.Evidence, Figures(source));
        await Send("Giấy xác nhận hiệu quả áp dụng.pdf", AttachmentKind.ApplicationConfirmation, Paper(stage, source));

        async Task Send(string name, AttachmentKind kind, MemoryStream content) =>
            await stage.Send(writer, at, new AttachFile.Command { Id = dossier, Kind = kind, File = new UploadedFile(name, content) });
    }

    private static MemoryStream Figures(DemoInitiative source)
    {
        var content = new MemoryStream();
        Workbook.Write(content, new WorkTable(
            "Số liệu",
            [new("Chỉ tiêu", 40), new("Trước", 14), new("Nay", 14), new("Đơn vị", 12), new("Cách đo", 40)],
            source.Effects.Select(effect => (IReadOnlyList<object?>)[effect.Measure, effect.Before, effect.After, effect.Unit, effect.HowMeasured]),
            source.Title));
        content.Position = 0;
        return content;
    }

    /// <summary>A paper as it would be scanned.</summary>
    public static MemoryStream Paper(DemoStage stage, DemoInitiative source)
    {
        var content = new MemoryStream();
        var sheet = new Sheet(stage.Fonts, SheetInfo.For("Giấy xác nhận hiệu quả áp dụng: " + source.Title, source.Authors[0].Workplace, true))
            .Add(Nd30.NationalTitle())
            .Add(new Gap(14))
            .Add(Nd30.Title("GIẤY XÁC NHẬN", "Hiệu quả áp dụng sáng kiến"))
            .Add(Nd30.Body(new Run("Sáng kiến: "), new Run(source.Title, Face.Bold)))
            .Add(Nd30.Body(new Run("Nơi áp dụng: " + source.Authors[0].Workplace)))
            .Add(Nd30.Body(new Run("Kết quả đo được:")));
        foreach (var effect in source.Effects) sheet = sheet.Add(Nd30.Body(new Run($"{effect.Measure}: trước {effect.Before}, nay {effect.After} {effect.Unit} ({effect.HowMeasured}).")));
        sheet.Write(content);
        content.Position = 0;
        return content;
    }
}
