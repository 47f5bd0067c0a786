using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using static Initiatives.Web.Seeding.Scale.ScaleDossiers;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>Last year's outcome, so that the public catalogue has something to search in. Its council left no sheets.</summary>
internal sealed class ScalePast(ScaleStage stage, ScalePeople people, FileStore store)
{
    public async Task RecogniseAsync(int cycleId, DateTime at)
    {
        var paper = await store.SaveAsync(ScaleFiles.Pdf("Quyet dinh cong nhan"), CancellationToken.None);
        await stage.With(async db =>
        {
            var cycle = await db.Cycles.SingleAsync(item => item.Id == cycleId);
            var rubric = await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId);
            var dossiers = await db.Initiatives.Where(item => item.CycleId == cycleId).OrderBy(item => item.Id).ToListAsync();
            Must(cycle.OpenScoring(rubric, [], at.AddDays(5), at));
            Must(cycle.CloseScoring(at.AddDays(5)));
            Must(cycle.StartDeciding(open: 0));

            var decision = Decision.DraftRecognition(cycleId, cycle.Year, dossiers.Select((dossier, i) => (dossier.Id, i + 1)));
            var day = VietnamTime.Today(at.AddDays(7));
            Must(decision.Fill(new DecisionForm(4468, day, people.Leader.Person.Name, LeaderCapacity.Chairman, "211/TTr-SKHCN", day)));
            Must(decision.Freeze(paper.Sha256, at.AddDays(7)));
            Must(decision.Sign(people.Leader.Actor, at.AddDays(7)));
            Must(decision.Publish(at.AddDays(8)));
            db.Add(decision);
            db.Add(new StoredFile { Sha256 = paper.Sha256, Size = paper.Size, ContentType = "application/pdf", StoredAt = at });
            db.Record(people.Lead.Actor, JournalActions.DecisionPublished, decision);

            var codes = CouncilCodes.Draw(dossiers.Count, seed: cycle.Year);
            for (var i = 0; i < dossiers.Count; i++)
            {
                var dossier = dossiers[i];
                Must(dossier.OpenForJudging(codes[i], at));
                Must(dossier.CloseJudging(at.AddDays(5)));
                Must(dossier.Conclude(recommended: true, at.AddDays(6)));
                Must(dossier.Recognise(at.AddDays(8)));
                db.Record(people.Lead.Actor, JournalActions.Recognised, dossier);
            }

            Must(cycle.Publish(at.AddDays(8)));
            return await db.SaveChangesAsync();
        });
    }
}
