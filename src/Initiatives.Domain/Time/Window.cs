namespace Initiatives.Domain.Time;

/// <summary>
/// A span of time, half open: [opens, closes). The instant of closing is already outside, so that
/// "hết ngày 30/9" is 1/10 00:00:00 and no fraction of the last second is lost.
/// </summary>
public readonly record struct Window
{
    /// <summary>A window known to be right; input from people goes through <see cref="Create"/>.</summary>
    /// <exception cref="ArgumentException">A value is not UTC, or the end is not after the start.</exception>
    public Window(DateTime opensUtc, DateTime closesUtc)
    {
        OpensUtc = VietnamTime.MustBeUtc(opensUtc);
        ClosesUtc = VietnamTime.MustBeUtc(closesUtc);
        if (closesUtc <= opensUtc) throw new ArgumentException("A window closes after it opens.", nameof(closesUtc));
    }

    /// <summary>First instant inside, UTC.</summary>
    public DateTime OpensUtc { get; private init; }

    /// <summary>First instant no longer inside, UTC.</summary>
    public DateTime ClosesUtc { get; private init; }

    /// <summary>A window, or a refusal at <see cref="ClosesUtc"/> when it would close at or before its opening.</summary>
    /// <exception cref="ArgumentException">A value is not UTC.</exception>
    public static Result<Window> Create(DateTime opensUtc, DateTime closesUtc)
    {
        if (VietnamTime.MustBeUtc(closesUtc) <= VietnamTime.MustBeUtc(opensUtc))
            return Result.Fail(nameof(ClosesUtc), "Thời điểm kết thúc phải sau thời điểm bắt đầu.");
        return new Window(opensUtc, closesUtc);
    }

    /// <summary>Whether an instant falls inside.</summary>
    public bool Contains(DateTime utc) => OpensUtc <= VietnamTime.MustBeUtc(utc) && utc < ClosesUtc;

    /// <summary>Whether <paramref name="utc"/> lies before the opening.</summary>
    public bool IsBefore(DateTime utc) => VietnamTime.MustBeUtc(utc) < OpensUtc;

    /// <summary>Whether <paramref name="utc"/> lies at or after the closing.</summary>
    public bool IsAfter(DateTime utc) => VietnamTime.MustBeUtc(utc) >= ClosesUtc;

    /// <summary>Time left until closing, zero once closed; before the opening it includes the wait.</summary>
    public TimeSpan Remaining(DateTime utcNow) => IsAfter(utcNow) ? TimeSpan.Zero : ClosesUtc - utcNow;
}
