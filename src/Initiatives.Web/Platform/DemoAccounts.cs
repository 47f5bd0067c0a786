using System.Text.Json;

namespace Initiatives.Web.Platform;

/// <summary>An account of the demo, as its own list of people names it.</summary>
public sealed record DemoAccount(string Label, string Name, string Email);

/// <summary>The demo's accounts: they exist only where the demo was loaded; their password is no secret.</summary>
public static class DemoAccounts
{
    public const string Password = "minh-hoa-2026";

    public static IReadOnlyList<DemoAccount> Offered(IHostEnvironment environment)
    {
        var path = Path.Combine(ContentRoot.SeedData(environment), "demo", "people.json");
        if (!File.Exists(path)) return [];
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray()
            .Where(person => person.GetProperty("demo").GetBoolean())
            .Select(person => new DemoAccount(person.GetProperty("demoLabel").GetString()!, person.GetProperty("name").GetString()!, person.GetProperty("email").GetString()!))];
    }
}
