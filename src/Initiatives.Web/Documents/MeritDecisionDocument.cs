namespace Initiatives.Web.Documents;

/// <summary>An initiative whose authors receive the Chairman's certificate of merit.</summary>
/// <param name="Title">Name of the initiative.</param>
/// <param name="Authors">The author group.</param>
/// <param name="Unit">The unit it comes from.</param>
public sealed record MeritInitiative(string Title, IReadOnlyList<DecisionAuthor> Authors, string Unit);

/// <summary>The decision that awards the Chairman's certificates of merit (DOMAIN § 4 no. 21).</summary>
/// <param name="Agency">UBND thành phố.</param>
/// <param name="Authority">"CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG".</param>
/// <param name="Number">Number of the series; null before signature.</param>
/// <param name="Symbol">"QĐ-UBND".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of signature; null before it.</param>
/// <param name="Year">Year of the cycle.</param>
/// <param name="Bases">Căn cứ lines.</param>
/// <param name="Proposal">"Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ, Giám đốc Sở Nội vụ tại Tờ trình số …".</param>
/// <param name="Initiatives">The initiatives, best first; the founding letter allows five at most.</param>
/// <param name="LaterArticles">Điều 2 and on: reward money, who carries the decision out.</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record MeritDecisionModel(
    Agency Agency,
    string Authority,
    int? Number,
    string Symbol,
    string Place,
    DateOnly? Date,
    int Year,
    IReadOnlyList<string> Bases,
    string Proposal,
    IReadOnlyList<MeritInitiative> Initiatives,
    IReadOnlyList<string> LaterArticles,
    Signatory Signatory,
    IReadOnlyList<string> Recipients,
    bool IsDemo = false);

/// <summary>Quyết định về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố (NĐ 30/2020, Phụ lục III, mẫu 1.2).</summary>
public static class MeritDecisionDocument
{
    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(MeritDecisionModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        const string subject = "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố";
        var first =
            $"Tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố cho các tác giả, nhóm tác giả của {Printed.Count(model.Initiatives.Count)} " +
            $"sáng kiến được đánh giá xuất sắc nhất trong số các sáng kiến cải cách hành chính cấp thành phố được công nhận năm {model.Year}, gồm:";
        var later = model.LaterArticles.Select((text, i) => Article(i + 2, i == model.LaterArticles.Count - 1 ? Nd30.End(text) : text));
        new Sheet(fonts, SheetInfo.For($"Quyết định số {number} về việc tặng Bằng khen", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {Printed.Date(model.Date)}"))
            .Add(Nd30.Title("QUYẾT ĐỊNH", subject))
            .Add(Nd30.Authority(model.Authority))
            .Add(Nd30.Bases([.. model.Bases, model.Proposal]))
            .Add(Nd30.Authority("QUYẾT ĐỊNH:"))
            .Add(Article(1, first) with { KeepWithNext = true })
            .Add(model.Initiatives.SelectMany(Initiative))
            .Add(later)
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Write(stream);
    }

    /// <summary>The usual second and third article.</summary>
    public static IReadOnlyList<string> UsualLaterArticles { get; } =
    [
        "Mức tiền thưởng kèm theo Bằng khen và nguồn kinh phí khen thưởng thực hiện theo quy định hiện hành của pháp luật về thi đua, khen thưởng.",
        "Chánh Văn phòng Ủy ban nhân dân thành phố; Giám đốc các Sở: Khoa học và Công nghệ, Nội vụ, Tài chính; Thủ trưởng các cơ quan, đơn vị, " +
        "địa phương có liên quan và các tác giả, nhóm tác giả có tên tại Điều 1 căn cứ Quyết định thi hành.",
    ];

    private static Paragraph Article(int number, string text) =>
        Nd30.Body(new Run($"Điều\u00A0{number}. ", Face.Bold), new Run(text));

    private static IEnumerable<Block> Initiative(MeritInitiative initiative, int index)
    {
        var many = initiative.Authors.Count > 1;
        yield return Nd30.Body(
            new Run($"{index + 1}. {(many ? "Nhóm tác giả" : "Tác giả")} sáng kiến "),
            new Run($"“{initiative.Title}”", Face.Italic),
            new Run($" ({initiative.Unit}){(many ? ", gồm:" : ":")}")) with
        { KeepWithNext = true, After = 3 };
        for (var i = 0; i < initiative.Authors.Count; i++)
        {
            var author = initiative.Authors[i];
            var last = i == initiative.Authors.Count - 1;
            yield return Nd30.Body(
                new Run("- "), new Run(author.Name, Face.Bold),
                new Run($", {author.Affiliation}{(last ? "." : ";")}")) with
            { After = last ? 6 : 3 };
        }
    }
}
