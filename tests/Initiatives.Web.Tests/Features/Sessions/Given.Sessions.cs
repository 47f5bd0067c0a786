using Initiatives.Domain.Time;
using Initiatives.Web.Features.Sessions;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>The address of a dossier in a session.</summary>
    public static string Path(Judging judging, int dossier = 0, int number = 1) => $"/phien-hop/2026/{number}/{judging.Initiatives[dossier]}";

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
