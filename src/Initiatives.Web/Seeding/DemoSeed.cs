namespace Initiatives.Web.Seeding;

/// <summary>Loads the demo by sending the requests that the screens send, as a person at an instant of the clock.</summary>
public static class DemoSeed
{
    public static Task LoadAsync(IServiceProvider services, string seedData) => Task.CompletedTask;
}
