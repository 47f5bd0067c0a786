namespace Initiatives.Domain.Assigning;

/// <summary>What is to be filled: dossiers and judges by index, both in the order of their ids.</summary>
/// <param name="Need">By dossier: judges still needed, at most as many as there are.</param>
/// <param name="Short">By dossier: judges whom it lacks beside those, for spreading shortage evenly.</param>
/// <param name="Open">[dossier, judge]: may be given, and is not given yet.</param>
/// <param name="OutOfField">[dossier, judge].</param>
/// <param name="Preferred">By judge: dossiers want some of these.</param>
/// <param name="Wanted">By dossier: preferred judges still wanted.</param>
/// <param name="Carried">By judge: dossiers given already.</param>
/// <param name="Room">By judge: dossiers that he may still be given.</param>
internal sealed record Vacancies(int[] Need, int[] Short, bool[,] Open, bool[,] OutOfField, bool[] Preferred, int[] Wanted, int[] Carried, int[] Room);

/// <summary>
/// Writes vacancies as a network whose costs are lexicographic: coverage, then preferred judges, then shortage spread
/// evenly, then load and expertise, then the draw. The factor of a level exceeds what a simple cycle of the residual
/// network can cost on the levels below. That is enough for the flow of least cost to be lexicographically least, and as
/// such a cycle visits each judge at most once, factors grow with the judges, not with the pairs.
/// </summary>
internal static class PlanNetwork
{
    /// <summary>Number of different draws.</summary>
    internal const int Draws = 1 << 16;

    /// <param name="draw">Of (dossier index, judge index): 0 to <see cref="Draws"/> − 1, parts what is equally good.</param>
    /// <exception cref="OverflowException">Far more judges and dossiers than any council has.</exception>
    internal static FlowNetwork Of(Vacancies vacancies, int expertiseWorth, Func<int, int, int> draw)
    {
        var (dossiers, judges) = (vacancies.Need.Length, vacancies.Room.Length);
        var hops = 2L * judges + 3;
        checked
        {
            var load = hops * Draws;
            var spread = load * (hops * expertiseWorth + 2L * (vacancies.Carried.DefaultIfEmpty().Max() + dossiers) + 2);
            var preference = spread * hops;
            var coverage = preference * hops;
            _ = coverage * hops;
            var cost = new long[dossiers, judges];
            for (var dossier = 0; dossier < dossiers; dossier++)
                for (var judge = 0; judge < judges; judge++)
                    cost[dossier, judge] = vacancies.Open[dossier, judge]
                        ? draw(dossier, judge) + (vacancies.OutOfField[dossier, judge] ? load * expertiseWorth : 0)
                        : FlowNetwork.NoArc;
            return new FlowNetwork(
                vacancies.Need, cost, vacancies.Room, [.. vacancies.Carried.Select(carried => load * carried)], load,
                [.. vacancies.Short.Select(missing => coverage + spread * missing)], spread, vacancies.Preferred, vacancies.Wanted, preference);
        }
    }
}
