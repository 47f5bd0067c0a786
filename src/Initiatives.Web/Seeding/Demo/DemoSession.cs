using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Sessions;

namespace Initiatives.Web.Seeding.Demo;

/// <summary>
/// One session of the council, dossier by dossier. The first one resolves otherwise than the rules give, against a dissent;
/// the second one has a paper ballot, a vote that is corrected, a member who comes late and a secret ballot on the last place of merit.
/// </summary>
internal sealed class DemoSession(DemoStage stage, int cycleId, int year, DemoCouncil council, Actor secretary, IReadOnlyDictionary<int, Actor> acting, ILookup<int, string> judges, int number, int day)
{
    public const string Place = "Phòng họp số 2, Trụ sở Sở Khoa học và Công nghệ";

    /// <summary>The rules say no by a hair, since one sheet lies far below the others; the council says yes, its judge dissents.</summary>
    private const string Departed = "S12";

    /// <summary>Its hands were counted wrong.</summary>
    private const string Miscounted = "S19";

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
        foreach (var dossier in dossiers.Where(item => item.Source.Id == Departed)) await Depart(dossier);
        if (number == 2)
        {
            await Attend(14.5, 3, isLateThere: true, "14:20");
            await PartTie();
        }

        await stage.Send(secretary, stage.At(day, 16), new EndSession.Command { CycleId = cycleId, Number = number, Confirm = true });
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
            Reviews = "Hai ủy viên phản biện tóm tắt nhận xét đã gửi các thành viên trước phiên họp.",
            Questions = dossier.Source.Id == Departed ? "Hội đồng hỏi cách đếm việc chờ và ai kiểm. Xã trình ảnh chụp bảng của sáu tháng; từ tháng thứ ba hai phòng đếm chéo." : index % 3 == 0 ? "Hội đồng hỏi về chi phí duy trì hằng năm và đơn vị có thể áp dụng ngay. Nhóm tác giả trả lời theo số liệu trong hồ sơ." : "Hội đồng không có câu hỏi thêm.",
        });
        var voters = judges[dossier.Id].Count(judge => judge != absent);
        var passes = dossier.Source.Outcome is not "notRecommended";
        var reasons = passes ? stage.Data.Comments.Recommended : stage.Data.Comments.NotRecommended;
        var spoilt = isByBallot && voters > 7 ? 1 : 0;
        var against = passes ? dossier.Source.Id == Departed ? 1 : 0 : voters - spoilt - 1;
        var counted = new ConcludeInitiative.Command
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
        };
        if (dossier.Source.Id == Miscounted)
        {
            await stage.Send(actor, stage.At(day, hour + 0.15), counted with { Approving = counted.Approving - 1, Abstaining = 1 });
            counted = counted with { CorrectionReason = "Đếm sót một thành viên giơ tay đồng ý ở cuối bàn; đếm lại trước Hội đồng." };
        }

        await stage.Send(actor, stage.At(day, hour + 0.18), counted);
    }

    private async Task Depart(DemoDossier dossier)
    {
        var (actor, voters) = (acting.GetValueOrDefault(dossier.Id, secretary), judges[dossier.Id].Count(judge => judge != absent));
        await stage.Send(actor, stage.At(day, 14), new RecordResolution.Command
        {
            InitiativeId = dossier.Id,
            Number = number,
            ResolutionRecommends = true,
            ResolutionText = "Hội đồng quyết nghị đề nghị công nhận sáng kiến này. Điểm trung bình dưới ngưỡng chủ yếu do một phiếu thấp xa các phiếu còn lại; người chấm đã được hỏi lại và giữ điểm. Tại phiên họp Hội đồng đã xem ảnh chụp bảng của sáu tháng và nghe xã giải trình cách đếm, nhận thấy số liệu có cơ sở.",
            ResolutionApproving = voters - 1,
            ResolutionAgainst = 1,
            ResolutionAbstaining = 0,
        });
        await stage.Send(actor, stage.At(day, 14.2), new RecordDissent.Command
        {
            InitiativeId = dossier.Id,
            Number = number,
            DissentPersonId = stage.Who("sxd-tran-van-g").PersonId,
            DissentText = "Tôi bảo lưu ý kiến không đề nghị công nhận: ảnh chụp bảng do chính xã cung cấp, chưa có bên thứ hai kiểm. Đề nghị theo dõi thêm 06 tháng.",
        });
    }

    /// <summary>The dossiers that are level at every step of the ladder: those in the room vote, the board counts.</summary>
    private async Task PartTie()
    {
        // The secretary holds the ballot, unless he is in conflict with a dossier of the cycle.
        var officers = council.Members.Where(seat => seat.Post is CouncilPost.Chair or CouncilPost.ViceChair).OrderBy(seat => seat.Post);
        var holder = acting.Count == 0 ? secretary : stage.Judge(officers.First(seat => judges.All(dossier => dossier.Contains(seat.Person))).Person);
        var view = await stage.Send(holder, stage.At(day, 15), new TieVote.Query(year, number));
        var (ids, voters) = (view!.Tie!.InitiativeIds, view.Voters);
        await stage.Send(holder, stage.At(day, 15.3), new CountTieBallot.Command
        {
            Year = year,
            Number = number,
            Issued = voters,
            Returned = voters,
            Valid = voters - 1,
            Invalid = 1,
            Votes = ids.Select((id, index) => (id, Votes: index == 0 ? voters - 4 : index == 1 ? 3 : 0)).ToDictionary(item => item.id, item => (int?)item.Votes),
        });
    }
}
