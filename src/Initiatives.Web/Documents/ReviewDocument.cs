namespace Initiatives.Web.Documents;

/// <summary>A reviewer's written review of one dossier (DOMAIN § 4 no. 10).</summary>
/// <param name="CouncilAgency">Head: the body that set the council up above the council's name.</param>
/// <param name="CouncilName">Name of the council in running text.</param>
/// <param name="Year">Year of the cycle.</param>
/// <param name="ReviewerName">The reviewer.</param>
/// <param name="ReviewerPost">His post in the council.</param>
/// <param name="DossierCode">Code under which the council sees the dossier.</param>
/// <param name="InitiativeTitle">Name of the initiative.</param>
/// <param name="Field">Reform field.</param>
/// <param name="Strengths">What is good; empty leaves dotted lines, as do the others.</param>
/// <param name="Limits">What is not.</param>
/// <param name="Questions">What the authors are asked.</param>
/// <param name="Proposal">"Đề nghị công nhận"; empty leaves it blank.</param>
/// <param name="ProposalText">What is said of it.</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day on which it was handed in; null leaves it blank.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record ReviewModel(
    Agency CouncilAgency,
    string CouncilName,
    int Year,
    string ReviewerName,
    string ReviewerPost,
    string DossierCode,
    string InitiativeTitle,
    string Field,
    string Strengths,
    string Limits,
    string Questions,
    string Proposal,
    string ProposalText,
    string Place,
    DateOnly? Date,
    bool IsDemo = false);

/// <summary>Phiếu nhận xét phản biện, for signature by hand; signed by the reviewer, without a seal. It bears no points.</summary>
public static class ReviewDocument
{
    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ReviewModel model, Fonts fonts, Stream stream) =>
        new Sheet(fonts, SheetInfo.For($"Phiếu nhận xét phản biện {model.DossierCode}, {model.ReviewerName}", model.CouncilName, model.IsDemo))
            .Add(new Nd30Header(model.CouncilAgency, $"Mã hồ sơ: {model.DossierCode}", $"{model.Place}, {Printed.Date(model.Date)}"))
            .Add(Nd30.Title("PHIẾU NHẬN XÉT PHẢN BIỆN", $"Sáng kiến cải cách hành chính năm {model.Year}"))
            .Add(Fact("Người phản biện", $"{model.ReviewerName}, {model.ReviewerPost}"), Fact("Tên sáng kiến", model.InitiativeTitle), Fact("Lĩnh vực", model.Field) with { After = 6 })
            .Add([.. Part("1. Điểm mạnh", model.Strengths), .. Part("2. Hạn chế", model.Limits), .. Part("3. Câu hỏi cho tác giả", model.Questions), .. Part("4. Đề nghị", Proposal(model))])
            .Add(new Columns(
                new Column(85),
                new Column(80, [.. Nd30.Signed(new Signatory(["NGƯỜI PHẢN BIỆN"], model.ReviewerName), 15)]))
            { Before = 4, KeepWithPrevious = true })
            .Write(stream);

    private static string Proposal(ReviewModel model) => string.Join('\n', new[] { model.Proposal, model.ProposalText }.Where(text => text.Length > 0));

    private static IEnumerable<Block> Part(string title, string text)
    {
        if (text.Length == 0) return [new DottedLine(title + ":", Face.Bold, 13)];
        return [new Paragraph(new Run(title, Face.Bold)) { Size = 13, After = 2, Align = Align.Left },
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Paragraph(new Run(line)) { Size = 13, After = 3, Spacing = 1.05f })];
    }

    private static Paragraph Fact(string label, string value) =>
        new(new Run(label + ": ", Face.Bold), new Run(value)) { Size = 13, After = 2, Align = Align.Left, Spacing = 1.05f };
}
