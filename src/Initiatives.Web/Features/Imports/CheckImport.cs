using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.DataProtection;

namespace Initiatives.Web.Features.Imports;

/// <summary>The dry run: reads a file of units and people and shows row by row what it would do. Nothing is written.</summary>
public static class CheckImport
{
    public sealed record Command : IRequest<Result<View>>
    {
        public Stream? Content { get; init; }

        [StringLength(300, ErrorMessage = "Tên tệp dài tối đa 300 ký tự.")]
        public string FileName { get; init; } = "";
    }

    /// <param name="Plan">Null: no file has been looked at yet.</param>
    /// <param name="Sealed">The file on its way to being applied.</param>
    public sealed record View(ImportPlan? Plan, string FileName, IReadOnlyList<string> Ignored, string Sealed)
    {
        public static View Empty { get; } = new(null, "", [], "");
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, IDataProtectionProvider protection) : IRequestHandler<Command, Result<View>>
    {
        public async Task<Result<View>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Content is not { } content) return Result.Fail("File", "Chọn tệp Excel (.xlsx) rồi bấm Kiểm tra.");
            var name = FileName.Of(request.FileName);
            var sheets = WorkbookReader.Read(content, name, "File");
            if (!sheets.Ok) return Result.Fail(sheets.Problems);
            var rows = ImportSheets.Of(sheets.Value, "File");
            if (!rows.Ok) return Result.Fail(rows.Problems);
            content.Position = 0;
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            var plan = await ImportState.PlanAsync(db, rows.Value, cancellationToken);
            var file = new CheckedFile(name, digest, rows.Value, ImportState.Mark(plan, digest), actor.Value.PersonId, clock.GetUtcNow().UtcDateTime);
            return new View(plan, name, rows.Value.Ignored, ImportState.Seal(file, protection));
        }
    }
}
