using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Imports;

/// <summary>
/// Does what a dry run showed, all of it or nothing, and nothing else: when people or units have changed since, the dry run
/// is shown again instead.
/// </summary>
public static class ApplyImport
{
    public const int LongestSealed = 4_000_000;

    public sealed record Command : IRequest<Result<Done>>
    {
        [StringLength(LongestSealed, ErrorMessage = "Bản kiểm tra dài quá. Chia tệp rồi kiểm tra lại.")]
        public string Sealed { get; init; } = "";
    }

    /// <param name="Again">Not null: nothing was done; this is what the file would do now.</param>
    public sealed record Done(string Words, CheckImport.View? Again);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, IDataProtectionProvider protection) : IRequestHandler<Command, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, now) = (actor.Value, clock.GetUtcNow().UtcDateTime);
            if (ImportState.Open(request.Sealed, who.PersonId, now, protection) is not { } file) return Result.Fail("File", "Bản kiểm tra đã quá 2 giờ hoặc không phải của bạn. Chọn lại tệp rồi kiểm tra.");
            var plan = await ImportState.PlanAsync(db, file.Rows, cancellationToken);
            var mark = ImportState.Mark(plan, file.Digest);
            if (mark != file.Shown)
                return new Done("", new CheckImport.View(plan, file.FileName, file.Rows.Ignored, ImportState.Seal(file with { Shown = mark, CheckedAt = now }, protection)));
            if (plan.Writes == 0) return Result.Fail("File", "Tệp không có dòng nào để nhập: mọi dòng đã có như vậy hoặc bị từ chối.");
            await WriteAsync(db, who, plan, $"{file.FileName}: {ImportState.Words(plan)}", cancellationToken);
            return new Done(ImportState.Words(plan), null);
        }
    }

    /// <summary>One save: units and people, their journal, or none of it. Nobody gets a password here: he chooses one by an invitation.</summary>
    internal static async Task WriteAsync(AppDb db, Actor who, ImportPlan plan, string summary, CancellationToken cancellationToken)
    {
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var brought = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in plan.Units.Where(row => row.Fate is RowFate.New or RowFate.Changed))
        {
            var commune = UnitImport.IsCommune(row.Type);
            var (level, above) = commune ? ("cap-xa", "31") : ("cap-thanh-pho", "UBND-TP");
            if (units.TryGetValue(row.Code, out var unit)) unit.Describe(row.Name, row.ShortName, row.Type, level, commune ? above : unit.ParentCode);
            else
            {
                db.Add(units[row.Code] = Domain.People.Unit.Create(row.Code, row.Name, row.ShortName, row.Type, level, above));
                brought.Add(row.Code);
            }
        }

        var ids = plan.People.Where(row => row.Fate == RowFate.Changed).Select(row => row.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var written = new List<Person>();
        foreach (var row in plan.People.Where(row => row.Fate is RowFate.New or RowFate.Changed))
        {
            // A unit of the same file has no number yet: what stands here is replaced by it within the save.
            var unit = db.Entry(units[row.UnitCode]).Property(item => item.Id).CurrentValue;
            var person = row.Fate == RowFate.New ? Person.Create(row.Name, unit, row.Post, row.Roles, row.Capacity).Value : people[row.PersonId];
            if (row.Fate == RowFate.New)
            {
                db.AddAccount(person, row.Email);
                db.Record(who, JournalActions.AccountCreated, person, $"{row.Email}, nhập từ tệp");
            }
            else
            {
                Must(person.Describe(row.Name, unit, row.Post, row.Roles, row.Capacity));
                db.Record(who, JournalActions.AccountChanged, person, string.Join("; ", row.Changes.Select(change => $"{ImportSheets.PeopleColumns.First(column => column.Name == change.Column).Head}: trước là “{change.Was}”")));
            }

            if (brought.Contains(row.UnitCode)) db.Entry(person).Property(item => item.UnitId).IsTemporary = true;
            written.Add(person);
        }

        db.Record(who, JournalActions.PeopleImported, written.Count > 0 ? written[0] : units[plan.Units.First(row => row.Fate is RowFate.New or RowFate.Changed).Code], summary);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The plan asked the same rules: a refusal here is a bug, not a person's mistake.</summary>
    private static void Must(Result result)
    {
        if (!result.Ok) throw new InvalidOperationException(result.Problems[0].Message);
    }
}
