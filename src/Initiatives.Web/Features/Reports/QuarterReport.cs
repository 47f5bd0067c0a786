using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reports;

/// <summary>A paragraph and a table, ready for the unit's quarterly reform report.</summary>
public static class QuarterReport
{
    public sealed record Query(int? Year, int? Quarter) : IRequest<View>;

    /// <param name="Rows">Dossiers sent, recognised or still under way in the span.</param>
    public sealed record View(string UnitName, QuarterPeriod Period, IReadOnlyList<QuarterPeriod> Choices, string Paragraph, IReadOnlyList<UnitDossier> Rows, IReadOnlyList<UnitDecision> Decisions)
    {
        public string DecisionLine(UnitDossier row) => UnitListFile.DecisionLine(row, Decisions);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => ReadAsync(db, actor.Value, clock, request, cancellationToken);
    }

    /// <summary>The same for the page and for the workbook.</summary>
    internal static async Task<View> ReadAsync(AppDb db, Actor actor, TimeProvider clock, Query request, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock.GetUtcNow().UtcDateTime);
        var next = QuarterPeriod.Next(today);
        if (request.Quarter is < 1 or > 4 || request.Year is < 2020 or > 2100) throw new RowNotFoundException(nameof(QuarterPeriod));
        var period = request is { Year: { } year, Quarter: { } quarter } ? QuarterPeriod.Of(year, quarter) : next;
        var all = await UnitDossiers.Of(db, actor, cancellationToken);
        var decisions = await UnitDossiers.DecisionsOf(db, all, cancellationToken);
        var unit = (await db.ReferenceAsync(cancellationToken)).Unit(actor.UnitId);

        var sent = all.Where(item => item.SubmittedAt is { } at && period.Contains(at) && item.Status != InitiativeStatus.Withdrawn).ToList();
        var recognised = all.Where(item => item.Status == InitiativeStatus.Recognised && period.Contains(item.Since)).ToList();
        var waiting = all.Where(item => item.Status is InitiativeStatus.Submitted or InitiativeStatus.Supplementing or InitiativeStatus.Eligible or InitiativeStatus.Judging).ToList();
        var writing = all.Count(item => item.Status is InitiativeStatus.Draft or InitiativeStatus.AwaitingEndorsement);
        var named = decisions.Where(item => item.InitiativeIds.Any(id => recognised.Exists(row => row.Id == id))).ToList();
        var facts = new QuarterFacts(sent.Count, recognised.Count,
            [.. named.Where(item => item.Kind != DecisionKind.Merit).Select(UnitListFile.Words)],
            named.Where(item => item.Kind == DecisionKind.Merit).SelectMany(item => item.InitiativeIds).Count(id => recognised.Exists(row => row.Id == id)),
            writing, waiting.Count);
        return new View(unit.Name, period, ChoicesUpTo(next), facts.Paragraph(period, UnitHeading.NameOf(unit), today), [.. sent.Union(recognised).Union(waiting).OrderBy(row => row.SubmittedAt).ThenBy(row => row.Id)], decisions);
    }

    /// <summary>The report being written and the five before it.</summary>
    private static List<QuarterPeriod> ChoicesUpTo(QuarterPeriod next)
    {
        var choices = new List<QuarterPeriod> { next };
        while (choices.Count < 6)
        {
            var last = choices[^1];
            choices.Add(last.Quarter == 1 ? QuarterPeriod.Of(last.Year - 1, 4) : QuarterPeriod.Of(last.Year, last.Quarter - 1));
        }

        return choices;
    }
}
