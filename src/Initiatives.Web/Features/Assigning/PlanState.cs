using Initiatives.Domain;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>What the assignments of a cycle are made of. Plans are made over all of it; shown is what the actor is in no conflict with.</summary>
internal sealed class PlanState
{
    /// <param name="IsSeen">The actor is in no conflict with it.</param>
    public sealed record Dossier(int Id, int? Number, string Title, string UnitName, string FieldCode, bool IsSeen)
    {
        public string Code => $"{Number:0000}";
    }

    private PlanState(Cycle cycle, Council? council, IReadOnlyList<Dossier> dossiers, CouncilFacts facts, IReadOnlyList<PlanPair> present, int nextNumber)
    {
        (Cycle, Council, Dossiers, Facts, Present, NextNumber) = (cycle, council, dossiers, facts, present, nextNumber);
        Members = [.. council?.Members.OrderBy(member => member.Order) ?? Enumerable.Empty<CouncilMember>()];
        seen = dossiers.Where(dossier => dossier.IsSeen).Select(dossier => dossier.Id).ToHashSet();
    }

    private readonly HashSet<int> seen;

    public Cycle Cycle { get; }
    public Council? Council { get; }
    public IReadOnlyList<CouncilMember> Members { get; }
    public IReadOnlyList<Dossier> Dossiers { get; }
    public CouncilFacts Facts { get; }
    public IReadOnlyList<PlanPair> Present { get; }

    /// <summary>Of the run that is applied next; also the seed where none is named.</summary>
    public int NextNumber { get; }
    public IReadOnlyList<Dossier> SeenDossiers => [.. Dossiers.Where(dossier => dossier.IsSeen)];

    public IReadOnlyList<PlanPair> Seen(IEnumerable<PlanPair> pairs) => [.. pairs.Where(pair => seen.Contains(pair.InitiativeId))];

    public PlanDifference Seen(PlanDifference difference) =>
        new(Seen(difference.Added), Seen(difference.Removed), Seen(difference.Changed), 0);

    /// <summary>The mark of what was shown: nothing of a hidden dossier is in it.</summary>
    public string Digest(PlanDifference difference) => PlanChange.Digest(Seen(Present), Seen(difference));

    /// <summary>Why nothing can be assigned; success: it can.</summary>
    public Result Ready() => AssignmentRun.CanChange(Cycle, Council, Dossiers.Count);

    /// <summary>Judges that a dossier is to have: k, or the whole council less conflicts.</summary>
    public int Needed(int initiativeId) => Cycle.Settings.JudgesPerDossier ?? Members.Count(member => Facts.Of(member.PersonId, initiativeId) is null);

    public AssignmentInput Input(int seed) => new(
        [.. Dossiers.Select(dossier => new PlanDossier(dossier.Id, dossier.Code, dossier.FieldCode))],
        [.. Members.Select(member => new PlanJudge(member.PersonId, member.Name, member.Fields.ToHashSet(), member.Cap))],
        [.. from dossier in Dossiers from member in Members let kind = Facts.Of(member.PersonId, dossier.Id) where kind is not null select new PlanConflict(dossier.Id, member.PersonId, ConflictKinds.Name(kind.Value))],
        [.. Members.Where(member => member.Post == CouncilPost.Reviewer).Select(member => member.PersonId)],
        [],
        Present,
        new PlanSettings(Cycle.Settings.JudgesPerDossier, Cycle.Settings.ReviewersPerDossier, seed));

    public static async Task<PlanState> LoadAsync(AppDb db, Actor actor, Cycle cycle, CancellationToken cancellationToken)
    {
        var doors = db.For(actor);
        var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
        var unbarred = doors.AssignableInitiatives;
        var dossiers = await (from item in doors.ReceivedInitiatives
                              join unit in db.Units on item.UnitId equals unit.Id
                              where item.CycleId == cycle.Id && (item.Status == InitiativeStatus.Eligible || item.CouncilCode != null)
                              orderby item.RegisterNumber, item.Id
                              select new Dossier(item.Id, item.RegisterNumber, item.Title, unit.ShortName, item.FieldCode ?? "", unbarred.Any(free => free.Id == item.Id))).ToListAsync(cancellationToken);
        var facts = await CouncilFacts.LoadAsync(db, actor, cycle.Id, council?.Members.Select(member => member.PersonId) ?? [], cancellationToken);
        var reviews = doors.OpeningReviewAssignments;
        var present = await doors.OpeningAssignments.Where(item => item.CycleId == cycle.Id)
            .Select(item => new PlanPair(item.InitiativeId, item.PersonId, reviews.Any(review => review.InitiativeId == item.InitiativeId && review.PersonId == item.PersonId))).ToListAsync(cancellationToken);
        var last = await doors.AssignmentRuns.Where(run => run.CycleId == cycle.Id).MaxAsync(run => (int?)run.Number, cancellationToken) ?? 0;
        return new PlanState(cycle, council, dossiers, facts, present, last + 1);
    }

    /// <summary>Writes a difference into rows; the caller saves.</summary>
    public async Task<Result> WriteAsync(AppDb db, Actor actor, PlanDifference difference, DateTime now, CancellationToken cancellationToken)
    {
        var gone = difference.Removed.Select(pair => (pair.InitiativeId, pair.PersonId)).ToHashSet();
        var rows = gone.Count == 0 ? [] : await db.For(actor).OpeningAssignments.Where(item => item.CycleId == Cycle.Id).ToListAsync(cancellationToken);
        db.RemoveRange(rows.Where(item => gone.Contains((item.InitiativeId, item.PersonId))));
        foreach (var pair in difference.Added)
        {
            var made = ScoringAssignment.Give(Cycle.Id, pair.InitiativeId, Facts.Judge(pair.PersonId), Facts.Of(pair.PersonId, pair.InitiativeId), now);
            if (!made.Ok) return Result.Fail(made.Problems);
            db.Add(made.Value);
        }

        return await WriteReviewersAsync(db, actor, difference, now, cancellationToken);
    }

    private async Task<Result> WriteReviewersAsync(AppDb db, Actor actor, PlanDifference difference, DateTime now, CancellationToken cancellationToken)
    {
        var rows = await db.For(actor).OpeningReviewAssignments.Where(item => item.CycleId == Cycle.Id).ToListAsync(cancellationToken);
        var gone = difference.Removed.Concat(difference.Changed.Where(pair => !pair.IsReviewer)).Select(pair => (pair.InitiativeId, pair.PersonId)).ToHashSet();
        var known = rows.Select(item => (item.InitiativeId, item.PersonId)).ToHashSet();
        db.RemoveRange(rows.Where(item => gone.Contains((item.InitiativeId, item.PersonId))));
        foreach (var pair in difference.Added.Concat(difference.Changed).Where(pair => pair.IsReviewer && !known.Contains((pair.InitiativeId, pair.PersonId))))
        {
            var made = ReviewAssignment.Give(Cycle.Id, pair.InitiativeId, Facts.Judge(pair.PersonId), Facts.Of(pair.PersonId, pair.InitiativeId), now);
            if (!made.Ok) return Result.Fail(made.Problems);
            db.Add(made.Value);
        }

        return Result.Success;
    }
}
