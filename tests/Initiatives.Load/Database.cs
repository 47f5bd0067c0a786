using Microsoft.Data.Sqlite;

namespace Initiatives.Load;

/// <summary>Reads the site's database past its code, as an auditor would.</summary>
internal static class Database
{
    public static List<T> Rows<T>(string path, string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Codes of the units that send dossiers, as the addresses of <c>seed scale</c> carry them.</summary>
    public static List<string> Units(string path) => Rows(path,
        "SELECT UserName FROM AspNetUsers WHERE UserName LIKE 'dau-moi-%' ORDER BY PersonId", row => row.GetString(0)["dau-moi-".Length..].Split('@')[0]);

    public static string Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);
}
