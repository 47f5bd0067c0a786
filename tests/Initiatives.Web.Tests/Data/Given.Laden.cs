using System.Security.Cryptography;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Features.Disagreement;
using Initiatives.Web.Features.Reviews;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

/// <summary>
/// A council in session that has left one of everything on its dossiers. The first two lie level across the last place of
/// merit and were put to a secret ballot; on the other two it resolved otherwise than the rules.
/// </summary>
/// <param name="Relative">A lead of the Department, as is <see cref="Judging.Lead"/>.</param>
/// <param name="Clerk">Of the council's secretariat, who typed papers.</param>
/// <param name="Second">Another, who compared them.</param>
/// <param name="StandIn">Acts on the hidden dossiers for the secretary, and did on the others.</param>
/// <param name="Reviewer">A judge who was asked about his sheets and reviewed the first two.</param>
/// <param name="Papered">Judge whose sheets of the first two were typed from paper; he reviewed the first and has begun the second.</param>
/// <param name="Lone">Judge of the third dossier alone; he was reminded before he handed in.</param>
/// <param name="Called">Judge who was called late to the first two and has handed in nothing.</param>
public sealed record Laden(Judging Judging, TestPerson Relative, TestPerson Clerk, TestPerson Second, TestPerson StandIn, TestPerson Reviewer, TestPerson Papered, TestPerson Lone, TestPerson Called)
{
    /// <summary>The dossiers that a conflict is to hide: one of each pair.</summary>
    public IReadOnlyList<int> Hidden => [Judging.Initiatives[0], Judging.Initiatives[2]];

    /// <summary>Those who work for the council and could turn out to be in conflict.</summary>
    public IReadOnlyList<TestPerson> Insiders => [Judging.Secretary, Relative, Clerk, StandIn, Reviewer, Papered, Called];
}

public sealed partial class Given
{
    /// <summary>See <see cref="Laden"/>. Of its eight members the last works in the dossiers' unit.</summary>
    public async Task<Laden> LadenCouncil()
    {
        var judging = await OpenScoring(dossiers: 4, judges: 8, conflicted: true, new CycleSettings { MaxMerit = 1, MinSheets = 3 });
        var (lone, reviewer, papered, called) = (judging.Judges[3], judging.Judges[4], judging.Judges[5], judging.Judges[6]);
        var dossiers = judging.Initiatives;
        await app.Rows(async db =>
        {
            await db.Sheets.Where(item => item.PersonId == called.Id || (item.PersonId == lone.Id && item.InitiativeId != dossiers[2])).ExecuteDeleteAsync();
            await db.Assignments.Where(item => item.PersonId == called.Id || (item.PersonId == lone.Id && item.InitiativeId != dossiers[2])).ExecuteDeleteAsync();
            db.Add(ScoreReminder.Of(judging.CycleId, lone.Id, judging.Lead.Id, app.Clock.Now));
            foreach (var dossier in dossiers) db.Add(Attachment.Add(dossier, AttachmentKind.Evidence, "minh-chung.pdf", "application/pdf", ScannedPaper.Length, Convert.ToHexStringLower(SHA256.HashData(ScannedPaper)), judging.Author.Id, app.Clock.Now));
            return await db.SaveChangesAsync();
        });
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        foreach (var dossier in dossiers.Take(2)) await WrittenReview(judging, reviewer, dossier);
        await WrittenReview(judging, judging.Chair, dossiers[0]);
        await WrittenReview(judging, papered, dossiers[0]);
        Need(await app.Send(new WriteReview.Command { Id = await Review(judging, papered, dossiers[1]), Strengths = "Mới viết nháp", Op = "luu" }, papered.Actor));
        var (clerk, second) = await OnPaper(judging, papered, dossiers.Take(2));
        foreach (var judge in judging.Judges)
            foreach (var dossier in dossiers)
                if (await SheetId(judge, dossier) is { } sheet && await app.Rows(db => db.Sheets.AnyAsync(item => item.Id == sheet && item.SubmittedAt == null))) await HandIn(judge, sheet, judge == reviewer ? 0.4m : 0.9m);
        Need(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        foreach (var dossier in dossiers.Take(2))
        {
            Need(await app.Send(new AskJudge.Command { Year = 2026, InitiativeId = dossier, SheetId = (await SheetId(reviewer, dossier))!.Value, Text = "Vì sao thấp hơn hẳn?" }, judging.Secretary.Actor));
            Need(await app.Send(new CallJudge.Command { Year = 2026, InitiativeId = dossier, PersonId = called.Id, DueOn = new DateOnly(2026, 11, 20), Reason = "Hai nhóm phiếu lệch xa" }, judging.Secretary.Actor));
        }

        await Meets(judging);
        await Board(judging, 4);
        for (var i = 0; i < dossiers.Count; i++)
        {
            await Concluded(judging, i, approving: 7);
            Need(await app.Send(new RecordDissent.Command { InitiativeId = dossiers[i], DissentPersonId = judging.Judge.Id, DissentText = "Số liệu còn ngắn" }, judging.Secretary.Actor));
            if (i > 1)
            {
                Need(await app.Send(new RecordResolution.Command { InitiativeId = dossiers[i], ResolutionRecommends = false, ResolutionText = "Hội đồng chưa đề nghị công nhận vì cần thêm một năm số liệu.", ResolutionApproving = 7, ResolutionAgainst = 0, ResolutionAbstaining = 0 }, judging.Secretary.Actor));
            }
        }

        Need(await app.Send(new CountTieBallot.Command { Year = 2026, Number = 1, Issued = 7, Returned = 7, Valid = 7, Invalid = 0, Votes = new() { [dossiers[0]] = 3, [dossiers[1]] = 4 } }, judging.Secretary.Actor));
        var relative = await Person(Role.DepartmentLead, "SKHCN");
        var standIn = await Person(Role.CouncilSecretary, "SNV");
        await app.Rows(db =>
        {
            foreach (var dossier in dossiers)
            {
                var named = Need(StandIn.Name(judging.CycleId, dossier, judging.Secretary.Id, standIn.Id, [judging.Secretary.Id], "Có xung đột lợi ích", judging.Lead.Actor, app.Clock.Now));
                if (dossier == dossiers[1] || dossier == dossiers[3]) named.End(app.Clock.Now);
                db.Add(named);
            }

            return db.SaveChangesAsync();
        });
        return new Laden(judging, relative, clerk, second, standIn, reviewer, papered, lone, called);
    }

    /// <summary>People turn out to be in conflict with dossiers, by decision of the lead.</summary>
    public Task Bar(Judging judging, IEnumerable<int> dossiers, params IEnumerable<TestPerson> people) => app.Rows(db =>
    {
        foreach (var dossier in dossiers)
            foreach (var person in people) db.Add(Need(Conflict.Set(judging.CycleId, dossier, person.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now)));
        return db.SaveChangesAsync();
    });

    /// <summary>An absent judge's signed sheets, typed by one of the secretariat and compared by another.</summary>
    private async Task<(TestPerson Typist, TestPerson Second)> OnPaper(Judging judging, TestPerson judge, IEnumerable<int> dossiers)
    {
        var rubric = await app.Rows(async db => (await db.Rubrics.SingleAsync()).Content);
        var (typist, second) = (await Typist(judging.CycleId), await Typist(judging.CycleId));
        foreach (var dossier in dossiers)
        {
            var paper = Need(await app.Send(new EnterPaperSheet.Command
            {
                SheetId = (await SheetId(judge, dossier))!.Value,
                SignedOn = new DateOnly(2026, 10, 11),
                Points = rubric.SubCriteria.ToDictionary(part => part.Code, part => VietnameseNumber.Format(Math.Floor(part.Max * 0.8m / rubric.Step) * rubric.Step)),
                Scan = new UploadedFile("phieu.pdf", new MemoryStream(ScannedPaper)),
            }, typist.Actor));
            Need(await app.Send(new VerifyPaperSheet.Command { Id = paper, Matches = true }, second.Actor));
        }

        return (typist, second);
    }
}
