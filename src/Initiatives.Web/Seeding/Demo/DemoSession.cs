using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Sessions;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>One session of the council, dossier by dossier. The second one has a paper ballot, a dissent and a member who comes late.</summary>
internal sealed class DemoSession(DemoStage stage, int cycleId, DemoCouncil council, Actor secretary, IReadOnlyDictionary<int, Actor> acting, ILookup<int, string> judges, int number, int day)
{
    public const string Place = "Phòng họp số 2, Trụ sở Sở Khoa học và Công nghệ";

    private readonly string absent = council.Members.Last(seat => seat.Post == CouncilPost.Member).Person;

    public async Task Meet(IReadOnlyList<DemoDossier> dossiers)
    {
        await Attend(9, 0, isLateThere: false);
        await stage.Send(secretary, stage.At(day, 9.1), new NameBoard.Command
        {
            CycleId = cycleId,
            Number = number,
            Board = [.. council.Members.Where(seat => seat.Post is not (CouncilPost.Chair or CouncilPost.Secretary) && seat.Person != absent).Take(5).Select(seat => new NameBoard.PersonInput { PersonId = stage.Who(seat.Person).PersonId })],
        });
        foreach (var (dossier, index) in dossiers.Select((dossier, index) => (dossier, index))) await Conclude(dossier, index, isByBallot: number == 2 && index == 0);
        if (number == 2)
        {
            await Dissent(dossiers.FirstOrDefault(dossier => dossier.Source.Outcome == "notRecommended") ?? dossiers[^1]);
            await Attend(14.5, 3, isLateThere: true, "14:20");
        }

        await stage.Send(secretary, stage.At(day, 16), new EndSession.Command { CycleId = cycleId, Number = number });
    }

    private Task Attend(double hour, int version, bool isLateThere, string changed = "") => stage.Send(secretary, stage.At(day, hour), new RecordSession.Command
    {
        CycleId = cycleId,
        Number = number,
        Version = version,
        Date = stage.Day(day),
        Time = "08:30",
        Place = Place,
        ChangedTime = changed,
        Members = [.. council.Members.Select(seat => new RecordSession.AttendanceInput
        {
            PersonId = stage.Who(seat.Person).PersonId,
            IsPresent = seat.Person != absent || isLateThere,
            Reason = seat.Person != absent || isLateThere ? "" : "công tác theo lịch của Ủy ban nhân dân thành phố",
        })],
    });

    private async Task Conclude(DemoDossier dossier, int index, bool isByBallot)
    {
        var (actor, hour) = (acting.GetValueOrDefault(dossier.Id, secretary), 9.3 + index * 0.2);
        await stage.Send(actor, stage.At(day, hour), new TakeUpItem.Command { InitiativeId = dossier.Id, Number = number });
        await stage.Send(actor, stage.At(day, hour + 0.1), new NoteItem.Command
        {
            InitiativeId = dossier.Id,
            Number = number,
            NotesVersion = 1,
            Presenter = "Đại diện nhóm tác giả",
            Presentation = "Trình bày tóm tắt giải pháp, số liệu trước và sau khi áp dụng, điều kiện nhân rộng.",
            Questions = index % 3 == 0 ? "Hội đồng hỏi về chi phí duy trì hằng năm và đơn vị có thể áp dụng ngay. Nhóm tác giả trả lời theo số liệu trong hồ sơ." : "Hội đồng không có câu hỏi thêm.",
        });
        var voters = judges[dossier.Id].Count(judge => judge != absent);
        var passes = dossier.Source.Outcome is not "notRecommended";
        var reasons = passes ? stage.Data.Comments.Recommended : stage.Data.Comments.NotRecommended;
        var spoilt = isByBallot && voters > 7 ? 1 : 0;
        var against = passes ? 0 : voters - spoilt - 1;
        await stage.Send(actor, stage.At(day, hour + 0.15), new ConcludeInitiative.Command
        {
            InitiativeId = dossier.Id,
            Number = number,
            Method = isByBallot ? VoteMethod.Paper : VoteMethod.ShowOfHands,
            Issued = isByBallot ? voters : null,
            Returned = isByBallot ? voters : null,
            Valid = isByBallot ? voters - spoilt : null,
            Invalid = isByBallot ? spoilt : null,
            Approving = voters - spoilt - against,
            Against = isByBallot ? null : against,
            Abstaining = isByBallot ? null : 0,
            Reason = dossier.Source.Reason ?? reasons[index % reasons.Length],
        });
    }

    private async Task Dissent(DemoDossier dossier)
    {
        var member = stage.Who(judges[dossier.Id].First(judge => judge != absent && stage.Who(judge).PersonId != secretary.PersonId));
        await stage.Send(acting.GetValueOrDefault(dossier.Id, secretary), stage.At(day, 14), new RecordDissent.Command
        {
            InitiativeId = dossier.Id,
            Number = number,
            DissentPersonId = member.PersonId,
            DissentText = "Đề nghị ghi nhận kết quả bước đầu của giải pháp và theo dõi thêm 06 tháng trước khi xét lại.",
        });
    }
}
