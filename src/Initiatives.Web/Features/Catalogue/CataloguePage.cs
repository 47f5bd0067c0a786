using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>
/// One recognised initiative as everybody may read it. The selection is the wall: birth dates, scores, participants and
/// the confidential part are never read here (Luật Bảo vệ dữ liệu cá nhân; TT 18/2013, Điều 6).
/// </summary>
public static class CataloguePage
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View
    {
        public required int Id { get; init; }
        public required int Year { get; init; }
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required string UnitName { get; init; }
        public required string FieldLetter { get; init; }
        public required string FieldName { get; init; }
        public required string FieldCode { get; init; }
        public required DateOnly? FirstAppliedOn { get; init; }
        public required string Summary { get; init; }
        public required string PriorSituation { get; init; }
        public required SafeHtml Solution { get; init; }
        public required string Novelty { get; init; }
        public required string Scope { get; init; }
        public required string ReplicationConditions { get; init; }
        public required IReadOnlyList<EffectContent> Effects { get; init; }
        public required IReadOnlyList<Author> Authors { get; init; }
        public required DateTime? SubmittedAt { get; init; }
        public required IReadOnlyList<Paper> Papers { get; init; }
        public required string? LookupCode { get; init; }
        public bool HasMerit => Papers.Any(paper => paper.Kind == DecisionKind.Merit);
    }

    public sealed record Author(string Name, string Workplace);

    /// <summary>A published decision that names it.</summary>
    public sealed record Paper(int Id, DecisionKind Kind, string Number, DateOnly Date, DateTime PublishedAt);

    public sealed class Handler(AppDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var seen = db.For(Actor.Public);
            var found = await (from initiative in seen.PublishedInitiatives.AsNoTracking()
                               join unit in db.Units on initiative.UnitId equals unit.Id
                               join field in db.Fields on initiative.FieldCode equals field.Code
                               join cycle in db.Cycles on initiative.CycleId equals cycle.Id
                               where initiative.Id == request.Id
                               select new View
                               {
                                   Id = initiative.Id,
                                   Year = cycle.Year,
                                   Code = RegisterCode.Of(cycle.Year, initiative.RegisterNumber ?? 0),
                                   Title = initiative.Title,
                                   Status = initiative.Status,
                                   UnitName = unit.Name,
                                   FieldLetter = field.Letter,
                                   FieldName = field.Name,
                                   FieldCode = field.Code,
                                   FirstAppliedOn = initiative.FirstAppliedOn,
                                   Summary = initiative.Summary,
                                   PriorSituation = initiative.Text.PriorSituation,
                                   Solution = initiative.Text.Solution,
                                   Novelty = initiative.Text.Novelty,
                                   Scope = initiative.Text.Scope,
                                   ReplicationConditions = initiative.Text.ReplicationConditions,
                                   Effects = initiative.Effects.OrderBy(effect => effect.Order)
                                       .Select(effect => new EffectContent(effect.Measure, effect.Before, effect.After, effect.Unit, effect.HowMeasured)).ToList(),
                                   Authors = initiative.Authors.OrderBy(author => author.Order).Select(author => new Author(author.Name, author.Workplace)).ToList(),
                                   SubmittedAt = initiative.SubmittedAt,
                                   Papers = new List<Paper>(),
                                   LookupCode = db.Certificates.Where(item => item.InitiativeId == initiative.Id && item.FileSha256 != "").Select(item => item.LookupCode).FirstOrDefault(),
                               }).SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var decisions = await seen.Decisions.AsNoTracking()
                .Where(decision => decision.Items.Any(item => item.InitiativeId == request.Id && item.SkipReason == "")).OrderBy(decision => decision.PublishedAt).ThenBy(decision => decision.Id).ToListAsync(cancellationToken);
            return found with { Papers = [.. decisions.Select(decision => new Paper(decision.Id, decision.Kind, decision.Number, decision.Form.Date!.Value, decision.PublishedAt!.Value))] };
        }
    }
}
