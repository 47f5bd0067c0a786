namespace Initiatives.Web.Documents;

/// <summary>A reviewer's written review of one dossier (DOMAIN § 4 no. 10).</summary>
/// <param name="Paper">Whose review it is, of what.</param>
/// <param name="Strengths">What is good; empty leaves dotted lines, as do the others.</param>
/// <param name="Limits">What is not.</param>
/// <param name="Questions">What the authors are asked.</param>
/// <param name="Proposal">"Đề nghị công nhận"; empty leaves it blank.</param>
/// <param name="ProposalText">What is said of it.</param>
public sealed record ReviewModel(CouncilPaper Paper, string Strengths, string Limits, string Questions, string Proposal, string ProposalText);

/// <summary>Phiếu nhận xét phản biện, for signature by hand; signed by the reviewer, without a seal. It bears no points.</summary>
public static class ReviewDocument
{
    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ReviewModel model, Fonts fonts, Stream stream) =>
        model.Paper.Begin(fonts, "Phiếu nhận xét phản biện", "Người phản biện")
            .Add([.. Part("1. Điểm mạnh", model.Strengths), .. Part("2. Hạn chế", model.Limits), .. Part("3. Câu hỏi cho tác giả", model.Questions), .. Part("4. Đề nghị", Proposal(model))])
            .Add(model.Paper.Signed("Người phản biện"))
            .Write(stream);

    private static string Proposal(ReviewModel model) => string.Join('\n', new[] { model.Proposal, model.ProposalText }.Where(text => text.Length > 0));

    private static IEnumerable<Block> Part(string title, string text)
    {
        if (text.Length == 0) return [new DottedLine(title + ":", Face.Bold, 13)];
        return [new Paragraph(new Run(title, Face.Bold)) { Size = 13, After = 2, Align = Align.Left },
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Paragraph(new Run(line)) { Size = 13, After = 3, Spacing = 1.05f })];
    }
}
