using Initiatives.Domain;
using Initiatives.Domain.Assigning;
using Initiatives.Domain.Cycles;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>The dry run: what a plan, or a change made by hand or from a file, would make of the assignments. Nothing is saved.</summary>
public static class AssignmentPreview
{
    /// <summary>Changes that are listed one by one; the marks of the matrix show all.</summary>
    private const int MostListed = 200;

    /// <param name="Seed">Null: the number of the run that would be applied.</param>
    /// <param name="Change">Of a hand or a file; empty: the plan.</param>
    public sealed record Query(int Year, int? Seed = null, int Page = 1, string Change = "", RunSource Source = RunSource.Plan) : IRequest<View>;

    /// <param name="What">As "thêm", "bỏ".</param>
    public sealed record Listed(string Dossier, string Judge, string What);

    /// <param name="Refusal">Why there is nothing to see; empty: there is.</param>
    /// <param name="Shortfalls">Dossiers that do not get what they should, with the cause.</param>
    /// <param name="Warnings">What the rules allow and somebody should look at.</param>
    public sealed record View(int Year, RunSource Source, int Seed, string Change, string Digest, string Refusal, int? JudgesPerDossier, IReadOnlyList<PlanJudgeColumn> Judges, IReadOnlyList<PlanRow> Rows, int Page, int Pages,
        int Dossiers, int Added, int Removed, int Changed, IReadOnlyList<string> Shortfalls, IReadOnlyList<string> Warnings, IReadOnlyList<Listed> Changes)
    {
        public int Total => Judges.Sum(judge => judge.Planned);
        public bool IsEmpty => Added + Removed + Changed == 0;
    }

    internal sealed record Proposal(IReadOnlyList<PlanPair> Wanted, PlanDifference Difference, IReadOnlyList<PlanShortfall> Shortfalls);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var seed = request.Seed ?? state.NextNumber;
            var input = state.Input(seed);
            var ready = state.Ready();
            var proposed = ready.Ok ? Propose(state, input, request.Change) : Result.Fail(ready.Problems);
            if (!proposed.Ok) return Empty(cycle, request, seed, proposed.Problems[0].Message);

            var (proposal, letters) = (proposed.Value, await db.Fields.OrderBy(field => field.Order).ToDictionaryAsync(field => field.Code, field => field.Letter, cancellationToken));
            var sheet = new PlanSheet(state, letters, proposal.Wanted);
            var seen = state.Seen(proposal.Difference);
            var touched = seen.Added.Concat(seen.Removed).Concat(seen.Changed).Select(pair => pair.InitiativeId).ToHashSet();
            var (page, pages, shown) = AssignmentMatrix.Cut(request.Change.Length > 0 ? [.. state.SeenDossiers.Where(dossier => touched.Contains(dossier.Id))] : state.SeenDossiers, state.Members.Count, request.Change.Length > 0 ? 1 : request.Page);
            var judges = sheet.Judges();
            var codes = state.SeenDossiers.ToDictionary(dossier => dossier.Id, dossier => dossier.Code);
            var names = state.Members.ToDictionary(member => member.PersonId, member => member.Name);
            return new View(cycle.Year, request.Source, seed, request.Change, state.Digest(proposal.Difference), "", cycle.Settings.JudgesPerDossier, judges, [.. shown.Select(sheet.Row)], page, pages,
                codes.Count, seen.Added.Count, seen.Removed.Count, seen.Changed.Count,
                [.. proposal.Shortfalls.Where(item => codes.ContainsKey(item.InitiativeId)).Select(item => $"Hồ sơ {item.Code}: {item.Given}/{item.Needed} người {(item.OfReviewers ? "phản biện" : "chấm")}. {item.Cause}"),
                    .. request.Change.Length == 0 ? [] : state.SeenDossiers.Where(dossier => touched.Contains(dossier.Id) && sheet.IsShort(dossier)).Select(dossier => $"Hồ sơ {dossier.Code}: {sheet.JudgesOf(dossier.Id)}/{state.Needed(dossier.Id)} người chấm.")],
                [.. judges.Where(judge => judge.Planned > judge.Cap).Select(judge => $"{judge.Name} được giao {judge.Planned} hồ sơ, vượt mức tối đa {judge.Cap} đã ghi trong Hội đồng.")],
                [.. seen.Added.Select(pair => new Listed(codes[pair.InitiativeId], names[pair.PersonId], pair.IsReviewer ? "thêm, phản biện," : "thêm"))
                    .Concat(seen.Changed.Select(pair => new Listed(codes[pair.InitiativeId], names[pair.PersonId], pair.IsReviewer ? "giao phản biện cho" : "thôi phản biện:")))
                    .Concat(seen.Removed.Select(pair => new Listed(codes[pair.InitiativeId], names.GetValueOrDefault(pair.PersonId, "người không còn trong Hội đồng"), "bỏ")))
                    .OrderBy(item => item.Dossier, StringComparer.Ordinal).ThenBy(item => item.Judge, StringComparer.Ordinal).Take(MostListed)]);
        }

        private static View Empty(Cycle cycle, Query request, int seed, string refusal) =>
            new(cycle.Year, request.Source, seed, request.Change, "", refusal, cycle.Settings.JudgesPerDossier, [], [], 1, 1, 0, 0, 0, 0, [], [], []);
    }

    /// <summary>
    /// What is to become of the assignments, all dossiers together. Refused where the planner refuses its settings, and where a
    /// change gives a dossier to somebody who must not judge it.
    /// </summary>
    internal static Result<Proposal> Propose(PlanState state, AssignmentInput input, string change)
    {
        if (change.Length == 0)
        {
            var plan = AssignmentPlanner.Plan(input);
            return plan.Ok ? new Proposal([.. plan.Value.Pairs.Select(pair => new PlanPair(pair.InitiativeId, pair.PersonId, pair.IsReviewer))], plan.Value.Difference, plan.Value.Shortfalls) : Result.Fail(plan.Problems);
        }

        var wanted = PlanChange.Apply(state.Present, change);
        var difference = PlanDifference.Between(state.Present, wanted);
        // What the actor does not see he does not change: to him it is as if no such dossier were there.
        if (state.Seen(difference) is var seen && seen.Added.Count + seen.Removed.Count + seen.Changed.Count < difference.Added.Count + difference.Removed.Count + difference.Changed.Count)
            return Result.Fail("", "Có hồ sơ không còn trong danh sách được chấm.");
        var refusals = AssignmentRun.Refusals([.. difference.Added, .. difference.Changed], input);
        return refusals.Count > 0 ? Result.Fail(refusals.Take(20).Select(refusal => new Problem("", refusal.Sentence))) : new Proposal(wanted, difference, []);
    }
}
