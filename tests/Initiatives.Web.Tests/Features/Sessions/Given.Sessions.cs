using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>The address of a dossier in a session.</summary>
    public static string Path(Judging judging, int dossier = 0, int number = 1) => $"/phien-hop/2026/{number}/{judging.Initiatives[dossier]}";

    /// <summary>An absent judge's signed sheet, typed by one of the secretariat and compared by another.</summary>
    public async Task OnPaper(TestPerson judge, int initiativeId)
    {
        var sheet = (await SheetId(judge, initiativeId))!.Value;
        var rubric = await app.Rows(async db => (await db.Rubrics.SingleAsync()).Content);
        var cycle = await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).Select(item => item.CycleId).SingleAsync());
        var (typist, second) = (await Typist(cycle), await Typist(cycle));
        var paper = Need(await app.Send(new EnterPaperSheet.Command
        {
            SheetId = sheet,
            Kind = PaperKind.Sheet,
            SignedOn = new DateOnly(2026, 10, 11),
            Points = rubric.SubCriteria.ToDictionary(part => part.Code, part => VietnameseNumber.Format(Math.Floor(part.Max * 0.8m / rubric.Step) * rubric.Step)),
            Scan = new UploadedFile("phieu.pdf", new MemoryStream(ScannedPaper)),
        }, typist.Actor));
        Need(await app.Send(new VerifyPaperSheet.Command { Id = paper, Matches = true }, second.Actor));
    }

    /// <summary>Somebody whom the council's decision names to its secretariat.</summary>
    public async Task<TestPerson> Typist(int cycleId)
    {
        var typist = await Person(Role.Secretariat, "SKHCN");
        await app.Rows(async db =>
        {
            var council = await db.Councils.SingleAsync(item => item.CycleId == cycleId);
            var ids = council.Members.Select(item => item.PersonId).Concat(council.Clerks.Select(item => item.PersonId)).Append(typist.Id).ToList();
            var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id);
            Need(council.Record(council.Name, council.Authority, council.DecisionNumber, council.DecisionDate,
                [.. council.Members.Select(item => new Nomination(people[item.PersonId], item.UnitName, item.Post) { Fields = [.. item.Fields], Cap = item.Cap })],
                [.. council.Clerks.Select(item => new ClerkNomination(people[item.PersonId], item.UnitName)), new ClerkNomination(people[typist.Id], "Sở KH&CN")]));
            return await db.SaveChangesAsync();
        });
        return typist;
    }

    /// <summary>A counting board of the last <paramref name="count"/> members.</summary>
    public async Task Board(Judging judging, int count = 3) => Need(await app.Send(new NameBoard.Command
    {
        CycleId = judging.CycleId,
        Board = [.. judging.Judges.TakeLast(count).Select(judge => new NameBoard.PersonInput { PersonId = judge.Id })],
    }, judging.Secretary.Actor));

    /// <summary>The secretary concludes on a dossier by a show of hands.</summary>
    public async Task Concluded(Judging judging, int dossier, int approving, int against = 0) => Need(await app.Send(new ConcludeInitiative.Command
    {
        InitiativeId = judging.Initiatives[dossier],
        Approving = approving,
        Against = against,
        Abstaining = 0,
        Reason = "Kết luận của Hội đồng.",
    }, judging.Secretary.Actor));

    /// <summary>An hour of the day of the meeting, 12/11/2026.</summary>
    public static DateTime Hour(int hour, int minute = 0) => VietnamTime.ToUtc(new DateTime(2026, 11, 12, hour, minute, 0));
}
