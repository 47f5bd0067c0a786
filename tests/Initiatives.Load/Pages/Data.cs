namespace Initiatives.Load.Pages;

/// <summary>A dossier of <c>seed scale</c> and the unit whose officer wrote it.</summary>
internal sealed record Written(int Id, int Version, string Unit);

/// <summary>Rows of the measured database that pages ask for.</summary>
internal sealed class Data(string database)
{
    /// <summary>A dossier of the present cycle that was sent, with files.</summary>
    public Written Sent => Dossiers("i.RegisterNumber IS NOT NULL AND i.CycleId = (SELECT max(Id) FROM Cycles) AND (SELECT count(*) FROM Attachments a WHERE a.InitiativeId = i.Id) = 2")[0];

    /// <summary>Drafts of different units.</summary>
    public List<Written> Drafts => [.. Dossiers("i.Status = 0").DistinctBy(draft => draft.Unit)];

    private List<Written> Dossiers(string where) => Database.Rows(database,
        $"""
        SELECT i.Id, i.Version, u.UserName FROM Initiatives i JOIN People p ON p.Id = i.CreatedById JOIN AspNetUsers u ON u.PersonId = p.Id
        WHERE {where} ORDER BY i.Id LIMIT 64
        """,
        row => new Written(row.GetInt32(0), row.GetInt32(1), row.GetString(2)["dau-moi-".Length..].Split('@')[0]));
}
