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
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Notices;

/// <summary>Issues notices: one for each ticked ineligible dossier, or one list of all eligible ones. All of them, or none.</summary>
public static class IssueNotices
{
    internal static readonly InitiativeStatus[] FoundEligible = [.. Enum.GetValues<InitiativeStatus>().Where(InitiativeStatuses.IsFoundEligible)];

    public sealed record Command : IRequest<Result<int>>
    {
        public int Year { get; init; }
        public DepartmentNoticeKind Kind { get; init; }

        /// <summary>Ineligible dossiers; the list of eligible ones takes all that no list names.</summary>
        public List<int> Ids { get; init; } = [];

        /// <summary>By dossier, for ineligible ones: "12" or "12/TB-SKHCN".</summary>
        [EachAtMost(30, ErrorMessage = "Số thông báo dài tối đa 30 ký tự.")]
        public Dictionary<int, string> Numbers { get; init; } = [];

        /// <summary>Of the list of eligible ones.</summary>
        [StringLength(30, ErrorMessage = "Số thông báo dài tối đa 30 ký tự.")]
        public string Number { get; init; } = "";
        public DateOnly? Date { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";
        public SigningCapacity Capacity { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, FileStore files, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var isList = request.Kind == DepartmentNoticeKind.Eligible;
            var dossiers = await DossiersAsync(doors, cycle, request, cancellationToken);
            if (dossiers.Count == 0) return Result.Fail(isList ? "" : nameof(request.Ids), isList ? "Không có sáng kiến đủ điều kiện nào chưa thông báo." : "Chọn ít nhất một hồ sơ để ra thông báo.");
            List<(string Field, string Typed)> numbers = isList ? [(nameof(request.Number), request.Number)] : dossiers.ConvertAll(item => ($"Numbers[{item.Initiative.Id}]", request.Numbers.GetValueOrDefault(item.Initiative.Id) ?? ""));
            var heads = numbers.ConvertAll(number => new NoticeHead(DepartmentNotice.ReadNumber(number.Typed), request.Date, request.SignerName, request.Capacity));
            var problems = await ProblemsAsync(doors, heads, numbers, cancellationToken);
            if (problems.Count > 0) return Result.Fail(problems);

            var now = clock.GetUtcNow().UtcDateTime;
            for (var i = 0; i < heads.Count; i++)
            {
                var named = isList ? dossiers : [dossiers[i]];
                var sha256 = await files.KeepPaperAsync(db, isList ? NoticePaper.Eligible(cycle, named, heads[i], fonts) : NoticePaper.Ineligible(cycle, named[0].Initiative, named[0].Unit, heads[i], fonts), now, cancellationToken);
                var issued = DepartmentNotice.Issue(request.Kind, named.ConvertAll(item => item.Initiative), heads[i], sha256, actor.Value, now);
                if (!issued.Ok) return Result.Fail(issued.Problems);
                db.Add(issued.Value);
                foreach (var (initiative, _) in named) db.Record(actor.Value, JournalActions.NoticeIssued, initiative, $"Số {issued.Value.Code} ngày {VietnamTime.Short(issued.Value.Date)}");
                await TellAsync(issued.Value, named, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return heads.Count;
        }

        private async Task<List<(Initiative Initiative, Domain.People.Unit Unit)>> DossiersAsync(ScopedDb doors, Cycle cycle, Command request, CancellationToken cancellationToken)
        {
            var told = doors.ReceivedNotices.Where(notice => notice.Series == DepartmentNotice.Notices).SelectMany(notice => notice.Items);
            var rows = doors.ReceivedInitiatives.AsNoTracking().Where(item => item.CycleId == cycle.Id && !told.Any(one => one.InitiativeId == item.Id));
            rows = request.Kind == DepartmentNoticeKind.Eligible
                ? rows.Where(item => FoundEligible.Contains(item.Status))
                : rows.Where(item => item.Status == InitiativeStatus.Ineligible && request.Ids.Contains(item.Id));
            var found = await rows.OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id).ToListAsync(cancellationToken);
            var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellationToken);
            return found.ConvertAll(item => (item, units[item.UnitId]));
        }

        /// <summary>What is missing, and numbers that are taken.</summary>
        private async Task<List<Problem>> ProblemsAsync(ScopedDb doors, List<NoticeHead> heads, List<(string Field, string Typed)> numbers, CancellationToken cancellationToken)
        {
            var today = VietnamTime.Today(clock.GetUtcNow().UtcDateTime);
            var problems = heads.Zip(numbers).SelectMany(pair => DepartmentNotice.Check(pair.First, today).Select(problem => problem.Field != nameof(DepartmentNotice.Number) ? problem
                : new Problem(pair.Second.Field, DepartmentNotice.RefusalOf(pair.Second.Typed) ?? problem.Message))).Distinct().ToList();
            if (problems.Count > 0) return problems;
            var (year, wanted) = (heads[0].Date!.Value.Year, heads.ConvertAll(head => head.Number!.Value));
            var taken = await doors.ReceivedNotices.Where(notice => notice.Series == DepartmentNotice.Notices && notice.Year == year && wanted.Contains(notice.Number)).Select(notice => notice.Number).ToListAsync(cancellationToken);
            taken.AddRange(wanted.GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key));
            return taken.Count == 0 ? [] : [new("Number", $"Số thông báo {string.Join(", ", taken.Distinct().Order())} năm {year} đã dùng. Ghi số khác.")];
        }

        private async Task TellAsync(DepartmentNotice notice, List<(Initiative Initiative, Domain.People.Unit Unit)> named, CancellationToken cancellationToken)
        {
            var told = new HashSet<int>();
            foreach (var (initiative, _) in named)
            {
                foreach (var person in (await db.WritersAsync(initiative, cancellationToken)).Where(person => told.Add(person.PersonId)))
                {
                    outbox.Add(new Mail(person.Email, $"Có thông báo {notice.Code} về kết quả kiểm tra điều kiện", [notice.Kind == DepartmentNoticeKind.Eligible
                        ? $"Sở Khoa học và Công nghệ đã ra thông báo số {notice.Code}: danh sách sáng kiến đủ điều kiện đưa ra Hội đồng đánh giá, trong đó có hồ sơ của đơn vị bạn."
                        : $"Sở Khoa học và Công nghệ đã ra thông báo số {notice.Code} về hồ sơ “{initiative.Title}”. Kết quả và lý do có trong thông báo và ở trang hồ sơ."],
                        "Xem hồ sơ và thông báo", $"/sang-kien/{initiative.Id}"), $"thong-bao-{notice.Year}-{notice.Number}-{person.PersonId}");
                }
            }
        }
    }
}
