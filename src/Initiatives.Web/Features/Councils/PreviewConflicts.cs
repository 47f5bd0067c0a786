using Initiatives.Domain.Councils;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Councils;

/// <summary>Before anybody is appointed: with which of the dossiers received so far each proposed person would be in conflict. Nothing is saved.</summary>
public static class PreviewConflicts
{
    private static readonly InitiativeStatus[] Expected =
        [InitiativeStatus.Submitted, InitiativeStatus.Supplementing, InitiativeStatus.Appraised, InitiativeStatus.Eligible];

    public sealed record Query(RecordCouncil.Command Proposed) : IRequest<View>;

    /// <param name="Why">What the person is to the dossier, as "cùng đơn vị".</param>
    public sealed record Barred(string Dossier, string Why);

    /// <param name="Author">An author who bears the person's name and is not known as him.</param>
    public sealed record Namesake(string Dossier, string Author);

    /// <param name="IsClerk">Of the secretariat: judges nothing.</param>
    /// <param name="IsHead">Head or deputy of his unit: as an author he may not be a member where the State paid (TT 18/2013, Điều 8).</param>
    public sealed record Person(string Name, CouncilPost Post, bool IsClerk, bool IsHead, IReadOnlyList<Barred> Conflicts, IReadOnlyList<string> Wrote, IReadOnlyList<Namesake> Namesakes);

    /// <param name="Free">Proposed members without a conflict.</param>
    public sealed record Thin(string Dossier, int Free);

    /// <param name="Total">Dossiers received and neither withdrawn nor found ineligible.</param>
    public sealed record View(int Total, int MinSheets, IReadOnlyList<Person> People, IReadOnlyList<Thin> TooThin);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (form, doors) = (request.Proposed, db.For(actor.Value));
            var cycle = await db.Cycles.AsNoTracking().SingleOrNotFound(item => item.Id == form.CycleId, cancellationToken);
            var posts = form.Members.Where(row => row.PersonId != 0).DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId, row => row.Post);
            var clerks = form.Clerks.Select(row => row.PersonId).Where(id => id != 0 && !posts.ContainsKey(id)).Distinct().ToList();
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, posts.Keys.Concat(clerks), cancellationToken);
            var names = await doors.AssignableInitiatives
                .Where(item => item.CycleId == cycle.Id && Expected.Contains(item.Status))
                .OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id)
                .Select(item => new { item.Id, item.RegisterNumber, item.Title }).ToListAsync(cancellationToken);
            var dossiers = facts.Dossiers.ToDictionary(item => item.InitiativeId);
            var seen = names.ConvertAll(item => (Facts: dossiers[item.Id], Name: $"{item.RegisterNumber:0000} {item.Title}"));

            var people = facts.People.Where(judge => posts.ContainsKey(judge.PersonId) || clerks.Contains(judge.PersonId))
                .OrderBy(judge => posts.TryGetValue(judge.PersonId, out var post) ? (int)post : int.MaxValue).ThenBy(judge => VietnameseName.SortKey(judge.Name), StringComparer.Ordinal)
                .Select(judge => Describe(judge, posts.GetValueOrDefault(judge.PersonId, CouncilPost.Member), !posts.ContainsKey(judge.PersonId), seen, facts)).ToList();
            var least = Math.Min(cycle.Settings.MinSheets, Math.Max(posts.Count, 1));
            var thin = seen.Select(item => new Thin(item.Name, posts.Keys.Count(id => facts.Of(id, item.Facts.InitiativeId) is null))).Where(item => item.Free < least).ToList();
            return new View(seen.Count, least, people, thin);
        }

        private static Person Describe(JudgeFacts judge, CouncilPost post, bool isClerk, List<(DossierFacts Facts, string Name)> dossiers, CouncilFacts facts)
        {
            var conflicts = dossiers.Select(item => (item.Name, Kind: facts.Of(judge.PersonId, item.Facts.InitiativeId))).Where(item => item.Kind is not null).ToList();
            return new Person(judge.Name, post, isClerk, judge.IsHead,
                [.. conflicts.Select(item => new Barred(item.Name, ConflictKinds.Name(item.Kind!.Value)))],
                [.. conflicts.Where(item => item.Kind == ConflictKind.Author).Select(item => item.Name)],
                [.. dossiers.Where(item => Conflicts.IsNamesake(judge, item.Facts)).Select(item => new Namesake(item.Name, item.Facts.Authors.First(author => VietnameseName.AreSame(author.Name, judge.Name)).Name))]);
        }
    }
}
