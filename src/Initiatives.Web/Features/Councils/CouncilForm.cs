using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>The form in which the establishing decision is recorded, empty, as it was recorded, or copied from an earlier year.</summary>
public static class CouncilForm
{
    /// <summary>Members that a new form has room for; the common size of such a council.</summary>
    private const int Rows = 9;

    /// <summary>Room for the secretariat.</summary>
    private const int ClerkRows = 2;

    private const Role Candidates = Role.UnitHead | Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead | Role.CouncilMember | Role.CouncilSecretary | Role.Secretariat | Role.HomeAffairs | Role.CityLeader;

    /// <param name="Copy">Prefill with the members of the latest earlier council.</param>
    /// <param name="Typed">What was posted and refused; null: a fresh form.</param>
    public sealed record Query(int Year, bool Copy, RecordCouncil.Command? Typed = null) : IRequest<View>;

    public sealed record Candidate(int Id, string Name, string UnitName);

    /// <param name="Letter">The official letter of a field, as "đ".</param>
    public sealed record Field(string Code, string Letter, string Name);

    public sealed record View(int Year, RecordCouncil.Command Form, IReadOnlyList<Candidate> People, IReadOnlyList<Field> Fields, int? CopiedFrom, int? LastYear, bool IsOpen)
    {
        /// <summary>What was looked at before appointing; null: nothing yet.</summary>
        public PreviewConflicts.View? Preview { get; init; }

        public string Letters(IEnumerable<string> codes) => string.Join(", ", Fields.Where(field => codes.Contains(field.Code)).Select(field => field.Letter));
    }

    public sealed class Handler(AppDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var last = await (from item in db.Councils.AsNoTracking()
                              join earlier in db.Cycles on item.CycleId equals earlier.Id
                              where earlier.Year < cycle.Year
                              orderby earlier.Year descending
                              select new { Council = item, earlier.Year }).FirstOrDefaultAsync(cancellationToken);
            var copied = request.Copy && last is not null && request.Typed is null;
            var members = copied ? last!.Council.Members : council?.Members ?? [];
            var clerks = copied ? last!.Council.Clerks : council?.Clerks ?? [];
            var form = request.Typed ?? new RecordCouncil.Command
            {
                Version = council?.Version ?? 0,
                Name = council?.Name ?? $"Hội đồng xét, công nhận sáng kiến cải cách hành chính thành phố năm {cycle.Year}",
                Authority = council?.Authority ?? last?.Council.Authority ?? EstablishingAuthority.CityCommittee,
                DecisionNumber = council?.DecisionNumber ?? "",
                DecisionDate = council?.DecisionDate,
                Members = members.Count > 0
                    ? [.. members.OrderBy(member => member.Order).Select(member => new RecordCouncil.MemberInput { PersonId = member.PersonId, Post = member.Post, Fields = [.. member.Fields], Cap = member.Cap })]
                    : [.. Enumerable.Range(0, Rows).Select(row => new RecordCouncil.MemberInput { Post = row < 3 ? (CouncilPost)row : CouncilPost.Member })],
                Clerks = clerks.Count > 0
                    ? [.. clerks.OrderBy(clerk => clerk.Order).Select(clerk => new RecordCouncil.ClerkInput { PersonId = clerk.PersonId })]
                    : [.. Enumerable.Range(0, ClerkRows).Select(_ => new RecordCouncil.ClerkInput())],
            };
            var named = form.Members.Select(member => member.PersonId).Concat(form.Clerks.Select(clerk => clerk.PersonId)).ToList();
            var people = await (from person in db.People
                                join unit in db.Units on person.UnitId equals unit.Id
                                where ((person.Roles & Candidates) != 0 && (person.Roles & Role.Administrator) == 0) || named.Contains(person.Id)
                                orderby person.SortKey, person.Id
                                select new Candidate(person.Id, person.Name, unit.ShortName)).ToListAsync(cancellationToken);
            var fields = await db.Fields.OrderBy(field => field.Order).Select(field => new Field(field.Code, field.Letter, field.ShortName)).ToListAsync(cancellationToken);
            return new View(cycle.Year, form with { CycleId = cycle.Id, Version = council?.Version ?? 0 }, people, fields, copied ? last!.Year : null, last?.Year, cycle.Phase < CyclePhase.Judging);
        }
    }
}
