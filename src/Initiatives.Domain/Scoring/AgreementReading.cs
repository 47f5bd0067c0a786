using Initiatives.Domain.Text;

namespace Initiatives.Domain.Scoring;

/// <summary>What a figure of agreement means, in one sentence with the bands of its source.</summary>
public static class AgreementReading
{
    private const string Undefined = "chưa tính được vì thiếu phiếu hoặc điểm không khác nhau";

    /// <summary>
    /// T. K. Koo, M. Y. Li, "A guideline of selecting and reporting intraclass correlation coefficients for reliability
    /// research", Journal of Chiropractic Medicine 15 (2016). The band is that of the figure as shown, to two decimals.
    /// </summary>
    /// <param name="name">"ICC(2,1)".</param>
    public static string OfIcc(string name, double? value) => Sentence(name, value, 2, "Koo và Li 2016", shown => shown switch
    {
        < 0.5m => "mức kém, dưới 0,5",
        < 0.75m => "mức trung bình, từ 0,5 đến dưới 0,75",
        < 0.9m => "mức tốt, từ 0,75 đến dưới 0,9",
        _ => "mức rất tốt, từ 0,9",
    });

    /// <summary>
    /// K. Krippendorff, "Content Analysis: An Introduction to Its Methodology", 2004, p. 241. The band is that of the figure
    /// as shown, to three decimals.
    /// </summary>
    public static string OfAlpha(double? value) => Sentence("α", value, 3, "Krippendorff 2004", shown => shown switch
    {
        >= 0.8m => "đáng tin cậy, từ 0,8",
        >= 0.667m => "tạm dùng được, từ 0,667 đến dưới 0,8",
        _ => "không đủ tin cậy, dưới 0,667",
    });

    /// <summary>W has no bands of general standing: its ends are said.</summary>
    public static string OfConcordance(double? value) =>
        value is { } w ? $"W = {Show(w, 2)}: 0 là mỗi người xếp một kiểu, 1 là mọi người xếp cùng một thứ tự." : $"W: {Undefined}.";

    private static string Sentence(string name, double? value, int decimals, string source, Func<decimal, string> band) => value is { } figure
        ? $"{name} = {Show(figure, decimals)}: {band(Rounded(figure, decimals))} (theo {source})."
        : $"{name}: {Undefined}.";

    private static decimal Rounded(double value, int decimals) => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);

    private static string Show(double value, int decimals) => VietnameseNumber.Format((decimal)value, decimals, decimals);
}
