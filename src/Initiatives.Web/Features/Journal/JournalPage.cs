using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Journal;

/// <summary>The journal, newest first, each entry shown checked against the seal before it.</summary>
public static class JournalPage
{
    public const int PageSize = 50;

    public sealed record Query : IRequest<View>
    {
        public int? PersonId { get; init; }

        /// <summary>Code of an action.</summary>
        public string? Action { get; init; }

        public int Page { get; init; } = 1;
    }

    /// <param name="IsKept">What the council's act was about is kept back until the cycle is published: whoever looks after the journal learns no vote and no outcome before.</param>
    public sealed record Row(long Sequence, DateTime At, string PersonName, string Action, string Subject, string Details, bool IsKept, string Hash, bool IsSealed);

    public sealed record Choice(string Value, string Text);

    public sealed record View(Query Filter, IReadOnlyList<Row> Rows, int Count, int Page, int Pages, IReadOnlyList<Choice> People, IReadOnlyList<Choice> Actions)
    {
        /// <summary>The first entry shown, from the oldest, whose seal does not follow from its fields and the entry before.</summary>
        public long? Broken => Rows.Where(row => !row.IsSealed).Select(row => (long?)row.Sequence).Min();
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var journal = db.For(actor.Value).Journal.AsNoTracking();
            var found = journal;
            if (request.PersonId is { } person) found = found.Where(entry => entry.PersonId == person);
            if (!string.IsNullOrEmpty(request.Action)) found = found.Where(entry => entry.Action == request.Action);

            var count = await found.CountAsync(cancellationToken);
            var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var entries = await found.OrderByDescending(entry => entry.Sequence).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

            var before = entries.Select(entry => entry.Sequence - 1).ToList();
            var seals = await journal.Where(entry => before.Contains(entry.Sequence)).ToDictionaryAsync(entry => entry.Sequence, entry => entry.Hash, cancellationToken);
            var openedAt = await db.Cycles.Where(cycle => cycle.PublishedAt == null).MinAsync(cycle => cycle.ScoringOpenedAt, cancellationToken);
            var people = await journal.Select(entry => new { entry.PersonId, entry.PersonName }).Distinct().OrderBy(item => item.PersonName).ThenBy(item => item.PersonId).ToListAsync(cancellationToken);
            return new View(request, [.. entries.Select(entry => RowOf(entry, seals, openedAt))], count, page, pages,
                [.. people.DistinctBy(item => item.PersonId).Select(item => new Choice(FormattableString.Invariant($"{item.PersonId}"), item.PersonName))],
                [.. JournalActions.All.Select(action => new Choice(action.Code, action.Label))]);
        }

        /// <param name="openedAt">When the first cycle was opened for scoring that is not published yet; null: none.</param>
        private static Row RowOf(JournalEntry entry, Dictionary<long, string> seals, DateTime? openedAt)
        {
            var action = JournalActions.Of(entry.Action);
            var isKept = entry.Details.Length > 0 && action.Audience == Audience.Council && entry.At >= openedAt;
            var before = entry.Sequence == 1 ? HashChain.Genesis : seals.GetValueOrDefault(entry.Sequence - 1);
            return new Row(entry.Sequence, entry.At, entry.PersonName, action.Label, JournalWords.Of(entry), isKept ? "" : entry.Details, isKept, entry.Hash, Follows(entry, before));
        }

        /// <summary>False as well when the entry before is missing or its seal is no seal.</summary>
        private static bool Follows(JournalEntry entry, string? before) =>
            before is { Length: 64 } && before.All(char.IsAsciiHexDigitLower) && HashChain.Verify([(entry.Hash, entry.Fields())], before) is null;
    }

    private static class JournalWords
    {
        private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
        {
            ["Initiative"] = "Hồ sơ",
            ["Cycle"] = "Kỳ xét",
            ["Person"] = "Người dùng",
            ["Rubric"] = "Bộ tiêu chí",
            ["Council"] = "Hội đồng",
            ["ScoreSheet"] = "Phiếu chấm",
            ["CouncilSession"] = "Phiên họp",
            ["Conclusion"] = "Kết luận",
            ["Decision"] = "Quyết định",
            ["Certificate"] = "Bằng khen",
            ["Attachment"] = "Tài liệu",
            ["Appraisal"] = "Phiếu thẩm định",
        };

        public static string Of(JournalEntry entry) => $"{Subjects.GetValueOrDefault(entry.Subject, entry.Subject)} {(entry.SubjectId == 0 ? "" : FormattableString.Invariant($"#{entry.SubjectId}"))}".Trim();
    }
}
