using System.Net;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Decisions;

/// <summary>Who is in conflict with what a decision names does not prepare it.</summary>
public sealed class PreparingTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task Bar(TestPerson person, ConcludedCycle cycle, ConflictKind kind) => app.Rows(db =>
    {
        db.Add(Conflict.Set(cycle.Id, cycle.Recommended[0], person.Id, kind, "Người thân của tác giả", cycle.Department.Actor, app.Clock.Now).Value);
        return db.SaveChangesAsync();
    });

    [Fact]
    public async Task A_relative_of_an_author_reads_the_draft_and_another_of_the_Department_prepares_it()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var (relative, other) = (await app.Given.Person(Role.DepartmentLead, "SKHCN", "Đỗ Văn Thân"), await app.Given.Person(Role.IntakeOfficer, "SKHCN", "Vũ Thị Quỳnh"));
        await Bar(relative, cycle, ConflictKind.Family);
        var (barred, free) = (await app.As(relative), await app.As(other));
        var refused = await barred.Post("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Bạn có xung đột lợi ích với sáng kiến trong quyết định này nên không soạn, sửa hay trình. Người khác của Sở làm: ", refused.Text);
        Assert.Contains("Vũ Thị Quỳnh", refused.Text);
        Assert.Empty(await app.Rows(db => db.Decisions.ToListAsync()));

        var path = await free.Done("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}"));
        var page = await barred.Page(path);
        Assert.Contains("Bạn có xung đột lợi ích", page.Text);
        Assert.DoesNotContain($"{path}/trinh-ky", page.Body);
        foreach (var act in new[] { "the-thuc", "lay-lai", "trinh-ky" })
            Assert.Contains("nên không soạn, sửa hay trình", (await barred.Post($"{path}/{act}", ("Version", "0"), ("Number", "7"))).Text);
        Assert.DoesNotContain("Bạn có xung đột lợi ích", (await free.Page(path)).Text);
    }

    [Fact]
    public async Task Barred_is_who_wrote_it_or_is_in_a_personal_conflict_that_stands_and_named_is_who_may()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var (one, two) = (cycle.Recommended[0], cycle.Recommended[1]);
        var (relative, starter, writer, closed) = (await app.Given.Person(Role.DepartmentLead, "SKHCN"), await app.Given.Person(Role.IntakeOfficer, "SKHCN"), await app.Given.Person(Role.IntakeOfficer, "SKHCN"), await app.Given.Person(Role.IntakeOfficer, "SKHCN"));
        var (other, appraiser) = (await app.Given.Person(Role.IntakeOfficer, "SKHCN"), await app.Given.Person(Role.Appraiser, "SKHCN"));
        await Bar(relative, cycle, ConflictKind.Family);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == one).ExecuteUpdateAsync(set => set.SetProperty(item => item.CreatedById, starter.Id)));
        await app.Rows(db => db.Set<Authorship>().Where(item => item.InitiativeId == one).ExecuteUpdateAsync(set => set.SetProperty(item => item.PersonId, writer.Id)));
        await app.Rows(db => db.Users.Where(item => item.PersonId == closed.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.LockoutEnd, DateTimeOffset.MaxValue)));
        Task<bool> IsBarred(TestPerson person, int dossier) => app.Rows(db => db.For(person.Actor).IsBarredFromPreparingAsync([dossier], CancellationToken.None));
        Task<IReadOnlyList<string>> Others(int dossier) => app.Rows(db => db.For(cycle.Department.Actor).OtherDraftersAsync([dossier], CancellationToken.None));
        foreach (var person in new[] { relative, starter, writer }) Assert.Equal((true, false), (await IsBarred(person, one), await IsBarred(person, two)));
        foreach (var person in new[] { cycle.Department, other, appraiser }) Assert.False(await IsBarred(person, one));
        Assert.Equal([other.Name], await Others(one));
        Assert.Equal([relative.Name, starter.Name, writer.Name, other.Name], await Others(two));
        await app.Rows(db => db.Conflicts.ExecuteUpdateAsync(set => set.SetProperty(item => item.LiftedAt, app.Clock.Now)));
        Assert.False(await IsBarred(relative, one));
    }

    [Fact]
    public async Task The_merit_decision_is_prepared_by_nobody_in_conflict_with_one_who_may_be_chosen()
    {
        var published = await app.Given.PublishedCycle(7);
        var relative = await app.Given.Person(Role.DepartmentLead, "SKHCN");
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(published.Cycle.Id, published.Cycle.Recommended[6], relative.Id, ConflictKind.Benefit, "Có phần trong giải pháp", published.Cycle.Department.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        Assert.False((await app.Send(new DraftMerit.Command { CycleId = published.Cycle.Id }, relative.Actor)).Ok);
        Assert.True((await app.Send(new DraftMerit.Command { CycleId = published.Cycle.Id }, published.Cycle.Department.Actor)).Ok);
    }

    [Fact]
    public async Task The_Departments_own_unit_and_its_screening_bar_nobody_who_wrote_it_is_barred_without_a_row()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        await Bar(cycle.Department, cycle, ConflictKind.Unit);
        Assert.True((await app.Send(new DraftRecognition.Command { CycleId = cycle.Id }, cycle.Department.Actor)).Ok);
        var writer = cycle.Author.Actor with { Roles = Role.IntakeOfficer };
        var id = await app.Rows(db => db.Decisions.Select(item => item.Id).SingleAsync());
        Assert.Contains("nên không soạn, sửa hay trình", (await app.Send(new FreezeDecision.Command { Id = id }, writer)).Problems[0].Message);
    }
}
