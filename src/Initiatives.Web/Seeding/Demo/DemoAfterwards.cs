using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Features.Postings;
using Initiatives.Web.Features.Remonstrances;
using Initiatives.Web.Features.Results;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What followed the council's work: the posted list with a remark, the letters on results, a remonstrance and its answer.</summary>
internal static class DemoAfterwards
{
    /// <summary>Posts the list; a citizen leaves a remark, the Department answers it once the days are over.</summary>
    public static async Task Post(DemoStage stage, int year, int posted, int answered)
    {
        var clerk = stage.Any(Role.IntakeOfficer);
        await stage.Send(clerk, stage.At(posted, 17), new PostList.Command { Year = year });
        await stage.Send(Actor.Public, stage.At(posted + 3, 20), new LeaveRemark.Command
        {
            Year = year,
            Number = 2,
            Name = "Đỗ Thị Minh Họa",
            Contact = "0225 300 0123",
            UnitName = "Người dân phường Lê Chân",
            Text = "Phường tôi cũng làm gần giống từ năm trước. Đề nghị Sở kiểm tra có trùng không, và ghi rõ khác ở điểm nào để các phường khác cùng học.",
        });
        var list = await stage.Send(clerk, stage.At(answered, 9), new RemarkList.Query(year));
        foreach (var remark in list.Rows.Where(row => row.AnsweredAt is null))
        {
            await stage.Send(clerk, stage.At(answered, 10), new AnswerRemark.Command
            {
                Id = remark.Id,
                Version = remark.Version,
                Answer = "Sở đã đối chiếu với báo cáo của phường và danh mục các kỳ trước: cách làm ở phường là sổ giấy, chưa có bước đo kết quả. Giữ trong danh sách; phần khác nhau được ghi vào danh mục công khai.",
            });
        }
    }

    /// <summary>The letters on what was not recognised, all in one act.</summary>
    public static async Task Tell(DemoStage stage, int year, int day)
    {
        var (clerk, lead) = (stage.Any(Role.IntakeOfficer), stage.Any(Role.DepartmentLead));
        var list = await stage.Send(clerk, stage.At(day, 9), new ResultList.Query(year));
        await stage.Send(clerk, stage.At(day, 10), new IssueResultLetters.Command { Year = year, Count = list.Waiting, Date = stage.Day(day), SignerName = lead.Name, Capacity = lead.Capacity });
    }

    /// <summary>The author of a dossier that was not recognised remonstrates; the Department answers in writing.</summary>
    public static async Task Remonstrate(DemoStage stage, IReadOnlyList<DemoDossier> dossiers, int written, int answered)
    {
        var dossier = dossiers.First(item => item.Source.Outcome == "notRecommended" && item.Source.Authors[0].Person is not null);
        var author = stage.Who(dossier.Source.Authors[0].Person!);
        var (clerk, lead) = (stage.Any(Role.IntakeOfficer), stage.Any(Role.DepartmentLead));
        var id = (await stage.Send(author, stage.At(written, 10), new WriteRemonstrance.Command
        {
            HoSo = dossier.Id,
            Content = "Kết luận nêu số liệu chưa tách phần tăng do mùa hè. Hồ sơ có bảng theo tháng của hai năm, trong đó tháng 9 và tháng 10 không phải mùa hè vẫn tăng.",
            Asks = "Đề nghị xem lại bảng số liệu theo tháng và giải thích điểm tiêu chí Hiệu quả.",
        })).Value;
        var page = await stage.Send(clerk, stage.At(answered - 1, 9), new RemonstrancePage.Query(id));
        const string Text = "Sở đã cùng tổ thư ký đọc lại bảng số liệu theo tháng. Số lượt tháng 9 và tháng 10 có tăng, nhưng bảng cộng cả lượt của các lớp hè kéo dài; phần chi phí giảm chưa có xác nhận quyết toán. Điểm tiêu chí Hiệu quả vì vậy được lập đúng trên minh chứng hiện có. Đề nghị tác giả tách số liệu, theo dõi đủ một năm và gửi lại ở kỳ sau.";
        await stage.Send(clerk, stage.At(answered - 1, 10), new DraftAnswer.Command { Id = id, Version = page.Item.Version, AnswerText = Text, Outcome = RemonstranceOutcome.Kept });
        await stage.Send(clerk, stage.At(answered, 15), new SendAnswer.Command { Id = id, Date = stage.Day(answered), SignerName = lead.Name, Capacity = lead.Capacity });
    }
}
