using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Reports;

/// <summary>The quarterly report as a workbook: the paragraph above its table.</summary>
public static class QuarterReportFile
{
    public sealed record Query(int? Year, int? Quarter) : IRequest<Answer>;

    public sealed record Answer(string FileName, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var report = await QuarterReport.ReadAsync(db, actor.Value, clock, new QuarterReport.Query(request.Year, request.Quarter), cancellationToken);
            var content = new MemoryStream();
            Workbook.Write(content,
                new WorkTable("Đoạn văn", [new("Nội dung báo cáo", 120)], [[report.Paragraph]]),
                UnitListFile.TableOf($"Sáng kiến cải cách hành chính của {report.UnitName}, {report.Period.Name}", report.Rows, report.Decisions));
            content.Position = 0;
            return new Answer($"Bao-cao-sang-kien-quy-{report.Period.Quarter}-{report.Period.Year}.xlsx", content);
        }
    }
}
