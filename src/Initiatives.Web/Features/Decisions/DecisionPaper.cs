using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The text of a decision as it stands now: the preview shows it, freezing keeps it.</summary>
public static class DecisionPaper
{
    private const string Authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG";
    private static readonly Agency City = new(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"]);

    private sealed record Row(int Id, string Title, string UnitName, string Field, string Scope, List<DecisionAuthor> Authors);

    /// <summary>Renders the PDF as <paramref name="reader"/> may see it; refused when a basis cites an article that nobody has checked.</summary>
    public static async Task<Result<byte[]>> RenderAsync(AppDb db, Fonts fonts, Decision decision, Actor reader, DateOnly today, CancellationToken cancellationToken)
    {
        var bases = await BasesAsync(db, decision, today, cancellationToken);
        if (bases.FirstOrDefault(Nd30.CitesUncheckedArticle) is { } barred)
            return Result.Fail("", $"Căn cứ “{barred}” nêu điều, khoản chưa được đối chiếu với bản gốc. Sửa danh mục căn cứ pháp lý, chỉ nêu tên văn bản.");
        var isDemo = await db.Cycles.Where(cycle => cycle.Id == decision.CycleId).Select(cycle => cycle.IsDemo).SingleAsync(cancellationToken);
        var rows = await RowsAsync(db, decision, reader, cancellationToken);
        using var stream = new MemoryStream();
        if (decision.Kind != DecisionKind.Merit) RecognitionDecisionDocument.Write(Recognition(decision, await RecognitionAsync(db, decision.CycleId, cancellationToken), bases, rows, isDemo), fonts, stream);
        else MeritDecisionDocument.Write(Merit(decision, bases, rows, isDemo), fonts, stream);
        return stream.ToArray();
    }

    /// <summary>The căn cứ lines in force on the day of the decision, by rank of the text: laws, decrees, circulars, others.</summary>
    public static async Task<IReadOnlyList<string>> BasesAsync(AppDb db, Decision decision, DateOnly today, CancellationToken cancellationToken)
    {
        var day = decision.Form.Date ?? today;
        var all = await db.LegalBases.AsNoTracking().OrderBy(basis => basis.Order).ToListAsync(cancellationToken);
        var document = decision.Kind == DecisionKind.Merit ? "merit" : "recognition";
        var lines = all.Where(basis => basis.Serves(document) && basis.IsInForce(day)).OrderBy(Level).ThenBy(basis => basis.Order).Select(basis => basis.Citation).ToList();
        if (decision.Kind != DecisionKind.Recognition && await RecognitionAsync(db, decision.CycleId, cancellationToken) is { } recognition)
            lines.Add($"Căn cứ {Cited(recognition)} của Chủ tịch Ủy ban nhân dân thành phố về việc công nhận sáng kiến cải cách hành chính năm {recognition.Year}");
        return lines;
    }

    /// <summary>Who signs, as the paper says it.</summary>
    public static Signatory SignatoryOf(DecisionForm form) =>
        new(form.Capacity == LeaderCapacity.Chairman ? ["CHỦ TỊCH"] : ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], form.SignerName);

    private static string Cited(Decision decision) => $"Quyết định số {decision.Number} {Printed.Date(decision.Form.Date)}";

    /// <summary>The first decision, on which the merit decision and a supplementary one rest.</summary>
    private static Task<Decision?> RecognitionAsync(AppDb db, int cycleId, CancellationToken cancellationToken) => db.For(Actor.Public).Decisions.AsNoTracking()
        .SingleOrDefaultAsync(item => item.CycleId == cycleId && item.Kind == DecisionKind.Recognition, cancellationToken);

    private static async Task<List<Row>> RowsAsync(AppDb db, Decision decision, Actor reader, CancellationToken cancellationToken)
    {
        var order = decision.Named.Select(item => item.InitiativeId).ToList();
        var rows = await (from initiative in db.For(reader).DecidedInitiatives.AsNoTracking()
                          join unit in db.Units on initiative.UnitId equals unit.Id
                          join field in db.Fields on initiative.FieldCode equals field.Code
                          where order.Contains(initiative.Id)
                          select new
                          {
                              initiative.Id,
                              initiative.Title,
                              UnitName = unit.Name,
                              Field = field.Name,
                              initiative.Text.Scope,
                              Authors = initiative.Authors.OrderBy(author => author.Order).Select(author => new { author.Name, author.Post, author.Workplace, author.Share }).ToList(),
                          }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => order.IndexOf(row.Id)).Select(row => new Row(row.Id, row.Title, row.UnitName, row.Field, row.Scope,
            [.. row.Authors.Select(author => new DecisionAuthor(author.Name, Affiliation.Line(author.Post, author.Workplace, row.UnitName), author.Share))]))];
    }

    private static RecognitionDecisionModel Recognition(Decision decision, Decision? first, IReadOnlyList<string> bases, List<Row> rows, bool isDemo) => new(
        City, Authority, decision.Form.Number, "QĐ-UBND", "Hải Phòng", decision.Form.Date, decision.Year, bases,
        $"Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số {Proposal(decision.Form)}{(decision.Kind == DecisionKind.Supplement ? " về kết quả giải quyết kiến nghị và chấm lại" : "")}",
        decision.Kind == DecisionKind.Supplement ? RecognitionDecisionDocument.SupplementArticles(decision.Year, rows.Count, first is null ? "quyết định công nhận của năm" : Cited(first)) : RecognitionDecisionDocument.UsualArticles(decision.Year, rows.Count), SignatoryOf(decision.Form),
        ["Như Điều 3", "Bộ Nội vụ, Bộ Khoa học và Công nghệ", "TT TU, TT HĐND TP", "CT, các PCT UBND TP", "Báo và phát thanh, truyền hình Hải Phòng", "CPVP", "Lưu: VT, SKHCN"],
        [.. rows.Select(row => new RecognisedInitiative(row.Title, row.Authors, row.Field, row.Scope))], isDemo, decision.Kind == DecisionKind.Supplement);

    private static MeritDecisionModel Merit(Decision decision, IReadOnlyList<string> bases, List<Row> rows, bool isDemo) => new(
        City, Authority, decision.Form.Number, "QĐ-UBND", "Hải Phòng", decision.Form.Date, decision.Year, bases,
        $"Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số {Proposal(decision.Form)} và ý kiến của Sở Nội vụ",
        [.. rows.Select(row => new MeritInitiative(row.Title, row.Authors, row.UnitName))],
        MeritDecisionDocument.UsualLaterArticles, SignatoryOf(decision.Form),
        ["Như Điều 3", "TT TU, TT HĐND TP", "CT, các PCT UBND TP", "Sở Nội vụ", "CPVP", "Lưu: VT, SKHCN, SNV"], isDemo);

    private static string Proposal(DecisionForm form) => $"{(form.ProposalNumber.Length > 0 ? form.ProposalNumber : "……/TTr-SKHCN")} {Printed.Date(form.ProposalDate)}";

    private static int Level(LegalBasis basis) => basis.Citation switch
    {
        var line when line.StartsWith("Căn cứ Luật", StringComparison.Ordinal) => 0,
        var line when line.StartsWith("Căn cứ Nghị định", StringComparison.Ordinal) => 1,
        var line when line.StartsWith("Căn cứ Thông tư", StringComparison.Ordinal) => 2,
        _ => 3,
    };
}
