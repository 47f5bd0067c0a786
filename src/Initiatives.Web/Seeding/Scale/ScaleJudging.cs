using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;
using static Initiatives.Web.Seeding.Scale.ScaleDossiers;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>The council, who judges what, and the sheets.</summary>
internal sealed class ScaleJudging(ScaleStage stage, ScalePeople people, ScaleOptions options, DateTime now)
{
    private const int Batch = 250;

    /// <summary>Names the council, assigns, opens scoring, fills the sheets; closes scoring where the options say so.</summary>
    public async Task WriteAsync(int cycleId)
    {
        await stage.With(async db =>
        {
            var council = Must(Council.Establish(cycleId, "Hội đồng sáng kiến thành phố", EstablishingAuthority.CityCommittee, "3818/QĐ-UBND", VietnamTime.Today(now.AddDays(-6)),
                [.. people.Judges.Select((judge, i) => new Nomination(judge.Person, judge.Unit.Name, i switch { 0 => CouncilPost.Chair, 1 => CouncilPost.Secretary, _ => CouncilPost.Member }))]));
            db.Add(council);
            db.Record(people.Clerk.Actor, JournalActions.CouncilRecorded, council, council.Name);
            return await db.SaveChangesAsync();
        });
        var assigned = await AssignAsync(cycleId);
        await OpenAsync(cycleId, assigned);
        await FillAsync(cycleId);
        if (options.Phase == ScalePhase.Closed) await CloseAsync(cycleId);
    }

    /// <summary>Each dossier goes to the judges with the least to do who are not in conflict with it.</summary>
    private Task<List<ScoringAssignment>> AssignAsync(int cycleId) => stage.With(async db =>
    {
        var dossiers = await db.Initiatives.AsNoTracking().Where(item => item.CycleId == cycleId && item.Status == InitiativeStatus.Eligible).OrderBy(item => item.Id).ToListAsync();
        var judges = people.Judges.Select(judge => new JudgeFacts(judge.Person.Id, judge.Unit.Id, judge.Person.Name)).ToArray();
        var load = new int[judges.Length];
        var all = new List<ScoringAssignment>(dossiers.Count * options.SheetsPer);
        foreach (var dossier in dossiers)
        {
            var facts = new DossierFacts(dossier.Id, dossier.UnitId, [.. dossier.Authors.Select(author => new PersonFacts(author.PersonId, author.Name))], null);
            var free = Enumerable.Range(0, judges.Length).Where(i => Conflicts.Find(judges[i], facts, []) is null).OrderBy(i => load[i]).ThenBy(_ => stage.Random.Next()).Take(options.SheetsPer);
            foreach (var i in free.ToList())
            {
                load[i]++;
                all.Add(Must(ScoringAssignment.Give(cycleId, dossier.Id, judges[i], null, now.AddDays(-5))));
            }
        }

        db.AddRange(all);
        var council = await db.Councils.SingleAsync(item => item.CycleId == cycleId);
        db.Record(people.Clerk.Actor, JournalActions.JudgesAssigned, council, $"{dossiers.Count} hồ sơ, {all.Count} lượt chấm");
        await db.SaveChangesAsync();
        stage.Progress("Phân công", all.Count, all.Count);
        return all;
    });

    private Task<int> OpenAsync(int cycleId, List<ScoringAssignment> assigned) => stage.With(async db =>
    {
        var cycle = await db.Cycles.SingleAsync(item => item.Id == cycleId);
        var rubric = await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId);
        Must(cycle.OpenScoring(rubric, [], VietnamTime.EndOfDay(VietnamTime.Today(now).AddDays(14)), now.AddDays(-4)));
        var dossiers = await db.Initiatives.Where(item => item.CycleId == cycleId && item.Status == InitiativeStatus.Eligible).OrderBy(item => item.Id).ToListAsync();
        var codes = CouncilCodes.Draw(dossiers.Count, options.Seed);
        for (var i = 0; i < dossiers.Count; i++)
        {
            Must(dossiers[i].OpenForJudging(codes[i], now.AddDays(-4)));
            db.Record(people.Lead.Actor, JournalActions.ScoringOpened, dossiers[i]);
        }

        db.AddRange(assigned.Select(item => ScoreSheet.Open(cycleId, item.InitiativeId, item.PersonId)));
        db.Record(people.Lead.Actor, JournalActions.ScoringOpened, cycle);
        return await db.SaveChangesAsync();
    });

    private async Task FillAsync(int cycleId)
    {
        var judges = people.Judges.ToDictionary(judge => judge.Person.Id, judge => judge.Actor);
        var ids = await stage.With(db => db.Sheets.Where(sheet => sheet.CycleId == cycleId).OrderBy(sheet => sheet.Id).Select(sheet => sheet.Id).ToListAsync());
        for (var from = 0; from < ids.Count; from += Batch)
        {
            var batch = ids.Skip(from).Take(Batch).ToList();
            await stage.With(async db =>
            {
                var cycle = await db.Cycles.SingleAsync(item => item.Id == cycleId);
                var rubric = (await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId)).Content;
                foreach (var sheet in await db.Sheets.Where(item => batch.Contains(item.Id)).OrderBy(item => item.Id).ToListAsync())
                {
                    // In the midst of judging: one in six is untouched, one in six begun.
                    var kind = options.Phase == ScalePhase.Closed ? 5 : stage.Random.Next(6);
                    if (kind == 0) continue;
                    Must(sheet.Put(rubric, cycle, Points(rubric, sheet.InitiativeId), sheet.Version, now.AddDays(-2)));
                    if (kind > 1) Must(sheet.Submit(rubric, cycle, now.AddDays(-2)));
                    db.Add(ScoreSheetVersion.Of(sheet, sheet.PersonId, now.AddDays(-2)));
                    db.Record(judges[sheet.PersonId], sheet.IsValid ? JournalActions.SheetSubmitted : JournalActions.SheetSaved, sheet, $"Bản {sheet.Version}");
                }

                return await db.SaveChangesAsync();
            });
            stage.Progress("Phiếu chấm", from + batch.Count, ids.Count);
        }
    }

    /// <summary>A dossier has a worth, a judge differs from it a little.</summary>
    private SheetContent Points(RubricContent rubric, int initiativeId)
    {
        var worth = 0.55m + initiativeId * 37 % 40 / 100m + (decimal)(stage.Random.NextDouble() - 0.5) * 0.16m;
        var points = rubric.SubCriteria.ToDictionary(part => part.Code, part => Math.Clamp(Math.Round(worth * part.Max / rubric.Step) * rubric.Step, 0, part.Max));
        var comments = rubric.Criteria.ToDictionary(criterion => criterion.Code, criterion =>
        {
            var said = stage.Data.Comments.Criteria[criterion.Code][rubric.BandOf(criterion.SubCriteria.Sum(part => points[part.Code]), criterion.Max).Key];
            return said[stage.Random.Next(said.Length)];
        });
        return new SheetContent(points, comments);
    }

    private Task<int> CloseAsync(int cycleId) => stage.With(async db =>
    {
        var cycle = await db.Cycles.SingleAsync(item => item.Id == cycleId);
        Must(cycle.CloseScoring(now.AddDays(-1)));
        foreach (var sheet in await db.Sheets.IgnoreAutoIncludes().Where(item => item.CycleId == cycleId).ToListAsync()) sheet.Lock();
        foreach (var dossier in await db.Initiatives.IgnoreAutoIncludes().Where(item => item.CycleId == cycleId && item.Status == InitiativeStatus.Judging).ToListAsync()) Must(dossier.CloseJudging(now.AddDays(-1)));
        db.Record(people.Judges[1].Actor, JournalActions.ScoringClosed, cycle);
        return await db.SaveChangesAsync();
    });
}
