using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>When whoever sent a dossier is answered (DOMAIN § 2.4).</summary>
public static class AnswerDates
{
    /// <summary>Last day of the formal check: one month from the day on which it was received.</summary>
    public static DateOnly CheckDue(DateTime receivedAt) => VietnamTime.Today(receivedAt).AddMonths(1);

    /// <summary>What was received before this instant (UTC) should have been checked by <paramref name="at"/> (UTC): the other way round, for queries.</summary>
    public static DateTime CheckedIfReceivedBefore(DateTime at)
    {
        var day = VietnamTime.Today(at).AddMonths(-1).AddDays(3);   // past the longest month's end, then back
        while (VietnamTime.EndOfDay(day.AddMonths(1)) > at) day = day.AddDays(-1);
        return VietnamTime.EndOfDay(day);
    }
}
