using Initiatives.Domain.People;
using Initiatives.Web.Features.Confirming;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>Every author of a draft has confirmed his line, with his account or by a link that was handed to him; its writer does so by sending it on.</summary>
    public async Task Confirmed(int id, TestPerson writer)
    {
        var page = await app.Send(new ConfirmationPage.Query { Id = id }, writer.Actor);
        foreach (var row in page.Rows.Where(row => !row.State.IsConfirmed && !row.IsMine))
        {
            if (!row.SignsIn)
            {
                Sure(await app.Send(new AnswerByLink.Command { Token = await AuthorLink(id, writer, row.State.Statement.Key), IsRight = true }));
                continue;
            }

            var person = await app.Rows(db => db.People.SingleAsync(item => item.Id == row.State.Author.PersonId));
            Sure(await app.Send(new AnswerInside.Command { Id = id, Key = row.State.Statement.Key, IsRight = true }, person.AsActor() with { Roles = person.Roles | Role.Author }));
        }
    }

    /// <summary>The token of a new link for the author of one line, to be handed over.</summary>
    public async Task<string> AuthorLink(int id, TestPerson writer, string key) =>
        Sure(await app.Send(new AskAuthors.Command { Id = id, Key = key, ByHand = true }, writer.Actor)).Value.Token!;

    /// <summary>The key of the author's line with that name.</summary>
    public async Task<string> AuthorKey(int id, TestPerson writer, string name) =>
        (await app.Send(new ConfirmationPage.Query { Id = id }, writer.Actor)).Rows.Single(row => row.State.Author.Name == name).State.Statement.Key;
}
