using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Screening;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>Communes from which the dossiers of <see cref="EligibleInitiatives"/> come, in turn; no member of <see cref="Council"/> works there.</summary>
    private static readonly string[] SendingUnits = ["11311", "11329", "11359"];

    private readonly Dictionary<string, TestPerson> authors = [];
    private TestPerson? appraiser;

    /// <summary>The Department's appraiser: one person for a whole test.</summary>
    public async Task<TestPerson> Appraiser() => appraiser ??= await Person(Role.Appraiser, unit: "SKHCN", name: "Hoàng Văn Dũng");

    /// <summary>An author in a unit: one person for a whole test.</summary>
    public async Task<TestPerson> AuthorIn(string unit) =>
        authors.TryGetValue(unit, out var author) ? author : authors[unit] = await Person(Role.Author, unit: unit);

    /// <summary>A complete dossier that its unit's head has sent to the open cycle, written by whom the test says; answers its id.</summary>
    public async Task<int> ReceivedDossier(string unit = "11311", string title = "Quầy một cửa lưu động ở chợ Sắt", TestPerson? author = null, params TestPerson[] coAuthors)
    {
        author ??= await AuthorIn(unit);
        var saved = Sure(await app.Send(CompleteForm(title) with
        {
            Authors = [.. new[] { author }.Concat(coAuthors).Select(person => new AuthorInput
            {
                PersonId = person.Id,
                Name = person.Name,
                BirthDate = new DateOnly(1985, 5, 20),
                Workplace = "Ủy ban nhân dân phường",
                Post = "Chuyên viên",
                Qualification = "Đại học",
                Share = 100m / (coAuthors.Length + 1),
            })],
        }, author.Actor)).Value;
        await Confirmed(saved.Id, author);
        Sure(await app.Send(new SendToHead(saved.Id, saved.Version), author.Actor));
        Sure(await app.Send(new EndorseInitiative.Command { Id = saved.Id }, (await Head(unit)).Actor));
        return saved.Id;
    }

    /// <summary>The checklist of a dossier, every item met.</summary>
    public async Task Checked(int initiativeId, TestPerson? by = null)
    {
        var (settings, versions) = await app.Rows(async db => (
            await (from item in db.Initiatives join cycle in db.Cycles on item.CycleId equals cycle.Id where item.Id == initiativeId select cycle.Settings).SingleAsync(),
            await db.ChecklistEntries.Where(entry => entry.InitiativeId == initiativeId).ToDictionaryAsync(entry => entry.Code, entry => entry.Version)));
        Sure(await app.Send(new SaveChecklist.Command
        {
            Id = initiativeId,
            Items = [.. Checklist.Of(settings).Select(item => new SaveChecklist.Item { Code = item.Code, Answer = ChecklistAnswer.Met, Version = versions.GetValueOrDefault(item.Code) })],
        }, (by ?? await Appraiser()).Actor));
    }

    /// <summary>The appraiser's proposal on a dossier, after its checklist.</summary>
    public async Task Proposal(int initiativeId, bool isFirst = true, bool isEffective = true, TestPerson? by = null)
    {
        await Checked(initiativeId, by);
        Sure(await Proposed(initiativeId, isFirst, isEffective, by));
    }

    private async Task<Result> Proposed(int initiativeId, bool isFirst, bool isEffective, TestPerson? by) => await app.Send(new ProposeAppraisal.Command
    {
        Id = initiativeId,
        IsFirst = isFirst,
        FirstReason = isFirst ? "Chưa thấy ở đơn vị nào trong thành phố" : "Trùng sáng kiến năm 2024 của Sở Tư pháp",
        IsEffective = isEffective,
        EffectReason = isEffective ? "Có số liệu trước và sau" : "Chưa có số liệu nào",
    }, (by ?? await Appraiser()).Actor);

    /// <summary>The lead's approval of proposals.</summary>
    public async Task Approval(params int[] initiativeIds) =>
        Sure(await app.Send(new ApproveEligibility.Command { Ids = [.. initiativeIds] }, (await Lead()).Actor));

    /// <summary>Dossiers that were received, proposed and approved as eligible, from three communes in turn, in the order of their register numbers; opens the cycle of 2026 if there is none.</summary>
    public async Task<IReadOnlyList<int>> EligibleInitiatives(int count)
    {
        if (!await app.Rows(db => db.Cycles.AnyAsync(cycle => cycle.Year == 2026))) await OpenCycle();
        var ids = new List<int>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await ReceivedDossier(SendingUnits[i % SendingUnits.Length], $"Sáng kiến thử nghiệm số {i + 1}"));
            await Proposal(ids[^1]);
        }

        await Approval([.. ids]);
        return ids;
    }
}
