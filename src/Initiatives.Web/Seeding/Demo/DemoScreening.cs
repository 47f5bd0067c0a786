using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Notices;
using Initiatives.Web.Features.Opinions;
using Initiatives.Web.Features.Screening;
using Initiatives.Web.Features.Supplements;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>Screening as it stands in the midst: dossiers given out, one waits for its unit, one for another department; and the notices at its end.</summary>
internal static class DemoScreening
{
    /// <summary>Gives out what was received, asks one unit for a supplement and another department for an opinion.</summary>
    public static async Task Begin(DemoStage stage, IReadOnlyList<DemoDossier> received)
    {
        var appraisers = stage.All(Role.Appraiser);
        var lead = stage.Any(Role.DepartmentLead);
        foreach (var (dossier, index) in received.Select((dossier, index) => (dossier, index)).Where(item => item.index != 2))   // one is nobody's yet
            await stage.Send(lead, stage.At(0, 7.2), new AssignAppraisers.Command { Ids = [dossier.Id], Appraisers = [appraisers[index % 2].PersonId] });
        if (received.Count < 2) return;

        await DemoIntake.Check(stage, received[0], appraisers[0], stage.At(0, 7.3), most: 6);
        await stage.Send(appraisers[0], stage.At(0, 7.4), new KeepAppraisalDraft.Command { Id = received[0].Id, IsFirst = true, FirstReason = "Đã tra danh mục ba kỳ trước, chưa thấy giải pháp nào ghi lại lần hai theo cách này." });
        await stage.Send(appraisers[0], stage.At(0, 7.5), new RequestSupplement.Command
        {
            Id = received[0].Id,
            Chosen = [nameof(DraftContent.Novelty), nameof(DraftContent.Effects), "Tep-Evidence"],
            Asks = new()
            {
                [nameof(DraftContent.Novelty)] = "Nêu rõ khác gì với sổ tiếp dân điện tử mà Thanh tra thành phố đang dùng.",
                [nameof(DraftContent.Effects)] = "Ghi số liệu trước và sau của ít nhất một quý, cùng cách đếm.",
                ["Tep-Evidence"] = "Bản chụp trang sổ hoặc màn hình phần mềm, che tên người dân.",
            },
            DueOn = stage.Day(12),
        });
        await stage.Send(appraisers[1], stage.At(0, 7.6), new AskOpinion.Command
        {
            Id = received[1].Id,
            UnitId = stage.OfficerOf("SNV").UnitId,
            Question = "Quy trình gộp đơn của anh chị em ruột có trùng với nội dung Sở Nội vụ đang triển khai trong cải cách thủ tục hành chính không?",
            DueOn = stage.Day(6),
            Parts = [DossierPart.PriorSituation, DossierPart.Solution, DossierPart.Novelty],
        });
    }

    /// <summary>The notices of a screening that is over: one for each dossier that is not eligible, one list of the others.</summary>
    public static async Task Announce(DemoStage stage, int year, IReadOnlyList<DemoDossier> dossiers, int day, int number)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        var lead = stage.Any(Role.DepartmentLead);
        var refused = dossiers.Where(item => item.Source.Outcome == "ineligible").ToList();
        var signed = new IssueNotices.Command { Year = year, Date = stage.Day(day), SignerName = lead.Name, Capacity = lead.Capacity };
        if (refused.Count > 0)
        {
            await stage.Send(clerk, stage.At(day, 16), signed with
            {
                Kind = DepartmentNoticeKind.Ineligible,
                Ids = [.. refused.Select(item => item.Id)],
                Numbers = refused.Select((item, i) => (item.Id, Number: number + i)).ToDictionary(item => item.Id, item => $"{item.Number}"),
            });
        }

        await stage.Send(clerk, stage.At(day, 16.1), signed with { Kind = DepartmentNoticeKind.Eligible, Number = $"{number + refused.Count}" });
    }
}
