using System.Data.Common;
using Initiatives.Web.Data;
using Initiatives.Web.Seeding;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Initiatives.Web.Tests;

/// <summary>
/// A database of its own for each test: a copy of one that was migrated and filled with reference data once. Which kind
/// says TEST_DATABASE (Sqlite, the default, or Postgres with TEST_POSTGRES naming a server). A copy that a test is done with
/// is put back for the next.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lock Gate = new();
    private static string? template;

    /// <summary>Keeps what the template holds beside its tables, so that it can be put back.</summary>
    private const string Keep = """
        CREATE SCHEMA kept;
        DO $$ DECLARE name text; filled boolean; BEGIN
          FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', name) INTO filled;
            IF filled THEN EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name); END IF;
          END LOOP;
          CREATE TABLE kept.sequences AS SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public';
        END $$
        """;

    /// <summary>Every row and every number as in the template; no foreign key is asked meanwhile. Whoever still holds a lock spoils it.</summary>
    private const string PutBack = """
        DO $$ DECLARE name text; number bigint; BEGIN
          SET LOCAL session_replication_role = replica;
          SET LOCAL lock_timeout = '2s';
          FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('DELETE FROM public.%I', name);
          END LOOP;
          FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' AND tablename <> 'sequences' LOOP
            EXECUTE format('INSERT INTO public.%1$I SELECT * FROM kept.%1$I', name);
          END LOOP;
          FOR name, number IN SELECT sequencename, last_value FROM kept.sequences LOOP
            PERFORM setval(format('public.%I', name), coalesce(number, 1), number IS NOT NULL);
          END LOOP;
        END $$
        """;

    private TestDatabase(string provider, string connection, string? folder)
    {
        (Provider, Connection, Folder) = (provider, connection, folder);
    }

    public static bool IsPostgres => Environment.GetEnvironmentVariable("TEST_DATABASE") == "Postgres";

    public string Provider { get; }
    public string Connection { get; }
    private string? Folder { get; }
    private string Name => new NpgsqlConnectionStringBuilder(Connection).Database!;

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

        var folder = TestSite.Folder("sangkien-test-");
        var file = Path.Combine(folder, "test.db");
        File.Copy(template!, file);
        return new TestDatabase("Sqlite", $"Data Source={file};Pooling=False", folder);
    }

    private static string MakeTemplate()
    {
        var name = "tpl_" + Guid.NewGuid().ToString("N");
        var file = Path.Combine(TestSite.Folder("sangkien-template-"), "template.db");
        if (IsPostgres) Execute($"CREATE DATABASE {name}");
        using var factory = new Factory(IsPostgres ? "Postgres" : "Sqlite", IsPostgres ? Server(name) : $"Data Source={file};Pooling=False");
        using var scope = factory.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        Task.Run(async () =>
        {
            await db.Database.MigrateAsync();
            await ReferenceSeed.LoadAsync(scope.ServiceProvider, Repository.Path("seed-data"));
            factory.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("").Protect("");   // the key that every copy would make anew
            if (!IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;");
        }).GetAwaiter().GetResult();
        if (!IsPostgres) return file;
        Execute(Keep, name);
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static string Server(string database)
    {
        var server = Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException("TEST_POSTGRES names no server: run tests/run.sh.");
        return $"{server};Database={database};Pooling=true;Maximum Pool Size=8";
    }

    private static void Execute(string sql, string database = "postgres")
    {
        using var connection = new NpgsqlConnection(Server(database));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>It is as the template again; false: it cannot be, since the test changed more than rows, or left a transaction open.</summary>
    public bool IsPutBack()
    {
        try
        {
            if (Folder is null)
            {
                Execute(PutBack, Name);
                return true;
            }

            using var source = new SqliteConnection($"Data Source={template};Mode=ReadOnly;Pooling=False");
            using var target = new SqliteConnection(Connection);
            source.Open();
            target.Open();
            using var hurry = new SqliteCommand("PRAGMA synchronous=OFF", target);
            hurry.ExecuteNonQuery();
            source.BackupDatabase(target);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (Folder is not null)
        {
            Directory.Delete(Folder, recursive: true);
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        Execute($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
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
