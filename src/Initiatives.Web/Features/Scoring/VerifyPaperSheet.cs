using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>The second person says that what was typed is what the paper says, and the sheet counts; or what does not match.</summary>
public static class VerifyPaperSheet
{
    public sealed record Command : IRequest<Result<Decided>>
    {
        public int Id { get; init; }
        public int Version { get; init; }
        public bool Matches { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Refusal { get; init; } = "";
    }

    public sealed record Decided(int Year, bool Counts);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Decided>>
    {
        public async Task<Result<Decided>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var now = clock.GetUtcNow().UtcDateTime;
            var paper = await doors.PaperSheets.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == paper.CycleId, cancellationToken);
            var selves = await db.SelvesAsync(actor.Value, [paper.EnteredById, paper.PersonId], cancellationToken);
            var may = paper.CanDecide(selves);   // before the sheet is looked for, which a decided paper no longer finds
            if (!may.Ok) return Result.Fail(may.Problems);
            var result = request.Matches ? await VerifyAsync(doors, paper, selves, now, cancellationToken) : paper.Reject(request.Refusal, actor.Value, selves, now);
            if (!result.Ok) return Result.Fail(result.Problems);
            db.Record(actor.Value, request.Matches ? JournalActions.PaperVerified : JournalActions.PaperRejected, paper, $"Phiếu {paper.SheetId}");
            await db.SaveChangesAsync(cancellationToken);
            return new Decided(cycle.Year, request.Matches);
        }

        private async Task<Result> VerifyAsync(ScopedDb doors, PaperSheet paper, IReadOnlyCollection<int> selves, DateTime now, CancellationToken cancellationToken)
        {
            var sheet = await doors.PaperTargets.SingleOrDefaultAsync(item => item.Id == paper.SheetId, cancellationToken);
            if (sheet is null) return Result.Fail("", "Ủy viên đã tự nộp phiếu này.");
            var dossier = await doors.PaperInitiatives.SingleOrNotFound(item => item.Id == paper.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.SingleAsync(item => item.Id == paper.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            if (sheet.IsReopened) db.Guard(dossier);   // the council may be concluding on it
            var verified = paper.Verify(sheet, rubric, cycle, dossier.Status, actor.Value, selves, now);
            if (!verified.Ok) return verified;
            db.Add(ScoreSheetVersion.Of(sheet, paper.EnteredById, now, $"Nhập thay từ {(paper.Kind == PaperKind.Sheet ? "phiếu giấy" : "ý kiến bằng văn bản")} đã ký, {actor.Value.Name} đối chiếu. {paper.Reason}"));
            return Result.Success;
        }
    }
}
