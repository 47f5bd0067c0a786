using System.Text.Json;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>Loads seed-data/reference; run again it takes over what changed and doubles nothing.</summary>
public static class ReferenceSeed
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record FieldRow(string Code, string Letter, string Name, string ShortName, string Description);

    private sealed record IndexRow(string Code, string Name, string Description);

    private sealed record BasisRow(string Key, string Number, string Title, string Citation, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string? ReplacedBy, string[] UsedIn);

    public static async Task LoadAsync(IServiceProvider services, string seedData)
    {
        var db = services.GetRequiredService<AppDb>();
        var folder = Path.Combine(seedData, "reference");
        await LoadUnitsAsync(db, Path.Combine(folder, "units.csv"));

        var fields = await db.Fields.ToDictionaryAsync(field => field.Code);
        foreach (var (row, order) in Read<FieldRow[]>(folder, "fields.json").Select((row, index) => (row, index + 1)))
        {
            if (fields.TryGetValue(row.Code, out var field)) field.Describe(row.Name, row.ShortName, row.Description);
            else db.Add(ReformField.Create(row.Code, row.Letter, row.Name, row.ShortName, row.Description, order));
        }

        var indices = await db.Indices.Select(index => index.Code).ToListAsync();
        foreach (var (row, order) in Read<IndexRow[]>(folder, "indices.json").Select((row, index) => (row, index + 1)))
            if (!indices.Contains(row.Code)) db.Add(PerformanceIndex.Create(row.Code, row.Name, row.Description, order));

        var bases = await db.LegalBases.Select(basis => basis.Key).ToListAsync();
        foreach (var (row, order) in Read<BasisRow[]>(folder, "legal-bases.json").Select((row, index) => (row, index + 1)))
            if (!bases.Contains(row.Key))
                db.Add(LegalBasis.Create(row.Key, row.Number ?? "", row.Title, row.Citation, row.EffectiveFrom, row.EffectiveTo, row.ReplacedBy, row.UsedIn, order));

        if (!await db.Rubrics.AnyAsync())
        {
            var rubric = Rubric.Create(Read<RubricContent>(folder, "rubric-default.json"));
            db.Add(rubric.Value);
            db.Record(Actor.System, JournalActions.ReferenceLoaded, rubric.Value, "Bộ tiêu chí mặc định");
        }

        await db.SaveChangesAsync();
    }

    private static async Task LoadUnitsAsync(AppDb db, string path)
    {
        var known = await db.Units.ToDictionaryAsync(unit => unit.Code);
        foreach (var cells in Csv.Rows(await File.ReadAllTextAsync(path)).Skip(1))
        {
            if (known.TryGetValue(cells[0], out var unit)) unit.Describe(cells[1], cells[2], cells[3], cells[4], cells[5]);
            else db.Add(Unit.Create(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
        }
    }

    private static T Read<T>(string folder, string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException(file);
    }
}
