using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Html;

namespace Initiatives.Web.Features.Intake;

/// <summary>An author as the intake officer reads him off the paper.</summary>
public sealed record OutsideAuthor
{
    /// <summary>The author's account at the unit; null: none.</summary>
    public int? PersonId { get; init; }

    [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
    public string Name { get; init; } = "";
    public DateOnly? BirthDate { get; init; }

    [StringLength(300, ErrorMessage = "Nơi công tác dài tối đa 300 ký tự.")]
    public string Workplace { get; init; } = "";

    [StringLength(200, ErrorMessage = "Chức danh dài tối đa 200 ký tự.")]
    public string Post { get; init; } = "";
    public decimal? Share { get; init; }

    internal bool IsEmpty => PersonId is null && Share is null && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Post) && string.IsNullOrWhiteSpace(Workplace);
}

/// <summary>What is entered of a dossier on its unit's behalf; what is left out can be read in the scan.</summary>
public abstract record OutsideContent
{
    [StringLength(300, ErrorMessage = "Tên sáng kiến dài tối đa 300 ký tự.")]
    public string Title { get; init; } = "";

    [StringLength(20, ErrorMessage = "Chọn lĩnh vực trong danh sách.")]
    public string FieldCode { get; init; } = "";
    public SolutionType? SolutionType { get; init; }
    public DateOnly? FirstAppliedOn { get; init; }

    [StringLength(1000, ErrorMessage = "Tóm tắt dài tối đa 1.000 ký tự.")]
    public string Summary { get; init; } = "";

    [StringLength(20000, ErrorMessage = "Mục này dài tối đa 20.000 ký tự.")]
    public string PriorSituation { get; init; } = "";

    [StringLength(200000, ErrorMessage = "Nội dung giải pháp dài quá 200.000 ký tự.")]
    public string Solution { get; init; } = "";

    [StringLength(20000, ErrorMessage = "Mục này dài tối đa 20.000 ký tự.")]
    public string Novelty { get; init; } = "";

    [StringLength(5000, ErrorMessage = "Mục này dài tối đa 5.000 ký tự.")]
    public string Scope { get; init; } = "";

    [StringLength(5000, ErrorMessage = "Mục này dài tối đa 5.000 ký tự.")]
    public string ReplicationConditions { get; init; } = "";

    [MaxLength(50, ErrorMessage = "Một sáng kiến có tối đa 50 tác giả.")]
    public List<OutsideAuthor> Authors { get; init; } = [];

    private IEnumerable<(OutsideAuthor Row, int Place)> Rows => Authors.Select((row, place) => (row, place)).Where(item => !item.row.IsEmpty);

    /// <param name="unitPeople">Accounts of the unit: nobody else's can stand behind an author.</param>
    /// <param name="kept">What stands there already and this form does not show.</param>
    internal DraftContent Read(HtmlCleaner cleaner, IReadOnlySet<int> unitPeople, DraftContent kept) => kept with
    {
        Title = VietnameseText.Normalize(Title),
        FieldCode = string.IsNullOrWhiteSpace(FieldCode) ? null : FieldCode,
        SolutionType = SolutionType,
        FirstAppliedOn = FirstAppliedOn,
        Summary = VietnameseText.Normalize(Summary),
        PriorSituation = VietnameseText.Normalize(PriorSituation),
        Solution = cleaner.Clean(Solution),
        Novelty = VietnameseText.Normalize(Novelty),
        Scope = VietnameseText.Normalize(Scope),
        ReplicationConditions = VietnameseText.Normalize(ReplicationConditions),
        Authors = [.. Rows.Select(item => new AuthorContent(
            item.Row.PersonId is { } id && unitPeople.Contains(id) ? id : null,
            VietnameseName.Normalize(item.Row.Name), item.Row.BirthDate, VietnameseText.Normalize(item.Row.Workplace), VietnameseText.Normalize(item.Row.Post), "", item.Row.Share))],
    };

    /// <summary>The same refusals at the rows as they were typed.</summary>
    internal IEnumerable<Problem> AsTyped(IEnumerable<Problem> problems)
    {
        var places = Rows.Select(item => item.Place).ToList();
        return problems.Select(problem =>
        {
            var end = problem.Field.IndexOf(']', StringComparison.Ordinal);
            return problem.Field.StartsWith("Authors[", StringComparison.Ordinal) && int.TryParse(problem.Field.AsSpan(8, end - 8), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < places.Count
                ? problem with { Field = string.Create(CultureInfo.InvariantCulture, $"Authors[{places[row]}]{problem.Field[(end + 1)..]}") }
                : problem;
        });
    }

    /// <summary>A form that shows what is stored.</summary>
    internal static T Of<T>(DraftContent content)
        where T : OutsideContent, new() => new T() with
        {
            Title = content.Title,
            FieldCode = content.FieldCode ?? "",
            SolutionType = content.SolutionType,
            FirstAppliedOn = content.FirstAppliedOn,
            Summary = content.Summary,
            PriorSituation = content.PriorSituation,
            Solution = content.Solution.Html,
            Novelty = content.Novelty,
            Scope = content.Scope,
            ReplicationConditions = content.ReplicationConditions,
            Authors = [.. content.Authors.Select(author => new OutsideAuthor { PersonId = author.PersonId, Name = author.Name, BirthDate = author.BirthDate, Workplace = author.Workplace, Post = author.Post, Share = author.Share })],
        };
}

/// <summary>The fields of the content on a page.</summary>
public sealed record OutsideFields(OutsideContent Form, IReadOnlyList<(string Value, string Text)> Fields, IReadOnlyList<(string Value, string Text)> People);
