using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Time;
using Initiatives.Web.Documents;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The minutes of a session in words, from what was recorded.</summary>
internal static class MinutesText
{
    public static SessionMinutesModel Of(SessionRecord record)
    {
        var (room, session, council) = (record.Room, record.Room.Session, record.Room.Council);
        var chair = Presiding(room);
        var concluded = room.ConcludedHere.ToList();
        var recommended = concluded.Count(item => item.Conclusion!.IsRecommended);
        var first = session.Entries.Where(entry => entry.IsFirst).ToDictionary(entry => entry.PersonId);
        bool WasThere(SessionRoom.Member member) => first.TryGetValue(member.PersonId, out var entry) && entry.IsPresent;
        return new SessionMinutesModel(
            CouncilHead.Of(council), council.Name, EstablishedBy(council), null, "BB-HĐ", "Hải Phòng", Title(room),
            VietnamTime.ToLocal(session.StartsAt), session is { Status: SessionStatus.Ended, ConcludedAt: { } ended } ? VietnamTime.ToLocal(ended) : null, session.Place,
            [.. room.Members.Where(WasThere).Select(member => PersonOf(member))],
            [.. room.Members.Where(member => !WasThere(member)).Select(member => PersonOf(member, first.GetValueOrDefault(member.PersonId)?.Reason ?? ""))],
            [], room.Members.Count, room.QuorumNeeded,
            [.. concluded.Select(item => ItemOf(record, item))],
            [$"Tại phiên này Hội đồng đề nghị công nhận {Printed.Count(recommended)} sáng kiến, không đề nghị công nhận {Printed.Count(concluded.Count - recommended)} sáng kiến."],
            room.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "",
            new Signatory([chair?.Post == CouncilPost.ViceChair ? "PHÓ CHỦ TỊCH HỘI ĐỒNG" : "CHỦ TỊCH HỘI ĐỒNG"], chair?.Name ?? ""),
            ["Chủ tịch UBND TP (để báo cáo)", "Thành viên Hội đồng", "Lưu: VT, hồ sơ Hội đồng"], room.Cycle.IsDemo)
        {
            Changes = [.. session.Entries.Where(entry => !entry.IsFirst).OrderBy(entry => entry.At).ThenBy(entry => entry.Order).Select(entry => Change(room, entry))],
            Board = [.. session.Board.OrderBy(item => item.Order).Select(item => item.Name)],
            Postponed = session.Status == SessionStatus.Ended
                ? [.. room.LeftOvers.Select(item => $"“{item.Title}” ({item.Code}): {(item.Reason.Length > 0 ? item.Reason : "chưa xét, chuyển phiên sau")}")]
                : [.. room.Items.Where(item => item is { IsPostponed: true, IsConcluded: false }).Select(item => $"“{item.Title}” ({item.Code}): {item.Agenda.PostponeReason}")],
            TieBallots = [.. record.TieBallots.Select(ballot => TieBallot(room, ballot))],
            Reopened = [.. from item in concluded
                           from sheet in record.Reopened
                           where sheet.InitiativeId == item.InitiativeId
                           select $"Phiếu của {room.Members.FirstOrDefault(member => member.PersonId == sheet.PersonId)?.Name} chấm hồ sơ {item.Code}, mở lại lúc {VietnamTime.HourMinute(sheet.At)} ngày {VietnamTime.Short(sheet.At)}, lý do: {sheet.Reason}"],
        };
    }

    public static string Title(SessionRoom room) => $"Họp Hội đồng đánh giá sáng kiến cải cách hành chính năm {room.Year}, phiên {SessionNames.Ordinal(room.Session.Number)}";

    public static string EstablishedBy(Council council) =>
        $"Quyết định số {council.DecisionNumber} {VietnamTime.Nd30Date(council.DecisionDate)} của {CouncilNames.Authority(council.Authority)}";

    public static string TieBallot(SessionRoom room, TieBallot ballot)
    {
        var votes = ballot.Lines.OrderByDescending(line => line.Votes).Select(line => $"{room.Items.FirstOrDefault(item => item.InitiativeId == line.InitiativeId)?.Code ?? "hồ sơ của phiên khác"}: {line.Votes} phiếu");
        return $"Bỏ phiếu kín chọn {Printed.Count(ballot.Seats)} suất trong {Printed.Count(ballot.Lines.Count)} hồ sơ bằng nhau: phát ra {Printed.Count(ballot.Issued)}, thu về {Printed.Count(ballot.Returned)}, hợp lệ {Printed.Count(ballot.Valid)}, không hợp lệ {Printed.Count(ballot.Invalid)}; {string.Join(", ", votes)}.{(ballot.IsLevel ? " Ở suất cuối vẫn bằng phiếu." : "")}"
            + (ballot.CorrectionReason.Length > 0 ? $" Lần ghi này đính chính lần trước: {ballot.CorrectionReason}." : "");
    }

    private static SessionRoom.Member? Presiding(SessionRoom room) =>
        room.Members.FirstOrDefault(member => member is { Post: CouncilPost.Chair, IsPresent: true }) ?? room.Members.FirstOrDefault(member => member is { Post: CouncilPost.ViceChair, IsPresent: true });

    private static string Change(SessionRoom room, AttendanceEntry entry)
    {
        var name = room.Members.FirstOrDefault(member => member.PersonId == entry.PersonId)?.Name ?? "";
        var what = entry.At == room.Session.StartsAt ? $"đính chính điểm danh: {(entry.IsPresent ? "có mặt" : "vắng")} từ đầu phiên" : entry.IsPresent ? "vào họp" : "rời phiên họp";
        return $"{Printed.Time(TimeOnly.FromDateTime(VietnamTime.ToLocal(entry.At)))}: {name} {what}{(entry.Reason.Length > 0 ? $" ({entry.Reason})" : "")}";
    }

    private static SessionPerson PersonOf(SessionRoom.Member member, string? reason = null) =>
        new(member.Name, member.Title.Length > 0 ? $"{CouncilNames.Post(member.Post)}, {member.Title}" : CouncilNames.Post(member.Post), reason);

    private static MinutesItem ItemOf(SessionRecord record, SessionRoom.Item item)
    {
        var (room, conclusion, place) = (record.Room, item.Conclusion!, item.Place!);
        var votes = record.Votes.Where(vote => vote.InitiativeId == item.InitiativeId).ToList();
        var resolutions = record.Resolutions.Where(each => each.InitiativeId == item.InitiativeId).ToList();
        var dissents = record.Dissents.Where(each => each.InitiativeId == item.InitiativeId).Select(each => $"{each.Name}: {each.Text}").ToList();
        return new MinutesItem(item.Code, item.Title, [.. Discussion(item.Agenda)],
            [.. room.Rubric.Criteria.Select(criterion => new MinutesMean(criterion.Name, criterion.Max, Ranker.Round(place.CriterionMeans[criterion.Code])))],
            place.Shown, place.ValidSheets, VoteOf(votes[^1]),
            [.. room.Members.Where(member => votes[^1].RecusedIds.Contains(member.PersonId)).Select(member => PersonOf(member, item.Conflicts.FirstOrDefault(each => each.PersonId == member.PersonId) is { } conflict ? $"xung đột lợi ích: {ConflictKinds.Name(conflict.Kind)}" : "xung đột lợi ích"))],
            $"{Word(conclusion.IsRecommended)}{(conclusion.Departs ? $" theo nghị quyết của Hội đồng (tính theo quy định: {Word(conclusion.IsComputed)}). Lý do ghi khi biểu quyết:" : " theo quy định của kỳ xét.")} {conclusion.Reason}",
            dissents.Count > 0 ? string.Join("; ", dissents) : null)
        {
            Entered = place.EnteredSheets,
            Corrections = [.. votes.Zip(votes.Skip(1)).Select(pair => $"{VoteWords.Correction(room.Session, pair.First, pair.Second, record.Enterers)}.")],
            Resolutions = [.. resolutions.Select(each => $"{Word(each.Recommends)}. “{each.Text}” Biểu quyết nghị quyết: đồng ý {Printed.Share(each.Approving, each.VoteBase)}, không đồng ý {Printed.Count(each.Against)}, không có ý kiến {Printed.Count(each.Abstaining)}.")],
        };
    }

    private static IEnumerable<string> Discussion(AgendaItem notes)
    {
        if (notes.Presenter.Length + notes.Presentation.Length > 0) yield return $"Trình bày{(notes.Presenter.Length > 0 ? $" ({notes.Presenter})" : "")}: {(notes.Presentation.Length > 0 ? notes.Presentation : "nội dung theo hồ sơ.")}";
        if (notes.Reviews.Length > 0) yield return $"Nhận xét phản biện: {notes.Reviews}";
        if (notes.Questions.Length > 0) yield return $"Hỏi đáp: {notes.Questions}";
    }

    private static MinutesVote VoteOf(Vote vote) => vote.Method == VoteMethod.Paper
        ? new MinutesVote(vote.Issued, vote.Returned, vote.Valid, vote.Approving, vote.Against, vote.Entitled) { Invalid = vote.Invalid, Present = vote.Present, Counters = vote.Counters }
        : new MinutesVote(0, 0, 0, vote.Approving, vote.Against, vote.Entitled) { Abstaining = vote.Abstaining, Present = vote.Present };

    private static string Word(bool recommended) => recommended ? "đề nghị công nhận" : "không đề nghị công nhận";
}
