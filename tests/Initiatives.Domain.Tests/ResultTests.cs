namespace Initiatives.Domain.Tests;

public class ResultTests
{
    private static Result Plain(bool ok) => ok ? Result.Success : Result.Fail("Reason", "Phải nêu lý do.");

    private static Result<int> Valued(bool ok)
    {
        if (!ok) return Result.Fail("Reason", "Phải nêu lý do.");
        return 7;
    }

    [Fact]
    public void One_Fail_serves_results_with_and_without_a_value()
    {
        Assert.False(Plain(false).Ok);
        Assert.False(Valued(false).Ok);
        Assert.Equal([new Problem("Reason", "Phải nêu lý do.")], Valued(false).Problems);
        Assert.Equal(Plain(false).Problems, Valued(false).Problems);
    }

    [Fact]
    public void A_value_becomes_a_success_by_itself()
    {
        Assert.True(Plain(true).Ok);
        Assert.True(Valued(true).Ok);
        Assert.Equal(7, Valued(true).Value);
        Assert.Empty(Valued(true).Problems);
    }

    [Fact]
    public void Value_of_a_failure_throws_and_names_the_problem()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Valued(false).Value);
        Assert.Equal("No value: Reason: Phải nêu lý do.", error.Message);
    }

    [Fact]
    public void Problems_pass_from_one_kind_of_result_to_another_in_their_order()
    {
        Problem[] problems = [new("A", "Một."), new("B", "Hai.")];
        Result<string> other = Result.Fail(Result<int>.Fail(problems).Problems);
        Assert.Equal(problems, other.Problems);
    }

    [Fact]
    public void A_failure_without_a_reason_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => Result.Fail([]));

    [Fact]
    public void Collected_problems_decide_between_success_and_failure()
    {
        Assert.True(Result.From([]).Ok);
        Assert.False(Result.From([new Problem("A", "Một.")]).Ok);
    }

    [Fact]
    public void An_interface_is_wrapped_by_name()
    {
        IReadOnlyList<int> list = [1, 2];
        Assert.Same(list, Result.Of(list).Value);
    }
}
