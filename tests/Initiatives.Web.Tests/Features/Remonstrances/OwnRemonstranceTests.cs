using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Remonstrances;

/// <summary>Somebody who remonstrates and works at the Department.</summary>
public sealed class OwnRemonstranceTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Nobody_answers_his_own_remonstrance_nor_has_his_own_dossier_scored_anew()
    {
        var judged = await app.Given.JudgedCycle();
        var author = judged.Judging.Author;
        await app.Rows(db => db.People.Where(person => person.Id == author.Id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Roles, Role.Author | Role.IntakeOfficer | Role.DepartmentLead)));
        var user = await app.As(author);
        var location = await user.Done("/kien-nghi/gui", ("HoSo", $"{judged.Poor}"), ("Content", "Điểm hiệu quả chưa tính số liệu quý ba đã gửi kèm."), ("Asks", "Đề nghị xem lại minh chứng và giải thích điểm."));
        var id = Regex.Match(location, "[0-9]+$").Value;
        var before = await app.Rows(db => db.Remonstrances.Select(item => item.Version).SingleAsync());
        foreach (var (act, fields) in new (string, (string, string)[])[]
        {
            ("chuyen", [("Question", "Vì sao điểm hiệu quả thấp như vậy?")]),
            ("cham-lai", [("RescoringReason", "Minh chứng chưa được xem"), ("RescoringDueOn", "20/12/2026")]),
            ("soan", [("Version", $"{before}"), ("AnswerText", "Xem xét lại theo đề nghị của tôi"), ("Outcome", "Reconsider")]),
        })
        {
            var refused = await user.Post($"/kien-nghi/{id}/{act}", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Bạn là tác giả hoặc người kiến nghị: người khác của Sở xử lý kiến nghị này.", refused.Text);
        }

        Assert.Equal(before, await app.Rows(db => db.Remonstrances.Select(item => item.Version).SingleAsync()));
    }
}
