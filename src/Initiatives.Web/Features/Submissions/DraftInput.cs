using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Html;

namespace Initiatives.Web.Features.Submissions;

/// <summary>A row of the authors as it is typed.</summary>
public sealed record AuthorInput
{
    /// <summary>The author's account; null: somebody without one.</summary>
    public int? PersonId { get; init; }

    [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
    public string Name { get; init; } = "";
    public DateOnly? BirthDate { get; init; }

    [StringLength(300, ErrorMessage = "Nơi công tác dài tối đa 300 ký tự.")]
    public string Workplace { get; init; } = "";

    [StringLength(200, ErrorMessage = "Chức danh dài tối đa 200 ký tự.")]
    public string Post { get; init; } = "";

    [StringLength(200, ErrorMessage = "Trình độ dài tối đa 200 ký tự.")]
    public string Qualification { get; init; } = "";
    public decimal? Share { get; init; }

    /// <summary>Where his link to confirm goes; empty: to his account's address, or nowhere.</summary>
    [StringLength(254, ErrorMessage = "Địa chỉ thư dài tối đa 254 ký tự.")]
    public string Email { get; init; } = "";
}

/// <summary>A row of those who took part in the trial.</summary>
public sealed record ParticipantInput
{
    [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
    public string Name { get; init; } = "";

    [StringLength(300, ErrorMessage = "Nơi công tác dài tối đa 300 ký tự.")]
    public string Workplace { get; init; } = "";

    [StringLength(200, ErrorMessage = "Chức danh dài tối đa 200 ký tự.")]
    public string Post { get; init; } = "";

    [StringLength(1000, ErrorMessage = "Nội dung dài tối đa 1.000 ký tự.")]
    public string Contribution { get; init; } = "";
}

/// <summary>A row of the effects.</summary>
public sealed record EffectInput
{
    [StringLength(300, ErrorMessage = "Chỉ tiêu dài tối đa 300 ký tự.")]
    public string Measure { get; init; } = "";

    [StringLength(200, ErrorMessage = "Ghi tối đa 200 ký tự.")]
    public string Before { get; init; } = "";

    [StringLength(200, ErrorMessage = "Ghi tối đa 200 ký tự.")]
    public string After { get; init; } = "";

    [StringLength(100, ErrorMessage = "Đơn vị tính dài tối đa 100 ký tự.")]
    public string Unit { get; init; } = "";

    [StringLength(1000, ErrorMessage = "Cách đo dài tối đa 1.000 ký tự.")]
    public string HowMeasured { get; init; } = "";
}

/// <summary>An account that an author's row may point to.</summary>
public sealed record LinkedPerson(int Id, string Name, string Post, string UnitName);

/// <summary>
/// What a posted form says, cleaned: text in NFC, HTML through the cleaner, empty rows left out. It remembers where each
/// row stood, so that a refusal lands beside the row as it was typed.
/// </summary>
public sealed record DraftInput(DraftContent Content, IReadOnlyDictionary<string, string> Places)
{
    /// <param name="stored">What is stored of the solution: posted again as it is, it need not be cleaned again.</param>
    public static DraftInput Read(SaveDraft.Command command, HtmlCleaner cleaner, IReadOnlyDictionary<int, LinkedPerson> people, SafeHtml? stored = null)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        return new DraftInput(
            new DraftContent
            {
                Title = Line(command.Title),
                SolutionType = command.SolutionType,
                FieldCode = string.IsNullOrWhiteSpace(command.FieldCode) ? null : command.FieldCode,
                Indices = [.. (command.Indices ?? []).Where(code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.Ordinal)],
                FirstAppliedOn = command.FirstAppliedOn,
                Summary = VietnameseText.Normalize(command.Summary),
                PriorSituation = VietnameseText.Normalize(command.PriorSituation),
                Solution = stored is { } same && same.Html == command.Solution ? same : cleaner.Clean(command.Solution),
                Novelty = VietnameseText.Normalize(command.Novelty),
                Scope = VietnameseText.Normalize(command.Scope),
                ReplicationConditions = VietnameseText.Normalize(command.ReplicationConditions),
                Confidential = VietnameseText.Normalize(command.Confidential),
                Authors = Rows(nameof(command.Authors), command.Authors, author => AuthorOf(author, people), NoAuthor, places),
                Participants = Rows(nameof(command.Participants), command.Participants,
                    person => new ParticipantContent(VietnameseName.Normalize(person.Name), Line(person.Workplace), Line(person.Post), VietnameseText.Normalize(person.Contribution)),
                    new ParticipantContent("", "", "", ""), places),
                Effects = Rows(nameof(command.Effects), command.Effects,
                    effect => new EffectContent(Line(effect.Measure), Line(effect.Before), Line(effect.After), Line(effect.Unit), VietnameseText.Normalize(effect.HowMeasured)),
                    new EffectContent("", "", "", "", ""), places),
            },
            places);
    }

    /// <summary>The other way: a form that holds what <paramref name="content"/> says.</summary>
    public static SaveDraft.Command FormOf(Initiative? stored, DraftContent content) => new()
    {
        Id = stored?.Id ?? 0,
        FormKey = stored?.FormKey ?? Guid.NewGuid(),
        Version = stored?.Version ?? 0,
        Title = content.Title,
        SolutionType = content.SolutionType,
        FieldCode = content.FieldCode,
        Indices = [.. content.Indices],
        FirstAppliedOn = content.FirstAppliedOn,
        Summary = content.Summary,
        PriorSituation = content.PriorSituation,
        Solution = content.Solution.Html,
        Novelty = content.Novelty,
        Scope = content.Scope,
        ReplicationConditions = content.ReplicationConditions,
        Confidential = content.Confidential,
        Authors = [.. content.Authors.Select(author => new AuthorInput
        {
            PersonId = author.PersonId,
            Name = author.Name,
            BirthDate = author.BirthDate,
            Workplace = author.Workplace,
            Post = author.Post,
            Qualification = author.Qualification,
            Share = author.Share,
            Email = author.Email,
        })],
        Participants = [.. content.Participants.Select(person => new ParticipantInput { Name = person.Name, Workplace = person.Workplace, Post = person.Post, Contribution = person.Contribution })],
        Effects = [.. content.Effects.Select(effect => new EffectInput { Measure = effect.Measure, Before = effect.Before, After = effect.After, Unit = effect.Unit, HowMeasured = effect.HowMeasured })],
    };

    /// <summary>The same refusals at the rows as they were typed.</summary>
    public IEnumerable<Problem> AsTyped(IEnumerable<Problem> problems) => problems.Select(problem =>
        problem.Field.IndexOf(']', StringComparison.Ordinal) is var end and > 0 && Places.TryGetValue(problem.Field[..(end + 1)], out var place)
            ? problem with { Field = place + problem.Field[(end + 1)..] }
            : problem);

    private static readonly AuthorContent NoAuthor = new(null, "", null, "", "", "", null);

    /// <summary>An account says what the row leaves empty: name, post, workplace.</summary>
    private static AuthorContent AuthorOf(AuthorInput author, IReadOnlyDictionary<int, LinkedPerson> people)
    {
        var person = author.PersonId is { } id ? people.GetValueOrDefault(id) : null;
        return new AuthorContent(
            person?.Id,
            Or(VietnameseName.Normalize(author.Name), person?.Name),
            author.BirthDate,
            Or(Line(author.Workplace), person?.UnitName),
            Or(Line(author.Post), person?.Post),
            Line(author.Qualification),
            author.Share)
        { Email = Line(author.Email) };
    }

    private static List<TContent> Rows<TInput, TContent>(string name, IReadOnlyList<TInput>? inputs, Func<TInput, TContent> read, TContent nothing, Dictionary<string, string> places)
    {
        var rows = new List<TContent>();
        for (var i = 0; i < (inputs?.Count ?? 0); i++)
        {
            var row = read(inputs![i]);
            if (Equals(row, nothing)) continue;
            places[$"{name}[{rows.Count}]"] = $"{name}[{i}]";
            rows.Add(row);
        }

        return rows;
    }

    private static string Line(string? text) => VietnameseText.Normalize(text).ReplaceLineEndings(" ");

    private static string Or(string typed, string? known) => typed.Length > 0 ? typed : known ?? "";
}
