using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reports;

/// <summary>The unit's dossiers of a year as a workbook; without a year all of them.</summary>
public static class UnitListFile
{
    public sealed record Query(int? Year) : IRequest<Answer>;

    public sealed record Answer(string FileName, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var rows = await UnitDossiers.Of(db, actor.Value, cancellationToken);
            var unit = await db.Units.Where(item => item.Id == actor.Value.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
            if (request.Year is { } year)
            {
                var cycles = await db.For(actor.Value).Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
                var cycle = cycles.Find(item => item.Year == year) ?? throw new RowNotFoundException("Cycle");
                rows = [.. UnitDossiers.In(cycle, cycle == cycles[0], rows)];
            }

            var decisions = await UnitDossiers.DecisionsOf(db, rows, cancellationToken);
            var content = new MemoryStream();
            Workbook.Write(content, TableOf($"Hồ sơ sáng kiến của {unit}" + (request.Year is { } shown ? $", kỳ {shown}" : ""), rows, decisions));
            content.Position = 0;
            return new Answer($"Ho-so-sang-kien{(request.Year is { } named ? $"-{named}" : "")}.xlsx", content);
        }
    }

    /// <summary>The same columns in the list of a year and under a quarterly report.</summary>
    internal static WorkTable TableOf(string title, IReadOnlyList<UnitDossier> rows, IReadOnlyList<UnitDecision> decisions) => new("Hồ sơ",
        [
            new("STT", 6), new("Tên sáng kiến", 48), new("Tác giả (tỷ lệ)", 36), new("Lĩnh vực", 24), new("Số tiếp nhận", 16), new("Gửi lúc", 20),
            new("Trạng thái", 18), new("Từ ngày", 20), new("Đang chờ", 22), new("Quyết định", 28), new("Lý do", 40),
        ],
        rows.Select((row, index) => (IReadOnlyList<object?>)
        [
            index + 1, row.Title, row.AuthorLine, row.FieldName.Length > 0 ? $"{row.FieldLetter}) {row.FieldName}" : "", row.Number, row.SubmittedAt,
            InitiativeStatuses.Name(row.Status), row.Since, row.WaitsFor, DecisionLine(row, decisions), row.OutcomeReason,
        ]), title);

    internal static string DecisionLine(UnitDossier row, IReadOnlyList<UnitDecision> decisions) => string.Join("\n", decisions
        .Where(item => item.InitiativeIds.Contains(row.Id)).Select(Words));

    internal static string Words(UnitDecision decision) =>
        $"Quyết định số {decision.Number}" + (decision.Date is { } date ? $" ngày {VietnamTime.Short(date)}" : "");
}
