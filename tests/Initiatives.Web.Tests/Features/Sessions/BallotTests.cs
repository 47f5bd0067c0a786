using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>Paper ballots, what is seen of a count before it is announced, resolutions, dissents and ties.</summary>
public sealed class BallotTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Ballot(string op, int issued = 8, int returned = 8, int valid = 7, int invalid = 1, int approving = 6, string correction = "") =>
    [
        ("Method", "Paper"), ("Issued", $"{issued}"), ("Returned", $"{returned}"), ("Valid", $"{valid}"), ("Invalid", $"{invalid}"), ("Approving", $"{approving}"),
        ("Reason", "Hiệu quả đo được, dễ nhân rộng."), ("CorrectionReason", correction), ("Op", op),
    ];

    [Fact]
    public async Task A_paper_ballot_is_counted_by_a_board_of_three_and_every_wrong_number_is_named()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        var user = await app.As(judging.Secretary);
        var path = Given.Path(judging) + "/bieu-quyet";
        await app.Given.Board(judging, 3);
        Assert.Contains("hiện có 2.", (await user.Post(path, Ballot("cong-bo"))).Text);
        await app.Given.Board(judging, 4);
        Assert.Contains("Phát ra 9 phiếu, nhưng chỉ có 8 thành viên có mặt được biểu quyết hồ sơ này.", (await user.Post(path, Ballot("cong-bo", issued: 9))).Text);
        Assert.Contains("Thu về 8 phiếu, nhiều hơn 7 phiếu phát ra.", (await user.Post(path, Ballot("cong-bo", issued: 7))).Text);
        Assert.Contains("Hợp lệ 7 và không hợp lệ 0 cộng lại phải bằng 8 phiếu thu về.", (await user.Post(path, Ballot("cong-bo", invalid: 0))).Text);
        var answer = await user.Post(path, Ballot("cong-bo", approving: 8));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đồng ý 8 phiếu, nhiều hơn 7 phiếu hợp lệ.", answer.Text);
        Assert.Equal(("8", "7"), (answer.Field("Approving"), answer.Field("Valid")));
        await user.Done(path, Ballot("cong-bo"));
        var page = await user.Page(Given.Path(judging));
        Assert.Contains("Bỏ phiếu kín: phát ra 8, thu về 8, hợp lệ 7, không hợp lệ 1; đồng ý 6, không đồng ý 1.", page.Text);
        Assert.Contains($"Ban kiểm phiếu {string.Join(", ", judging.Judges.Skip(5).Take(3).Select(judge => judge.Name))}", page.Text);
        Assert.Equal(InitiativeStatus.Recommended, await app.Rows(async db => (await db.Initiatives.SingleAsync()).Status));
    }

    [Fact]
    public async Task A_board_of_outsiders_may_count_and_two_people_may_not()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        await user.Page("/phien-hop/2026/1/ban-kiem-phieu");
        Assert.Contains("Ban kiểm phiếu cần ít nhất 3 người.", (await user.Post("/phien-hop/2026/1/ban-kiem-phieu", ("Board[0].Name", "Lê Thị Hoa"), ("Board[1].Name", "Trần Nam"))).Text);
        await user.Done("/phien-hop/2026/1/ban-kiem-phieu", ("Board[0].Name", "Lê Thị Hoa"), ("Board[1].Name", "Trần Nam"), ("Board[2].PersonId", $"{judging.Judges[2].Id}"), ("Board[2].Name", ""));
        Assert.Contains("Lê Thị Hoa, trưởng ban", (await user.Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task A_window_that_was_left_open_does_not_undo_the_board_that_was_named_since()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        (string, string)[] Names(Answer page, params string[] names) => [("Version", page.Field("Version")), .. names.Select((name, i) => ($"Board[{i}].Name", name))];
        var old = await user.Page("/phien-hop/2026/1/ban-kiem-phieu");
        await user.Done("/phien-hop/2026/1/ban-kiem-phieu", Names(old, "Lê Thị Hoa", "Trần Nam", "Vũ Hải"));
        var stale = await user.Post("/phien-hop/2026/1/ban-kiem-phieu", Names(old, "Người Cũ", "Người Xưa", "Người Trước"));
        Assert.Contains("Phiên họp vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.", stale.Text);
        Assert.Contains("Người Xưa", stale.Body);   // what was typed is still there
        Assert.Contains("Lê Thị Hoa, trưởng ban", (await user.Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task A_count_is_nobody_s_but_its_enterer_s_until_it_is_announced()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        await app.Given.Board(judging, 4);
        var (secretary, lead) = (await app.As(judging.Secretary), await app.As(judging.Lead));
        string[] paths = ["/phien-hop/2026", "/phien-hop/2026/1", "/phien-hop/2026/1/trinh-chieu", Given.Path(judging), "/xep-hang/2026", "/phien-hop/2026/1/bien-ban.pdf", "/phien-hop/2026/1/bien-ban-kiem-phieu.pdf", "/phien-hop/2026/1/bo-phieu-kin"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await lead.Get(path)).Comparable);
        var wall = (await secretary.Page("/phien-hop/2026/1/trinh-chieu")).Comparable;
        await secretary.Done(Given.Path(judging) + "/bieu-quyet", Ballot("luu", approving: 6));
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await lead.Get(paths[i])).Comparable);
        Assert.Equal(wall, (await secretary.Page("/phien-hop/2026/1/trinh-chieu")).Comparable);
        var own = await secretary.Page(Given.Path(judging));
        Assert.Contains("chưa công bố: chỉ bạn thấy", own.Text);
        Assert.Equal("6", own.Field("Approving"));
        Assert.Contains("Còn số phiếu đã nhập chưa công bố của:", (await secretary.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);

        await secretary.Done(Given.Path(judging) + "/xet");
        await secretary.Done(Given.Path(judging) + "/bieu-quyet", Ballot("cong-bo", approving: 7));
        Assert.Contains("7/9 Đề nghị công nhận", (await lead.Page("/phien-hop/2026/1/trinh-chieu")).Text);
        Assert.Contains("đồng ý 7", (await lead.Page(Given.Path(judging))).Text);
        Assert.Equal(1, await app.Rows(db => db.Votes.CountAsync()));
    }

    [Fact]
    public async Task The_wall_names_who_is_outside_and_no_judge_s_points()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        var secretary = await app.As(judging.Secretary);
        await secretary.Done(Given.Path(judging) + "/xet");
        var wall = await secretary.Page("/phien-hop/2026/1/trinh-chieu");
        Assert.Contains($"Ra ngoài: {judging.Judges[8].Name}", wall.Text);
        Assert.Contains("Có mặt 9/9. Đủ số họp (cần ít nhất 6).", wall.Text);
        Assert.Contains("http-equiv=\"refresh\"", wall.Body);
        foreach (var judge in judging.Judges.Take(8)) Assert.DoesNotContain(judge.Name, wall.Text);
    }

    [Fact]
    public async Task The_council_departs_from_the_rules_by_a_resolution_only()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, share: 0.65m);
        var user = await app.As(judging.Secretary);
        Task<Answer> Resolve(int approving, string text) => user.Post(Given.Path(judging) + "/nghi-quyet",
            ("ResolutionRecommends", "true"), ("ResolutionText", text), ("ResolutionApproving", $"{approving}"), ("ResolutionAgainst", $"{9 - approving}"), ("ResolutionAbstaining", "0"));
        const string Text = "Hội đồng đề nghị công nhận vì hiệu quả đã được ba đơn vị xác nhận.";
        Assert.Contains("Công bố kết quả biểu quyết trước khi ghi nghị quyết.", (await Resolve(9, Text)).Text);
        await app.Given.Concluded(judging, 0, approving: 9);
        Assert.Contains("Ghi nguyên văn nghị quyết, ít nhất 20 ký tự.", (await Resolve(9, "Nhất trí")).Text);
        Assert.Contains("Nghị quyết cần ít nhất 6/9 đồng ý, mới có 5.", (await Resolve(5, Text)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await Resolve(7, Text)).Status);
        var page = await user.Page(Given.Path(judging));
        Assert.Contains("Theo quy định không đề nghị công nhận", page.Text);
        Assert.Contains("Kết luận đề nghị công nhận , theo nghị quyết của Hội đồng", page.Text);
        Assert.Contains($"7/9 đồng ý lúc 09:00. “{Text}”", page.Text);
        Assert.Equal(InitiativeStatus.Recommended, await app.Rows(async db => (await db.Initiatives.SingleAsync()).Status));
    }

    [Fact]
    public async Task A_dissent_is_recorded_of_somebody_in_the_room()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        var user = await app.As(judging.Secretary);
        var path = Given.Path(judging) + "/bao-luu";
        Assert.Contains($"{judging.Judges[8].Name} không có trong phòng khi xét hồ sơ này.", (await user.Post(path, ("DissentPersonId", $"{judging.Judges[8].Id}"), ("DissentText", "Số liệu còn ngắn"))).Text);
        await user.Done(path, ("DissentPersonId", $"{judging.Judge.Id}"), ("DissentText", "Số liệu còn ngắn"));
        Assert.Contains($"{judging.Judge.Name} : Số liệu còn ngắn", (await user.Page(Given.Path(judging))).Text);
        await user.Done(path, ("DissentPersonId", $"{judging.Judge.Id}"), ("DissentText", " Số liệu còn ngắn"));   // clicked twice it is one in the minutes
        Assert.Equal(1, await app.Rows(db => db.Dissents.CountAsync()));
    }

    [Fact]
    public async Task A_tie_at_the_last_place_is_put_to_a_secret_ballot()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 9, settings: new CycleSettings { MaxMerit = 1 });
        var user = await app.As(judging.Secretary);
        Assert.Contains("Không có lần bỏ phiếu kín nào để bạn ghi hay xem.", (await user.Page("/phien-hop/2026/1/bo-phieu-kin")).Text);
        for (var dossier = 0; dossier < 2; dossier++) await app.Given.Concluded(judging, dossier, approving: 9);
        await app.Given.Board(judging);
        Assert.Contains("bỏ phiếu kín trong phiên này rồi mới kết thúc việc xét.", (await user.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Text);
        Assert.Contains("2 hồ sơ bằng nhau ở suất Bằng khen cuối.", (await user.Page("/phien-hop/2026/1")).Text);
        Assert.Contains("2 hồ sơ cùng hạng 1, còn 1 suất. Mỗi phiếu chọn tối đa 1 hồ sơ.", (await user.Page("/phien-hop/2026/1/bo-phieu-kin")).Text);
        (string, string)[] Count(int first, int second, string why = "") =>
            [("Issued", "9"), ("Returned", "9"), ("Valid", "9"), ("Invalid", "0"), ($"Votes[{judging.Initiatives[0]}]", $"{first}"), ($"Votes[{judging.Initiatives[1]}]", $"{second}"), ("CorrectionReason", why)];
        var refused = await user.Post("/phien-hop/2026/1/bo-phieu-kin", Count(5, 5));
        Assert.Contains("Cộng các hồ sơ được 10 lượt chọn; 9 phiếu hợp lệ, mỗi phiếu chọn tối đa 1, chỉ có 9.", refused.Text);
        await user.Done("/phien-hop/2026/1/bo-phieu-kin", Count(4, 5));
        Assert.Contains("1 suất Bằng khen đã rõ.", (await user.Page("/phien-hop/2026/1/bo-phieu-kin")).Text);
        Assert.Contains("Ghi lý do đính chính, ít nhất 5 ký tự.", (await user.Post("/phien-hop/2026/1/bo-phieu-kin", Count(5, 4))).Text);
        Assert.Equal(1, await app.Rows(db => db.TieBallots.CountAsync()));
        await user.Done("/phien-hop/2026/1/bo-phieu-kin", Count(5, 4, "Ghi nhầm hai hồ sơ"));
        var page = await user.Page("/phien-hop/2026/1/bo-phieu-kin");
        Assert.Contains("đã đính chính", page.Text);
        Assert.Contains("Nếu theo cách khác", page.Text);
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal([(judging.Initiatives[0], 1), (judging.Initiatives[1], 2)], await app.Rows(async db => (await db.Conclusions.OrderBy(item => item.InitiativeId).ToListAsync()).ConvertAll(item => (item.InitiativeId, item.Rank))));
    }

    [Fact]
    public async Task A_ballot_that_leaves_them_level_is_held_again_and_called_no_correction()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 9, settings: new CycleSettings { MaxMerit = 1 });
        var user = await app.As(judging.Secretary);
        for (var dossier = 0; dossier < 2; dossier++) await app.Given.Concluded(judging, dossier, approving: 9);
        await app.Given.Board(judging);
        Task Count(int first, int second) => user.Done("/phien-hop/2026/1/bo-phieu-kin", ("Issued", "9"), ("Returned", "9"), ("Valid", "9"), ("Invalid", "0"), ($"Votes[{judging.Initiatives[0]}]", $"{first}"), ($"Votes[{judging.Initiatives[1]}]", $"{second}"));
        await Count(4, 4);
        var level = await user.Page("/phien-hop/2026/1/bo-phieu-kin");
        Assert.Contains("Lần bỏ phiếu trước vẫn bằng nhau", level.Text);
        Assert.Matches("</span>, <span", level.Body);   // of two codes, no blank before the comma
        await Count(4, 5);
        var page = await user.Page("/phien-hop/2026/1/bo-phieu-kin");
        Assert.Contains("bằng phiếu, đã bỏ lại", page.Text);
        Assert.DoesNotContain("đã đính chính", page.Text);
        var record = await app.Send(new Web.Features.Sessions.VoteCountRecord.Query(2026, 1), judging.Secretary.Actor);
        Documents.Pdf.Read(record.Content).Reads("4 phiếu.", "Ở suất cuối vẫn bằng phiếu.", "5 phiếu,", "4 phiếu.", "Biên bản được lập xong");
    }

    [Fact]
    public async Task A_correction_after_the_session_that_makes_a_tie_calls_the_council_together_once_more()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 9, settings: new CycleSettings { MaxMerit = 1 });
        var user = await app.As(judging.Secretary);
        await app.Given.Concluded(judging, 0, approving: 9);
        await app.Given.Concluded(judging, 1, approving: 8, against: 1);
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        app.Clock.Now = Given.Hour(15);
        await user.Done(Given.Path(judging, 1) + "/bieu-quyet", ("Approving", "9"), ("Against", "0"), ("Abstaining", "0"), ("Reason", "Kết luận của Hội đồng."), ("CorrectionReason", "Đếm sót một người"));
        Assert.Equal((CyclePhase.Deliberating, 0), await app.Rows(async db => ((await db.Cycles.SingleAsync()).Phase, await db.Conclusions.MaxAsync(item => item.Rank))));
        await user.Done("/phien-hop/2026/lap", ("Date", "12/11/2026"), ("Time", "14:00"), ("Place", "Phòng họp số 2"));
        await user.Done("/phien-hop/2026/2/diem-danh",
        [
            ("Version", "1"), ("Date", "12/11/2026"), ("Time", "14:00"), ("Place", "Phòng họp số 2"),
            .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", "true") }),
        ]);
        await app.Given.Board(judging);
        await user.Done("/phien-hop/2026/2/bo-phieu-kin", ("Issued", "9"), ("Returned", "9"), ("Valid", "9"), ("Invalid", "0"), ($"Votes[{judging.Initiatives[0]}]", "4"), ($"Votes[{judging.Initiatives[1]}]", "5"));
        await user.Done("/phien-hop/2026/2/ket-thuc", ("Confirm", "true"));
        Assert.Equal([2, 1], await app.Rows(db => db.Conclusions.OrderBy(item => item.InitiativeId).Select(item => item.Rank).ToListAsync()));
    }

    [Fact]
    public async Task A_count_that_is_not_announced_is_thrown_away_by_its_enterer()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9);
        var user = await app.As(judging.Secretary);
        await app.Given.Board(judging);
        await user.Done(Given.Path(judging) + "/bieu-quyet", Ballot("luu", issued: 9, returned: 9, valid: 9, invalid: 0));
        await user.Done(Given.Path(judging) + "/bo-so-phieu");
        Assert.Equal(0, await app.Rows(db => db.Votes.CountAsync()));
        Assert.Equal(1, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == "bo-so-phieu")));
        await app.Given.Concluded(judging, 0, approving: 9);
        Assert.Contains("Không có số phiếu nào chưa công bố.", (await user.Post(Given.Path(judging) + "/bo-so-phieu")).Text);
        Assert.Equal(1, await app.Rows(db => db.Votes.CountAsync()));
    }
}
