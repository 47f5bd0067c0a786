namespace Initiatives.Web.Documents;

/// <summary>What was counted for one initiative.</summary>
/// <param name="Title">Name of the initiative with its code.</param>
/// <param name="Members">All members of the council: the second base.</param>
/// <param name="Note">What this count corrects, or who of the board did not count it; empty for nothing.</param>
public sealed record CountedBallot(string Title, int Issued, int Returned, int Valid, int Invalid, int For, int Against, int Members, int Entitled, string Note = "");

/// <summary>A counting board's record of a session (DOMAIN § 4 no. 13).</summary>
/// <param name="SessionTitle">What follows BIÊN BẢN KIỂM PHIẾU.</param>
/// <param name="CountedAt">Vietnam local time of the last count.</param>
/// <param name="Board">Names, the head of the board first.</param>
/// <param name="Present">Members present at the last count.</param>
/// <param name="Tied">Secret ballots among tied dossiers, a paragraph each.</param>
public sealed record VoteCountModel(
    Agency Agency, string CouncilName, string EstablishedBy, string Symbol, string Place, string SessionTitle, DateTime CountedAt, string Venue, int Present,
    IReadOnlyList<string> Board, IReadOnlyList<CountedBallot> Ballots, IReadOnlyList<string> Tied, bool IsDemo = false);

/// <summary>Biên bản kiểm phiếu, signed by all of the counting board.</summary>
public static class VoteCountDocument
{
    private static readonly float[] Widths = [10, 44, 18, 18, 17, 18, 17, 23];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(VoteCountModel model, Fonts fonts, Stream stream)
    {
        var day = Printed.Date(DateOnly.FromDateTime(model.CountedAt));
        new Sheet(fonts, SheetInfo.For($"Biên bản kiểm phiếu: {model.SessionTitle}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {Printed.Number(null, model.Symbol)}", $"{model.Place}, {day}"))
            .Add(Nd30.Title("BIÊN BẢN KIỂM PHIẾU", model.SessionTitle))
            .Add(Nd30.Body(new Run($"Hồi {Printed.Time(TimeOnly.FromDateTime(model.CountedAt))}, {day}, tại {model.Venue}, Ban kiểm phiếu của {model.CouncilName} (thành lập theo {model.EstablishedBy}) đã kiểm phiếu biểu quyết của phiên họp có {Printed.Count(model.Present)} thành viên tham dự.")))
            .Add(Nd30.Body(new Run($"Ban kiểm phiếu gồm {Printed.Count(model.Board.Count)} người: {string.Join("; ", model.Board.Select((name, i) => i == 0 ? $"{name}, trưởng ban" : $"{name}, ủy viên"))}.")))
            .Add(Nd30.Body(new Run("Kết quả kiểm phiếu:")) with { KeepWithNext = true })
            .Add(new Table(Widths, [.. new[] { "TT", "Sáng kiến", "Phát ra", "Thu về", "Hợp lệ", "Không hợp lệ", "Đồng ý", "Tỷ lệ đồng ý" }.Select(name => new Cell(name, Face.Bold, Align.Center))],
                [.. model.Ballots.Select(Row)]))
            .Add(model.Tied.Select(text => Nd30.Body(new Run(text))))
            .Add(Nd30.Body(new Run(Nd30.End("Biên bản được lập xong sau khi kiểm phiếu và công bố trước Hội đồng; toàn bộ phiếu được niêm phong, lưu cùng hồ sơ phiên họp"))) with { KeepWithPrevious = true })
            .Add(Signatures(model.Board))
            .Write(stream);
    }

    private static IReadOnlyList<Cell> Row(CountedBallot ballot, int index) =>
    [
        new($"{index + 1}", align: Align.Center),
        ballot.Note.Length == 0 ? new Cell(ballot.Title) : new Cell(Paragraph(ballot.Title, Face.Regular), Paragraph(ballot.Note, Face.Italic)),
        new($"{ballot.Issued}", align: Align.Center),
        new($"{ballot.Returned}", align: Align.Center),
        new($"{ballot.Valid}", align: Align.Center),
        new($"{ballot.Invalid}", align: Align.Center),
        new($"{ballot.For}", align: Align.Center),
        ballot.Entitled == ballot.Members
            ? new Cell(Printed.Share(ballot.For, ballot.Members), align: Align.Center)
            : new Cell(Paragraph(Printed.Share(ballot.For, ballot.Members), Face.Regular, Align.Center), Paragraph(Printed.Share(ballot.For, ballot.Entitled), Face.Regular, Align.Center)),
    ];

    private static Paragraph Paragraph(string text, Face face, Align align = Align.Left) => new(text, face) { Align = align, Size = 12, Spacing = 1 };

    /// <summary>The head of the board first; three signatures fit beside each other, four stand two by two. None stands on a page alone: the last count goes with them.</summary>
    private static IEnumerable<Block> Signatures(IReadOnlyList<string> board)
    {
        foreach (var (names, row) in board.Chunk(board.Count == 4 ? 2 : 3).Select((names, row) => (names, row)))
        {
            var width = 165f / names.Length;
            yield return new Columns([.. names.Select((name, i) => new Column(width, [.. Nd30.Signed(new Signatory([row == 0 && i == 0 ? "TRƯỞNG BAN" : "ỦY VIÊN"], name), 20)]))])
            {
                Before = row == 0 ? 12 : 18,
                KeepWithPrevious = true,
            };
        }
    }
}
