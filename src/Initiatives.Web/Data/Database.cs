using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Initiatives.Web.Data;

/// <summary>
/// Chooses the provider and keeps its particulars in one place. A list goes into a query as one parameter: as one for each
/// value, EF's default, the SQL text would be made anew every time.
/// </summary>
public static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton<WriteGate>();
        builder.Services.AddSingleton<ReferenceRows>();
        builder.Services.AddSingleton<KeptBoards>();
        if (configuration["Database:Provider"] == "Postgres")
        {
            builder.Services.AddDbContextPool<AppDb, PostgresAppDb>(options => options
                .UseNpgsql(configuration.GetConnectionString("Main"), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)));
        }
        else
        {
            var connection = configuration.GetConnectionString("Main") ?? $"Data Source={Path.Combine(builder.Environment.ContentRootPath, "App_Data", "sangkien.db")}";
            MakeFolder(connection);
            builder.Services.AddDbContextPool<AppDb, SqliteAppDb>(options => options
                .UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(SqliteConnections.Instance));
        }
    }

    /// <summary>SQLite makes the file, not the folder it is to lie in.</summary>
    public static void MakeFolder(string connection)
    {
        var named = new SqliteConnectionStringBuilder(connection);
        if (named.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly || named.DataSource.StartsWith(':') || named.DataSource.StartsWith("file:", StringComparison.Ordinal)) return;
        if (Path.GetDirectoryName(named.DataSource) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    /// <summary>
    /// Durable before it is acknowledged: WAL with a full sync at every commit. A pooled context keeps its connection open
    /// between requests: opening one sets the pragmas and declares a dozen functions, which costs more than most queries.
    /// Pages are read into a cache of each connection, not through a memory map: whenever another connection has written, a map
    /// is undone and built anew page by page, which doubled the cost of a save.
    /// </summary>
    private sealed class SqliteConnections : DbConnectionInterceptor
    {
        public static readonly SqliteConnections Instance = new();
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA cache_size=-16384;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
