using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Features.Submissions;

/// <summary>What a form that saves itself is told once its text is committed.</summary>
/// <param name="Clock">The server's time of the save, as it is shown: "14:02:31".</param>
/// <param name="Sections">The completeness list of what is stored now.</param>
public sealed record DraftAnswer(int Id, int Version, DateTime SavedAt, string Clock, IReadOnlyList<SectionState> Sections)
{
    public static DraftAnswer Of(SaveDraft.Saved saved) =>
        new(saved.Id, saved.Version, saved.SavedAt, VietnamTime.Clock(saved.SavedAt), SectionState.Of(saved.Content));
}

/// <summary>A section of the form as the list beside it shows it.</summary>
/// <param name="Reason">What is missing, in a few words; empty when complete.</param>
/// <param name="Note">How much is there.</param>
public sealed record SectionState(int Number, string Anchor, string Title, bool Complete, string Reason, string Note)
{
    public static IReadOnlyList<SectionState> Of(DraftContent content) => [.. Completeness.Of(content).Select(section => Of(section, content))];

    private static SectionState Of(SectionCheck section, DraftContent content) => new(
        section.Number, section.Anchor, section.Title, section.IsComplete,
        section.Problems.Count switch { 0 => "", 1 => section.Problems[0].Message, var count => $"còn {count} chỗ cần điền" },
        section.Number switch
        {
            2 => Count(content.Authors.Count, "người"),
            3 => Words(content.PriorSituation),
            4 => Words(content.Solution.PlainText()),
            5 => Words(content.Novelty),
            6 => Count(content.Effects.Count, "chỉ tiêu"),
            7 => Words(content.Scope),
            8 => content.Confidential.Length > 0 ? Words(content.Confidential) : "không bắt buộc",
            _ => "",
        });

    private static string Words(string text) => Count(VietnameseText.CountWords(text), "từ");

    private static string Count(int count, string what) => count > 0 ? $"{count} {what}" : "";
}
