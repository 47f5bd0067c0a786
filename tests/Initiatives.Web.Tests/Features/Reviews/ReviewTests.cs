using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Reviews;

/// <summary>The reviewer writes without points; members read what is handed in before they score.</summary>
public sealed class ReviewTests : IDisposable
{
    private static readonly (string, string)[] Full = [("Strengths", "Quy trình rõ"), ("Limits", "Thiếu số liệu"), ("Questions", "Chi phí?"), ("Proposal", "Recognise"), ("ProposalText", "Nên nhân rộng")];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Form(string op, int version, params (string Name, string Value)[] changed) =>
        [("Op", op), ("Version", $"{version}"), .. Full.Select(item => (item.Item1, changed.Where(other => other.Name == item.Item1).Select(other => other.Value).FirstOrDefault(item.Item2)))];

    [Fact]
    public async Task A_reviewer_saves_hands_in_and_changes_until_scoring_closes_and_every_version_read_is_kept()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var id = await app.Given.Review(judging, judging.Judge, judging.Initiatives[0]);
        var user = await app.As(judging.Judge);
        Assert.Contains("0/1 nhận xét đã nộp", (await user.Page("/phan-bien")).Text);
        Assert.Contains("Viết 1 nhận xét phản biện kỳ 2026", (await user.Page("/viec")).Text);
        Assert.Equal($"/phan-bien/{id}", await user.Done($"/phan-bien/{id}", Form("luu", 0, ("Limits", ""))));
        Assert.Equal("/phan-bien", await user.Done($"/phan-bien/{id}", Form("nop", 1)));
        await user.Done($"/phan-bien/{id}", Form("nop", 2, ("Strengths", "Đã đo lại")));
        Assert.Equal([(2, "Quy trình rõ"), (3, "Đã đo lại")], (await app.Rows(db => db.ReviewVersions.OrderBy(item => item.Version).ToListAsync())).Select(item => (item.Version, item.Content.Strengths)));
        await app.Send(new CloseScoring.Command { CycleId = judging.CycleId, Confirm = true }, judging.Secretary.Actor);
        Assert.Contains("Thư ký đã chốt điểm, nhận xét không sửa được nữa.", (await user.Post($"/phan-bien/{id}", Form("nop", 3))).Text);
        Assert.Contains("nhận xét chỉ còn để đọc", (await user.Page($"/phan-bien/{id}")).Text);
    }

    [Fact]
    public async Task What_is_missing_and_a_stale_form_are_told_beside_what_was_typed()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var id = await app.Given.Review(judging, judging.Judge, judging.Initiatives[0]);
        var user = await app.As(judging.Judge);
        var refused = await user.Post($"/phan-bien/{id}", Form("nop", 0, ("Limits", ""), ("Proposal", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ghi hạn chế; nếu không thấy, ghi là không thấy hạn chế.", refused.Text);
        Assert.Contains("Chọn một đề nghị.", refused.Text);
        Assert.Contains("Quy trình rõ</textarea>", refused.Body);
        await user.Done($"/phan-bien/{id}", Form("luu", 0));
        Assert.Contains("Nhận xét vừa được lưu ở nơi khác.", (await user.Post($"/phan-bien/{id}", Form("luu", 0))).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.Post($"/phan-bien/{id}", Form("luu", 1, ("Strengths", new string('x', 10_001))))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await user.Post($"/phan-bien/{id}", Form("luu", 1, ("Proposal", "7")))).Status);
    }

    [Fact]
    public async Task Members_read_a_review_on_their_desk_once_it_is_handed_in_and_a_draft_is_the_writer_s_alone()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, settings: new CycleSettings { ReviewersPerDossier = 0 });
        var (judge, sheet) = (await app.As(judging.Judge), await app.Given.SheetId(judging.Judge, judging.Initiatives[0]));
        var (secretary, id) = (await app.As(judging.Secretary), await app.Given.Review(judging, judging.Chair, judging.Initiatives[0]));
        var (desk, council) = ((await judge.Page($"/cham-diem/{sheet}")).Comparable, (await secretary.Page("/phan-bien/ky/2026")).Comparable);
        await (await app.As(judging.Chair)).Done($"/phan-bien/{id}", Form("luu", 0));
        Assert.Equal(desk, (await judge.Page($"/cham-diem/{sheet}")).Comparable);
        Assert.Equal(council, (await secretary.Page("/phan-bien/ky/2026")).Comparable);
        await (await app.As(judging.Chair)).Done($"/phan-bien/{id}", Form("nop", 1));
        var text = (await judge.Page($"/cham-diem/{sheet}")).Text;
        Assert.Contains($"{judging.Chair.Name} nộp 09:00 ngày 12/10/2026 Điểm mạnh Quy trình rõ Hạn chế Thiếu số liệu Câu hỏi cho tác giả Chi phí? Đề nghị công nhận Nên nhân rộng", text);
        foreach (var reader in new[] { secretary, await app.As(judging.Lead) })
            Assert.Contains("1/1 nhận xét đã nộp", (await reader.Page("/phan-bien/ky/2026")).Text);
    }

    [Fact]
    public async Task Nobody_else_opens_a_review_s_form_and_one_s_own_ends_with_a_conflict()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, settings: new CycleSettings { ReviewersPerDossier = 0 });
        var id = await app.Given.WrittenReview(judging, judging.Chair, judging.Initiatives[0]);
        foreach (var path in new[] { $"/phan-bien/{id}", $"/phan-bien/{id}/phieu.pdf" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judging.Judge)).Get(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await (await app.As(judging.Chair)).Get(path)).Status);
        }

        await app.Rows(db =>
        {
            foreach (var person in new[] { judging.Chair, judging.Judge, judging.Secretary })
                db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], person.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judging.Chair)).Get($"/phan-bien/{id}")).Status);
        Assert.Contains("Chưa giao phản biện hồ sơ nào", (await (await app.As(judging.Secretary)).Page("/phan-bien/ky/2026")).Text);
        Assert.Contains("1/1 nhận xét đã nộp", (await (await app.As(judging.Lead)).Page("/phan-bien/ky/2026")).Text);
    }

    [Fact]
    public async Task A_reviewer_of_a_blind_cycle_is_shown_neither_authors_nor_unit()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, settings: new CycleSettings { Blind = true });
        var id = await app.Given.Review(judging, judging.Judge, judging.Initiatives[0]);
        var page = await (await app.As(judging.Judge)).Page($"/phan-bien/{id}");
        Assert.DoesNotContain(judging.Author.Name, page.Text);
        Assert.Contains("Sáng kiến thử số 1", page.Text);
    }

    [Fact]
    public async Task The_printed_review_bears_its_four_parts_and_no_points()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var id = await app.Given.WrittenReview(judging, judging.Judge, judging.Initiatives[0]);
        var answer = await (await app.As(judging.Judge)).Get($"/phan-bien/{id}/phieu.pdf");
        var bytes = await answer.Message.Content.ReadAsByteArrayAsync();
        var text = Pdf.Of((_, stream) => stream.Write(bytes)).Text;
        foreach (var part in new[] { "PHIẾU NHẬN XÉT PHẢN BIỆN", "1. Điểm mạnh", "Quy trình rõ, đã chạy thử.", "2. Hạn chế", "3. Câu hỏi cho tác giả", "4. Đề nghị", "Đề nghị hoàn thiện", "NGƯỜI PHẢN BIỆN", judging.Judge.Name })
            Assert.Contains(part, text);
        Assert.DoesNotContain("Điểm chấm", text);
    }
}
