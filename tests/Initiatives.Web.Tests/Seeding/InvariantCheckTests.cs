using Initiatives.Web.Data;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Seeding;

/// <summary>Faults are planted in a transaction that is rolled back, so one played cycle serves them all.</summary>
public sealed class InvariantCheckTests(InvariantCheckTests.Played played) : IClassFixture<InvariantCheckTests.Played>
{
    private readonly TestApp app = played.App;

    public sealed class Played : IAsyncLifetime
    {
        public TestApp App { get; } = new();

        public Task InitializeAsync() => FinishedCycle.Play(App);

        public Task DisposeAsync()
        {
            App.Dispose();
            return Task.CompletedTask;
        }
    }

    private static async Task<(int Code, string Text)> Check(TestApp app, string? sql = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (sql is not null) Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
        var output = new StringWriter();
        return (await InvariantCheck.RunAsync(db, scope.ServiceProvider.GetRequiredService<FileStore>(), output), output.ToString());
    }

    [Fact]
    public async Task A_database_with_reference_data_only_is_sound()
    {
        using var empty = new TestApp();
        var (code, text) = await Check(empty);
        Assert.True(code == 0, text);
        Assert.Equal(28, text.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_finished_cycle_is_sound()
    {
        var (code, text) = await Check(app);
        Assert.True(code == 0, text);
    }

    private const string First = """(SELECT MIN("Id") FROM "Initiatives")""";
    private const string Merit = """(SELECT "Id" FROM "Decisions" WHERE "Kind" = 1)""";

    [Theory]
    [InlineData($"""UPDATE "Initiatives" SET "Status" = 99 WHERE "Id" = {First}""", "trạng thái 99 không có trong bảng")]
    [InlineData($"""UPDATE "Initiatives" SET "ShownStatus" = 7 WHERE "Id" = {First}""", "trạng thái cho người ngoài xem là “Đang chấm”, đúng ra là “Công nhận”")]
    [InlineData($"""UPDATE "Initiatives" SET "RegisterNumber" = NULL WHERE "Id" = {First}""", "không có số tiếp nhận")]
    [InlineData($"""UPDATE "Initiatives" SET "SubmittedAt" = NULL WHERE "Id" = {First}""", "không có thời điểm gửi")]
    [InlineData($"""UPDATE "Initiatives" SET "CouncilCode" = NULL WHERE "Id" = {First}""", "không có mã Hội đồng")]
    [InlineData("""DELETE FROM "Endorsements" """, "không có xác nhận của thủ trưởng")]
    [InlineData($"""UPDATE "Initiatives" SET "Status" = 0, "ShownStatus" = 0 WHERE "Id" = {First}""", "chưa gửi mà đã có thời điểm gửi")]
    [InlineData("""UPDATE "Authorships" SET "Share" = 39.99 WHERE "PersonId" IS NULL""", "tổng tỷ lệ đóng góp là 99,99%, phải đúng 100%")]
    [InlineData("""UPDATE "Initiatives" SET "RegisterNumber" = 5 WHERE "RegisterNumber" = 2""", "Kỳ 2026: số tiếp nhận phải liền từ 1 đến 2, gặp 5 ở chỗ của 2.")]
    [InlineData("""UPDATE "Endorsements" SET "Code" = NULL""", "giấy biên nhận không có mã đối chiếu")]
    [InlineData($"""UPDATE "Initiatives" SET "Title" = 'Tên khác hẳn' WHERE "Id" = (SELECT MAX("Id") FROM "Initiatives")""", "nội dung không còn khớp mã trên giấy biên nhận")]
    [InlineData($"""UPDATE "Initiatives" SET "SubmittedAt" = '2026-10-01 01:00:00' WHERE "Id" = {First}""", "nhận lúc 08:00:00 ngày 1/10/2026, ngoài hạn của đơn vị trong Kỳ 2026 (hết 23:59:59 ngày 30/9/2026)")]
    [InlineData("""UPDATE "Endorsements" SET "ExtensionId" = 1""", "giấy biên nhận ghi sai việc gia hạn")]
    [InlineData("""UPDATE "Endorsements" SET "Means" = 2""", "nhận ngoài hệ thống mà không có số đến")]
    [InlineData("""INSERT INTO "Extensions" ("CycleId", "RequestedBy", "Reason", "AllowedBy", "DocumentNumber", "DocumentDate", "ClosesAt", "GrantedById", "GrantedByName", "GrantedAt") SELECT "Id", 'a', '', 'c', 'd', '2026-09-30', '2026-10-01 10:00:00', 1, 'e', '2026-09-30 10:00:00' FROM "Cycles" """, "thiếu người đề nghị, lý do, người cho phép hoặc văn bản")]
    [InlineData("""INSERT INTO "Extensions" ("CycleId", "RequestedBy", "Reason", "AllowedBy", "DocumentNumber", "DocumentDate", "ClosesAt", "GrantedById", "GrantedByName", "GrantedAt") SELECT "Id", 'a', 'b', 'c', 'd', '2026-09-30', '2026-10-01 10:00:00', 1, 'e', '2026-10-01 10:00:00' FROM "Cycles" """, "giờ mới không ở sau lúc ghi")]
    [InlineData("""UPDATE "SubScores" SET "Points" = 15.5 WHERE "Code" = 'N1'""", "mục N1 được 15,5 điểm, ngoài khoảng 0–15")]
    [InlineData("""UPDATE "SubScores" SET "Points" = 11.3 WHERE "Code" = 'N1'""", "mục N1 được 11,3 điểm, không theo bước 0,5")]
    [InlineData("""DELETE FROM "SubScores" WHERE "Code" = 'N1'""", "đã nộp mà còn mục chưa chấm")]
    [InlineData("""UPDATE "CriterionScores" SET "Total" = 1 WHERE "Code" = 'N'""", "tiêu chí N ghi 1 điểm")]
    [InlineData("""UPDATE "ScoreSheets" SET "Total" = 99""", "tổng ghi 99 điểm")]
    [InlineData("""UPDATE "ScoreSheets" SET "EnteredById" = 1""", "nhập thay mà không có người thứ hai đối chiếu")]
    [InlineData("""UPDATE "ScoreSheets" SET "EnteredById" = 1, "VerifiedById" = 2""", "nhập thay và bản quét không khớp")]
    [InlineData("""UPDATE "CouncilMembers" SET "UnitId" = (SELECT MIN("UnitId") FROM "Initiatives")""", "cùng đơn vị của hồ sơ")]
    [InlineData("""UPDATE "Authorships" SET "PersonId" = (SELECT MIN("PersonId") FROM "CouncilMembers") WHERE "PersonId" IS NULL""", "là tác giả của hồ sơ")]
    [InlineData("""UPDATE "AuthorConfirmations" SET "Post" = 'Giám đốc' WHERE "Name" = 'Trần Thị Hoa'""", "nội dung không khớp với dấu đã xác nhận")]
    [InlineData("""UPDATE "AuthorConfirmations" SET "AnsweredAt" = NULL WHERE "Name" = 'Trần Thị Hoa'""", "câu trả lời thiếu thời điểm hoặc cách trả lời")]
    [InlineData("""UPDATE "Conclusions" SET "Mean" = 71""", "ghi điểm trung bình 71, tính lại là")]
    [InlineData("""UPDATE "Conclusions" SET "Rank" = 2 WHERE "Rank" = 1""", "ghi hạng 2, tính lại là 1")]
    [InlineData("""UPDATE "Conclusions" SET "Approving" = 1""", "ghi “đề nghị công nhận”, tính lại là “không đề nghị”")]
    [InlineData($"""INSERT INTO "DecisionItems" ("DecisionId", "InitiativeId", "Order", "Rank", "SkipReason") VALUES ({Merit}, (SELECT MAX("Id") FROM "Initiatives"), 2, 2, '')""", "tặng 2 sáng kiến, tối đa 1")]
    [InlineData($"""UPDATE "Initiatives" SET "Status" = 9, "ShownStatus" = 7 WHERE "Id" = {First}""", "chưa được công nhận")]
    [InlineData("""UPDATE "Decisions" SET "FileSha256" = NULL""", "trạng thái và văn bản đã đóng băng không khớp")]
    [InlineData("""UPDATE "Decisions" SET "FileSha256" = '0000000000000000000000000000000000000000000000000000000000000000'""", "mất tệp 0000")]
    [InlineData("""UPDATE "Certificates" SET "FileSha256" = '0000000000000000000000000000000000000000000000000000000000000000'""", "Bằng khen BK-2026-7F3K9Q: mất tệp 0000")]
    [InlineData("""UPDATE "Attachments" SET "Size" = 99""", "Tài liệu “minh-chung.pdf” của hồ sơ 1: ghi 99 byte, kho tệp ghi 12 byte.")]
    [InlineData("""DELETE FROM "StoredFiles" """, "Tài liệu “minh-chung.pdf” của hồ sơ 1: ghi 12 byte, kho tệp không có.")]
    [InlineData("""UPDATE "StoredFiles" SET "Size" = 11""", "ghi 11 byte, trên đĩa 12 byte.")]
    [InlineData("""UPDATE "StoredFiles" SET "Sha256" = '0000000000000000000000000000000000000000000000000000000000000000'""", "Kho tệp: mất tệp 0000")]
    [InlineData("""UPDATE "Attachments" SET "Size" = 209715201""", "các tệp cộng lại 209715201 byte, quá 200 MB.")]
    [InlineData("""UPDATE "Journal" SET "Details" = 'khác' WHERE "Sequence" = 2""", "Nhật ký bị sửa từ mục số 2.")]
    [InlineData("""INSERT INTO "Jobs" ("Type", "Payload", "Key", "Status", "Attempts", "DueAt", "LastError", "CreatedAt") SELECT 'issue-certificate', '{}', 'k', 2, 6, "LaunchedAt", 'hỏng', "LaunchedAt" FROM "Cycles" """, "Việc issue-certificate (k) dừng sau 6 lần: hỏng")]
    [InlineData("""INSERT INTO "AccountLinks" ("PersonId", "Purpose", "TokenDigest", "IssuedAt", "ExpiresAt", "IssuedById", "ByMail", "UsedAt", "RevokedAt", "Version") SELECT (SELECT MIN("Id") FROM "People"), 1, 'abc', "LaunchedAt", "LaunchedAt", 0, FALSE, "ClosesAt", "ClosesAt", 0 FROM "Cycles" """, "vừa đã dùng vừa đã thu hồi")]
    [InlineData("""INSERT INTO "AccountLinks" ("PersonId", "Purpose", "TokenDigest", "IssuedAt", "ExpiresAt", "IssuedById", "ByMail", "UsedAt", "Version") SELECT (SELECT MIN("Id") FROM "People"), 1, NULL, "LaunchedAt", "LaunchedAt", 0, FALSE, "ClosesAt", 0 FROM "Cycles" """, "dùng ngoài thời hạn của nó")]
    [InlineData("""INSERT INTO "AccountLinks" ("PersonId", "Purpose", "TokenDigest", "IssuedAt", "ExpiresAt", "IssuedById", "ByMail", "Version") SELECT (SELECT MIN("Id") FROM "People"), 1, 'abc', "LaunchedAt", "LaunchedAt", 0, FALSE, 0 FROM "Cycles" """, "mã lưu không phải SHA-256")]
    [InlineData("""UPDATE "AspNetUsers" SET "PersonId" = (SELECT MIN("Id") FROM "People")""", "tài khoản.")]
    [InlineData("""UPDATE "People" SET "Roles" = 2048 + 64""", "Người quản trị không được làm ủy viên hoặc thư ký Hội đồng.")]
    [InlineData("""INSERT INTO "Acknowledgements" ("CycleId", "UnitId", "PersonId", "PersonName", "Post", "At") SELECT "Id", (SELECT "Id" FROM "Units" WHERE "Code" = 'UBND-TP'), (SELECT MIN("Id") FROM "People"), 'A', '', "LaunchedAt" FROM "Cycles" """, "không gửi hồ sơ")]
    [InlineData("""INSERT INTO "Acknowledgements" ("CycleId", "UnitId", "PersonId", "PersonName", "Post", "At") SELECT "Id", (SELECT "Id" FROM "Units" WHERE "Code" = '11311'), (SELECT MIN("Id") FROM "People"), 'A', '', "ClosesAt" FROM "Cycles" """, "sau hạn nhận hồ sơ Kỳ 2026")]
    [InlineData("""UPDATE "SupplementRequests" SET "Status" = 0""", "còn 1 yêu cầu bổ sung đang mở mà hồ sơ không chờ bổ sung")]
    [InlineData("""UPDATE "SupplementItems" SET "State" = 1""", "yêu cầu bổ sung lần 1: đã xong mà còn mục chưa quyết định")]
    [InlineData("""DELETE FROM "SupplementItems" """, "yêu cầu bổ sung lần 1: không có mục nào")]
    [InlineData("""UPDATE "ScreeningAssignments" SET "AppraiserId" = (SELECT MIN("PersonId") FROM "Authorships")""", "là tác giả")]
    [InlineData("""UPDATE "OpinionRequests" SET "UnitId" = (SELECT MIN("UnitId") FROM "Initiatives")""", "hỏi chính đơn vị của hồ sơ")]
    [InlineData("""UPDATE "OpinionRequests" SET "Status" = 1""", "trạng thái và thời điểm trả lời không khớp")]
    public async Task Each_planted_fault_is_found(string sql, string expected)
    {
        var (code, text) = await Check(app, sql);
        Assert.Equal(1, code);
        Assert.Contains(expected, text);
    }

    [Fact]
    public async Task A_file_of_another_size_is_found_without_reading_it_and_changed_bytes_when_all_are_read()
    {
        var sha256 = await app.Rows(db => db.Attachments.Select(item => item.Sha256).SingleAsync());
        var file = Directory.GetFiles(app.Services.GetRequiredService<IConfiguration>()["Files:Folder"]!, sha256, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        async Task<(int Code, string Text)> With(byte[] content, bool digests)
        {
            await File.WriteAllBytesAsync(file, content);
            await using var scope = app.Services.CreateAsyncScope();
            var output = new StringWriter();
            return (await InvariantCheck.RunAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<FileStore>(), output, digests), output.ToString());
        }

        var (longer, changed, unread) = (await With([.. bytes, 1], false), await With([.. bytes[1..], 1], true), await With([.. bytes[1..], 1], false));
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Contains($"Kho tệp: {sha256} ghi {bytes.Length} byte, trên đĩa {bytes.Length + 1} byte.", longer.Text);
        Assert.Contains($"tệp {sha256} đã bị thay đổi.", changed.Text);
        Assert.Equal((1, 1, 0), (longer.Code, changed.Code, unread.Code));
    }

    [Fact]
    public async Task A_changed_file_is_found()
    {
        var sha256 = await app.Rows(db => db.Certificates.Select(item => item.FileSha256).SingleAsync());
        var file = Directory.GetFiles(app.Services.GetRequiredService<IConfiguration>()["Files:Folder"]!, sha256, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        await File.AppendAllTextAsync(file, "!");
        var (code, text) = await Check(app);
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(1, code);
        Assert.Contains($"Bằng khen BK-2026-7F3K9Q: tệp {sha256} đã bị thay đổi.", text);
    }
}
