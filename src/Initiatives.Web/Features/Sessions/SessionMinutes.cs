using Initiatives.Domain.Councils;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The minutes (biên bản họp) as far as they are written: DOMAIN § 4 no. 14.</summary>
public static class SessionMinutes
{
    public sealed record Query(int Year) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var room = await SessionRoom.LoadAsync(db, actor.Value, request.Year, cancellationToken);
            if (room is not { Session: { } session, Council: { } council }) throw new RowNotFoundException(nameof(SessionMinutes));
            using var stream = new MemoryStream();
            SessionMinutesDocument.Write(ModelOf(room, session, council), fonts, stream);
            return new Answer(stream.ToArray(), $"bien-ban-{request.Year}.pdf");
        }

        private static SessionMinutesModel ModelOf(SessionRoom room, Domain.Sessions.CouncilSession session, Council council)
        {
            var chair = room.Members.FirstOrDefault(member => member is { Post: CouncilPost.Chair, IsPresent: true })
                ?? room.Members.FirstOrDefault(member => member is { Post: CouncilPost.ViceChair, IsPresent: true });
            var concluded = room.Items.Where(item => item.Conclusion is not null).ToList();
            var recommended = concluded.Count(item => item.Conclusion!.IsRecommended);
            return new SessionMinutesModel(
                CouncilHead.Of(council), council.Name,
                $"Quyết định số {council.DecisionNumber} {VietnamTime.Nd30Date(council.DecisionDate)} của {CouncilNames.Authority(council.Authority)}",
                null, "BB-HĐ", "Hải Phòng", $"Họp Hội đồng đánh giá sáng kiến cải cách hành chính năm {room.Cycle.Year}",
                VietnamTime.ToLocal(session.StartsAt), session.ConcludedAt is { } ended ? VietnamTime.ToLocal(ended) : null, session.Place,
                [.. room.Members.Where(member => member.IsPresent).Select(member => PersonOf(member))],
                [.. room.Members.Where(member => !member.IsPresent).Select(member => PersonOf(member, member.Reason.Length > 0 ? member.Reason : "chưa ghi lý do"))],
                [], room.Members.Count, room.QuorumNeeded,
                [.. concluded.Select(item => ItemOf(room, item))],
                [$"Hội đồng đề nghị công nhận {recommended} sáng kiến, chưa đề nghị công nhận {concluded.Count - recommended} sáng kiến."],
                room.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "",
                new Signatory([chair?.Post == CouncilPost.ViceChair ? "PHÓ CHỦ TỊCH HỘI ĐỒNG" : "CHỦ TỊCH HỘI ĐỒNG"], chair?.Name ?? ""),
                ["Chủ tịch UBND TP (để báo cáo)", "Thành viên Hội đồng", "Lưu: VT, hồ sơ Hội đồng"], room.Cycle.IsDemo);
        }

        private static SessionPerson PersonOf(SessionRoom.Member member, string? reason = null) =>
            new(member.Name, member.Title.Length > 0 ? $"{CouncilNames.Post(member.Post)}, {member.Title}" : CouncilNames.Post(member.Post), reason);

        private static MinutesItem ItemOf(SessionRoom room, SessionRoom.Item item)
        {
            var conclusion = item.Conclusion!;
            var cast = conclusion.Approving + conclusion.Against + conclusion.Abstaining;
            return new MinutesItem(item.Code, item.Title,
                conclusion.Abstaining > 0 ? [$"Có {Printed.Count(conclusion.Abstaining)} thành viên không có ý kiến."] : [],
                [.. room.Rubric.Criteria.Select(criterion => new MinutesMean(criterion.Name, criterion.Max, Ranker.Round(item.Place.CriterionMeans[criterion.Code])))],
                item.Place.Shown, item.Place.ValidSheets,
                new MinutesVote(cast, cast, cast, conclusion.Approving, conclusion.Against, room.Members.Count - conclusion.Recused),
                [.. item.Recused.Select(member => PersonOf(member, "xung đột lợi ích"))],
                $"{(conclusion.IsRecommended ? "đề nghị công nhận" : "chưa đề nghị công nhận")}. {conclusion.Reason}");
        }
    }
}
