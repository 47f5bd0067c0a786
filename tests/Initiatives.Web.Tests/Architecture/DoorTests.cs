using System.Reflection;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>A set of rows is open to every feature by decision, or banned outside the doors of For(actor). There is no third kind.</summary>
public sealed class DoorTests
{
    private static readonly string[] Open =
    [
        nameof(AppDb.Units), nameof(AppDb.People), nameof(AppDb.Fields), nameof(AppDb.Indices), nameof(AppDb.LegalBases), nameof(AppDb.Rubrics),
        nameof(AppDb.Cycles), nameof(AppDb.Councils), nameof(AppDb.Certificates), nameof(AppDb.StoredFiles), nameof(AppDb.DataProtectionKeys),
    ];

    private sealed class Planted
    {
        public DbSet<string> Secrets => null!;
    }

    private static IEnumerable<string> Undecided(Type context, string banned) => context
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
        .Where(property => Open.Contains(property.Name) == banned.Contains($"P:Initiatives.Web.Data.AppDb.{property.Name};", StringComparison.Ordinal))
        .Select(property => property.Name);

    private static string Banned => File.ReadAllText(Repository.Path("src", "BannedSymbols.txt"));

    [Fact]
    public void Every_set_is_either_open_or_banned() => Assert.Empty(Undecided(typeof(AppDb), Banned));

    [Fact]
    public void A_new_set_that_nobody_decided_on_is_found() => Assert.Equal(["Secrets"], Undecided(typeof(Planted), Banned));

    [Fact]
    public void The_way_around_the_named_sets_is_banned_too() => Assert.Contains("M:Microsoft.EntityFrameworkCore.DbContext.Set``1;", Banned);

    [Fact]
    public void The_ban_is_lifted_only_where_rows_are_kept_checked_or_seeded()
    {
        var lifted = File.ReadAllText(Repository.Path(".editorconfig")).Split("\n[").Where(section => section.Contains("RS0030.severity = none", StringComparison.Ordinal)).Select(section => section[..section.IndexOf(']', StringComparison.Ordinal)]);
        Assert.Equal(["src/Initiatives.Web/Data/Migrations/**.cs", "src/Initiatives.Web/{Data,Platform/Jobs,Platform/Health,Seeding}/**.cs", "tests/**.cs"], lifted);
        Assert.DoesNotContain(Source.Tree, file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Text.Contains("RS0030", StringComparison.Ordinal));
    }
}
