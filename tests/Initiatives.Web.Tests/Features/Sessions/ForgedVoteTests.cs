using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>Counts that nobody can have counted.</summary>
public sealed class ForgedVoteTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Numbers_that_wrap_around_to_those_present_are_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var secretary = await app.As(judging.Secretary);
        var refused = await secretary.Post($"{Given.Path(judging)}/bieu-quyet", ("Method", "ShowOfHands"), ("Approving", "2147483647"), ("Against", "2147483647"), ("Abstaining", "5"), ("Reason", "Đạt mọi điều kiện"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Tổng số phiếu là 4294967299, nhưng có 3 thành viên có mặt được biểu quyết hồ sơ này.", refused.Text);
        Assert.Equal(0, await app.Rows(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task Ballots_that_wrap_around_are_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        await app.Given.Board(judging);
        var refused = await (await app.As(judging.Secretary)).Post($"{Given.Path(judging)}/bieu-quyet", ("Method", "Paper"), ("Issued", "5"), ("Returned", "5"), ("Valid", "2147483647"), ("Invalid", "2147483647"), ("Approving", "2147483647"), ("Reason", "Đạt mọi điều kiện"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await app.Rows(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task A_member_whose_name_is_typed_into_the_counting_board_counts_as_that_member()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5, conflicted: true);
        var secretary = await app.As(judging.Secretary);
        var conflicted = judging.Judges[4];
        var twice = await secretary.Post("/phien-hop/2026/1/ban-kiem-phieu", ("Board[0].PersonId", $"{conflicted.Id}"), ("Board[1].Name", conflicted.Name), ("Board[2].PersonId", $"{judging.Chair.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        await secretary.Done("/phien-hop/2026/1/ban-kiem-phieu", ("Board[0].Name", conflicted.Name), ("Board[1].PersonId", $"{judging.Judge.Id}"), ("Board[2].PersonId", $"{judging.Chair.Id}"));
        var refused = await secretary.Post($"{Given.Path(judging)}/bieu-quyet", ("Method", "Paper"), ("Issued", "4"), ("Returned", "4"), ("Valid", "4"), ("Invalid", "0"), ("Approving", "4"), ("Reason", "Đạt mọi điều kiện"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("hiện có 2", refused.Text);
    }

    [Fact]
    public async Task The_secretary_of_another_council_reads_nothing_of_its_sessions()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3, absent: 1);
        var other = await app.As(await app.Given.Person(Domain.People.Role.CouncilSecretary, "SKHCN"));
        foreach (var path in new[] { "", "/trinh-chieu", "/diem-danh", "/ban-kiem-phieu", "/bien-ban.pdf" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/phien-hop/2026/1{path}")).Status);
        Assert.Contains("Không có lần bỏ phiếu kín nào để bạn ghi hay xem.", (await other.Page("/phien-hop/2026/1/bo-phieu-kin")).Text);
        Assert.DoesNotContain("Phòng họp số 2", (await other.Page("/phien-hop/2026")).Text);
        Assert.Contains("Phòng họp số 2", (await (await app.As(judging.Lead)).Page("/phien-hop/2026")).Text);
    }
}
