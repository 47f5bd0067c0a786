using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Browser.Tests;

/// <summary>What follows the council's work; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class AfterwardsWalkTests(Chromium chromium) : IDisposable
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_list_is_posted_remarked_on_and_every_remark_answered()
    {
        var cycle = await app.Given.DecidingCycle(4, 1, postingDays: 5);
        await app.Given.FilledRecognition(cycle);
        await using var department = await Visitor.SignIn(chromium, app, cycle.Department, complaints);
        await department.Look();
        await department.Open("/lay-y-kien/2026/gop-y");
        await department.Open("/lay-y-kien/2026/niem-yet");
        await department.PressOn("Niêm yết danh sách");
        await department.Reads("Chưa có góp ý nào");
        await department.Open("/lay-y-kien/2026/niem-yet");

        await using var citizen = await Visitor.Come(chromium, app, complaints);
        await citizen.Open("/lay-y-kien/2026");
        await citizen.Enter(("Text", "ngắn"));
        await citizen.PressOn("Gửi góp ý");
        await citizen.Reads("Ghi nội dung góp ý, ít nhất vài từ.");
        await citizen.Enter(("Number", "2"), ("Text", "Phường tôi đã làm gần giống từ năm trước, đề nghị đối chiếu."), ("Name", "Đỗ Thị Dân"), ("Contact", "0225 300 0123"));
        await citizen.PressOn("Gửi góp ý");
        await citizen.Reads("Mã góp ý");

        await department.Open("/viec");
        await department.Reads("Trả lời 1 góp ý về danh sách kỳ 2026");
        await department.Open("/lay-y-kien/2026/gop-y");
        await department.PressOn("Ghi cách xử lý");
        await department.Reads("Ghi góp ý được xem xét thế nào.");
        await department.Enter(("Answer", "Đã đối chiếu, cách làm khác nhau; giữ trong danh sách."));
        await department.PressOn("Ghi cách xử lý");
        await department.Reads("đã trả lời");
        await citizen.Page.ReloadAsync();
        await citizen.Reads("Đã đối chiếu, cách làm khác nhau");
        await citizen.Look();
        await citizen.Open("/lay-y-kien/ma");
        await citizen.Open("/lay-y-kien/ma?ma=22223333444455556666");
        await citizen.Reads("Không có góp ý nào mang mã này.");

        app.Clock.Now = VietnamTime.EndOfDay(new DateOnly(2026, 12, 2));
        await using var later = await Visitor.Come(chromium, app, complaints);
        await later.Open("/lay-y-kien/2026");
        await later.Reads("Đã hết thời gian góp ý");
        complaints.AreNone();
    }

    [Fact]
    public async Task An_author_reads_his_result_remonstrates_and_is_answered_after_others_scored_anew()
    {
        var judged = await app.Given.JudgedCycle(judges: 8, spare: 3);
        await using var author = await Visitor.SignIn(chromium, app, judged.Judging.Author, complaints);
        await author.Look();
        await author.Open($"/ket-qua/{judged.Poor}");
        await author.Open($"/ket-qua/{judged.Good}");
        await author.Open($"/sang-kien/{judged.Poor}");
        await author.Open($"/kien-nghi/gui?hoSo={judged.Poor}");
        await author.PressOn("Gửi kiến nghị");
        await author.Reads("Ghi điều bạn đề nghị.");
        await author.Enter(("Content", "Điểm hiệu quả chưa tính số liệu quý ba đã gửi kèm."), ("Asks", "Đề nghị xem lại minh chứng quý ba."));
        await author.PressOn("Gửi kiến nghị");
        await author.Reads("KN-2026-0001");
        var id = await app.Rows(db => db.Remonstrances.Select(item => item.Id).SingleAsync());

        await using var lead = await Visitor.SignIn(chromium, app, judged.Judging.Lead, complaints);
        await lead.Look();
        await lead.Open("/kien-nghi");
        await lead.Open($"/ket-qua/ky/2026");
        await lead.Open($"/kien-nghi/{id}");
        await lead.Enter(("Question", "Điểm hiệu quả được lập trên số liệu nào?"));
        await lead.PressOn("Chuyển thư ký");
        await lead.Enter(("RescoringReason", "Có số liệu chưa được xét."), ("RescoringDueOn", "10/12/2026"));
        await lead.PressOn("Giao chấm lại");

        await using var secretary = await Visitor.SignIn(chromium, app, judged.Judging.Secretary, complaints);
        await secretary.Look();
        await secretary.Open($"/kien-nghi/{id}");
        await secretary.Enter(("Explanation", "Các phiếu nêu số liệu quý hai; quý ba chưa có xác nhận."));
        await secretary.PressOn("Gửi giải trình");
        var others = judged.Judging.Judges.TakeLast(3).ToList();
        foreach (var judge in others) await secretary.Tick("Chosen", $"{judge.Id}");
        await secretary.PressOn("Giao chấm lại");

        await using var other = await Visitor.SignIn(chromium, app, others[0], complaints);
        await other.Look();
        await other.Open("/cham-diem");
        await other.Reads("Chấm lại theo kiến nghị");
        foreach (var judge in others) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judged.Poor))!.Value, 0.8m);
        await secretary.Open($"/kien-nghi/{id}");
        await secretary.PressOn("Chốt kết quả chấm lại");

        await lead.Open($"/kien-nghi/{id}");
        await lead.Enter(("AnswerText", "Ba ủy viên khác đã chấm lại; số liệu quý ba được chấp nhận."), ("Outcome", "Reconsider"));
        await lead.PressOn("Lưu nội dung");
        await lead.Enter(("SignerName", ""));
        await lead.PressOn("Ra công văn trả lời");
        await lead.Reads("Ghi họ và tên người ký.");
        await lead.Enter(("SignerName", "Nguyễn Thị Bình"));
        await lead.PressOn("Ra công văn trả lời");
        await lead.Reads("Chấm lại đạt mọi ngưỡng điểm thì soạn được quyết định công nhận bổ sung.");
        await lead.Open("/quyet-dinh");
        await lead.PressOn("Soạn dự thảo bổ sung");
        await lead.Reads("công văn số 01/SKHCN-SK: chấm lại 3 phiếu");
        await lead.Open("/ket-qua/ky/2026");
        await lead.PressOn("Ra 1 công văn");
        await lead.Reads("Mọi hồ sơ không được công nhận đã có công văn.");
        await author.Open($"/ket-qua/{judged.Poor}");
        await author.Reads("Công văn số 02/SKHCN-SK");
        await author.Open($"/kien-nghi/bien-nhan/{id}");
        await author.Reads("đề nghị xem xét lại, trình Chủ tịch Ủy ban nhân dân thành phố");

        await using var clerk = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.IntakeOfficer, "SKHCN"), complaints);
        await clerk.Open("/kien-nghi/ghi");
        await clerk.PressOn("Ghi vào sổ");
        await clerk.Reads("Ghi số hồ sơ như trên giấy biên nhận");
        complaints.AreNone();
    }
}
