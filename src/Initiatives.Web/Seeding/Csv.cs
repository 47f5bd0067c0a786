using System.Text;

namespace Initiatives.Web.Seeding;

/// <summary>Reads RFC 4180: quoted cells may hold commas, quotes and line breaks.</summary>
public static class Csv
{
    public static IEnumerable<string[]> Rows(string text)
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
            else if (letter is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == ',') continue;
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
