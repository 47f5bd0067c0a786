using Initiatives.Domain.Councils;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Sessions;

public class TieHolderTests
{
    /// <summary>1 the chair, 2 the secretary, 9 the vice-chair, the others members.</summary>
    private static readonly Council Council = Domain.Councils.Council.Establish(7, "Hội đồng", EstablishingAuthority.CityCommittee, "3900/QĐ-UBND", new DateOnly(2026, 10, 5),
        [.. Enumerable.Range(1, 9).Select(id => Some.Nominee(id, id switch { 1 => CouncilPost.Chair, 2 => CouncilPost.Secretary, 9 => CouncilPost.ViceChair, _ => CouncilPost.Member }))]).Value;

    [Theory]
    [InlineData(new int[0], new int[0], 2)]
    [InlineData(new[] { 2 }, new[] { 4 }, 1)]
    [InlineData(new[] { 1, 2 }, new[] { 4 }, 9)]
    [InlineData(new[] { 1, 2, 9 }, new[] { 40, 4 }, 4)]       // of the council before somebody else
    [InlineData(new[] { 1, 2, 4, 9 }, new[] { 40, 4 }, 40)]
    [InlineData(new[] { 1, 2, 4, 9, 40 }, new[] { 40, 4 }, 4)]  // all are in conflict: who stands in
    [InlineData(new[] { 1, 2, 9 }, new int[0], null)]
    public void The_first_without_a_conflict_in_the_cycle_holds_it_and_else_who_stands_in(int[] barred, int[] standIns, int? holder) =>
        Assert.Equal(holder, TieHolder.Of(Council, barred, standIns));
}
