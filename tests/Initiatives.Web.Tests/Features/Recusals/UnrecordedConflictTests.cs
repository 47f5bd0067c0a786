using System.Net;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Recusals;
using Initiatives.Domain.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Recusals;

/// <summary>People of whom no row says that they are in conflict, because nobody has had to ask yet.</summary>
public sealed class UnrecordedConflictTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_author_or_his_colleague_is_not_named_to_stand_in_on_his_dossier()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 4);
        var dossier = judging.Initiatives[0];
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = dossier, PersonId = judging.Secretary.Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, judging.Lead.Actor));
        var colleague = await app.Given.Person(Role.UnitOfficer);
        var lead = await app.As(judging.Lead);
        foreach (var (person, why) in new[] { (judging.Author, "là tác giả"), (colleague, "cùng đơn vị") })
        {
            var refused = await lead.Post("/hoi-dong/2026/nguoi-thay", ("InitiativeId", $"{dossier}"), ("ForPersonId", $"{judging.Secretary.Id}"), ("PersonId", $"{person.Id}"), ("Reason", "Thay thư ký"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(why, refused.Text);
        }

        Assert.Equal(0, await app.Rows(db => db.StandIns.CountAsync()));
        Assert.Equal(Role.Author, await app.Rows(db => db.People.Where(item => item.Id == judging.Author.Id).Select(item => item.Roles).SingleAsync()));
        await lead.Done("/hoi-dong/2026/nguoi-thay", ("InitiativeId", $"{dossier}"), ("ForPersonId", $"{judging.Secretary.Id}"), ("PersonId", $"{judging.Judge.Id}"), ("Reason", "Thay thư ký"));
    }

    [Fact]
    public async Task Somebody_of_another_council_s_secretariat_reaches_no_paper_of_this_one()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        var writes = await app.As(await app.Given.Person(Role.Author | Role.Secretariat));   // of the author's unit, and of no secretariat of this council
        Assert.Equal(HttpStatusCode.NotFound, (await writes.Get($"/phieu-giay/phieu/{sheet}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await writes.Get($"/phieu-giay/phieu/{sheet}/trong.pdf")).Status);
        Assert.DoesNotContain(judging.Judge.Name, (await writes.Page("/phieu-giay/2026")).Text);
    }
}
