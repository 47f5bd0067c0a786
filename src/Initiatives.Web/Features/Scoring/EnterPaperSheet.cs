using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Types what an absent member has signed, with the scan. It counts only after a second person has compared it.</summary>
public static class EnterPaperSheet
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int SheetId { get; init; }
        public PaperKind Kind { get; init; }
        public DateOnly? SignedOn { get; init; }

        [EachAtMost(20, ErrorMessage = "Ghi điểm bằng số, ví dụ 12,5.")]
        public Dictionary<string, string> Points { get; init; } = [];

        [EachAtMost(3000, ErrorMessage = "Nhận xét dài tối đa 3.000 ký tự.")]
        public Dictionary<string, string> Comments { get; init; } = [];

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
        public UploadedFile? Scan { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.PaperTargets.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var dossier = await doors.PaperInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            if (await doors.PaperSheets.AnyAsync(paper => paper.SheetId == sheet.Id && paper.Status == PaperStatus.Waiting, cancellationToken))
                return Result.Fail("", "Phiếu này đã được nhập và đang chờ người thứ hai đối chiếu.");
            var selves = await db.SelvesAsync(actor.Value, [sheet.PersonId], cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var typed = TypedSheet.Read(rubric, request.Points, request.Comments);
            var problems = typed.Unread.ToList();

            Result<PaperSheet> Enter(PaperScan scan) => PaperSheet.Enter(sheet, rubric, cycle, dossier.Status, request.Kind, request.SignedOn, typed.Content, scan, request.Reason, actor.Value, selves, clock.GetUtcNow().UtcDateTime);
            var entered = Enter(new PaperScan("", "", ""));
            problems.AddRange(entered.Problems.Where(problem => problems.TrueForAll(unread => unread.Field != problem.Field)));
            var scan = request.Scan is null ? null : await intake.CheckAndStoreAsync(request.Scan, FileRules.Scan, nameof(request.Scan), cancellationToken);
            if (scan is null) problems.Add(new Problem(nameof(request.Scan), "Chọn bản quét phiếu đã ký."));
            else problems.AddRange(scan.Problems);
            if (problems.Count > 0) return Result.Fail(problems);
            var paper = Enter(new PaperScan(scan!.Value.FileName, scan.Value.ContentType, scan.Value.Sha256)).Value;
            db.Add(paper);
            db.Record(actor.Value, JournalActions.PaperEntered, paper, $"Phiếu {sheet.Id}, {PaperKinds.Name(paper.Kind)}");
            await db.SaveChangesAsync(cancellationToken);
            return paper.Id;
        }
    }
}
