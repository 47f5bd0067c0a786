using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Intake;

/// <summary>The register as a workbook, filtered as on the page.</summary>
public static class RegisterFile
{
    public sealed record Query : RegisterPage.Filter, IRequest<Answer>;

    public sealed record Answer(string FileName, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Ky && item.LaunchedAt != null, cancellationToken);
            var (rows, _, _) = await RegisterPage.ReadAsync(db, doors, cycle.Id, request with { In = true }, cancellationToken);
            var content = new MemoryStream();
            Workbook.Write(content, new WorkTable($"Sổ tiếp nhận {cycle.Year}",
            [
                new("Số", 8), new("Số tiếp nhận", 16), new("Giờ đến", 20), new("Đơn vị", 30), new("Tên sáng kiến", 60), new("Cách nhận", 36),
                new("Gia hạn", 10), new("Số tệp", 8), new("Trạng thái", 20), new("Ghi chú", 36),
            ],
            rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Number, RegisterCode.Of(cycle.Year, row.Number), row.At, row.UnitName, row.Title, EndorsementMeansNames.Name(row.Means),
                row.IsExtended ? "có" : "", row.Files, InitiativeStatuses.Name(row.Status), row.Warning,
            ]), $"Sổ tiếp nhận hồ sơ sáng kiến {cycle.Name}, lúc {VietnamTime.WithTime(clock.GetUtcNow().UtcDateTime)}"));
            content.Position = 0;
            return new Answer($"So-tiep-nhan-{cycle.Year}.xlsx", content);
        }
    }
}
