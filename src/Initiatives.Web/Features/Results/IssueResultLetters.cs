using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>Issues the letters on all dossiers of a cycle that were not recognised and have none yet: one confirmation, all of them or none.</summary>
public static class IssueResultLetters
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Year { get; init; }

        /// <summary>How many the page showed: others than those that were seen are not issued.</summary>
        public int Count { get; init; }
        public DateOnly? Date { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";
        public SigningCapacity Capacity { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, FileStore files, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var waiting = await ResultList.Waiting(doors, cycle.Id).OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id).Select(item => item.Id).ToListAsync(cancellationToken);
            if (waiting.Count == 0) return Result.Fail("", "Không còn hồ sơ nào chờ công văn kết quả.");
            if (waiting.Count != request.Count) return Result.Fail("", $"Nay có {waiting.Count} hồ sơ chờ công văn, khác lúc bạn mở trang. Xem lại danh sách rồi ra lần nữa.");
            var head = new NoticeHead(null, request.Date, request.SignerName, request.Capacity);
            var problems = Check(head, cycle, now);
            if (problems.Count > 0) return Result.Fail(problems);

            var decision = await ResultPaper.BasisAsync(doors, cycle.Id, cancellationToken);
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellationToken);
            var counter = DepartmentNotice.CounterOf(head.Date!.Value.Year);
            var turn = await db.TurnAsync(counter, cancellationToken);
            foreach (var id in waiting)
            {
                var found = await db.ResultAsync(doors, doors.SentResults, id, cancellationToken);
                db.TakeTurn(counter, turn++);
                var numbered = head with { Number = turn };
                var sha256 = await files.KeepPaperAsync(db, ResultPaper.Render(found, UnitHeading.NameOf(units[found.Initiative.UnitId]), decision, numbered, fonts), now, cancellationToken);
                var issued = DepartmentNotice.Issue(DepartmentNoticeKind.NotRecognised, [found.Initiative], numbered, sha256, actor.Value, now);
                if (!issued.Ok) return Result.Fail(issued.Problems);
                db.Add(issued.Value);
                db.Record(actor.Value, JournalActions.ResultLetterIssued, found.Initiative, $"Số {issued.Value.Code} ngày {VietnamTime.Short(issued.Value.Date)}");
                foreach (var person in await db.WritersAsync(found.Initiative, cancellationToken))
                    outbox.Add(new Mail(person.Email, $"Công văn {issued.Value.Code}: kết quả xét sáng kiến năm {cycle.Year}", [$"Sở Khoa học và Công nghệ đã ra công văn thông báo kết quả đối với sáng kiến “{found.Initiative.Title}”."], "Xem kết quả và công văn", $"/ket-qua/{id}"), $"cong-van-ket-qua:{id}:{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return waiting.Count;
        }

        private static List<Problem> Check(NoticeHead head, Cycle cycle, DateTime now)
        {
            List<Problem> problems = [.. DepartmentNotice.CheckSigning(head, VietnamTime.Today(now))];
            if (cycle.PublishedAt is { } published && head.Date < VietnamTime.Today(published)) problems.Add(new(nameof(head.Date), $"Kết quả công bố ngày {VietnamTime.Short(published)}; công văn không thể có ngày trước đó."));
            return problems;
        }
    }
}
