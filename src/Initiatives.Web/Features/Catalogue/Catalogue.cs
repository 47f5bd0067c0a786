using System.Globalization;
using AutoMapper;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Catalogue;

/// <summary>The public list of recognised initiatives, found by words and narrowed by year, field, unit and award.</summary>
public static class Catalogue
{
    public const int PageSize = 20;

    public sealed record Query : IRequest<View>
    {
        /// <summary>What was typed; every word must occur, with or without diacritics, composed or not.</summary>
        public string Words { get; init; } = "";
        public IReadOnlyList<int> Years { get; init; } = [];
        public IReadOnlyList<string> Fields { get; init; } = [];
        public string Unit { get; init; } = "";
        public bool MeritOnly { get; init; }
        public int Page { get; init; } = 1;

        public bool IsFiltered => Words.Length > 0 || Years.Count > 0 || Fields.Count > 0 || Unit.Length > 0 || MeritOnly;

        /// <summary>The address of this view: filters can be kept as a link.</summary>
        public string Address()
        {
            var parts = Years.Select(year => ("nam", year.ToString(CultureInfo.InvariantCulture))).Concat(Fields.Select(field => ("linh-vuc", field))).ToList();
            if (Words.Length > 0) parts.Insert(0, ("q", Words));
            if (Unit.Length > 0) parts.Add(("don-vi", Unit));
            if (MeritOnly) parts.Add(("bang-khen", "co"));
            if (Page > 1) parts.Add(("trang", Page.ToString(CultureInfo.InvariantCulture)));
            return "/danh-muc" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts.Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}")));
        }
    }

    public sealed record View(Query Query, int All, int Found, int FirstYear, int LastYear, IReadOnlyList<Choice> Years, IReadOnlyList<Choice> Fields,
        IReadOnlyList<Choice> Units, int MeritCount, IReadOnlyList<Item> Items)
    {
        public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
    }

    /// <summary>A value of a filter and how many initiatives it would show beside the other filters.</summary>
    public sealed record Choice(string Value, string Text, int Count, bool IsOn);

    public sealed record Item(Card Card, int Year, string UnitName, string FieldLetter, string FieldName, bool HasMerit)
    {
        /// <summary>The old situation in its first sentence or two.</summary>
        public string Before => Opening.Of(Card.PriorSituation, 190);
    }

    /// <summary>What AutoMapper projects from an initiative; never a birth date, a score or a confidential part.</summary>
    public sealed record Card
    {
        public int Id { get; init; }
        public string Title { get; init; } = "";
        public string Summary { get; init; } = "";
        public InitiativeStatus Status { get; init; }
        public string PriorSituation { get; init; } = "";
        public List<EffectContent> Effects { get; init; } = [];
    }

    public sealed class Projection : Profile
    {
        public Projection()
        {
            CreateProjection<Effect, EffectContent>();
            CreateProjection<Initiative, Card>()
                .ForMember(card => card.PriorSituation, member => member.MapFrom(initiative => initiative.Text.PriorSituation))
                .ForMember(card => card.Effects, member => member.MapFrom(initiative => initiative.Effects.OrderBy(effect => effect.Order)));
        }
    }

    private sealed record Fact(int Id, int Year, string? Field, int UnitId, bool HasMerit);

    public sealed class Handler(AppDb db, IMapper mapper) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var published = db.For(Actor.Public).PublishedInitiatives.AsNoTracking();
            var all = await published.CountAsync(cancellationToken);
            var words = VietnameseText.SearchWords(request.Words);
            var phrase = string.Concat(words);
            var matching = words.Aggregate(published, (rows, word) => rows.Where(item => item.SearchKey.Contains(word)));
            var merit = db.For(Actor.Public).Decisions.Where(decision => decision.Kind == DecisionKind.Merit)
                .SelectMany(decision => decision.Items).Where(item => item.SkipReason == "").Select(item => item.InitiativeId);
            var facts = await (from initiative in matching
                               join cycle in db.Cycles on initiative.CycleId equals cycle.Id
                               orderby words.Count > 1 && initiative.SearchKey.Contains(phrase) descending, cycle.Year descending, merit.Contains(initiative.Id) descending, initiative.Id
                               select new Fact(initiative.Id, cycle.Year, initiative.FieldCode, initiative.UnitId, merit.Contains(initiative.Id))).ToListAsync(cancellationToken);
            var (units, fields, _) = await db.ReferenceAsync(cancellationToken);
            var years = await db.Cycles.Where(cycle => published.Any(item => item.CycleId == cycle.Id)).OrderByDescending(cycle => cycle.Year).Select(cycle => cycle.Year).ToListAsync(cancellationToken);
            var unitId = units.FirstOrDefault(unit => unit.Code == request.Unit)?.Id;

            bool Year(Fact fact) => request.Years.Count == 0 || request.Years.Contains(fact.Year);
            bool Field(Fact fact) => request.Fields.Count == 0 || request.Fields.Contains(fact.Field);
            bool Unit(Fact fact) => request.Unit.Length == 0 || fact.UnitId == unitId;
            bool Merit(Fact fact) => !request.MeritOnly || fact.HasMerit;

            var found = facts.Where(fact => Year(fact) && Field(fact) && Unit(fact) && Merit(fact)).ToList();
            request = request with { Page = Math.Clamp(request.Page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize)) };
            var page = found.Skip((request.Page - 1) * PageSize).Take(PageSize).ToList();
            var ids = page.Select(fact => fact.Id).ToList();
            var cards = await mapper.ProjectTo<Card>(published.Where(item => ids.Contains(item.Id))).ToDictionaryAsync(card => card.Id, cancellationToken);
            var (unitOf, fieldOf) = (units.ToDictionary(unit => unit.Id), fields.ToDictionary(field => field.Code));
            var (byYear, byField, byUnit) = (facts.Where(fact => Field(fact) && Unit(fact) && Merit(fact)).ToLookup(fact => fact.Year),
                facts.Where(fact => Year(fact) && Unit(fact) && Merit(fact)).ToLookup(fact => fact.Field), facts.Where(fact => Year(fact) && Field(fact) && Merit(fact)).ToLookup(fact => fact.UnitId));
            return new View(request, all, found.Count, years.LastOrDefault(), years.FirstOrDefault(),
                [.. years.Select(year => new Choice(year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture), byYear[year].Count(), request.Years.Contains(year)))],
                [.. fields.Select(field => new Choice(field.Code, field.ShortName, byField[field.Code].Count(), request.Fields.Contains(field.Code)))],
                [.. units.Where(unit => byUnit.Contains(unit.Id) || unit.Code == request.Unit).Select(unit => new Choice(unit.Code, unit.ShortName, byUnit[unit.Id].Count(), unit.Code == request.Unit))],
                facts.Count(fact => Year(fact) && Field(fact) && Unit(fact) && fact.HasMerit),
                [.. page.Select(fact => new Item(cards[fact.Id], fact.Year, unitOf[fact.UnitId].ShortName, fieldOf[fact.Field!].Letter, fieldOf[fact.Field!].ShortName, fact.HasMerit))]);
        }
    }
}
