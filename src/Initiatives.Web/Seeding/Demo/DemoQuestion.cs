using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Disagreement;
using Initiatives.Web.Features.Scoring;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>A sheet that lies far from the others, what its judge is asked once scoring is closed, and what he answers.</summary>
/// <param name="Dossier">As the demo's files name it.</param>
/// <param name="Profile">Total that the judge gave.</param>
/// <param name="Answer">None: he has not answered yet.</param>
internal sealed record DemoQuestion(string Dossier, string Judge, decimal Profile, string Text, OutlierAnswer Answer = OutlierAnswer.None, string Reason = "")
{
    private static readonly DemoQuestion[] All =
    [
        new("S12", "sxd-tran-van-g", 45, "Phiếu này thấp xa các phiếu khác, nhất là ở Hiệu quả. Đề nghị anh xem lại và cho biết giữ hay sửa.", OutlierAnswer.Confirm,
            "Tôi giữ điểm: số việc chờ do chính xã đếm trên bảng giấy, không để lại dấu vết để người khác kiểm."),
        new("S22", "mttqtp-vu-thi-t", 52, "Phiếu này thấp xa các phiếu khác ở cả ba tiêu chí trong khi nhận xét đều tốt. Đề nghị chị xem lại.", OutlierAnswer.Revise,
            "Tôi chấm nhầm theo thang 10 ở các mục có điểm tối đa 15; xin ghi lại đúng thang của phiếu."),
        new("N07", "mttqtp-vu-thi-t", 94, "Phiếu này cao xa các phiếu khác, nhất là ở Nhân rộng. Đề nghị chị xem lại và cho biết giữ hay sửa.", OutlierAnswer.Confirm,
            "Tôi giữ điểm: đã hỏi trực tiếp hai xã, cách làm này áp dụng được cho mọi cặp xã liền kề sau khi có quy chế mẫu."),
        new("N10", "sxd-tran-van-g", 56, "Phiếu này thấp xa các phiếu khác ở cả ba tiêu chí. Đề nghị anh xem lại và cho biết giữ hay sửa."),
    ];

    /// <summary>The one that waits for its answer.</summary>
    public static DemoQuestion Open => All[^1];

    public static DemoQuestion? On(DemoInitiative dossier, string judge) => Array.Find(All, item => item.Dossier == dossier.Id && item.Judge == judge);

    /// <summary>The secretary asks, or who acts for him; whoever wants to revise changes his sheet the same evening.</summary>
    public static async Task AskAll(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, IReadOnlyDictionary<int, Actor> acting, int day)
    {
        foreach (var dossier in dossiers)
            foreach (var question in All.Where(item => item.Dossier == dossier.Source.Id))
                await question.Ask(stage, year, council, dossier, acting.GetValueOrDefault(dossier.Id, stage.Secretary(council)), day);
    }

    private async Task Ask(DemoStage stage, int year, DemoCouncil council, DemoDossier dossier, Actor secretary, int day)
    {
        var judge = stage.Judge(Judge);
        var page = await stage.Send(secretary, stage.At(day, 9), new DisagreementPage.Query(year, dossier.Id));
        var sheet = page.Board!.Sheets.Single(item => item.PersonId == judge.PersonId).SheetId;
        await stage.Send(secretary, stage.At(day, 9.5), new AskJudge.Command { Year = year, InitiativeId = dossier.Id, SheetId = sheet, Text = Text });
        if (Answer == OutlierAnswer.None) return;
        var asked = (await stage.Send(judge, stage.At(day, 20), new MyDesk.Query { Year = year })).Questions.Single(item => item.SheetId == sheet);
        await stage.Send(judge, stage.At(day, 20.2), new AnswerQuestion.Command { Id = asked.Id, Answer = Answer, Reason = Reason });
        if (Answer != OutlierAnswer.Revise) return;
        var open = await stage.Send(judge, stage.At(day, 20.3), new ScoreDesk.Query(sheet));
        var content = DemoPoints.Of(stage, dossier.Source, Array.FindIndex(council.Members, seat => seat.Person == Judge));
        await stage.Send(judge, stage.At(day, 20.5), DemoPoints.Save(sheet, content, version: open.Version, reason: Reason));
    }
}
