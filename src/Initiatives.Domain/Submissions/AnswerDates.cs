using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>When whoever sent a dossier is answered (DOMAIN § 2.4).</summary>
public static class AnswerDates
{
    /// <summary>Last day of the formal check: one month from the day on which it was received.</summary>
    public static DateOnly CheckDue(DateTime receivedAt) => VietnamTime.Today(receivedAt).AddMonths(1);
}
