namespace Initiatives.Web.Tests.Data;

/// <summary>Which page tells which hidden fact to those who may know it. A new page is named here, or the build fails.</summary>
internal static class Planted
{
    public const string Sheet = "phiếu của một người chấm";
    public const string Dossier = "hồ sơ trước Hội đồng";
    public const string Outcome = "kết luận chưa công bố";

    private static readonly Dictionary<string, string[]> Pages = new(StringComparer.Ordinal)
    {
    };

    public static IEnumerable<string> Templates => Pages.Keys.Order(StringComparer.Ordinal);

    public static IEnumerable<string> Of(string fact) => Pages.Where(page => page.Value.Contains(fact)).Select(page => page.Key).Order(StringComparer.Ordinal);
}
