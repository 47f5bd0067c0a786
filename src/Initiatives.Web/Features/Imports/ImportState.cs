using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Imports;

/// <summary>A checked file on its way from the dry run to being applied: its rows, and what was shown of them.</summary>
/// <param name="Shown">Mark of the plan that was shown: <see cref="ImportState.Mark"/>.</param>
public sealed record CheckedFile(string FileName, string Digest, ImportRows Rows, string Shown, int PersonId, DateTime CheckedAt);

/// <summary>
/// Plans against the people and units that there are now, and carries a checked file through the form. The server keeps no
/// copy: the form brings the rows back, sealed, so that nothing but what was shown can be applied, and only by who saw it.
/// </summary>
internal static class ImportState
{
    /// <summary>For how long a dry run may be applied.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private const string Purpose = "nhap-tai-khoan";

    public static async Task<ImportPlan> PlanAsync(AppDb db, ImportRows rows, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().OrderBy(unit => unit.Id).Select(unit => new KnownUnit(unit.Code, unit.Name, unit.ShortName, unit.Type)).ToListAsync(cancellationToken);
        var people = (await (from account in db.Users.AsNoTracking()
                             join person in db.People on account.PersonId equals person.Id
                             join unit in db.Units on person.UnitId equals unit.Id
                             orderby person.Id
                             select new { person.Id, person.Name, account.Email, unit.Code, person.Post, person.Roles, person.Capacity, account.LockoutEnd }).ToListAsync(cancellationToken))
            .ConvertAll(row => new KnownPerson(row.Id, row.Name, row.Email ?? "", row.Code, row.Post, row.Roles, row.Capacity, Account.IsClosedBy(row.LockoutEnd)));
        return ImportPlan.Of(rows.Units, rows.People, units, people);
    }

    /// <summary>Digest of a plan with the file it came from: two equal marks do the same to the same rows.</summary>
    public static string Mark(ImportPlan plan, string digest)
    {
        var text = new StringBuilder(digest);
        foreach (var unit in plan.Units) text.Append('\n').Append(JsonSerializer.Serialize(unit));
        foreach (var person in plan.People) text.Append('\n').Append(JsonSerializer.Serialize(person));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string Seal(CheckedFile file, IDataProtectionProvider protection)
    {
        using var packed = new MemoryStream();
        using (var press = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(press, file);
        return Convert.ToBase64String(protection.CreateProtector(Purpose).Protect(packed.ToArray()));
    }

    /// <summary>The file again; null when it was tampered with, is another person's, or was checked too long ago.</summary>
    public static CheckedFile? Open(string sealedFile, int personId, DateTime now, IDataProtectionProvider protection)
    {
        try
        {
            using var packed = new MemoryStream(protection.CreateProtector(Purpose).Unprotect(Convert.FromBase64String(sealedFile)));
            using var press = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<CheckedFile>(press) is { } file && file.PersonId == personId && now < file.CheckedAt + Life ? file : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>"287 người mới, 3 người sửa": what was done, in words.</summary>
    public static string Words(ImportPlan plan) => string.Join(", ", new[]
    {
        (plan.Units.Count(unit => unit.Fate == RowFate.New), "đơn vị mới"), (plan.Units.Count(unit => unit.Fate == RowFate.Changed), "đơn vị sửa"),
        (plan.People.Count(person => person.Fate == RowFate.New), "tài khoản mới"), (plan.People.Count(person => person.Fate == RowFate.Changed), "tài khoản sửa"),
    }.Where(item => item.Item1 > 0).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Item1} {item.Item2}")));
}
