using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Disagreement;
using Initiatives.Web.Features.Recusals;
using Initiatives.Web.Features.Reviews;
using Initiatives.Web.Features.Scoring;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>What does not go straight on while a council scores.</summary>
internal static class DemoTurns
{
    /// <summary>A member declares a conflict with a dossier that he judges and does not review; one more is called in his place.</summary>
    public static async Task Declare(DemoStage stage, int year, DemoCouncil council, int day)
    {
        var member = stage.Judge(council.Members.First(seat => seat.Post == CouncilPost.Reviewer).Person);
        var clerk = stage.Any(Role.IntakeOfficer);
        var reviews = (await stage.Send(member, stage.At(day, 19), new ReviewList.Query(year))).Items.Select(item => item.Code).ToHashSet();
        foreach (var item in (await stage.Send(member, stage.At(day, 19), new MyDesk.Query { Year = year })).Items.Where(item => !reviews.Contains(item.Code)))
        {
            var judges = await stage.Send(clerk, stage.At(day, 19), new DossierJudges.Query(year, item.InitiativeId));
            if (judges.Callable.Count == 0) continue;
            await stage.Send(member, stage.At(day, 19.2), new DeclareConflict.Command
            {
                SheetId = item.SheetId,
                Kind = ConflictKind.Trial,
                Note = "Tôi đã góp ý chuyên môn cho nhóm tác giả khi đơn vị chạy thử.",
                Confirm = true,
            });
            await stage.Send(clerk, stage.At(day + 1, 9), new AddJudge.Command { Id = item.InitiativeId, PersonId = judges.Callable[0].PersonId, Reason = $"Chấm thay {member.Name}, đã khai xung đột lợi ích." });
            return;
        }
    }

    /// <summary>Having read a review, a member takes points back on a sheet that he has handed in.</summary>
    public static async Task Change(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, int day)
    {
        var seat = Array.FindIndex(council.Members, member => member.Post == CouncilPost.UnionRepresentative);
        var judge = stage.Judge(council.Members[seat].Person);
        var items = (await stage.Send(judge, stage.At(day, 20), new MyDesk.Query { Year = year })).Items;
        var (item, source) = items.Select(item => (item, dossiers.Single(dossier => dossier.Id == item.InitiativeId).Source))
            .First(pair => pair.Source.ScoreProfile > 80 && DemoQuestion.On(pair.Source, council.Members[seat].Person) is null);
        var desk = await stage.Send(judge, stage.At(day, 20.1), new ScoreDesk.Query(item.SheetId));
        await stage.Send(judge, stage.At(day, 20.3), DemoPoints.Save(item.SheetId, DemoPoints.Of(stage, source, seat, item.Total - 3.5m), version: desk.Version,
            reason: "Đọc nhận xét phản biện, tôi bớt điểm vì số liệu mới của một kỳ và chi phí duy trì chưa nêu rõ."));
    }

    /// <summary>A judge puts one aside to come back to it.</summary>
    public static async Task PutAside(DemoStage stage, int year, DemoCouncil council, int day)
    {
        foreach (var member in council.Members.Where(seat => seat.Post == CouncilPost.Reviewer).Select(seat => stage.Judge(seat.Person)).Skip(1))
        {
            var item = (await stage.Send(member, stage.At(day, 21), new MyDesk.Query { Year = year })).Items.FirstOrDefault(item => !item.IsStarted);
            if (item is null) continue;
            await stage.Send(member, stage.At(day, 21.2), new SaveScoreSheet.Command { Id = item.SheetId, Op = SaveScoreSheet.PutAside });
            return;
        }
    }

    /// <summary>After closing, the secretary calls one more judge to the dossier whose judge has not answered.</summary>
    public static async Task Call(DemoStage stage, int year, DemoCouncil council, IReadOnlyList<DemoDossier> dossiers, IReadOnlyDictionary<int, Actor> acting, int day)
    {
        var dossier = dossiers.Single(item => item.Source.Id == DemoQuestion.Open.Dossier);
        var secretary = acting.GetValueOrDefault(dossier.Id, stage.Secretary(council));
        var page = await stage.Send(secretary, stage.At(day, 10), new CallJudge.Query(year, dossier.Id));
        await stage.Send(secretary, stage.At(day, 10.2), new CallJudge.Command
        {
            Year = year,
            InitiativeId = dossier.Id,
            PersonId = page.Members[0].PersonId,
            DueOn = stage.Day(day + 3),
            Reason = "Một phiếu thấp xa các phiếu khác; cần thêm ý kiến trước phiên họp.",
        });
    }
}
