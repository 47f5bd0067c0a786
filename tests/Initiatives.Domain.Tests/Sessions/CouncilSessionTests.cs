using Initiatives.Domain.Councils;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Sessions;

public class CouncilSessionTests
{
    private static readonly DateTime Start = Some.InOctober;

    private readonly Council council = Some.Council(3);

    private CouncilSession Open(params int[] present)
    {
        var session = CouncilSession.Call(council, 2).Numbered(6);
        Assert.True(session.Plan(Start, "Phòng họp số 1").Ok);
        Assert.Equal(SessionStatus.Planned, session.Status);
        Assert.True(Record(session, Start, null, present).Ok);
        return session;
    }

    private Result Record(CouncilSession session, DateTime now, DateTime? changedAt, params int[] present) =>
        session.Record(council, Start, "Phòng họp số 1", [.. council.Members.Select(member => new AttendanceFact(member.PersonId, present.Contains(member.PersonId), "có việc riêng"))], now, changedAt, recordedById: 2);

    [Fact]
    public void Attendance_opens_it_and_each_later_change_is_another_entry_with_its_hour()
    {
        var session = Open(1, 2);
        Assert.Equal((SessionStatus.Open, 2, 3), (session.Status, session.PresentCount, session.Entries.Count));
        Assert.True(Record(session, Start.AddHours(2), Start.AddHours(1), 1, 2, 3).Ok);
        Assert.Equal((3, 4), (session.PresentCount, session.Entries.Count));
        var entry = session.Entries[^1];
        Assert.Equal((3, true, Start.AddHours(1), Start.AddHours(2), false), (entry.PersonId, entry.IsPresent, entry.At, entry.RecordedAt, entry.IsFirst));
        Assert.Equal((2, 2, 3), (session.PresentAt(Start.AddMinutes(30)), session.PresentAt(Start.AddHours(1)), session.PresentAt(Start.AddHours(1).AddSeconds(1))));
    }

    [Fact]
    public void Nobody_is_absent_by_being_forgotten()
    {
        var session = CouncilSession.Call(council);
        var refused = session.Record(council, Start, "Phòng họp số 1", [new AttendanceFact(1, true, ""), new AttendanceFact(3, false, "nghỉ ốm")], Start);
        Assert.Equal(new Problem("Attendance[2]", "Ủy Viên 2: chọn có mặt hoặc vắng."), Assert.Single(refused.Problems));
        Assert.Equal((SessionStatus.Planned, 0), (session.Status, session.Entries.Count));
    }

    [Fact]
    public void An_hour_before_the_start_or_still_to_come_is_refused()
    {
        var session = Open(1, 2);
        Assert.Equal("At", Assert.Single(Record(session, Start.AddHours(1), Start.AddMinutes(-1), 1, 2, 3).Problems).Field);
        Assert.Equal("At", Assert.Single(Record(session, Start.AddHours(1), Start.AddHours(2), 1, 2, 3).Problems).Field);
        Assert.Equal(3, session.Entries.Count);
    }

    [Fact]
    public void A_correction_from_the_start_counts_from_the_start()
    {
        var session = Open(1, 2);
        Assert.True(Record(session, Start.AddHours(1), Start, 1, 2, 3).Ok);
        Assert.Equal(3, session.PresentAt(Start.AddMinutes(1)));
    }

    [Fact]
    public void A_planned_session_may_be_called_off_an_open_one_only_ended()
    {
        var planned = CouncilSession.Call(council, 3);
        Assert.False(planned.End(Start).Ok);
        Assert.True(planned.Cancel(Start).Ok);
        Assert.False(Record(planned, Start, null, 1).Ok);
        var open = Open(1, 2);
        Assert.False(open.Cancel(Start).Ok);
        Assert.True(open.End(Start).Ok);
        Assert.False(open.End(Start).Ok);
        Assert.Equal("Phiên họp đã kết thúc, không sửa được nữa.", Assert.Single(Record(open, Start, null, 1).Problems).Message);
    }

    [Fact]
    public void A_counting_board_has_three_different_people_and_may_have_others()
    {
        var session = Open(1, 2);
        Assert.Equal("Ban kiểm phiếu cần ít nhất 3 người.", Assert.Single(session.NameBoard([new("Ủy Viên 1", 1), new("Ủy Viên 2", 2), new(" ", null)]).Problems).Message);
        Assert.Equal("Một người chỉ ghi một lần trong ban kiểm phiếu.", Assert.Single(session.NameBoard([new("Ủy Viên 1", 1), new("Ủy Viên 1", 1), new("Lê Thị Hoa", null)]).Problems).Message);
        Assert.True(session.NameBoard([new("Ủy Viên 1", 1), new("Lê Thị Hoa", null), new("Trần Nam", null)]).Ok);
        Assert.Equal(["Ủy Viên 1", "Lê Thị Hoa", "Trần Nam"], session.Counters([]).Select(item => item.Name));
        Assert.Equal(["Lê Thị Hoa", "Trần Nam"], session.Counters([1]).Select(item => item.Name));
        Assert.True(Record(session, Start.AddHours(1), null, 2, 3).Ok);
        Assert.Equal(["Lê Thị Hoa", "Trần Nam"], session.Counters([]).Select(item => item.Name));
    }

    [Fact]
    public void A_dossier_is_taken_up_noted_and_put_off_with_a_reason()
    {
        var session = Open(1, 2);
        var item = AgendaItem.Put(session, 100, 1);
        Assert.True(item.TakeUp(session, Start).Ok);
        Assert.Equal(Start, item.CalledAt);
        Assert.True(item.Note(session, new ItemNotes("Trần Nam", "", "", ""), 1, Start.AddMinutes(1)).Ok);
        Assert.Equal("Version", Assert.Single(item.Note(session, new ItemNotes("", "", "", ""), 1, Start).Problems).Field);
        Assert.True(item.Note(session, new ItemNotes("Trần Nam", "", "", "Chi phí?"), 2, Start.AddMinutes(9)).Ok);
        Assert.Equal((Start.AddMinutes(1), Start.AddMinutes(9), null), (item.PresentedAt, item.QuestionedAt, item.ReviewedAt));
        Assert.False(item.Postpone(session, isConcluded: false, "", Start).Ok);
        Assert.False(item.Postpone(session, isConcluded: true, "Chờ số liệu", Start).Ok);
        Assert.True(item.Postpone(session, isConcluded: false, "Chờ số liệu", Start).Ok);
        Assert.Null(item.CalledAt);
    }
}
