using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Features.Scoring;

/// <summary>A blind cycle: the whole answers for a judge are the same whoever wrote the dossier and wherever.</summary>
public sealed class BlindTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser Judge, Judging Judging, string[] Paths)> Open(bool blind)
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, settings: new CycleSettings { Blind = blind });
        var sheet = await app.Given.SheetId(judging.Judge, judging.Initiatives[0]);
        var file = await Attach(judging.Initiatives[0], judging.Author.Id);
        return (await app.As(judging.Judge), judging, ["/cham-diem", $"/cham-diem/{sheet}", $"/cham-diem/{sheet}/phieu.pdf", "/viec", $"/tep/{file}/xem", $"/tep/{file}"]);
    }

    private async Task<int> Attach(int initiative, int author)
    {
        var stored = await app.Services.GetRequiredService<FileStore>().SaveAsync("minh chứng"u8.ToArray(), CancellationToken.None);
        return await app.Rows(async db =>
        {
            db.Add(new StoredFile { Sha256 = stored.Sha256, Size = stored.Size, ContentType = "application/pdf", StoredAt = app.Clock.Now });
            var file = Attachment.Add(initiative, AttachmentKind.Evidence, "Xác nhận của Sở Y tế.PDF", "application/pdf", stored.Size, stored.Sha256, author, app.Clock.Now);
            db.Add(file);
            await db.SaveChangesAsync();
            return file.Id;
        });
    }

    private static async Task<string?> SavedAs(TestUser user, string path) => (await user.Get(path)).Message.Content.Headers.ContentDisposition?.FileNameStar;

    /// <summary>The dossier comes from other people of another unit, with other words in its confidential part.</summary>
    private Task Rewrite(int initiative) => app.Rows(async db =>
    {
        await db.Database.ExecuteSqlAsync($"""UPDATE "Authorships" SET "Name" = 'Đỗ Thị Khác Hẳn', "Post" = 'Giám đốc', "Workplace" = 'Nơi khác'""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "Attachments" SET "FileName" = 'Bảng số liệu của nơi khác.pdf'""");
        await db.Database.ExecuteSqlAsync($"""UPDATE "Initiatives" SET "UnitId" = (SELECT MAX("Id") FROM "Units" WHERE "Code" LIKE '113%') WHERE "Id" = {initiative}""");
        return 0;
    });

    private static string Stable(string answer) => System.Text.RegularExpressions.Regex.Replace(answer, @"/(CreationDate|ModDate) ?\([^)]*\)|/ID ?\[[^\]]*\]", "");

    [Fact]
    public async Task Another_author_of_another_unit_changes_nothing_that_a_judge_is_answered()
    {
        var (judge, judging, paths) = await Open(blind: true);
        var before = new List<string>();
        foreach (var path in paths) before.Add(Stable((await judge.Get(path)).Comparable));
        await Rewrite(judging.Initiatives[0]);
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], Stable((await judge.Get(paths[i])).Comparable));
    }

    [Fact]
    public async Task In_an_open_cycle_the_same_rewriting_shows()
    {
        var (judge, judging, paths) = await Open(blind: false);
        Assert.Contains(judging.Author.Name, (await judge.Page(paths[1])).Text);
        await Rewrite(judging.Initiatives[0]);
        Assert.Contains("Đỗ Thị Khác Hẳn", (await judge.Page(paths[1])).Text);
    }

    [Fact]
    public async Task A_file_bears_its_number_for_a_judge_and_its_name_for_its_owner_and_the_department()
    {
        var (judge, judging, paths) = await Open(blind: true);
        Assert.Contains("Tài liệu 1.pdf", (await judge.Page(paths[1])).Text);
        Assert.Contains("Xem Tài liệu 1.pdf", (await judge.Page(paths[4])).Text);
        Assert.Equal("Tài liệu 1.pdf", await SavedAs(judge, paths[5]));
        Assert.Equal("Xác nhận của Sở Y tế.PDF", await SavedAs(await app.As(judging.Lead), paths[5]));
        Assert.Equal("Xác nhận của Sở Y tế.PDF", await SavedAs(await app.As(judging.Author), paths[5]));
    }

    [Fact]
    public async Task A_blind_desk_warns_that_files_may_name_people()
    {
        var (judge, _, paths) = await Open(blind: true);
        var text = (await judge.Page(paths[1])).Text;
        Assert.Contains("ẩn tác giả và đơn vị", text);
        Assert.Contains("có thể còn nêu tên người hoặc đơn vị", text);
    }

    [Fact]
    public async Task The_secretary_s_own_page_of_the_council_still_names_the_unit_but_his_desk_does_not()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, settings: new CycleSettings { Blind = true });
        var sheet = await app.Given.SheetId(judging.Secretary, judging.Initiatives[0]);
        Assert.DoesNotContain(judging.Author.Name, (await (await app.As(judging.Secretary)).Page($"/cham-diem/{sheet}")).Text);
    }
}
