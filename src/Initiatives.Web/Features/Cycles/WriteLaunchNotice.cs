using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Cycles;

/// <summary>Writes the công văn that launches the cycle (DOMAIN § 4 no. 1); number, day and signer come after it was signed.</summary>
public static class WriteLaunchNotice
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }

        /// <summary>Version the form was opened with; null does not compare.</summary>
        public int? Version { get; init; }

        [StringLength(300, ErrorMessage = "Trích yếu dài tối đa 300 ký tự.")]
        public string Subject { get; init; } = "";

        [StringLength(20_000, ErrorMessage = "Nội dung dài tối đa 20.000 ký tự.")]
        public string Body { get; init; } = "";

        [StringLength(40, ErrorMessage = "Số công văn dài tối đa 40 ký tự.")]
        public string Number { get; init; } = "";

        public DateOnly? Date { get; init; }

        [StringLength(100, ErrorMessage = "Tên người ký dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";

        [StringLength(100, ErrorMessage = "Chức vụ dài tối đa 100 ký tự.")]
        public string SignerTitle { get; init; } = "";
    }

    public sealed record Query(int Year) : IRequest<View>;

    /// <summary>The page: the form, and the sheet as it stands saved (null: nothing saved yet).</summary>
    public sealed record View(int Year, bool IsLaunched, Command Form, NoticeSheet? Sheet);

    public sealed class Page(AppDb db, CurrentActor actor, IHostEnvironment environment) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var template = await LaunchNoticeTemplate.ReadAsync(environment, cancellationToken);
            var written = cycle.Notice.Subject.Length > 0;
            var notice = written ? cycle.Notice : template.For(cycle);
            var form = new Command
            {
                CycleId = cycle.Id,
                Version = cycle.Version,
                Subject = notice.Subject,
                Body = notice.Body,
                Number = notice.Number,
                Date = notice.Date,
                SignerName = notice.SignerName,
                SignerTitle = LaunchNoticeTemplate.SignerTitles[LaunchNoticeTemplate.IsDeputy(notice.SignerTitle) ? 1 : 0].Value,
            };
            return new View(cycle.Year, cycle.LaunchedAt is not null, form, written ? new NoticeSheet(template.Document(cycle)) : null);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            if (request.Version is { } version && version != cycle.Version)
                return Result.Fail(nameof(request.Version), "Có người vừa sửa kỳ này. So với bản đang lưu, rồi lưu lại nếu vẫn muốn thay.");
            var number = request.Number.Trim();
            if (number.Length > 0 && LaunchNoticeTemplate.NumberOf(number).Number is null)
                return Result.Fail(nameof(request.Number), "Ghi số như 2345 hoặc 2345/UBND-NVKTGS; để trống khi chưa có số.");
            var notice = new LaunchNotice(VietnameseText.Normalize(LaunchNoticeTemplate.About(request.Subject)), Lines(request.Body), number, request.Date,
                VietnameseName.Normalize(request.SignerName), VietnameseText.Normalize(request.SignerTitle));
            var written = cycle.WriteNotice(notice);
            if (!written.Ok) return written;
            db.Record(actor.Value, JournalActions.CycleRevised, cycle, "Soạn công văn phát động");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private static string Lines(string body) =>
            string.Join('\n', body.Split('\n').Select(line => VietnameseText.Normalize(line)).Where(line => line.Length > 0));
    }
}
