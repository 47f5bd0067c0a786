using System.Globalization;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Seeding.Demo;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>What the writers of the big cycle share: texts, chance, a fresh context for each batch, and the line of progress.</summary>
internal sealed class ScaleStage(IServiceProvider services, DemoData data, int seed, TextWriter output)
{
    private readonly DemoInitiative[] texts = [.. data.Past, .. data.Present];
    private readonly Dictionary<string, SafeHtml> cleaned = [];
    private readonly HtmlCleaner cleaner = services.GetRequiredService<HtmlCleaner>();

    public DemoData Data => data;
    public Random Random { get; } = new(seed);

    /// <summary>The text of the n-th dossier, and its number from 1.</summary>
    public (DemoInitiative Source, int Number) Text(int n) => (texts[n % texts.Length], n + 1);

    public SafeHtml Clean(string html)
    {
        if (!cleaned.TryGetValue(html, out var clean)) cleaned[html] = clean = cleaner.Clean(html);
        return clean;
    }

    /// <summary>The key of a form, by chance that the seed gives again.</summary>
    public Guid Key()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Acts on a context of its own: what a batch has tracked would slow the next one down.</summary>
    public async Task<T> With<T>(Func<AppDb, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>One line that moves on a terminal; in a file one line for each kind of row.</summary>
    public void Progress(string what, int done, int of)
    {
        if (done == of) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {done}/{of}"));
        else if (!Console.IsOutputRedirected) output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {done}/{of}"));
    }
}
