using Initiatives.Web.Data;
using Initiatives.Web.Seeding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Initiatives.Web.Tests;

/// <summary>
/// A database of its own for each test: a copy of one that was migrated and filled with reference data once. Which kind
/// says TEST_DATABASE (Sqlite, the default, or Postgres with TEST_POSTGRES naming a server).
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lock Gate = new();
    private static string? template;

    private TestDatabase(string provider, string connection, string? folder)
    {
        (Provider, Connection, Folder) = (provider, connection, folder);
    }

    public static bool IsPostgres => Environment.GetEnvironmentVariable("TEST_DATABASE") == "Postgres";

    public string Provider { get; }
    public string Connection { get; }
    private string? Folder { get; }

    public static TestDatabase Create()
    {
        lock (Gate) template ??= MakeTemplate();
        return Copy();
    }

    private static TestDatabase Copy()
    {
        if (IsPostgres)
        {
            var name = "t_" + Guid.NewGuid().ToString("N");
            lock (Gate) Execute($"CREATE DATABASE {name} TEMPLATE {template}");
            return new TestDatabase("Postgres", Server(name), null);
        }

        var folder = Directory.CreateTempSubdirectory("sangkien-test-").FullName;
        var file = Path.Combine(folder, "test.db");
        File.Copy(template!, file);
        return new TestDatabase("Sqlite", $"Data Source={file};Pooling=False", folder);
    }

    private static string MakeTemplate()
    {
        var name = "tpl_" + Guid.NewGuid().ToString("N");
        var file = Path.Combine(Directory.CreateTempSubdirectory("sangkien-template-").FullName, "template.db");
        if (IsPostgres) Execute($"CREATE DATABASE {name}");
        using var factory = new Factory(IsPostgres ? "Postgres" : "Sqlite", IsPostgres ? Server(name) : $"Data Source={file};Pooling=False");
        using var scope = factory.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Task.Run(async () =>
        {
            await db.Database.MigrateAsync();
            await ReferenceSeed.LoadAsync(scope.ServiceProvider, Repository.Path("seed-data"));
            if (!IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;");
        }).GetAwaiter().GetResult();
        NpgsqlConnection.ClearAllPools();
        return IsPostgres ? name : file;
    }

    private static string Server(string database)
    {
        var server = Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException("TEST_POSTGRES names no server: run tests/run.sh.");
        return $"{server};Database={database};Pooling=true;Maximum Pool Size=8";
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (Folder is not null)
        {
            Directory.Delete(Folder, recursive: true);
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        var name = new NpgsqlConnectionStringBuilder(Connection).Database;
        Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private sealed class Factory(string provider, string connection) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseEnvironment("Testing")
            .UseSetting("Database:Provider", provider)
            .UseSetting("ConnectionStrings:Main", connection)
            .ConfigureTestServices(services => services.RemoveAll<IHostedService>());   // a slow machine's first round of jobs would be in every copy
    }
}

/// <summary>Where the repository lies.</summary>
public static class Repository
{
    private static readonly string Root = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Initiatives.sln"))) return folder.FullName;
        throw new InvalidOperationException("Initiatives.sln not found above the tests.");
    }
}
