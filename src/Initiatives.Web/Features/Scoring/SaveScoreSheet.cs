using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>
/// Saves a judge's own sheet, and hands it in when asked. What can be saved is saved: a sheet that may not be handed in yet
/// stays as a draft with the reasons beside it.
/// </summary>
public static class SaveScoreSheet
{
    public const string Submit = "nop";

    public sealed record Command : IRequest<Result<Saved>>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        /// <summary>As typed, by sub-criterion code: "12,5" or "12.5"; empty is not yet scored.</summary>
        [EachAtMost(20, ErrorMessage = "Ghi điểm bằng số, ví dụ 12,5.")]
        public Dictionary<string, string> Points { get; init; } = [];

        /// <summary>By criterion code.</summary>
        [EachAtMost(3000, ErrorMessage = "Nhận xét dài tối đa 3.000 ký tự.")]
        public Dictionary<string, string> Comments { get; init; } = [];

        /// <summary>"luu" or "nop".</summary>
        [StringLength(10)]
        public string Op { get; init; } = "luu";
    }

    /// <param name="NextId">The next sheet of this judge that is not handed in; null when all are.</param>
    public sealed record Saved(int Id, int Version, decimal Total, string Code = "", int? NextId = null);

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var sheet = await db.For(actor.Value).OwnSheets.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var (content, unread) = Read(request, rubric);
            var submits = request.Op == Submit;
            if (unread.Count == 0 && request.Version != sheet.Version && sheet.Says(rubric, content) && sheet.IsValid == submits)
                return await Answer(sheet, cancellationToken);   // the same form posted twice

            var open = sheet.CanPut(cycle, request.Version);
            if (!open.Ok) return Result.Fail(open.Problems);
            if (unread.Count > 0) return Result.Fail(unread.Concat(ScoreSheet.Check(rubric, content)));
            var now = arrival.At;
            var put = sheet.Put(rubric, cycle, content, request.Version, now);
            if (!put.Ok) return Result.Fail(put.Problems);
            var handedIn = submits ? sheet.Submit(rubric, cycle, now) : Result.Success;
            db.Add(ScoreSheetVersion.Of(sheet, actor.Value.PersonId, now));
            db.Record(actor.Value, sheet.IsValid ? JournalActions.SheetSubmitted : JournalActions.SheetSaved, sheet, $"Bản {sheet.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return handedIn.Ok ? await Answer(sheet, cancellationToken) : Result.Fail(handedIn.Problems);
        }

        private static (SheetContent Content, List<Problem> Unread) Read(Command request, RubricContent rubric)
        {
            var points = new Dictionary<string, decimal>();
            var unread = new List<Problem>();
            foreach (var code in rubric.SubCriteria.Select(part => part.Code))
            {
                if (string.IsNullOrWhiteSpace(request.Points.GetValueOrDefault(code))) continue;
                if (VietnameseNumber.TryParsePoints(request.Points[code], out var value)) points[code] = value;
                else unread.Add(new Problem($"Points[{code}]", $"Điểm {code}: ghi số, ví dụ 12,5."));
            }

            return (new SheetContent(points, request.Comments), unread);
        }

        private async Task<Saved> Answer(ScoreSheet sheet, CancellationToken cancellationToken)
        {
            var queue = await db.SheetQueueAsync(actor.Value, sheet.CycleId, sheet.Round, cancellationToken);
            return new Saved(sheet.Id, sheet.Version, sheet.Total, queue.Single(item => item.SheetId == sheet.Id).Code, SheetQueue.Next(queue, sheet.Id));
        }
    }
}
