using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Documents;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Attachments;

public sealed class FileTextTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser User, int Dossier, TestPerson Author)> Draft(string unit = "11311")
    {
        var author = await app.Given.Person(Role.Author, unit);
        return (await app.As(author), (await app.Given.CompleteDraft(author)).Id, author);
    }

    private static async Task Add(TestUser user, int dossier, string name, byte[] bytes) =>
        Assert.Equal(HttpStatusCode.OK, (await user.UploadAsScript($"/sang-kien/{dossier}/tep", "Tep", name, bytes)).Status);

    public static TheoryData<string, byte[], string> Documents => new()
    {
        { "a.pdf", Pdf.Of((fonts, stream) => RecognitionDecisionDocument.Write(Samples.Recognition(), fonts, stream)).Bytes, "quay mot cua luu dong" },
        { "a.docx", CraftOffice.Docx("Đoạn thứ nhất", "Trả kết quả tại sạp"), "tra ket qua tai sap" },
        { "a.xlsx", CraftOffice.Xlsx("Chỉ tiêu", "Thời gian chờ"), "thoi gian cho" },
        { "a.pptx", CraftOffice.Pptx("Hẹn giờ nộp hồ sơ qua mạng"), "hen gio nop ho so qua mang" },
    };

    [Theory, MemberData(nameof(Documents))]
    public async Task The_words_of_a_document_are_read_in_the_background(string name, byte[] bytes, string words)
    {
        var (user, dossier, _) = await Draft();
        await Add(user, dossier, name, bytes);
        Assert.Equal(TextState.Waiting, (await app.Rows(db => db.FileTexts.SingleAsync())).State);
        await app.DrainJobs();
        var text = await app.Rows(db => db.FileTexts.SingleAsync());
        Assert.Equal((TextState.Done, ""), (text.State, text.Reason));
        Assert.Contains($" {words} ", text.SearchKey);
        Assert.Equal(VietnameseText.SearchKey(text.Text), text.SearchKey);
    }

    [Fact]
    public async Task The_same_bytes_in_two_dossiers_are_read_once()
    {
        var (first, second) = (await Draft(), await Draft("10804"));
        var docx = CraftOffice.Docx("Một lần");
        await Add(first.User, first.Dossier, "a.docx", docx);
        await Add(second.User, second.Dossier, "b.docx", docx);
        await app.DrainJobs();
        Assert.Equal((1, 1), (await app.Rows(db => db.FileTexts.CountAsync()), await app.Rows(db => db.Jobs.CountAsync(job => job.Type == "extract-text"))));
    }

    [Fact]
    public async Task A_file_without_words_and_one_that_is_gone_are_said_so()
    {
        var (user, dossier, _) = await Draft();
        await Add(user, dossier, "a.png", CraftMedia.Png());
        Assert.Equal(0, await app.Rows(db => db.FileTexts.CountAsync()));
        await Add(user, dossier, "trong.docx", CraftOffice.Docx(" "));
        await app.DrainJobs();
        Assert.Equal(TextState.None, (await app.Rows(db => db.FileTexts.SingleAsync())).State);

        await app.Rows(db => db.FileTexts.ExecuteUpdateAsync(set => set.SetProperty(text => text.State, TextState.Waiting).SetProperty(text => text.Sha256, new string('a', 64))));
        Assert.True((await app.Send(new ExtractText(new string('a', 64)))).Ok);
        var text = await app.Rows(db => db.FileTexts.SingleAsync());
        Assert.Equal((TextState.Failed, "Không có tệp trên đĩa."), (text.State, text.Reason));
    }

    [Fact]
    public async Task Words_are_seen_only_where_the_file_is()
    {
        await app.Given.OpenCycle();
        var (user, dossier, author) = await Draft();
        var foreign = await Draft("10804");
        await Add(user, dossier, "a.docx", CraftOffice.Docx("Của đơn vị này"));
        await Add(foreign.User, foreign.Dossier, "b.docx", CraftOffice.Docx("Của đơn vị khác"));
        await app.DrainJobs();
        Task<List<string>> Seen(TestPerson person, Func<ScopedDb, IQueryable<FileText>> door) => app.Rows(db => door(db.For(person.Actor)).Select(text => text.Text).ToListAsync());
        static IQueryable<FileText> Own(ScopedDb db) => db.OwnFileTexts;
        static IQueryable<FileText> Dossiers(ScopedDb db) => db.DossierFileTexts;

        Assert.Equal(["Của đơn vị này"], await Seen(author, Own));
        Assert.Equal(["Của đơn vị này"], await Seen(await app.Given.Person(Role.UnitOfficer), Own));
        Assert.Empty(await Seen(await app.Given.Person(Role.Author), Own));
        Assert.Empty(await Seen(author, Dossiers));
        var lead = await app.Given.Lead();
        Assert.Empty(await Seen(lead, Own));
        Assert.Empty(await Seen(lead, Dossiers));

        var version = await app.Rows(db => db.Initiatives.Where(item => item.Id == dossier).Select(item => item.Version).SingleAsync());
        Given.Sure(await app.Send(new SendToHead(dossier, version), author.Actor));
        Given.Sure(await app.Send(new Web.Features.Endorsing.EndorseInitiative.Command { Id = dossier }, (await app.Given.Head()).Actor));
        Assert.Equal(["Của đơn vị này"], await Seen(lead, Dossiers));
        Assert.Empty(await Seen(await app.Given.Person(Role.CouncilMember, "SNV"), Dossiers));
        Assert.Empty(await app.Rows(db => db.For(Actor.Public).DossierFileTexts.ToListAsync()));
    }
}
