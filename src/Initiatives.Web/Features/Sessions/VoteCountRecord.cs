using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The counting board's record (biên bản kiểm phiếu) of a session: DOMAIN § 4 no. 13. Announced counts only.</summary>
public static class VoteCountRecord
{
    public sealed record Query(int Year, int Number) : IRequest<SessionMinutes.Answer>;

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, SessionMinutes.Answer>
    {
        public async Task<SessionMinutes.Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var record = await SessionRecord.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken);
            var ballots = record.Votes.Where(vote => vote.Method == VoteMethod.Paper).ToList();
            if (ballots.Count + record.TieBallots.Count == 0) throw new RowNotFoundException(nameof(VoteCountRecord));
            using var stream = new MemoryStream();
            VoteCountDocument.Write(ModelOf(record), fonts, stream);
            return new SessionMinutes.Answer(stream.ToArray(), $"bien-ban-kiem-phieu-{request.Year}-phien-{request.Number}.pdf");
        }

        private static VoteCountModel ModelOf(SessionRecord record)
        {
            var room = record.Room;
            var board = room.Session.Board.OrderBy(item => item.Order).Select(item => item.Name).ToList();
            var counts = record.Votes.Where(vote => vote.Method == VoteMethod.Paper).ToList();
            var last = counts.Where(vote => !vote.IsAfter(room.Session)).Select(vote => vote.AnnouncedAt!.Value).Concat(record.TieBallots.Select(ballot => ballot.RecordedAt)).Max();
            return new VoteCountModel(
                CouncilHead.Of(room.Council), room.Council.Name, MinutesText.EstablishedBy(room.Council), "BBKP-HĐ", "Hải Phòng", MinutesText.Title(room), VietnamTime.ToLocal(last), room.Session.Place, room.Session.PresentAt(last), board,
                [.. counts.Select(vote =>
                {
                    var item = room.Items.First(item => item.InitiativeId == vote.InitiativeId);
                    var absent = board.Except(vote.Counters).ToList();
                    string[] notes =
                    [
                        counts.Exists(later => later.CorrectsId == vote.Id) ? "Đã được đính chính bằng lần ghi sau." : vote.CorrectsId is null ? ""
                            : vote.IsAfter(room.Session) ? $"Đính chính sau phiên, {VietnamTime.WithTime(vote.AnnouncedAt!.Value)}, {record.Enterers.GetValueOrDefault(vote.EnteredById, "")} ghi: {vote.CorrectionReason.TrimEnd('.')}."
                            : $"Đính chính lúc {VietnamTime.HourMinute(vote.AnnouncedAt!.Value)}: {vote.CorrectionReason.TrimEnd('.')}.",
                        absent.Count == 0 ? "" : $"Không kiểm phiếu hồ sơ này: {string.Join(", ", absent)}.",
                    ];
                    return new CountedBallot($"{item.Title} ({item.Code})", vote.Issued, vote.Returned, vote.Valid, vote.Invalid, vote.Approving, vote.Against, vote.Members, vote.Entitled, string.Join(" ", notes.Where(note => note.Length > 0)));
                })],
                [.. record.TieBallots.Select(ballot => MinutesText.TieBallot(room, ballot))], room.Cycle.IsDemo);
        }
    }
}
