using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Disagreement;

/// <summary>One more judge, called after scoring had closed: who may be, and until when what he gives counts.</summary>
public sealed class CalledJudgeTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>Scoring is closed with two judges left out: the secretary and the last member.</summary>
    private async Task<(Judging Judging, string Path)> Without(params int[] judges)
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 6);
        var left = judges.Select(index => judging.Judges[index].Id).ToList();
        await app.Rows(db => db.Set<ScoreSheet>().Where(sheet => left.Contains(sheet.PersonId)).ExecuteDeleteAsync());
        await app.Rows(db => db.Assignments.Where(item => left.Contains(item.PersonId)).ExecuteDeleteAsync());
        foreach (var judge in judging.Judges.Where(judge => !left.Contains(judge.Id))) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        Given.Sure(await app.Send(new Web.Features.Scoring.CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        return (judging, $"/bat-dong/2026/{judging.Initiatives[0]}");
    }

    private static (string, string)[] Call(TestPerson person) => [("PersonId", $"{person.Id}"), ("DueOn", "20/11/2026"), ("Reason", "Hai nhóm phiếu lệch xa")];

    [Fact]
    public async Task What_he_gives_after_the_council_has_concluded_is_refused_and_changes_nothing()
    {
        var (judging, path) = await Without(5);
        await (await app.As(judging.Secretary)).Done($"{path}/moi", Call(judging.Judges[5]));
        await app.Given.Meets(judging);
        await app.Given.Concluded(judging, 0, approving: 6);
        var sheet = (await app.Given.SheetId(judging.Judges[5], judging.Initiatives[0]))!.Value;
        var judge = await app.As(judging.Judges[5]);
        foreach (var op in new[] { "luu", "nop" })
        {
            var refused = await judge.Post($"/cham-diem/{sheet}", [("Version", "0"), ("Op", op), .. await app.Given.Points(0.2m)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Hội đồng đã kết luận hồ sơ này, phiếu không sửa được nữa.", refused.Text);
        }

        Assert.DoesNotContain("Nộp phiếu", (await judge.Page($"/cham-diem/{sheet}")).Text);
        Assert.False(await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).Select(item => item.SubmittedAt != null).SingleAsync()));
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
        Given.Sure(await app.Send(new Web.Features.Sessions.EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        Assert.DoesNotContain("Mời chấm thêm", (await judge.Page("/cham-diem")).Text);   // the council is done: nothing waits for him
    }

    [Fact]
    public async Task One_whose_conflict_was_lifted_is_called_again_and_counts_when_he_hands_in_anew()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 6);
        var (path, former) = ($"/bat-dong/2026/{judging.Initiatives[0]}", judging.Judges[5]);
        foreach (var judge in judging.Judges) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, judge == former ? 0.5m : 0.8m);
        Given.Sure(await app.Send(new Web.Features.Recusals.SetConflict.Command { Year = 2026, InitiativeId = judging.Initiatives[0], PersonId = former.Id, Kind = ConflictKind.Family, Note = "Trùng tên người thân" }, judging.Secretary.Actor));
        Given.Sure(await app.Send(new Web.Features.Scoring.CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        var conflict = await app.Rows(db => db.Conflicts.Select(item => item.Id).SingleAsync());
        Given.Sure(await app.Send(new Web.Features.Recusals.LiftConflict.Command { Id = conflict, LiftReason = "Xác minh: chỉ trùng họ tên" }, judging.Secretary.Actor));

        var secretary = await app.As(judging.Secretary);
        Assert.Equal(path, await secretary.Done($"{path}/moi", Call(former)));
        Assert.Contains("5/5 phiếu hợp lệ", (await secretary.Page("/xep-hang/2026")).Text);
        Assert.Contains("5/5 phiếu đã nộp · đã chốt điểm · 1 phiếu mời chấm thêm chưa nộp", (await secretary.Page("/tien-do/2026")).Text);
        var sheet = (await app.Given.SheetId(former, judging.Initiatives[0]))!.Value;
        Assert.Contains("Mời chấm thêm, hết 23:59:59 ngày 20/11/2026", (await (await app.As(former)).Page("/cham-diem")).Text);
        await app.Given.HandIn(former, sheet, 0.7m);
        Assert.Contains("6/6 phiếu hợp lệ", (await secretary.Page("/xep-hang/2026")).Text);
        Assert.Contains("6/6 phiếu đã nộp · đã chốt điểm. ", (await secretary.Page("/tien-do/2026")).Text);
        Assert.Equal([(1, SheetStatus.Submitted, 50m), (2, SheetStatus.Draft, 50m), (3, SheetStatus.Locked, 70m)],
            (await app.Rows(db => db.SheetVersions.Where(item => item.SheetId == sheet).OrderBy(item => item.Version).Select(item => new { item.Version, item.Status, item.Total }).ToListAsync())).Select(item => (item.Version, item.Status, item.Total)));
        Assert.Contains("Thư ký mời chấm lại: Hai nhóm phiếu lệch xa", (await secretary.Page($"/phieu/{sheet}/lich-su")).Text);
        Assert.DoesNotContain($"Phiếu {sheet}:", await app.Given.Check());
    }

    [Fact]
    public async Task Nobody_is_called_who_has_read_the_others_sheets()
    {
        var (judging, path) = await Without(1, 5);
        var secretary = await app.As(judging.Secretary);
        Assert.DoesNotContain($"value=\"{judging.Secretary.Id}\"", (await secretary.Page($"{path}/moi")).Body);
        var refused = await secretary.Post($"{path}/moi", Call(judging.Secretary));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("đã đọc phiếu của những người khác", refused.Text);
        Assert.Equal(path, await secretary.Done($"{path}/moi", Call(judging.Judges[5])));
    }
}
