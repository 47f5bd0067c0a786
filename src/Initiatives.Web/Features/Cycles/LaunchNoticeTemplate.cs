using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform;

namespace Initiatives.Web.Features.Cycles;

/// <summary>The notice's usual wording and addressees (seed-data/reference/launch-notice.json); the body is offered, then edited.</summary>
public sealed partial record LaunchNoticeTemplate(
    string Symbol, string Subject, IReadOnlyList<string> Addressees, IReadOnlyList<string> Opening,
    IReadOnlyList<LaunchNoticeTemplate.Section> Sections, string Closing, IReadOnlyList<string> Recipients)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record Section(string Number, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<Item>? Items);

    public sealed record Item(string Letter, string Text);

    /// <summary>Who may sign, as the form offers it.</summary>
    public static IReadOnlyList<(string Value, string Text)> SignerTitles { get; } = [("Chủ tịch", "CHỦ TỊCH"), ("Phó Chủ tịch", "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH")];

    public static async Task<LaunchNoticeTemplate> ReadAsync(IHostEnvironment environment, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(ContentRoot.SeedData(environment), "reference", "launch-notice.json"));
        return (await JsonSerializer.DeserializeAsync<LaunchNoticeTemplate>(stream, Json, cancellationToken))!;
    }

    /// <summary>The notice as it is offered for a cycle: number and date stay empty until it is signed.</summary>
    public LaunchNotice For(Cycle cycle)
    {
        var body = new StringBuilder();
        foreach (var line in Opening) body.AppendLine(line);
        foreach (var section in Sections)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"{section.Number}. {section.Title}");
            foreach (var line in section.Paragraphs) body.AppendLine(line);
            foreach (var item in section.Items ?? []) body.AppendLine(CultureInfo.InvariantCulture, $"{item.Letter}) {item.Text}");
        }

        body.Append(Closing);
        return LaunchNotice.Empty with { Subject = Fill(About(Subject), cycle), Body = Fill(body.ToString(), cycle), SignerTitle = SignerTitles[1].Value };
    }

    /// <summary>The document of what was written.</summary>
    public LaunchNoticeModel Document(Cycle cycle)
    {
        var notice = cycle.Notice;
        var (number, symbol) = NumberOf(notice.Number);
        IReadOnlyList<string> capacity = IsDeputy(notice.SignerTitle) ? ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] : ["CHỦ TỊCH"];
        return new LaunchNoticeModel(new Agency(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"]), number, symbol ?? Symbol, "Hải Phòng", notice.Date,
            notice.Subject, Addressees, Paragraphs(notice.Body), new Signatory(capacity, notice.SignerName), Recipients, cycle.IsDemo);
    }

    /// <summary>Paragraphs of a body, one a line: "1. Title" is bold as a whole, "a) Name: text" in its name.</summary>
    public static IReadOnlyList<NoticeParagraph> Paragraphs(string body) =>
        [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paragraph)];

    /// <summary>"2345/UBND-NVKTGS" or "2345" → the number and, where given, the symbol.</summary>
    public static (int? Number, string? Symbol) NumberOf(string text)
    {
        var match = NumberPattern().Match(text);
        return match.Success ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2] is { Success: true } symbol ? symbol.Value : null) : (null, null);
    }

    /// <summary>A deputy signs for the Chairman: "KT.".</summary>
    public static bool IsDeputy(string title) => title.Contains("phó", StringComparison.OrdinalIgnoreCase);

    /// <summary>A subject without its "V/v", which the document prints by itself.</summary>
    public static string About(string subject) => subject.Trim() is var clean && clean.StartsWith("V/v ", StringComparison.OrdinalIgnoreCase) ? clean[4..].Trim() : clean;

    private static NoticeParagraph Paragraph(string line)
    {
        if (HeadingPattern().IsMatch(line) && line.Length < 120) return new NoticeParagraph("", line);
        var lead = LeadPattern().Match(line);
        return lead.Success ? new NoticeParagraph(line[lead.Length..].Trim(), lead.Value.Trim()) : new NoticeParagraph(line);
    }

    private static string Fill(string text, Cycle cycle) => text
        .Replace("{year}", cycle.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{cutoff}", $"{VietnamTime.ToLocal(cycle.ClosesAt.AddSeconds(-1)):HH' giờ 'mm' phút 'ss' giây'} ngày {VietnamTime.Short(cycle.ClosesAt.AddSeconds(-1))}", StringComparison.Ordinal)
        .Replace("{dueDate}", VietnamTime.Short(cycle.RecognitionDueOn), StringComparison.Ordinal)
        .Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d{1,6})(?:/([\p{L}\d-]+))?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\d{1,2}\. [^.:;]+$")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"^[a-zđ]\) [^:]{3,90}:")]
    private static partial Regex LeadPattern();
}
