namespace Initiatives.Web.Documents;

/// <summary>A sub-criterion on a score sheet.</summary>
/// <param name="Code">"N1".</param>
/// <param name="Name">Its name.</param>
/// <param name="Max">Highest score.</param>
/// <param name="Score">Score given; null leaves it to be written by hand.</param>
/// <param name="Band">"Tốt"; null leaves it blank.</param>
public sealed record ScoreSheetLine(string Code, string Name, decimal Max, decimal? Score, string? Band);

/// <summary>A criterion on a score sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Max">Highest score.</param>
/// <param name="Total">Sum of its lines, computed by the Domain; null leaves it blank.</param>
/// <param name="Band">Band of the sum; null leaves it blank.</param>
/// <param name="Lines">Sub-criteria.</param>
/// <param name="Comment">The member's comment; null leaves dotted lines.</param>
public sealed record ScoreSheetCriterion(
    string Name, decimal Max, decimal? Total, string? Band, IReadOnlyList<ScoreSheetLine> Lines, string? Comment);

/// <summary>A member's score sheet for one dossier (DOMAIN § 4 no. 11).</summary>
/// <param name="Paper">Whose sheet it is, on what.</param>
/// <param name="Criteria">Criteria in the rubric's order.</param>
/// <param name="Max">Highest total.</param>
/// <param name="Total">Total given, computed by the Domain; null leaves it blank.</param>
/// <param name="Comment">General comment; null leaves dotted lines.</param>
public sealed record ScoreSheetModel(CouncilPaper Paper, IReadOnlyList<ScoreSheetCriterion> Criteria, decimal Max, decimal? Total, string? Comment);

/// <summary>Phiếu chấm điểm, for signature by hand; signed by the member, without a seal.</summary>
public static class ScoreSheetDocument
{
    private static readonly float[] Widths = [11, 98, 16, 16, 24];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ScoreSheetModel model, Fonts fonts, Stream stream) =>
        model.Paper.Begin(fonts, "Phiếu chấm điểm", "Thành viên Hội đồng")
            .Add(Scores(model))
            .Add(Comment("Nhận xét chung:", model.Comment, Face.Bold, 13))
            .Add(model.Paper.Signed("Thành viên Hội đồng",
                new Paragraph("Phiếu hợp lệ khi mọi tiêu chí thành phần đều có điểm, không điểm nào vượt điểm tối đa.", Face.Italic) { Size = 11, Align = Align.Left, Before = 4 }))
            .Write(stream);

    private static Table Scores(ScoreSheetModel model)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        for (var i = 0; i < model.Criteria.Count; i++)
        {
            var criterion = model.Criteria[i];
            rows.Add(Row(Roman(i + 1), criterion.Name, criterion.Max, criterion.Total, criterion.Band, Face.Bold));
            rows.AddRange(criterion.Lines.Select(line => Row(line.Code, line.Name, line.Max, line.Score, line.Band, Face.Regular)));
            rows.Add([new Cell(Comment("Nhận xét:", criterion.Comment, Face.Italic, 12)) { Span = Widths.Length }]);
        }

        rows.Add(
        [
            new Cell("TỔNG ĐIỂM", Face.Bold, Align.Center, 13) { Span = 2 },
            new Cell(Printed.Decimal(model.Max), Face.Bold, Align.Center, 13),
            new Cell(Blank(model.Total), Face.Bold, Align.Center, 13),
            new Cell(""),
        ]);
        string[] head = ["TT", "Tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Điểm chấm", "Mức"];
        return new Table(Widths, [.. head.Select(name => new Cell(name, Face.Bold, Align.Center))], rows) { PadPt = 1.6f };
    }

    private static IReadOnlyList<Cell> Row(string code, string name, decimal max, decimal? score, string? band, Face face) =>
    [
        new(code, face, Align.Center),
        new(name, face),
        new(Printed.Decimal(max), face, Align.Center),
        new(Blank(score), face, Align.Center),
        new(band ?? "", face, Align.Center),
    ];

    private static string Blank(decimal? score) => score is { } value ? Printed.Decimal(value) : "";

    private static Block Comment(string label, string? comment, Face face, float size) => comment is null
        ? new DottedLine(label, face, size)
        : new Paragraph(new Run(label + " ", face), new Run(comment)) { Size = size, Align = Align.Left, Spacing = 1 };

    private static string Roman(int number) => number <= 10
        ? new[] { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" }[number - 1]
        : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
