using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>What does not forbid that scoring opens, but must have been seen by whoever opens it: of the dossiers that he sees.</summary>
internal static class OpeningWarnings
{
    /// <summary>Dossiers named in one sentence; the rest is counted.</summary>
    private const int MostNames = 10;

    public static async Task<IReadOnlyList<string>> OfAsync(AppDb db, Actor actor, PlanState state, CancellationToken cancellationToken)
    {
        var judges = state.Present.ToLookup(pair => pair.InitiativeId);
        var few = state.SeenDossiers.Where(dossier => judges[dossier.Id].Count() < state.Needed(dossier.Id))
            .Select(dossier => $"{dossier.Code} ({judges[dossier.Id].Count()}/{state.Needed(dossier.Id)} người)").ToList();
        var leads = await db.People.Where(person => (person.Roles & Role.DepartmentLead) != 0).OrderBy(person => person.SortKey).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name }).ToListAsync(cancellationToken);
        var standIns = (await db.For(actor).StandIns.Where(item => item.CycleId == state.Cycle.Id && item.EndedAt == null).Select(item => new { item.InitiativeId, item.ForPersonId }).ToListAsync(cancellationToken))
            .Select(item => (item.InitiativeId, item.ForPersonId)).ToHashSet();
        var found = new List<string>();
        if (few.Count > 0) found.Add($"Ít người chấm hơn quy định: hồ sơ {Listed(few)}.");
        foreach (var member in state.Members.Where(member => member.Post == CouncilPost.Secretary)) Add(member.PersonId, $"Thư ký Hội đồng {member.Name}");
        foreach (var lead in leads) Add(lead.Id, $"Lãnh đạo Sở {lead.Name}");
        return found;

        void Add(int personId, string who)
        {
            var open = state.SeenDossiers.Where(dossier => state.Facts.Of(personId, dossier.Id) is not null && !standIns.Contains((dossier.Id, personId))).Select(dossier => dossier.Code).ToList();
            if (open.Count > 0) found.Add($"{who} có xung đột lợi ích mà chưa có người thay: hồ sơ {Listed(open)}.");
        }
    }

    private static string Listed(List<string> names) => names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} và {names.Count - MostNames} hồ sơ khác";
}
