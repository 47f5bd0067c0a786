using System.Text.Json;

namespace Initiatives.Load.Pages;

/// <summary>A dossier of <c>seed scale</c> and the unit whose officer wrote it.</summary>
internal sealed record Written(int Id, int Version, string Unit);

/// <summary>A sheet that its judge is still writing.</summary>
internal sealed record OpenSheet(int Id, int Version, string Judge);

/// <summary>Rows of the measured database that pages ask for.</summary>
internal sealed class Data(string database)
{
    /// <summary>A dossier of the present cycle that was sent, with files.</summary>
    public Written Sent => Dossiers("i.RegisterNumber IS NOT NULL AND i.CycleId = (SELECT max(Id) FROM Cycles) AND (SELECT count(*) FROM Attachments a WHERE a.InitiativeId = i.Id) = 2")[0];

    /// <summary>Drafts of different units.</summary>
    public List<Written> Drafts => [.. Dossiers("i.Status = 0").DistinctBy(draft => draft.Unit)];

    /// <summary>The present cycle.</summary>
    public int Year => Database.Rows(database, "SELECT max(Year) FROM Cycles", row => row.GetInt32(0))[0];

    /// <summary>A dossier in the midst of those whose scoring is closed.</summary>
    public int Judged => Database.Rows(database, "SELECT Id FROM Initiatives WHERE CouncilCode IS NOT NULL ORDER BY Id LIMIT 1 OFFSET 500", row => row.GetInt32(0))[0];

    /// <summary>Sheets of different judges that are begun or untouched, with the number of the judge in his address.</summary>
    public List<OpenSheet> OpenSheets => [.. Database.Rows(database,
        """
        SELECT s.Id, s.Version, u.UserName FROM ScoreSheets s JOIN AspNetUsers u ON u.PersonId = s.PersonId WHERE s.SubmittedAt IS NULL AND s.Status < 2 ORDER BY s.Id
        """,
        row => new OpenSheet(row.GetInt32(0), row.GetInt32(1), row.GetString(2).Split('@')[0])).DistinctBy(sheet => sheet.Judge)];

    /// <summary>Parts of the rubric with their greatest points.</summary>
    public List<(string Code, decimal Max)> Parts => [.. JsonDocument.Parse(Database.Rows(database, "SELECT Content FROM Rubrics ORDER BY Id DESC LIMIT 1", row => row.GetString(0))[0])
        .RootElement.GetProperty("Criteria").EnumerateArray().SelectMany(criterion => criterion.GetProperty("SubCriteria").EnumerateArray())
        .Select(part => (part.GetProperty("Code").GetString()!, part.GetProperty("Max").GetDecimal()))];

    private List<Written> Dossiers(string where) => Database.Rows(database,
        $"""
        SELECT i.Id, i.Version, u.UserName FROM Initiatives i JOIN People p ON p.Id = i.CreatedById JOIN AspNetUsers u ON u.PersonId = p.Id
        WHERE {where} ORDER BY i.Id LIMIT 64
        """,
        row => new Written(row.GetInt32(0), row.GetInt32(1), row.GetString(2)["dau-moi-".Length..].Split('@')[0]));
}
