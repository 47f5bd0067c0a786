using Initiatives.Domain.Assigning;

namespace Initiatives.Domain.Tests.Assigning;

/// <summary>Inputs that are often infeasible; ids run from 1, pins keep the hard rules.</summary>
internal static class AnyInput
{
    private static readonly string[] Fields = ["", "LV-A", "LV-B", "LV-C"];

    /// <summary>At most so many dossiers and judges.</summary>
    internal static AssignmentInput Of(int seed, int dossiers, int judges)
    {
        var random = new Random(seed);
        (dossiers, judges) = (random.Next(1, dossiers + 1), random.Next(1, judges + 1));
        bool Rarely(int times) => random.Next(times) == 0;
        int? k = Rarely(4) ? null : random.Next(1, Math.Min(judges, 4) + 2);
        var reviewers = Rarely(2) ? [] : Enumerable.Range(1, judges).Where(_ => Rarely(2)).ToList();
        var conflicts = (from dossier in Enumerable.Range(1, dossiers) from judge in Enumerable.Range(1, judges) where Rarely(4) select new PlanConflict(dossier, judge, Rarely(2) ? "là tác giả" : "cùng đơn vị")).ToList();
        var caps = Enumerable.Range(0, judges).Select(_ => Rarely(2) ? null : (int?)random.Next(0, dossiers + 2)).ToList();
        var pins = new List<PlanPair>();
        for (var dossier = 1; dossier <= dossiers; dossier++)
            for (var judge = 1; judge <= judges; judge++)
                if (Rarely(8) && !conflicts.Exists(each => each.InitiativeId == dossier && each.PersonId == judge) && !(pins.Count(pin => pin.PersonId == judge) >= caps[judge - 1]))
                    pins.Add(new PlanPair(dossier, judge, Rarely(2) && (reviewers.Count == 0 || reviewers.Contains(judge))));
        return new AssignmentInput(
            [.. Enumerable.Range(1, dossiers).Select(id => new PlanDossier(id, $"K7-{100 + id}", Fields[random.Next(Fields.Length)]))],
            [.. Enumerable.Range(1, judges).Select(id => new PlanJudge(id, $"Ủy Viên {id}", Fields.Skip(1).Where(_ => Rarely(3)).ToHashSet(), caps[id - 1]))],
            conflicts, reviewers, pins,
            [.. from dossier in Enumerable.Range(1, dossiers) from judge in Enumerable.Range(1, judges) where Rarely(3) select new PlanPair(dossier, judge, Rarely(2))],
            new PlanSettings(k, random.Next(0, Math.Min(k ?? 3, 3) + 1), seed, random.Next(4)));
    }
}
