using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>Kind of solution (NĐ 13/2012, Điều 3).</summary>
public enum SolutionType
{
    Management = 1,
    Operational = 2,
    Technical = 3,
    TechnologyApplication = 4,
}

/// <summary>Vietnamese names of the kinds of solution.</summary>
public static class SolutionTypes
{
    public static string Name(SolutionType type) => type switch
    {
        SolutionType.Management => "Giải pháp quản lý",
        SolutionType.Operational => "Giải pháp tác nghiệp",
        SolutionType.Technical => "Giải pháp kỹ thuật",
        _ => "Giải pháp ứng dụng tiến bộ kỹ thuật",
    };
}

/// <summary>One author as written in the dossier.</summary>
/// <param name="PersonId">The person's account, where there is one: conflicts of interest are found through it.</param>
/// <param name="Share">Percent of the contribution, 0–100 in steps of 0,01; null while not yet agreed.</param>
public sealed record AuthorContent(int? PersonId, string Name, DateOnly? BirthDate, string Workplace, string Post, string Qualification, decimal? Share)
{
    /// <summary>Where his link to confirm goes; empty: to his account's address, or it is handed over. No part of what is submitted.</summary>
    public string Email { get; init; } = "";
}

/// <summary>A person who took part in the trial (đơn, mục 12).</summary>
public sealed record ParticipantContent(string Name, string Workplace, string Post, string Contribution);

/// <summary>One effect: what was measured, before and after, in which unit, and how.</summary>
public sealed record EffectContent(string Measure, string Before, string After, string Unit, string HowMeasured);

/// <summary>Everything that a draft holds. Nearly all may be missing while it is being written; see <see cref="Completeness"/>.</summary>
public sealed record DraftContent
{
    public string Title { get; init; } = "";
    public SolutionType? SolutionType { get; init; }

    /// <summary>Code of a <c>ReformField</c>.</summary>
    public string? FieldCode { get; init; }

    /// <summary>Codes of the indices it improves.</summary>
    public IReadOnlyList<string> Indices { get; init; } = [];

    /// <summary>First applied or piloted, whichever is earlier (đơn, mục 6).</summary>
    public DateOnly? FirstAppliedOn { get; init; }

    /// <summary>One or two sentences for the public card.</summary>
    public string Summary { get; init; } = "";
    public string PriorSituation { get; init; } = "";
    public SafeHtml Solution { get; init; } = SafeHtml.Empty;
    public string Novelty { get; init; } = "";
    public string Scope { get; init; } = "";
    public string ReplicationConditions { get; init; } = "";

    /// <summary>What must not be published (TT 18/2013, Điều 6); may be empty.</summary>
    public string Confidential { get; init; } = "";
    public IReadOnlyList<AuthorContent> Authors { get; init; } = [];
    public IReadOnlyList<ParticipantContent> Participants { get; init; } = [];
    public IReadOnlyList<EffectContent> Effects { get; init; } = [];

    /// <summary>Sum of the shares that are filled in.</summary>
    public decimal ShareTotal => Authors.Sum(author => author.Share ?? 0);

    /// <summary>
    /// Refuses what can never be right, also in a draft; what is merely missing (a title, a name in a row begun) is the
    /// matter of <see cref="Completeness"/>, so that text is saved while it is being typed.
    /// </summary>
    /// <param name="today">Vietnamese date of the save: nothing was first applied in the future.</param>
    public Result Check(DateOnly today)
    {
        var problems = new List<Problem>();
        if (Title.Length > 300) problems.Add(new(nameof(Title), "Tên sáng kiến dài tối đa 300 ký tự."));
        if (FirstAppliedOn > today) problems.Add(new(nameof(FirstAppliedOn), "Ngày áp dụng lần đầu không thể ở sau hôm nay."));
        for (var i = 0; i < Authors.Count; i++)
        {
            var author = Authors[i];
            var at = $"{nameof(Authors)}[{i}].";
            if (author.Share is < 0 or > 100) problems.Add(new(at + nameof(author.Share), "Tỷ lệ đóng góp từ 0 đến 100%."));
            if (author.Share is { } share && share != Math.Round(share, 2)) problems.Add(new(at + nameof(author.Share), "Tỷ lệ ghi tối đa hai chữ số sau dấu phẩy."));
            if (author.Email.Length > 0 && !LooksLikeMail(author.Email)) problems.Add(new(at + nameof(author.Email), "Địa chỉ thư ghi như ten@haiphong.gov.vn, hoặc để trống."));
            if (author.BirthDate is { } born && (born > today.AddYears(-15) || born < today.AddYears(-100)))
                problems.Add(new(at + nameof(author.BirthDate), "Kiểm tra lại ngày sinh."));
        }

        return problems.Count == 0 ? Result.Success : Result.Fail(problems);
    }

    /// <summary>The same outside a draft, where nothing is begun any more: title and rows are named.</summary>
    public Result CheckNamed(DateOnly today)
    {
        var problems = Check(today).Problems.ToList();
        if (Title.Length == 0) problems.Add(new(nameof(Title), "Nhập tên sáng kiến."));
        for (var i = 0; i < Authors.Count; i++)
            if (Authors[i].Name.Length == 0) problems.Add(new($"{nameof(Authors)}[{i}].{nameof(AuthorContent.Name)}", "Nhập họ và tên tác giả."));
        for (var i = 0; i < Effects.Count; i++)
            if (Effects[i].Measure.Length == 0) problems.Add(new($"{nameof(Effects)}[{i}].{nameof(EffectContent.Measure)}", "Nhập tên chỉ tiêu đo."));
        for (var i = 0; i < Participants.Count; i++)
            if (Participants[i].Name.Length == 0) problems.Add(new($"{nameof(Participants)}[{i}].{nameof(ParticipantContent.Name)}", "Nhập họ và tên người tham gia."));
        return Result.From(problems);
    }

    private static bool LooksLikeMail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && text.IndexOf('@', at + 1) < 0
        && text.IndexOf('.', at) is var dot && dot > at + 1 && dot < text.Length - 1 && text.All(letter => letter is > ' ' and < '\u007f' and not ('<' or '>' or ',' or ';' or '"'));
}
