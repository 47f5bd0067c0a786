using System.Text.RegularExpressions;
using Bunit;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Components;

namespace Initiatives.Web.Tests.Components;

public sealed class ComponentTests : BunitContext
{
    public static TheoryData<InitiativeStatus> Statuses => [.. Enum.GetValues<InitiativeStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_chip_says_its_status_in_a_word_beside_a_decorative_icon(InitiativeStatus status)
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(item => item.Status, status));
        Assert.Equal(InitiativeStatuses.Name(status), chip.Find("span.chip").TextContent);
        Assert.Equal("true", chip.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void No_two_statuses_look_the_same() =>
        Assert.Equal(Statuses.Count, Enum.GetValues<InitiativeStatus>().Select(status => Render<StatusChip>(parameters => parameters.Add(item => item.Status, status)).Find("span").ClassName).Distinct().Count());

    [Fact]
    public void Every_icon_of_a_chip_is_in_the_list_of_icons()
    {
        var known = File.ReadAllText(Repository.Path("wwwroot-assets", "icons.json"));
        foreach (var status in Enum.GetValues<InitiativeStatus>())
        {
            var icon = Regex.Match(StatusChips.Markup(status), "icons\\.svg#([a-z0-9-]+)").Groups[1].Value;
            Assert.Contains($"\"{icon}\"", known);
        }
    }

    [Fact]
    public void What_stands_after_the_word_is_text_not_markup() =>
        Assert.Equal("Đã nộp <b>2</b>", Render<StatusChip>(parameters => parameters.Add(item => item.Status, InitiativeStatus.Submitted).Add(item => item.More, "<b>2</b>")).Find("span").TextContent);

    [Fact]
    public void A_timeline_shows_what_was_done_by_whom_when_and_what_comes()
    {
        var entry = JournalEntry.Write(1, HashChain.Genesis, new DateTime(2026, 9, 15, 2, 5, 0, DateTimeKind.Utc), 3, "Nguyễn Thị An", "gui-ho-so", "Initiative", 7, "Số <12>");
        var timeline = Render<Timeline>(parameters => parameters.Add(item => item.Entries, [entry]).Add(item => item.Next, [new TimelineStep("Thẩm định", "Sở KH&CN")]));
        var items = timeline.FindAll("ol.timeline > li");
        Assert.Equal(["done", "next"], items.Select(item => item.ClassName));
        Assert.Equal("Thủ trưởng xác nhận, gửi Sở KH&CN", items[0].QuerySelector("b")!.TextContent);
        Assert.Equal("Số <12>", items[0].QuerySelector("div")!.TextContent);
        Assert.Equal("09:05 ngày 15/9/2026 · Nguyễn Thị An", items[0].QuerySelector("small")!.TextContent);
        Assert.Equal("2026-09-15T02:05:00.0000000Z", items[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(("Thẩm định", "Sở KH&CN"), (items[1].QuerySelector("b")!.TextContent, items[1].QuerySelector("small")!.TextContent));
    }

    [Theory]
    [InlineData(CyclePhase.Preparing, 0)]
    [InlineData(CyclePhase.Judging, 3)]
    [InlineData(CyclePhase.Published, 6)]
    [InlineData(CyclePhase.Archived, 6)]
    public void The_channel_marks_exactly_one_step_as_current(CyclePhase phase, int current)
    {
        var steps = Render<Channel>(parameters => parameters.Add(item => item.Phase, phase)).FindAll("ol.channel > li");
        Assert.Equal(CyclePhases.Channel, steps.Select(step => step.QuerySelector("b")!.TextContent));
        Assert.Equal([current], Enumerable.Range(0, steps.Count).Where(index => steps[index].GetAttribute("aria-current") == "step"));
        Assert.All(Enumerable.Range(0, steps.Count).Where(index => index != current), index => Assert.False(steps[index].HasAttribute("aria-current")));
        Assert.Equal([.. Enumerable.Repeat("done", current), "now", .. Enumerable.Repeat("next", 6 - current)], steps.Select(step => step.ClassName));
    }
}
