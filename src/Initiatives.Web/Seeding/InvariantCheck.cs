namespace Initiatives.Web.Seeding;

/// <summary>The data invariants that hold at any instant of a live system.</summary>
public static class InvariantCheck
{
    public static Task<int> RunAsync(WebApplication app) => Task.FromResult(1);
}
