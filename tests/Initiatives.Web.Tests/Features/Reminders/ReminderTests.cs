using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Platform.Jobs;

namespace Initiatives.Web.Tests.Features.Reminders;

/// <summary>Seven, three and one day before it is due a person is told what he still owes; whoever owes nothing hears nothing.</summary>
public sealed class ReminderTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>The morning of a day in September: the round is made, and mails leave.</summary>
    private async Task<IReadOnlyList<TestMail>> Morning(int day)
    {
        var before = app.Mails().ToHashSet();
        app.Clock.Now = VietnamTime.ToUtc(new DateTime(2026, 9, day, 8, 0, 0));
        Assert.True((await app.Send(new SendReminders(new DateOnly(2026, 9, day)))).Ok);
        await app.DrainJobs();
        return [.. app.Mails().Where(mail => !before.Contains(mail))];
    }

    [Fact]
    public async Task Owners_of_an_unsent_draft_are_told_at_seven_three_and_one_day_and_on_no_other()
    {
        await app.Given.OpenCycle();   // until the end of 30 September
        var author = await app.Given.Person(Role.Author);
        await app.Given.CompleteDraft(author, "Quầy lưu động chợ Sắt");
        await app.DrainJobs();

        foreach (var quiet in new[] { 22, 24, 26, 28, 30 }) Assert.Empty(await Morning(quiet));
        foreach (var (day, left) in new[] { (23, "Còn 7 ngày"), (27, "Còn 3 ngày"), (29, "Còn 1 ngày") })
        {
            var mail = Assert.Single(await Morning(day));
            Assert.Equal((author.Email, $"{left}: hồ sơ sáng kiến chưa trình"), (mail.To, mail.Subject));
            Assert.Contains("“Quầy lưu động chợ Sắt”: bản nháp chưa trình thủ trưởng đơn vị, hạn hết 23:59:59 ngày 30/9/2026", mail.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_round_made_twice_on_a_day_sends_once()
    {
        await app.Given.OpenCycle();
        await app.Given.CompleteDraft(await app.Given.Person(Role.Author));
        await app.DrainJobs();
        Assert.Single(await Morning(27));
        Assert.Empty(await Morning(27));
    }

    [Fact]
    public async Task Nobody_with_nothing_to_do_is_troubled()
    {
        await app.Given.OpenCycle();
        await app.Given.SubmittedInitiative();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None)) await app.Given.Person(role, "10804");
        await app.DrainJobs();
        Assert.Empty(await Morning(27));
    }

    [Fact]
    public async Task Who_must_act_is_told_and_not_who_waits()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        await app.DrainJobs();
        var mail = Assert.Single(await Morning(27));
        Assert.Equal((dossier.Head.Email, "Còn 3 ngày: hồ sơ sáng kiến chờ bạn xác nhận"), (mail.To, mail.Subject));
    }

    [Fact]
    public async Task Several_things_of_one_person_are_one_mail()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        await app.Given.CompleteDraft(author);
        await app.Given.CompleteDraft(author);
        await app.DrainJobs();
        Assert.Equal("Còn 3 ngày: 2 việc chưa xong", Assert.Single(await Morning(27)).Subject);
    }
}
