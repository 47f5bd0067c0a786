namespace Initiatives.Domain;

/// <summary>One reason why something was refused.</summary>
/// <param name="Field">The input it concerns, by its name in the command; empty when it concerns the whole.</param>
/// <param name="Message">A whole Vietnamese sentence that the person can act on.</param>
public sealed record Problem(string Field, string Message);

/// <summary>
/// The answer of every rule: yes, or no with reasons. Exceptions are left for bugs.
/// <c>return Result.Fail(nameof(X), "…");</c> serves methods returning <see cref="Result"/> and <see cref="Result{T}"/> alike.
/// </summary>
public class Result
{
    private protected Result(IReadOnlyList<Problem> problems) => Problems = problems;

    /// <summary>True when nothing was refused.</summary>
    public bool Ok => Problems.Count == 0;

    /// <summary>Why it was refused, in the order found; empty when <see cref="Ok"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>A plain yes.</summary>
    public static Result Success { get; } = new([]);

    /// <summary>A yes that carries a value; needed only where C# has no implicit conversion (interface types).</summary>
    public static Result<T> Of<T>(T value) => value;

    /// <summary>A no with one reason.</summary>
    public static Failure Fail(string field, string message) => new([new Problem(field, message)]);

    /// <summary>A no with several reasons, or one passed on from another result.</summary>
    /// <exception cref="ArgumentException">There is no reason at all.</exception>
    public static Failure Fail(IEnumerable<Problem> problems) => new([.. problems]);

    /// <summary>Success when <paramref name="problems"/> is empty, else a failure: the end of a method that collects reasons.</summary>
    public static Result From(IEnumerable<Problem> problems)
    {
        Problem[] found = [.. problems];
        return found.Length == 0 ? Success : new Failure(found);
    }
}

/// <summary>A no; it turns into any <see cref="Result{T}"/> by itself.</summary>
public sealed class Failure : Result
{
    internal Failure(IReadOnlyList<Problem> problems) : base(problems)
    {
        if (problems.Count == 0) throw new ArgumentException("A failure needs a reason.", nameof(problems));
    }
}

/// <summary>The answer of a rule that makes something: the value, or the reasons why not.</summary>
public sealed class Result<T> : Result
{
    private readonly T value = default!;

    private Result(T value) : base([]) => this.value = value;

    private Result(Failure failure) : base(failure.Problems) { }

    /// <summary>What was made.</summary>
    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public T Value => Ok ? value : throw new InvalidOperationException($"No value: {Problems[0].Field}: {Problems[0].Message}");

    /// <summary>A no with one reason.</summary>
    public static new Result<T> Fail(string field, string message) => Result.Fail(field, message);

    /// <summary>A no with several reasons.</summary>
    /// <exception cref="ArgumentException">There is no reason at all.</exception>
    public static new Result<T> Fail(IEnumerable<Problem> problems) => Result.Fail(problems);

    /// <summary>A value is a yes.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A failure fits every kind of result.</summary>
    public static implicit operator Result<T>(Failure failure) => new(failure);
}
