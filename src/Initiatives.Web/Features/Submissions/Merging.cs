using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Html;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>What the page that shows a merge and the act that saves it have in common.</summary>
internal static class Merging
{
    /// <summary>The content that was decided on, over the stored version that was seen (which need not be the newest any more).</summary>
    public static async Task<DraftContent> DecideAsync(AppDb db, Actor actor, HtmlCleaner cleaner, MergeDraft.Command request, Initiative initiative, CancellationToken cancellationToken)
    {
        var stored = initiative.Version == request.Version ? initiative.Content() : (await LastAsync(db, actor, request.Id, request.Version, default, cancellationToken))?.Content ?? initiative.Content();
        var origin = request.Origin == 0 ? null : await LastAsync(db, actor, request.Id, request.Origin, default, cancellationToken);
        var people = await db.LinkedPeopleAsync(request.Mine, initiative, actor, cancellationToken);
        var typed = DraftInput.Read(request.Mine, cleaner, people).Content;
        return new DraftMerge(origin?.Content, stored, typed).Decide(
            field => Enum.TryParse<MergeChoice>(request.Choices.GetValueOrDefault(field), out var choice) ? choice : MergeChoice.Both,
            (content, field) => request.Joined.GetValueOrDefault(field) is { } text ? Put(content, field, text, cleaner) : null);
    }

    /// <summary>
    /// The version on which a text was typed: the one its form was opened with or, where that window saved later on, its own
    /// last one. Null when it is not on record.
    /// </summary>
    public static Task<InitiativeVersion?> LastAsync(AppDb db, Actor actor, int id, int version, SaveMark mark, CancellationToken cancellationToken) =>
        db.For(actor).OwnVersions.AsNoTracking()
            .Where(item => item.InitiativeId == id)
            .Where(item => item.Version <= version || (mark.Tab != Guid.Empty && item.Tab == mark.Tab && item.SavedById == actor.PersonId && item.Sequence <= mark.Sequence))
            .OrderByDescending(item => item.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What both sides say of a text, as it is offered for editing.</summary>
    public static string Joined(string field, DraftContent stored, DraftContent typed, HtmlCleaner cleaner) => field switch
    {
        nameof(DraftContent.Solution) => string.Concat(TextDiff.Both(cleaner.Blocks(stored.Solution), cleaner.Blocks(typed.Solution))),
        nameof(DraftContent.Title) => string.Join(" / ", TextDiff.Both([stored.Title], [typed.Title]).Where(title => title.Length > 0)),
        _ => DraftPart.Of(field) is { Put: not null } part
            ? string.Join('\n', TextDiff.Both(part.Read(stored, code => code).Split('\n'), part.Read(typed, code => code).Split('\n'))).Trim()
            : "",
    };

    /// <summary>What no form would have taken: joined texts can be longer than each of the two.</summary>
    public static IReadOnlyList<Problem> TooLong(DraftContent content)
    {
        var form = DraftInput.FormOf(null, content);
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), found, validateAllProperties: true);
        return [.. found.SelectMany(result => result.MemberNames.Select(name => new Problem(name, result.ErrorMessage ?? "")))];
    }

    private static DraftContent? Put(DraftContent content, string field, string text, HtmlCleaner cleaner)
    {
        if (field == nameof(DraftContent.Solution)) return content with { Solution = cleaner.Clean(text) };
        var plain = VietnameseText.Normalize(text);
        return DraftPart.Of(field).Put?.Invoke(content, field == nameof(DraftContent.Title) ? plain.ReplaceLineEndings(" ") : plain);
    }
}
