using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Submissions;

/// <summary>A draft is its authors' and its unit's officers', and the head's from sending on: every page, every role, whole answers.</summary>
public sealed class DraftSecrecyTests : IDisposable
{
    private const string Words = "Bí mật bản nháp chợ Sắt";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>The Department is told which units have begun nothing, so that it can remind them: whether, never what.</summary>
    private static bool IsChaseList(string path) => path.StartsWith("/ky-xet/2026/don-doc", StringComparison.Ordinal);

    private static bool Everybody(Role role) => role != Role.None;

    /// <summary>The role that a browser of <see cref="People"/> is named after.</summary>
    private static Role? RolesOf(string who) => Enum.TryParse<Role>(who.Split(' ')[0], out var role) ? role : Role.None;

    /// <summary>One browser for each role, in the draft's unit and in another, and one of nobody.</summary>
    private async Task<Dictionary<string, TestUser>> People(Func<Role, bool> which)
    {
        var people = new Dictionary<string, TestUser> { ["khách"] = app.Anybody() };
        foreach (var role in Enum.GetValues<Role>().Where(which))
        {
            if (role != Role.UnitOfficer) people[$"{role} cùng đơn vị"] = await app.As(await app.Given.Person(role));
            if (role is Role.Author or Role.UnitOfficer or Role.UnitHead) people[$"{role} đơn vị khác"] = await app.As(await app.Given.Person(role, "10804"));
        }

        return people;
    }

    private async Task<int> Draft(TestPerson author)
    {
        var form = Given.CompleteForm(Words + ", tên");
        return Given.Sure(await app.Send(form with
        {
            Summary = Words + " tóm tắt cho đủ mười từ trong phần này nhé",
            Novelty = Words + ". " + form.Novelty,
            Confidential = Words,
            Effects = [form.Effects[0] with { Measure = Words }],
            Participants = [new ParticipantInput { Name = "Người Bí Mật", Contribution = Words }],
        }, author.Actor)).Value.Id;
    }

    [Fact]
    public async Task Nobody_else_can_tell_that_there_is_a_draft_or_that_it_was_withdrawn()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        // The administrator's journal says that drafts are written, as it says everything; it is looked at below.
        var people = await People(role => Everybody(role) && role != Role.Administrator);
        var facts = new HiddenFacts(people, "bi+mat+ban+nhap", "Người+Bí+Mật") { Except = IsChaseList, RolesOf = RolesOf };
        await facts.Look(1);
        Assert.Equal(1, await Draft(author));
        Assert.Empty(await facts.Changes(1));

        Given.Sure(await app.Send(new SaveDraft.Command { Id = 1, Version = 1, Title = Words + " viết lại" }, author.Actor));
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = 1, Reason = Words }, author.Actor));
        Assert.Empty(await facts.Changes(1));
    }

    [Fact]
    public async Task The_administrator_s_journal_holds_no_word_of_a_draft()
    {
        var author = await app.Given.Person(Role.Author);
        await Draft(author);
        var administrator = await app.As(await app.Given.Person(Role.Administrator, "SKHCN"));
        foreach (var path in HiddenFacts.Paths(1))
            Assert.DoesNotContain("Bí mật bản nháp", (await administrator.Get(path)).Text);
    }

    [Fact]
    public async Task The_chase_list_holds_no_word_of_a_draft()
    {
        await app.Given.OpenCycle();
        await Draft(await app.Given.Person(Role.Author));
        var lead = await app.As(await app.Given.Lead());
        foreach (var path in HiddenFacts.Paths(1).Where(IsChaseList)) Assert.DoesNotContain("Bí mật bản nháp", (await lead.Get(path)).Text);
    }

    [Fact]
    public async Task From_sending_on_the_head_sees_it_and_of_others_still_nobody_does()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var head = await app.As(await app.Given.Head());
        var people = await People(role => Everybody(role) && role is not (Role.Administrator or Role.UnitHead));
        var facts = new HiddenFacts(people, "bi+mat+ban+nhap") { Except = IsChaseList, RolesOf = RolesOf };
        await facts.Look(1);
        await Draft(author);
        await app.Given.Confirmed(1, author);
        Given.Sure(await app.Send(new SendToHead(1, 1), author.Actor));
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, (await app.Rows(db => db.Initiatives.SingleAsync())).Status);
        Assert.Contains(Words, (await head.Page("/sang-kien/1")).Text);
        Assert.Empty(await facts.Changes(1));
    }

    [Fact]
    public async Task The_comparison_sees_a_leak()
    {
        var author = await app.Given.Person(Role.Author);
        var people = new Dictionary<string, TestUser> { ["cán bộ đầu mối"] = await app.As(await app.Given.Person(Role.UnitOfficer)) };
        var facts = new HiddenFacts(people);
        await facts.Look(1);
        await Draft(author);
        Assert.Contains(await facts.Changes(1), change => change.StartsWith("cán bộ đầu mối /sang-kien:", StringComparison.Ordinal));
        Assert.Contains("/sang-kien/1/ban-luu/1", HiddenFacts.Paths(1));
    }
}
