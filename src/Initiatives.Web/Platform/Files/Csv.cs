using System.Text;

namespace Initiatives.Web.Platform.Files;

/// <summary>RFC 4180: quoted cells may hold separators, quotes and line breaks.</summary>
public static class Csv
{
    /// <summary>Spreadsheets in Vietnamese write a semicolon between cells; whichever the first line has more of is meant.</summary>
    public static char SeparatorOf(string text)
    {
        var first = text.Split('\n')[0];
        return first.Count(letter => letter == ';') > first.Count(letter => letter == ',') ? ';' : ',';
    }

    /// <summary>Writes rows for a spreadsheet: with a byte order mark, and no cell that it would take for a formula.</summary>
    public static byte[] Write(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static IEnumerable<string[]> Rows(string text, char separator = ',')
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (letter == '"')
            {
                quoted = true;
            }
            else if (letter == separator || letter == '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == separator) continue;
                yield return [.. cells];
                cells.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0) yield return [.. cells, cell.ToString()];
    }
}
