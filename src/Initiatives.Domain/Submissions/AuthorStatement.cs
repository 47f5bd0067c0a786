using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// What an author confirms: his own line of a dossier. A confirmation is bound to it by its <see cref="Key"/>, so that it
/// survives every save that leaves the line alone and is worth nothing once the line says something else.
/// </summary>
/// <param name="PersonId">The account behind the line; a line given to another account is another statement.</param>
/// <param name="Share">Percent; null while not yet agreed.</param>
/// <param name="Occurrence">0 for the first of lines that say the same, 1 for the second: one answer never serves two people.</param>
public sealed record AuthorStatement(int? PersonId, string Name, string Post, string Workplace, decimal? Share, int Occurrence)
{
    /// <summary>SHA-256 of the statement, lower-case hex.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        PersonId?.ToString(CultureInfo.InvariantCulture) ?? "", Name, Post, Workplace, Share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        Occurrence.ToString(CultureInfo.InvariantCulture)))));

    /// <summary>Nobody is asked to confirm a line that does not yet say who he is and what his part was.</summary>
    public bool IsWhole => Name.Length > 0 && Post.Length > 0 && Workplace.Length > 0 && Share > 0;

    /// <summary>"3F7A-9C02": printed on the paper that all sign and shown on the page; it is another one when a line changes.</summary>
    public static string CodeOf(IEnumerable<AuthorStatement> statements)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(statements.Select(statement => statement.Key)))));
        return $"{digest[..4]}-{digest[4..8]}";
    }

    /// <summary>The statements of all lines, in their order.</summary>
    public static IReadOnlyList<AuthorStatement> Of(IEnumerable<AuthorContent> authors)
    {
        var statements = new List<AuthorStatement>();
        foreach (var author in authors)
        {
            var statement = new AuthorStatement(author.PersonId, author.Name, author.Post, author.Workplace, author.Share, 0);
            statements.Add(statement with { Occurrence = statements.Count(earlier => earlier with { Occurrence = 0 } == statement) });
        }

        return statements;
    }
}
